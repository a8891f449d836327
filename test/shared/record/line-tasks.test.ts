/** What an answer of a checklist gives somebody to do, as soon as it is pressed. */
import { describe, expect, test } from '@jest/globals'
import { taskOf } from '../../../shared/record/line-tasks.ts'
import type { ChecklistLine } from '../../../shared/record/checklists.ts'
import { gapsIn } from '../../../shared/record/minutes-gaps.ts'
import { meetingView } from '../../../shared/meeting/meeting-view.ts'
import { NO_MINUTES } from '../../../shared/record/minutes.ts'
import { day, instant, type LocalDate } from '../../../shared/dates/time.ts'
import { aConfirmation, thePeople } from '../../support/builders.ts'
import { practiceOf } from '../../support/fixture-cases.ts'
import { Office, WORKERS } from '../../support/office.ts'

/** What the chair has in front of them, and what an answer comes to. */
async function aChair(over: Parameters<typeof aConfirmation>[0] = {}, today: LocalDate = day('2026-11-04')) {
  const office = new Office({ now: '2026-11-02T09:00:00Z' })
  const meeting = await office.arrange(
    await office.confirm(aConfirmation({ ...over, placement: { basis: 'emergency', ...over.placement } })),
    '2026-11-04T10:00:00Z',
  )
  const placement = (await office.ports.store.placement(meeting.placementId))!
  const now = instant('2026-11-04T10:00:00Z')
  const view = meetingView(WORKERS.supervising, placement, meeting, NO_MINUTES, practiceOf('england-default'), now)
  const lines = [...view.chairsLines, ...view.recordLines]
  const lineOf = (id: string): ChecklistLine => lines.find((line) => line.id === id)!
  return { view, lines, on: (id: string, answer = 'needed') => taskOf(lineOf(id), answer, { ...view, today }) }
}

describe('an answer that gives somebody something to do', () => {
  test.each([
    ['CH-3a', 'needed', 'childsSocialWorker:1', '2026-11-09', 'notice, by the day that the law leaves (R-152)'],
    ['CH-3d', 'notKnown', 'childsSocialWorker:1', '2026-11-09', 'who finds out what is not known, by the same day'],
    ['CH-7', 'needed', 'childsSocialWorker:1', '2026-11-09', 'the records, by the day of the plan (R-156)'],
    ['CH-5b', 'needed', 'fosterCarer:1', '2026-11-11', 'registering, by the carer, in 5 working days (R-154)'],
    ['CH-8', 'needed', 'childsSocialWorker:1', '2026-11-11', 'copies, where nobody takes the minutes (R-156)'],
    ['CH-2', 'needed', 'designatedManager', '2026-11-11', 'approval, by whoever gives it, by their role (R-151)'],
    ['parentUnderstands', 'followUp', 'childsSocialWorker:1', '2026-11-11', 'explaining to a parent (R-172)'],
  ])('%s, %s: %s by %s: %s', async (id, answer, owner, by) => {
    expect((await aChair()).on(id, answer)).toEqual({ owner, by })
  })

  test('is the home’s where the child lives in one', async () => {
    const people = [
      ...thePeople().filter(({ role }) => role !== 'fosterCarer'),
      { role: 'registeredManager' as const, name: 'Moira Fensom', email: 'moira@home.example', insideTenant: false },
    ]
    const { on } = await aChair({ people, placement: { type: 'residential' } })
    expect(on('CH-5c')).toMatchObject({ owner: 'registeredManager:1' })
    expect(on('behaviourPlan', 'later')).toMatchObject({ owner: 'registeredManager:1' })
  })

  test('with nobody whose it is by practice stays open, and the record cannot be closed without an owner (R-117)', async () => {
    const { view, on } = await aChair()
    const line = { ...view.chairsLines[0]!, id: 'EM-4' }
    const task = taskOf(line, 'needed', { ...view, today: day('2026-11-04') })
    expect(task).toEqual({ owner: '', by: day('2026-11-11') })
    const lines = { 'CH-1': { answer: 'needed', owner: '' as const, by: task!.by } }
    const words = gapsIn(view, { ...NO_MINUTES, lines }).map((gap) => gap.words)
    expect(words).toContain('Consultations that the decision to look after a child calls for: an owner is needed')
    expect(on('CH-1', 'done')).toBeNull()
    expect(on('CH-1', 'notNeeded')).toBeNull()
  })

  test('whose clock has run out is due in five working days; beyond the bank holidays that are known, on no day', async () => {
    expect((await aChair({}, day('2026-11-16'))).on('CH-3a')).toMatchObject({ by: day('2026-11-23') })
    expect((await aChair({}, day('2031-11-16'))).on('CH-3a')).toMatchObject({ by: '' })
  })

  test('takes no longer than the law leaves for the line', async () => {
    const { view } = await aChair()
    const line = { ...view.chairsLines.find(({ id }) => id === 'CH-5b')! }
    const known = { ...view, lastDays: { 'CH-5b': day('2026-11-06') }, today: day('2026-11-04') }
    expect(taskOf(line, 'needed', known)).toMatchObject({ by: day('2026-11-06') })
  })

  test('never falls on a day before it is given, whatever the line', async () => {
    const { lines, on } = await aChair()
    for (const { id, options } of lines) {
      for (const { value, needs } of options) {
        const task = on(id, value)
        expect(task !== null).toBe(needs.includes('owner'))
        if (task) expect([id, task.by >= '2026-11-04']).toEqual([id, true])
      }
    }
  })
})
