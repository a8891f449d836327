import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { calendarFacts, calendarTimes } from '../../../bot/local/pages/outlook/calendar-file.ts'
import type { Workplace } from '../../../bot/local/workplace.ts'
import {
  aMeeting,
  aWorkplace,
  graphOf,
  PLANNING,
  routesOf,
  TINA,
  type LocalRoutes,
} from '../../support/local-workplace.ts'

let workplace: Workplace
let routes: LocalRoutes

beforeAll(async () => {
  workplace = await aWorkplace()
  routes = await routesOf(workplace)
})
afterAll(async () => {
  routes.close()
  await workplace.close()
})

test('the invitation that reached a carer by e-mail is shown in words', async () => {
  const graph = await graphOf(workplace)
  await graph('POST', `/users/${PLANNING}/events`, aMeeting({ hideAttendees: true }))
  const { body } = await routes.get(`/outlook/${TINA}/messages`)
  const [{ attachments }] = (body as { value: { attachments: { contentBytes: string }[] }[] }).value as [
    { attachments: [{ contentBytes: string }] },
  ]
  const file = Buffer.from(attachments[0].contentBytes, 'base64').toString('utf8')
  expect(calendarTimes(file)).toBe('Mon 21 Dec 2026 10:00 to 11:00')
  const facts = calendarFacts(file)
  expect(Object.fromEntries(facts.map(({ label, value }) => [label, value]))).toMatchObject({
    What: 'Invitation, or a change of one',
    Subject: 'Planning meeting ref PPM-7K2D',
    Begins: 'Mon 21 Dec 2026 10:00',
    Ends: 'Mon 21 Dec 2026 11:00',
    Organiser: `Placement Planning (${PLANNING})`,
    Invited: `Tina Bramwell (${TINA})`,
  })
})

test('folded lines and escaped marks are read as they were meant', () => {
  const file = ['BEGIN:VEVENT', 'DESCRIPTION:A planning meet', ' ing\\, on Monday.\\nPlease ring.', 'END:VEVENT']
  expect(calendarFacts(file.join('\r\n'))).toEqual([
    { label: 'Words', value: 'A planning meeting, on Monday.\nPlease ring.' },
  ])
})
