import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../bot/chat/cards/card.ts'
import { inputsIn, verbsIn, wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER, WITHOUT } from '../support/confirmation-texts.ts'
import { aRecord } from '../support/placement-record.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, supervising, socialWorker } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

const paste = (text = EMERGENCY_FOSTER, more = {}) => desk.says(officer, text, more)
const words = (card: Card | string | { card: Card }) =>
  wordsIn(typeof card === 'object' && 'card' in card ? card.card : card)
const input = (card: { card: Card }, id: string) => {
  const found = inputsIn(card.card).find((one) => one.id === id)
  if (!found) throw new Error(`no input ${id}`)
  return found
}

describe('a record of the national Placements Standard that is pasted', () => {
  test('is shown as a preview that asks for what the record does not hold', async () => {
    await paste('```json\n' + JSON.stringify(aRecord(), null, 2) + '\n```')
    const preview = desk.cardOf(officer)
    expect(words(preview)).toContain('On which day and at what time does the placement start?')
    expect(verbsIn(preview.card)).toContain('cancel')
  })

  test('that breaks the standard is answered with the fields at fault, and no value', async () => {
    await paste(JSON.stringify(aRecord({ placementRequirements: { pets: 'Ferrets' } })))
    const said = desk.textsOf(officer).at(-1)
    expect(said).toContain('placementRequirements.pets: is not accepted; accepted: one of Yes - must')
    expect(said).not.toContain('Ferrets')
  })
})

describe('a confirmation that is pasted', () => {
  test('is answered with one preview: what it is, by when the meeting is due, who leads, where, and times', async () => {
    await paste()
    const preview = desk.cardOf(officer)
    expect(words(preview)).toContain('Foster · emergency · starts Fri 18 Dec 2026 17:30')
    expect(words(preview)).toContain('Hold the meeting by\nTue 29 Dec 2026 · in 5 working days')
    expect(words(preview)).toContain('Plan due by law\nTue 29 Dec 2026')
    expect(words(preview)).toContain("Rosalind Achterberg, child's social worker")
    expect(words(preview)).toContain('mother on a separate invitation')
    expect(words(preview)).toContain('address shown to 4 of 4')
    expect(input(preview, 'time.0')).toMatchObject({ style: 'expanded', value: '2026-12-21T10:00:00Z' })
    expect(words(preview)).toContain('Mon 21 Dec 2026 10:00 – ask mother and foster carer · everyone else free')
    expect(verbsIn(preview.card)).toEqual(['schedule', 'schedule', 'change', 'cancel'])
    expect(words(preview)).toContain('Ask those outside first')
  })

  test('says below the times, in a line, on which days few people may be there (E-04, A-01)', async () => {
    await paste()
    const said = words(desk.cardOf(officer))
    const [times, shut, meaning] = [
      'Mon 21 Dec 2026 10:00',
      'Offices may be shut on',
      'These count as working days',
    ].map((part) => said.indexOf(part))
    expect(times).toBeGreaterThan(0)
    expect(shut).toBeGreaterThan(times!)
    expect(meaning).toBeGreaterThan(shut!)
    const unfolded = JSON.stringify(
      desk.cardOf(officer).card.body.find(({ id }: { id?: string }) => id === 'officesShut'),
    )
    expect(unfolded).toContain('These count as working days all the same')
    expect(unfolded).toContain('"isVisible":false')
  })

  test('shows the words that each value came from', async () => {
    await paste()
    expect(words(desk.cardOf(officer))).toContain('Start: “18/12/2026 at 5.30pm”')
  })

  test('gives nothing away on a locked phone (P-09)', async () => {
    await paste()
    expect(desk.cardOf(officer).summary).toBe('A placement confirmation is to be checked')
  })

  test('pasted again is one draft: shown again at the bottom, with one line left of the older card', async () => {
    await paste()
    await paste()
    const [older, newer] = desk.cardsOf(officer)
    expect(older!.card.body).toHaveLength(1)
    expect(words(older!)).toContain('Shown again below.')
    expect(words(newer!)).toContain('brought in before')
    expect(words(newer!)).not.toContain('The start was')
    expect(desk.cardsOf(officer)).toHaveLength(2)
  })

  test('that a later message revises keeps all that the later one does not mention (E-10)', async () => {
    await paste()
    await desk.says(
      officer,
      [
        '*** REVISED ***',
        'Please note the change of start for PL-30951 (case BKS-204417). The carer is away until Saturday.',
        'Placement start date/time: now Sat 19th December 2026 at 1.15pm (was Fri 18th December 2026, 5.30pm)',
        'All other details as my earlier email.',
      ].join('\n\n'),
    )
    expect(words(desk.cardOf(officer))).toContain('Foster · emergency · starts Sat 19 Dec 2026 13:15')
    expect(words(desk.cardOf(officer))).toContain('mother on a separate invitation')
    expect(words(desk.cardOf(officer))).toContain(
      'The start was Fri 18 Dec 2026 17:30, and is Sat 19 Dec 2026 13:15 now.',
    )
  })

  test('that Teams sends twice is answered once', async () => {
    await paste(EMERGENCY_FOSTER, { id: 'sent-twice' })
    await paste(EMERGENCY_FOSTER, { id: 'sent-twice' })
    expect(desk.cardsOf(officer)).toHaveLength(1)
  })

  test('could not be reduced above: the newer card stands all the same', async () => {
    await paste()
    desk.connector.refuse(502, 'BadGateway', { method: 'PUT' })
    await paste()
    expect(desk.textsOf(officer)).toEqual([])
    expect(desk.cardsOf(officer)).toHaveLength(2)
  })
})

describe('a client that wants its answers with the reply', () => {
  test('gets the preview there', async () => {
    const { body } = await paste(EMERGENCY_FOSTER, { deliveryMode: 'expectReplies' })
    expect(body).toMatchObject({
      activities: [{ type: 'message', summary: 'A placement confirmation is to be checked' }],
    })
    expect(desk.cardsOf(officer)).toEqual([])
  })
})

describe('one press of Schedule', () => {
  test('turns the preview into the meeting’s card, which says when it is arranged: never a second card', async () => {
    await paste()
    const after = await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    expect(words(after)).toContain('Being arranged for Mon 21 Dec 2026, 10:00 to 11:00')
    await desk.work()
    expect(desk.failures).toEqual([])
    expect(words(desk.cardOf(officer))).toContain('Arranged for Mon 21 Dec 2026, 10:00 to 11:00 · 0 of 4 have answered')
    expect(desk.cardOf(officer).summary).toMatch(/^Planning meeting ref PPM-[0-9A-Z]{4}$/)
    expect(desk.cardsOf(officer)).toHaveLength(1)
    expect([...desk.calendar.events.values()].map(({ invitation }) => invitation.key).sort()).toEqual([
      'core',
      'family:1',
    ])
  })

  test('books the time that was picked', async () => {
    await paste()
    const preview = desk.cardOf(officer)
    await desk.presses(officer, preview, 'Schedule', { 'time.0': '2026-12-22T10:00:00Z' })
    await desk.work()
    expect(words(desk.cardOf(officer))).toContain('Arranged for Tue 22 Dec 2026, 10:00 to 11:00')
  })

  test('pressed twice books once, and both presses get the same card', async () => {
    await paste()
    const preview = desk.cardOf(officer)
    const both = await Promise.all([1, 2].map(() => desk.presses(officer, preview, 'Schedule')))
    for (const card of both) expect(words(card)).toContain('Mon 21 Dec 2026, 10:00 to 11:00')
    await desk.work()
    expect(desk.calendar.events.size).toBe(2)
  })

  test('that Teams sends again after five seconds is answered and not worked again', async () => {
    await paste()
    const preview = desk.cardOf(officer)
    await desk.presses(officer, preview, 'Schedule', {}, { id: 'slow' })
    await desk.work()
    expect(words(await desk.presses(officer, preview, 'Schedule', {}, { id: 'slow' }))).toContain(
      'Arranged for Mon 21 Dec',
    )
    expect(desk.calendar.events.size).toBe(2)
  })

  test('from a client that knows no Action.Execute does the same, and the card is drawn anew', async () => {
    await paste()
    const { id, card } = desk.cardOf(officer)
    const schedule = card.actions!.find((action) => action.type === 'Action.Execute' && action.verb === 'schedule')!
    const submit = 'fallback' in schedule ? schedule.fallback : undefined
    expect(submit?.type).toBe('Action.Submit')
    const value = { ...submit?.data, 'time.0': '2026-12-21T10:00:00Z' }
    await desk.says(officer, '', { text: undefined, value, replyToId: id })
    expect(words(desk.cardOf(officer))).toContain('Being arranged for Mon 21 Dec 2026, 10:00 to 11:00')
  })
})

describe('what is still to be said', () => {
  test('is asked on the card, one input for each question, and Schedule goes through when it is answered', async () => {
    await paste(WITHOUT('Mother’s part', "Mother's part", "Child's part"))
    const preview = desk.cardOf(officer)
    expect(input(preview, 'part:mother')).toMatchObject({ type: 'Input.ChoiceSet', style: 'expanded' })
    expect(input(preview, 'part:child').label).toBe('Will the child come?')
    const after = await desk.presses(officer, preview, 'Schedule', {
      'part:mother': 'contribute',
      'part:child': 'attend',
    })
    expect(words(after)).toContain('Being arranged for')
  })

  test('left open, nothing is booked, what was answered is kept, and the card says what is missing', async () => {
    await paste(WITHOUT("Mother's part", "Child's part"))
    await desk.presses(officer, desk.cardOf(officer), 'Schedule', { 'part:child': 'attend' })
    const again = desk.cardOf(officer)
    expect(words(again)).toContain('Some questions are still open')
    expect(inputsIn(again.card).map(({ id }) => id)).not.toContain('part:child')
    expect(inputsIn(again.card).map(({ id }) => id)).toContain('part:mother')
    expect(desk.planned).toEqual([])
  })

  test('an answer that cannot be read is asked for again, and what was typed stands there still', async () => {
    await paste(WITHOUT('Placement start'))
    const preview = desk.cardOf(officer)
    const after = await desk.presses(officer, preview, 'Show times', { 'placement.startsAt': 'next week some time' })
    expect(words(after)).toContain('One answer could not be read')
    expect(words(after)).toContain('a day and a time in London')
    expect(inputsIn(after).find(({ id }) => id === 'placement.startsAt')?.value).toBe('next week some time')
  })

  test('no time is booked that was never shown: without one the button only looks for times', async () => {
    await paste(WITHOUT('Placement start'))
    const after = await desk.presses(officer, desk.cardOf(officer), 'Show times', {
      'placement.startsAt': '18/12/2026 17:30',
    })
    expect(words(after)).toContain('Nothing has been sent yet')
    expect(inputsIn(after).map(({ id }) => id)).toContain('time.0')
    expect(desk.planned).toEqual([])
    expect(words(desk.cardOf(officer))).toContain('Nothing has been sent yet')
  })
})

describe('Change', () => {
  test('opens the form with what was understood, but never initials or an address', async () => {
    await paste()
    const form = await desk.presses(officer, desk.cardOf(officer), 'Change')
    const values = Object.fromEntries(inputsIn(form).map(({ id, value }) => [id, value]))
    expect(values).toMatchObject({
      caseReference: 'BKS-204417',
      startDay: '2026-12-18',
      startTime: '17:30',
      'people:fosterCarer': 'Marguerite Oyelaran, m.oyelaran@homefires.example',
    })
    expect(values['child.initials']).toBeUndefined()
    expect(values['placement.address']).toBeUndefined()
  })

  test('a later start moves the day by which the meeting is due', async () => {
    await paste()
    const { id } = desk.cardOf(officer)
    const form = (await desk.presses(officer, desk.cardOf(officer), 'Change')) as Card
    const after = await desk.presses(officer, { id, card: form }, 'Show the plan', { startDay: '2026-12-21' })
    expect(words(after)).toContain('starts Mon 21 Dec 2026 17:30')
    expect(words(after)).toContain('Hold the meeting by\nWed 30 Dec 2026')
    expect(desk.cardOf(officer).id).toBe(id)
  })

  test('a worker who is named in place of another comes instead; the rest of what is known stays', async () => {
    await paste()
    const { id } = desk.cardOf(officer)
    const form = (await desk.presses(officer, desk.cardOf(officer), 'Change')) as Card
    const filled = { 'people:supervisingSocialWorker': 'Imelda Castellano, imelda.castellano@brackenshire.example' }
    const after = await desk.presses(officer, { id, card: form }, 'Show the plan', filled)
    expect(words(after)).toContain('Imelda Castellano, supervising social worker')
    expect(words(after)).not.toContain('Tobias Greenhalgh')
    expect(words(after)).toContain('mother on a separate invitation')
  })

  test('Back leaves everything as it was', async () => {
    await paste()
    const { id } = desk.cardOf(officer)
    const form = (await desk.presses(officer, desk.cardOf(officer), 'Change')) as Card
    expect(words(await desk.presses(officer, { id, card: form }, 'Back'))).toContain('starts Fri 18 Dec 2026 17:30')
  })
})

describe('Not a placement', () => {
  test('puts the draft aside; nothing was sent, and one line is left', async () => {
    await paste()
    await desk.presses(officer, desk.cardOf(officer), 'Not a placement')
    expect(words(desk.cardsOf(officer)[0]!)).toContain('Put aside: not a placement')
    await desk.work()
    expect(desk.calendar.events.size).toBe(0)
  })
})

describe('the form', () => {
  const filled = {
    caseReference: 'BKS-204417',
    placementReference: 'PL-30951',
    'child.ageInYears': '9',
    'child.initials': 'QX',
    'placement.type': 'foster',
    'placement.basis': 'emergency',
    startDay: '2026-12-18',
    startTime: '17:30',
    'people:childsSocialWorker': 'Rosalind Achterberg, rosalind.achterberg@brackenshire.example',
    'people:supervisingSocialWorker': 'Tobias Greenhalgh, tobias.greenhalgh@brackenshire.example',
    'people:fosterCarer': 'Marguerite Oyelaran, m.oyelaran@homefires.example; Peter Oyelaran',
    'placement.area': 'inside',
  }

  test('“confirm” is answered with it, and what is filled in becomes the same preview, in place', async () => {
    await desk.says(officer, 'Confirm')
    const form = desk.cardOf(officer)
    const preview = await desk.presses(officer, form, 'Show the plan', filled)
    expect(words(preview)).toContain('Foster · emergency · starts Fri 18 Dec 2026 17:30')
    expect(words(preview)).toContain('Will the child come?')
    const { id } = desk.cardOf(officer)
    expect(id).toBe(form.id)
    await desk.presses(officer, { id, card: preview as Card }, 'Schedule', { 'part:child': 'contribute' })
    await desk.work()
    expect(words(desk.cardOf(officer))).toContain('Arranged for')
    expect(desk.cardsOf(officer)).toHaveLength(1)
  })

  test('a field that cannot be read is named, and everything else is still filled in', async () => {
    await desk.says(officer, 'confirm')
    const after = await desk.presses(officer, desk.cardOf(officer), 'Show the plan', {
      ...filled,
      'child.ageInYears': 'nine-ish',
    })
    expect(words(after)).toContain('a whole number of years from 0 to 17')
    expect(inputsIn(after).find(({ id }) => id === 'people:fosterCarer')?.value).toContain('Peter Oyelaran')
  })
})

describe('who does what when Schedule is not theirs', () => {
  test('a social worker’s paste waits for somebody who may confirm, and says so', async () => {
    await desk.says(socialWorker, EMERGENCY_FOSTER)
    const preview = desk.cardOf(socialWorker)
    expect(words(preview)).toContain('A placement officer, a manager or the emergency duty team has to confirm')
    expect(verbsIn(preview.card)).not.toContain('schedule')
  })

  test('the officer who pastes the same finds that draft, schedules it, and the social worker sees it arranged', async () => {
    await desk.says(socialWorker, EMERGENCY_FOSTER)
    await paste()
    await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    await desk.work()
    expect(words(desk.cardOf(socialWorker))).toContain('You are asked to a planning meeting: Mon 21 Dec 2026 10:00')
    expect(words(desk.cardOf(supervising))).toContain('You are asked to a planning meeting')
  })
})

describe('words that are no confirmation', () => {
  test('help says what the app can do', async () => {
    await desk.says(officer, 'Help!')
    expect(words(desk.cardOf(officer))).toContain('I turn a placement confirmation into a planning meeting')
  })

  test('“what is due” lists what will be missed first, with the way to it', async () => {
    await paste()
    await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    await desk.work()
    await desk.says(officer, 'What is due?')
    const list = desk.cardsOf(officer).at(-1)!
    expect(words(list)).toMatch(/PPM-[0-9A-Z]{4} · Arranged/)
    expect(JSON.stringify(list.card)).toContain('https://planning.brackenshire.example/tab/meetings/')
  })

  test('chatter gets one short hint, and nothing is kept of it', async () => {
    await desk.says(officer, 'Thanks, see you on Monday')
    expect(desk.textsOf(officer)).toHaveLength(1)
    expect(desk.textsOf(officer)[0]).toContain('I found no placement confirmation')
  })

  test('somebody whom the directory does not know gets a polite sentence and nothing else', async () => {
    const nobody = { ...officer, objectId: 'nobody', name: 'Nobody' }
    await desk.says(nobody, EMERGENCY_FOSTER)
    expect(desk.cardsOf(nobody)).toEqual([])
    expect(desk.textsOf(nobody)).toHaveLength(1)
    expect(desk.memory.conversations.size).toBe(0)
  })
})

describe('meeting the app for the first time', () => {
  const installed = () => desk.says(officer, '', { type: 'installationUpdate', action: 'add' })

  test('one welcome, also when Teams tells of the installation in two ways', async () => {
    await installed()
    await desk.says(officer, '', {
      type: 'conversationUpdate',
      membersAdded: [{ id: '28:3f1c0c5e-9b77-4c37-9d5e-6f3a2b1c0d9e' }],
    })
    expect(desk.cardsOf(officer).map(({ summary }) => summary)).toEqual(['What I can do'])
    expect(await desk.memory.conversation(officer)).toMatchObject({ conversationId: 'a:chat-of-officer' })
  })

  test('once it is removed, the way to the person is forgotten', async () => {
    await installed()
    await desk.says(officer, '', { type: 'installationUpdate', action: 'remove' })
    expect(await desk.memory.conversation(officer)).toBeNull()
  })
})

describe('a confirmation that changes after it was read (B9)', () => {
  test('edited, it is read again and shown again; nothing has been sent', async () => {
    await paste(EMERGENCY_FOSTER, { id: 'm-1' })
    const edited = EMERGENCY_FOSTER.replace('18/12/2026 at 5.30pm', '21/12/2026 at 5.30pm')
    await desk.says(officer, edited, {
      type: 'messageUpdate',
      id: 'm-1',
      channelData: { eventType: 'editMessage', tenant: { id: officer.tenantId } },
    })
    expect(words(desk.cardOf(officer))).toContain('starts Mon 21 Dec 2026 17:30')
  })

  test('edited after it was confirmed, it is shown what differs, and nothing is changed', async () => {
    await paste(EMERGENCY_FOSTER, { id: 'm-1' })
    await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    await desk.work()
    const edited = EMERGENCY_FOSTER.replace('18/12/2026 at 5.30pm', '19/12/2026 at 5.30pm')
    await desk.says(officer, edited, { type: 'messageUpdate', id: 'm-1' })
    expect(words(desk.cardOf(officer))).toContain('differs in the start. What would follow stands below')
    expect(words(desk.cardOf(officer))).toContain('Arranged for Mon 21 Dec 2026, 10:00')
  })

  test('deleted, the sender is asked what is meant; a deleted chat line is nobody’s business', async () => {
    await paste(EMERGENCY_FOSTER, { id: 'm-1' })
    await desk.says(officer, '', { type: 'messageDelete', id: 'm-other' })
    expect(desk.textsOf(officer)).toEqual([])
    await desk.says(officer, '', { type: 'messageDelete', id: 'm-1' })
    expect(words(desk.cardOf(officer))).toContain('The message that this came from was deleted')
    expect(verbsIn(desk.cardOf(officer).card)).toContain('cancel')
  })
})
