/** The audit log is looked over each night, and whoever has to hear of a change in it does (P-52). */
import { beforeEach, expect, test } from '@jest/globals'
import { checkAudit, firstAuditCheck } from '../../bot/meetings/check-audit.ts'
import type { AuditCheck, AuditTrail } from '../../bot/meetings/ports.ts'
import { auditLogCheck } from '../../bot/preflight/audit-log.ts'
import { preflightSummary } from '../../shared/preflight.ts'
import { addHours, instant, type Instant } from '../../shared/dates/time.ts'
import { useDesk, type Desk } from '../support/practice-desk.ts'

const current = useDesk({ now: '2026-10-24T16:00:00Z' })
let desk: Desk
beforeEach(() => {
  desk = current()
})

class Trail implements AuditTrail {
  broken: AuditCheck['broken'] = null
  #last: AuditCheck | null = null
  check = async (at: Instant) => (this.#last = { at, lines: 41, broken: this.broken })
  lastCheck = async () => this.#last
}

const next = () => desk.planned.filter(({ job }) => job.name === 'checkAudit').map(({ dueAt }) => dueAt)

test('a few minutes after the start, and every night at a quarter past three, also over a change of the clocks', async () => {
  const trail = new Trail()
  expect(firstAuditCheck(desk.clock.now()).dueAt).toBe('2026-10-24T16:02:00Z')
  await checkAudit(trail, desk.ports)
  expect(next()).toEqual(['2026-10-25T03:15:00Z'])
  desk.clock.set(instant('2026-10-25T03:15:00Z'))
  await checkAudit(trail, desk.ports)
  expect(next()).toEqual(['2026-10-26T03:15:00Z'])
})

test('a night that goes wrong leaves none of the next ones out', async () => {
  const failing = { ...new Trail(), check: () => Promise.reject(new Error('no database')), lastCheck: async () => null }
  await expect(checkAudit(failing, desk.ports)).rejects.toThrow('no database')
  expect(next()).toEqual(['2026-10-25T03:15:00Z'])
})

test('where all is as it was written, nobody hears of it', async () => {
  expect((await checkAudit(new Trail(), desk.ports)).broken).toBeNull()
  expect(desk.mail.sent.size).toBe(0)
})

test('where it was changed, the authority’s mailbox hears of it once, in words that say nothing of a child or a person', async () => {
  const trail = new Trail()
  trail.broken = { at: 17, since: desk.clock.now() }
  expect(await checkAudit(trail, desk.ports)).toMatchObject({ broken: { at: 17 } })
  desk.clock.set(instant('2026-10-25T03:15:00Z'))
  await checkAudit(trail, desk.ports)
  const { contact } = desk.ports.settings
  expect([...desk.mail.sent.values()].map(({ to }) => to)).toEqual([contact.serviceMailbox])
  const [letter] = [...desk.mail.sent.values()]
  expect(letter!.subject).toBe('Planning – the log of who did what has been changed')
  expect(letter!.text).toMatch(/at line 17 .* noticed on Sat 24 Oct 2026 17:00[.]/)
  expect(letter!.text).toMatch(/data protection officer/)
})

test('the preflight says how it stands, and is not in order while the log is broken, old or never looked over', async () => {
  const at = instant('2026-10-25T03:15:00Z')
  const now = addHours(at, 12)
  const whole: AuditCheck = { at, lines: 41, broken: null }
  const outcomes = [
    auditLogCheck(whole, now),
    auditLogCheck({ ...whole, broken: { at: 17, since: at } }, now),
    auditLogCheck(whole, addHours(at, 49)),
    auditLogCheck(null, now),
  ]
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['works', 'broken', 'unknown', 'unknown'])
  expect(outcomes[0]!.words).toBe('All 41 lines are as they were written, looked over on Sun 25 Oct 2026 03:15.')
  expect(outcomes[1]!.words).toMatch(/^Line 17 was changed/)
  expect(preflightSummary(outcomes)).toBe('Of 4 checks: 1 broken, 2 not known.')
})
