/** Every job that is kept can be read again: one entry that stands twice would stop them all. */
import { describe, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { z } from 'zod'
import { jobSchema, type Job } from '../../../shared/wire/jobs.ts'

const MEETING = { meetingId: 'b1d7e3f4-0a68-4c2b-8f19-7e5a4d3c2b10' }
const MAIL = '2c9b8a7d-6e5f-4d3c-b2a1-90f8e7d6c5b4'
const AT = '2026-12-18T16:05:00Z'

/** What each is kept with; the type wants one for every name that there is. */
const KEPT: { [Name in Job['name']]: object } = {
  bringOutlookInStep: MEETING,
  lookAtOutlook: { ...MEETING, round: 0 },
  guardVideo: { ...MEETING, round: 2 },
  keepWatch: {},
  compareWithOutlook: {},
  checkAudit: {},
  followCalendars: {},
  showMeeting: MEETING,
  showPlacement: { placementId: '6f0c2a9e-51c7-4d0e-9a53-2f6d1c7b8e01' },
  countChances: MEETING,
  tellNoDelegate: { of: 'draft', id: '2c9b8a7d-6e5f-4d3c-b2a1-90f8e7d6c5b4' },
  tellRunningOut: { ...MEETING, left: 'few' },
  sendReminder: { ...MEETING, person: 'fosterCarer:1', kind: 'morning', meetingStart: AT },
  settleHeldTimes: MEETING,
  keepCalendarHolds: MEETING,
  sendLink: { ...MEETING, person: 'mother:1', round: 1, askedAt: AT },
  sayItIsOff: { ...MEETING, person: 'mother:1', round: 1 },
  readMailbox: {},
  takeMail: { mailId: 'AAMkAGI2' },
  tellOfMail: { mail: MAIL, person: 'officer' },
  showMail: { mail: MAIL },
  showDraft: { draftId: MAIL },
  offerAgain: { draftId: MAIL },
  answerInOutlook: { ...MEETING, person: 'childsSocialWorker:1', choice: 'coming' },
}

describe('a job that is kept', () => {
  test.each(Object.entries(KEPT))('%s is read as it was written', (name, kept) => {
    expect(jobSchema.parse({ name, ...kept })).toEqual({ name, ...kept })
  })

  test('has a name of its own', () => {
    const names = jobSchema.options.map(({ shape }) => shape.name.value)
    expect([...names].sort()).toEqual(Object.keys(KEPT).sort())
  })

  test.each([
    ['of a name that there is not', { name: 'bringTheMoonInStep', ...MEETING }],
    ['without what it is about', { name: 'showMeeting' }],
    ['from a moment that is none', { name: 'sendLink', ...MEETING, person: 'mother:1', round: 1, askedAt: 'tomorrow' }],
  ])('%s is refused, and stops no other', (_, kept) => {
    expect(jobSchema.safeParse(kept).success).toBe(false)
  })
})

describe('whatever crosses a border', () => {
  const folder = new URL('../../../shared/wire/', import.meta.url)

  // A list of alternatives is put together when something is first read by it, and fails only then.
  test.each(readdirSync(folder))('%s can read: none of its alternatives stands twice', async (file) => {
    const schemas = Object.values((await import(new URL(file, folder).href)) as object).filter(
      (one) => one instanceof z.ZodType,
    )
    for (const schema of schemas) expect(() => schema.safeParse({})).not.toThrow()
  })
})
