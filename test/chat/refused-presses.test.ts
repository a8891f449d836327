import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Card } from '../../bot/chat/cards/card.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { DirectoryPerson } from '../../bot/meetings/ports.ts'
import { readConfirmationJson } from '../../shared/wire/confirmation.ts'
import { buttonOn, verbsIn, wordsIn } from '../support/card-parts.ts'
import { envelope, useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, otherOfficer, supervising, stranger, socialWorker } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })
let desk: ChatDesk
beforeEach(() => {
  desk = current()
})

const paste = (by: DirectoryPerson = officer, text = EMERGENCY_FOSTER) => desk.says(by, text)
const words = (card: Card | string) => (typeof card === 'string' ? card : wordsIn(card))

async function arranged(): Promise<void> {
  await paste()
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
}

describe('two officers at once', () => {
  test('both press Schedule on the same placement: one meeting, and both see it', async () => {
    await paste(officer)
    await paste(otherOfficer)
    const [first] = desk.cardsOf(officer)
    const again = desk.cardOf(otherOfficer)
    // The second paste took the draft on, so the first officer's preview is older than the draft.
    const both = await Promise.all([
      desk.presses(officer, first!, 'Schedule'),
      desk.presses(otherOfficer, again, 'Schedule'),
    ])
    expect(both.map(words).join()).toContain('Being arranged for')
    await desk.work()
    expect(desk.calendar.events.size).toBe(2)
    expect(words(desk.cardOf(officer).card)).toContain('Arranged for Mon 21 Dec')
    expect(words(desk.cardOf(otherOfficer).card)).toContain('Arranged for Mon 21 Dec')
  })

  test('an older preview is not obeyed: it is drawn anew, and says that nothing was done', async () => {
    await paste(officer)
    const older = desk.cardOf(officer)
    await paste(otherOfficer)
    expect(words(await desk.presses(officer, older, 'Schedule'))).toContain(
      'Somebody changed this in the meantime. Nothing was done',
    )
    expect(desk.planned).toEqual([])
    expect(words(await desk.presses(officer, desk.cardOf(officer), 'Schedule'))).toContain('Being arranged for')
  })
})

describe('a press by somebody who may not', () => {
  /** The press, taken over from somebody else's card. */
  const takenOver = async (by: DirectoryPerson, card: Card, title: string) =>
    desk.presses(by, { id: 'somewhere', card }, title)

  test('a preview that is not theirs gives nothing away', async () => {
    await paste()
    for (const title of ['Schedule', 'Change', 'Not a placement']) {
      expect(await takenOver(stranger, desk.cardOf(officer).card, title)).toContain('This is not here for you any more')
    }
    expect(desk.planned).toEqual([])
    expect(words(await desk.presses(officer, desk.cardOf(officer), 'Schedule'))).toContain('Being arranged')
  })

  test('a meeting of which they are no part gives nothing away', async () => {
    await arranged()
    const { card } = desk.cardOf(officer)
    expect(await takenOver(stranger, card, 'Cancel the meeting')).toContain('This is not here for you')
    expect(desk.calendar.events.size).toBe(2)
  })

  test('who is told of the meeting may not cancel it', async () => {
    await arranged()
    const { card } = desk.cardOf(officer)
    const answer = await desk.presses(STAFF.reviewing, { id: 'somewhere', card }, 'Cancel the meeting', {
      'cancelReason.0': 'why not',
    })
    expect(words(answer)).toContain('This is for the convenor, the chair, the social workers')
    expect(verbsIn(answer)).toEqual(['furtherForm'])
    await desk.work()
    expect(desk.calendar.events.size).toBe(2)
  })

  test('what no card of ours sends is not understood, and nothing is done', async () => {
    await paste()
    const { card } = desk.cardOf(officer)
    const { data } = buttonOn(card, 'Schedule')
    const forgeries: Record<string, unknown>[] = [
      { ...data, draftId: 'not-an-id' },
      { ...data, version: 'latest' },
      { ...data, 'time.0': 'tomorrow' },
      { ...data, verb: 'deleteEverything' },
      { ...data, 'part:mother': { $ne: '' } },
      { ...data, 'what is this?': 'z' },
    ]
    for (const forged of forgeries) {
      const { body } = await desk.send({
        ...envelope(desk.connector.url, officer),
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: forged['verb'], data: forged }, trigger: 'manual' },
      })
      expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' })
    }
    expect(desk.planned).toEqual([])
  })
})

describe('a card that is pressed after things have changed', () => {
  test('a meeting that somebody else moved meanwhile is not moved again: the card shows where it is now', async () => {
    await arranged()
    const older = desk.cardOf(officer)
    const move = { 'time.0': '2026-12-21T14:00:00Z', 'moveReason.0': 'The carer works in the morning' }
    await desk.presses(socialWorker, desk.cardOf(socialWorker), 'Move the meeting', move)
    await desk.work()
    const after = await desk.presses(officer, older, 'Move the meeting', { ...move, 'time.0': '2026-12-21T12:00:00Z' })
    expect(words(after)).toContain('Somebody changed this in the meantime')
    expect(words(after)).toContain('Arranged for Mon 21 Dec 2026, 14:00')
  })

  test('a time that another meeting has taken meanwhile is refused, with other times to choose from', async () => {
    await arranged()
    const second = EMERGENCY_FOSTER.replace('BKS-204417', 'BKS-300001').replace('PL-30951', 'PL-40001')
    await paste(
      otherOfficer,
      second.replace('Petra Vandermolen, petra.v@post.example', 'Ines Adjei, ines@post.example'),
    )
    const preview = desk.cardOf(otherOfficer)
    expect(words(preview.card)).not.toContain('Mon 21 Dec 2026 10:00')
    const third = second.replace('BKS-300001', 'BKS-300002').replace('PL-40001', 'PL-40002')
    await paste(officer, third)
    const [rival] = desk.cardsOf(officer).slice(-1)
    await desk.presses(otherOfficer, preview, 'Schedule')
    const after = await desk.presses(officer, rival!, 'Schedule')
    expect(words(after)).toContain('That time has just been taken')
  })

  test('an answer after the meeting has begun is too late, and is told so', async () => {
    await arranged()
    const card = desk.cardOf(supervising)
    await desk.at('2026-12-21T10:05:00Z')
    expect(words(await desk.presses(supervising, card, 'Coming'))).toContain('The meeting has begun')
  })
})

describe('what a press needs and does not have', () => {
  test('a move without a reason, or a cancellation without one, is asked for it', async () => {
    await arranged()
    expect(words(await desk.presses(officer, desk.cardOf(officer), 'Move the meeting'))).toContain('Please say why')
    expect(words(await desk.presses(officer, desk.cardOf(officer), 'Cancel the meeting'))).toContain('Please say why')
    expect(desk.calendar.events.size).toBe(2)
  })

  test('a time after the last day is asked for its reason, and goes through with one', async () => {
    await arranged()
    const late = { 'ownDay.0': '2027-01-05', 'ownTime.0': '11:00', 'moveReason.0': 'The mother is in hospital' }
    const first = await desk.presses(officer, desk.cardOf(officer), 'Move the meeting', late)
    expect(words(first)).toContain('why it cannot be held in time')
    const second = await desk.presses(officer, desk.cardOf(officer), 'Move the meeting', {
      ...late,
      'late.0': 'Hospital',
    })
    expect(words(second)).toContain('Being arranged for Tue 5 Jan 2027, 11:00')
  })
})

describe('Outlook cannot be reached', () => {
  test('the preview says so instead of offering times, and looks again when asked to', async () => {
    desk.calendar.reachable = false
    await paste()
    const preview = desk.cardOf(officer)
    expect(words(preview.card)).toContain('Outlook cannot be asked for free times just now')
    expect(words(await desk.presses(officer, preview, 'Look again'))).toContain('Outlook cannot be asked')
    desk.calendar.reachable = true
    const after = await desk.presses(officer, desk.cardOf(officer), 'Look again')
    expect(words(after)).toContain('Mon 21 Dec 2026 10:00 – ask mother and foster carer · everyone else free')
  })

  test('after Schedule the card waits, and after two hours says what to do', async () => {
    await paste()
    desk.calendar.reachable = false
    await desk.presses(officer, desk.cardOf(officer), 'Schedule')
    await desk.work()
    expect(words(desk.cardOf(officer).card)).toContain('Outlook is being asked; this card changes when it is done')
    await desk.at('2026-12-18T18:10:00Z')
    await desk.retry()
    expect(words(desk.cardOf(officer).card)).toContain('Outlook could not be reached for two hours')
    desk.calendar.reachable = true
    const own = { 'ownDay.0': '2026-12-21', 'ownTime.0': '11:00' }
    await desk.presses(officer, desk.cardOf(officer), 'Schedule', own)
    await desk.work()
    expect(words(desk.cardOf(officer).card)).toContain('Arranged for Mon 21 Dec 2026, 11:00')
  })
})

describe('a placement that came in by another door', () => {
  test('is shown to the convenor, with times to choose from (R-002, R-197)', async () => {
    const confirmation = readConfirmationJson({
      caseReference: 'BKS-204417',
      placementReference: 'PL-30951',
      child: { initials: 'QX', ageInYears: 9 },
      placement: { type: 'foster', basis: 'emergency', startsAt: '2026-12-18T17:30:00Z', area: 'inside' },
      confirmedAt: '2026-12-18T16:00:00Z',
      confirmedBy: { name: officer.name, email: officer.email, role: 'placementOfficer' },
      people: [
        { role: 'child', decision: { part: 'contribute' } },
        { role: 'childsSocialWorker', name: socialWorker.name, email: socialWorker.email },
        { role: 'supervisingSocialWorker', name: supervising.name, email: supervising.email },
        { role: 'fosterCarer', name: 'Marguerite Oyelaran', email: 'm.oyelaran@homefires.example' },
      ],
    })
    if (!confirmation.ok) throw new Error(JSON.stringify(confirmation.faults))
    await registerConfirmation(confirmation.value, officer, 'api', desk.ports)
    await desk.work()
    const action = desk.cardOf(socialWorker)
    expect(words(action.card)).toContain('Not yet arranged. Choose a time.')
    expect(desk.cardsOf(officer)).toEqual([])
    await desk.presses(socialWorker, action, 'Schedule')
    await desk.work()
    expect(words(desk.cardOf(socialWorker).card)).toContain('You are asked to a planning meeting')
    expect(words(desk.cardOf(socialWorker).card)).toContain('You arrange and chair this meeting.')
  })
})

describe('Teams does not wait longer than five seconds', () => {
  const hurried = useChatDesk({ now: '2026-12-18T16:05:00Z', patienceMs: 1 })

  test('what takes longer is answered with a word, and the card changes by itself', async () => {
    desk = hurried()
    await paste()
    const { store } = desk.ports
    let go = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    desk.ports.store = { ...store, draft: async (id) => held.then(() => store.draft(id)) }
    const { id, card } = desk.cardOf(officer)
    const response = await fetch(`${desk.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...envelope(desk.connector.url, officer),
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: id,
        value: { action: buttonOn(card, 'Schedule'), trigger: 'manual' },
      }),
    })
    expect(await response.json()).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: 'This takes a moment. The card changes by itself when it is done.',
    })
    go()
    await desk.idle()
    expect(words(desk.cardOf(officer).card)).toContain('Being arranged for')
  })
})
