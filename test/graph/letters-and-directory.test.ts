import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { outlookMail } from '../../bot/graph/outlook-mail.ts'
import { peopleDirectory } from '../../bot/graph/people-directory.ts'
import { PLANNING_MAILBOX } from '../../bot/local/people/service-mailboxes.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'

const NOW = instant('2026-12-18T16:05:00Z')

let outlook: LocalOutlook

beforeAll(async () => {
  outlook = await aLocalOutlook({ startAt: NOW })
})
afterAll(() => outlook.close())
beforeEach(() => outlook.workplace.reset())

const inside = (role: string) => outlook.workplace.people.find((one) => one.role === role && one.insideTenant)!
const outside = (role: string) => outlook.workplace.people.find((one) => one.role === role && !one.insideTenant)!

describe('diaries', () => {
  test('of people inside are known, and of people outside never free but unknown (E-44)', async () => {
    const worker = inside('childsSocialWorker').email
    const carer = outside('fosterCarer').email
    const diaries = await outlook.calendar.diaries(worker, [worker, carer], {
      start: NOW,
      end: addMinutes(NOW, 7 * 24 * 60),
    })
    expect(diaries.get(carer.toLowerCase())).toEqual({ known: false })
    expect(diaries.get(worker.toLowerCase())).toMatchObject({ known: true })
  })
})

describe('letters', () => {
  test('with one id are sent once', async () => {
    const mail = outlookMail(outlook.graph)
    const carer = outside('fosterCarer')
    const letter = {
      id: 'm/1',
      to: carer.email,
      toName: carer.name,
      subject: 'Planning meeting – ref PPM-7K2D',
      text: 'Dear',
    }
    const from = PLANNING_MAILBOX
    await mail.send(from, letter)
    await mail.send(from, letter)
    expect(outlook.workplace.mails().filter(({ subject }) => subject === letter.subject)).toHaveLength(1)
  })
})

describe('the directory', () => {
  test('knows people by address and by id, with the role that their job title says', async () => {
    const people = peopleDirectory(outlook.graph, {
      tenantId: outlook.workplace.tenantId,
      clock: outlook.workplace.clock,
    })
    for (const one of outlook.workplace.people.filter(({ insideTenant, role }) => insideTenant && role)) {
      expect(await people.byEmail(one.email.toUpperCase())).toMatchObject({ objectId: one.aadObjectId, role: one.role })
    }
    expect(await people.byEmail(outside('mother').email)).toBeNull()
  })
})
