import { beforeEach, describe, expect, test } from '@jest/globals'
import { answerInvitation } from '../../bot/meetings/answer-invitation.ts'
import { cancelMeeting, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { confirmPlacement } from '../../bot/meetings/confirm-placement.ts'
import type { Draft } from '../../shared/placement/draft.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { arrangeOn, pasteOn, pressOn } from '../support/arranging.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { STAFF, useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-12-18T16:05:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

const paste = (text?: string) => pasteOn(desk, text)
const press = (draft: Draft, over: object = {}) => pressOn(desk, draft, over)
const arrangedMeeting = () => arrangeOn(desk)

describe('a pasted confirmation', () => {
  test('is understood as a whole, with up to three times in which everyone inside is free', async () => {
    const draft = await paste()
    expect(draft.plan).toMatchObject({ status: 'ready', basis: { value: 'emergency', stated: true } })
    expect(draft.asks).toEqual([])
    expect(draft.offered[0]).toHaveLength(3)
    expect(draft.offered[0]![0]).toMatchObject({ inTime: true, busy: [], unknown: ['mother:1', 'fosterCarer:1'] })
  })

  test('sends nothing before somebody presses Schedule', async () => {
    await paste()
    await desk.work()
    expect(desk.calendar.events.size).toBe(0)
    expect(desk.announcer.reminded).toEqual([])
  })

  test('pasted twice is one draft (E-10)', async () => {
    expect((await paste()).id).toBe((await paste()).id)
  })
})

describe('one press of Schedule', () => {
  test('books one event for staff and carers and one for the mother, and nothing of the child is in them (P-01, P-02, P-06)', async () => {
    const meeting = await arrangedMeeting()
    expect(meeting.state).toBe('arranged')
    const [core, family] = [...desk.calendar.events.values()].map(({ invitation }) => invitation)
    expect(core!.attendees.map(({ email }) => email).sort()).toEqual([
      'm.oyelaran@homefires.example',
      'tobias.greenhalgh@brackenshire.example',
    ])
    expect(core!.organiser).toBe('rosalind.achterberg@brackenshire.example')
    expect(family!.attendees.map(({ email }) => email)).toEqual(['petra.v@post.example'])
    expect(family!.body).toContain([...desk.calendar.events.values()][0]!.joinUrl)
    for (const invitation of [core!, family!]) {
      expect(invitation.subject).toMatch(/^Planning meeting – ref PPM-[2-9A-Z]{4}$/)
      expect(JSON.stringify(invitation)).not.toMatch(/K\.?V\b|Tannery|BKS-204417|PL-30951/)
    }
  })

  test('asks Outlook at most three times until the core event is there', async () => {
    await arrangedMeeting()
    expect(desk.calendar.calls.slice(0, 3)).toEqual(['getSchedule', 'getSchedule', 'book'])
  })

  test('pressed twice, or by two officers at once, books once', async () => {
    const draft = await paste()
    const click = { draftId: draft.id, version: draft.version, answers: {}, chosen: [] }
    const pressed = await Promise.all([
      confirmPlacement(click, STAFF.officer, desk.ports),
      confirmPlacement(click, STAFF.otherOfficer, desk.ports),
      confirmPlacement(click, STAFF.officer, desk.ports),
    ])
    await desk.work()
    expect(pressed.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(desk.calendar.events.size).toBe(2)
  })

  test('by somebody who may not confirm is refused, and nothing is stored', async () => {
    const draft = await paste()
    const pressed = await confirmPlacement(
      { draftId: draft.id, version: draft.version, answers: {}, chosen: [] },
      STAFF.socialWorker,
      desk.ports,
    )
    expect(pressed).toMatchObject({ ok: false, reason: 'mayNotConfirm' })
    expect(await desk.store.placementFor('BKS-204417', 'PL-30951')).toBeNull()
  })

  test('with a question still open is refused, and what was answered is kept', async () => {
    const draft = await paste(
      EMERGENCY_FOSTER.replace("Child's part in the meeting: contribute\n", '').replace('Emergency\n', '\n'),
    )
    expect(draft.plan!.questions.map(({ id }) => id)).toContain('part:child')
    const pressed = await press(draft, { answers: { basis: 'emergency' } })
    expect(pressed).toMatchObject({ ok: false, reason: 'questionsOpen' })
    const kept = pressed.ok ? null : pressed.draft
    expect(kept?.plan?.questions.map(({ id }) => id)).toEqual(['part:child'])
    expect(await press(kept!, { answers: { 'part:child': 'contribute' } })).toMatchObject({ ok: true })
  })

  test('on a card that shows an older draft is refused with the draft as it is now', async () => {
    const old = await paste()
    await paste(EMERGENCY_FOSTER.replace('5.30pm', '6pm'))
    expect(await press(old)).toMatchObject({ ok: false, reason: 'stale', draft: { version: old.version + 1 } })
  })
})

describe('when Outlook is in trouble', () => {
  test('a booking whose outcome nobody knows is looked for, not made again', async () => {
    desk.calendar.faults.push({ on: 'book', is: 'lost' })
    const pressed = await press(await paste())
    if (!pressed.ok) throw new Error(pressed.reason)
    await desk.work()
    expect((await desk.store.meeting(pressed.value.meetings[0]!.id))!.state).toBe('arranging')
    await desk.at('2026-12-18T16:06:00Z')
    expect(desk.failures).toEqual([])
    const meeting = await desk.store.meeting(pressed.value.meetings[0]!.id)
    expect(meeting!.state).toBe('arranged')
    expect(desk.calendar.events.size).toBe(2)
  })

  test('the time taken by somebody else in the meantime is offered no more', async () => {
    const draft = await paste()
    const wanted = draft.offered[0]![0]!
    desk.calendar.busy.set(STAFF.supervising.email, [wanted])
    const pressed = await press(draft, { chosen: [wanted.start] })
    if (!pressed.ok) throw new Error(pressed.reason)
    await desk.work()
    const meeting = (await desk.store.meeting(pressed.value.meetings[0]!.id))!
    expect(meeting).toMatchObject({ state: 'toArrange', problem: 'timeTaken' })
    expect(meeting.offered.map(({ start }) => start)).not.toContain(wanted.start)
    expect(desk.calendar.events.size).toBe(0)
  })

  test('no times are offered while it cannot be asked, and after two hours a person is told', async () => {
    desk.calendar.reachable = false
    expect((await paste()).offered).toEqual([null])
    desk.calendar.reachable = true
    const draft = await paste()
    desk.calendar.reachable = false
    const pressed = await press(draft)
    if (!pressed.ok) throw new Error(pressed.reason)
    await desk.work()
    desk.clock.set(addMinutes(desk.clock.now(), 180))
    await desk.retry()
    const meeting = await desk.store.meeting(pressed.value.meetings[0]!.id)
    expect(meeting).toMatchObject({ state: 'toArrange', problem: 'outlookUnreachable' })
  })
})

describe('reminders', () => {
  test('go to people in Teams on booking, two working days before and on the morning; outsiders get letters', async () => {
    const meeting = await arrangedMeeting()
    const slot = meeting.state === 'arranged' ? meeting.slot : null
    expect(slot!.start).toBe(instant('2026-12-21T10:00:00Z'))
    expect(desk.announcer.reminded.map(({ email, kind }) => `${kind} ${email}`).sort()).toEqual([
      'booked barnaby.okonkwo@brackenshire.example',
      'booked rosalind.achterberg@brackenshire.example',
      'booked tobias.greenhalgh@brackenshire.example',
    ])
    await desk.at('2026-12-21T09:00:00Z')
    expect(
      desk.announcer.reminded
        .filter(({ kind }) => kind === 'morning')
        .map(({ email }) => email)
        .sort(),
    ).toEqual(['rosalind.achterberg@brackenshire.example', 'tobias.greenhalgh@brackenshire.example'])
    expect([...desk.mail.sent.values()].map(({ to }) => to).sort()).toEqual([
      'm.oyelaran@homefires.example',
      'petra.v@post.example',
    ])
  })

  test('never speak of the old time of a moved meeting', async () => {
    const meeting = await arrangedMeeting()
    const start = instant('2026-12-23T11:00:00Z')
    const moved = await moveMeeting(
      { meetingId: meeting.id, version: meeting.version, start, reason: 'The carer is away' },
      STAFF.socialWorker,
      desk.ports,
    )
    expect(moved.ok).toBe(true)
    await desk.work()
    await desk.at('2026-12-23T10:30:00Z')
    const later = desk.announcer.reminded.filter(({ kind }) => kind !== 'booked')
    expect(new Set(later.map(({ start: at }) => at))).toEqual(new Set([start]))
    expect([...desk.calendar.events.values()].map(({ slot }) => slot.start)).toEqual([start, start])
  })

  test('end with a cancelled meeting, and so do its events', async () => {
    const meeting = await arrangedMeeting()
    const before = desk.announcer.reminded.length
    await cancelMeeting(
      { meetingId: meeting.id, version: meeting.version, reason: 'fell through' },
      STAFF.officer,
      desk.ports,
    )
    await desk.at('2026-12-22T09:00:00Z')
    expect(desk.calendar.events.size).toBe(0)
    expect(desk.announcer.reminded).toHaveLength(before)
    expect(desk.mail.sent.size).toBe(0)
  })

  test('go by letter where Teams does not reach somebody, and never both ways', async () => {
    desk.announcer.unreachable.add(STAFF.supervising.email)
    await arrangedMeeting()
    expect([...desk.mail.sent.values()].map(({ to }) => to)).toEqual([STAFF.supervising.email])
  })
})

describe('an answer', () => {
  test('given with one tap is kept and shown in Outlook; answers at the same moment all count', async () => {
    const meeting = await arrangedMeeting()
    await Promise.all([
      answerInvitation({ meetingId: meeting.id, choice: 'byVideo' }, STAFF.supervising, desk.ports),
      answerInvitation({ meetingId: meeting.id, choice: 'coming' }, STAFF.socialWorker, desk.ports),
    ])
    await desk.work()
    const after = (await desk.store.meeting(meeting.id))!
    expect(after.answers['supervisingSocialWorker:1']?.choice).toBe('byVideo')
    expect(after.answers['childsSocialWorker:1']?.choice).toBe('coming')
    const core = [...desk.calendar.events.values()].find(({ invitation }) => invitation.key === 'core')!
    expect(core.answers.get(STAFF.supervising.email)?.choice).toBe('byVideo')
  })

  test('of somebody who is only told of the meeting is refused in words', async () => {
    const meeting = await arrangedMeeting()
    expect(
      await answerInvitation({ meetingId: meeting.id, choice: 'coming' }, STAFF.reviewing, desk.ports),
    ).toMatchObject({
      ok: false,
      refusal: { reason: 'notInvited' },
    })
  })
})
