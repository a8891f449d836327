import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Workplace } from '../../bot/local/workplace.ts'
import { aMeeting, aWorkplace, graphOf, PLANNING, type Graph } from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph
let event: string

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
})
beforeEach(async () => {
  await workplace.reset()
  const { body } = await graph('POST', `/users/${PLANNING}/events`, aMeeting())
  event = `/users/${PLANNING}/events/${body.id}`
})
afterAll(() => workplace.close())

describe('an open extension', () => {
  const name = 'example.planning'
  const values = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: name, meeting: 'meeting-1' }

  test('is added once, read, changed and taken away', async () => {
    expect((await graph('POST', `${event}/extensions`, values)).status).toBe(201)
    expect((await graph('POST', `${event}/extensions`, values)).status).toBe(409)
    expect((await graph('GET', `${event}?$expand=extensions`)).body).toMatchObject({
      extensions: [{ meeting: 'meeting-1' }],
    })
    const one = `${event}/extensions/${name}`
    expect((await graph('PATCH', one, { generation: 2 })).body).toMatchObject({ meeting: 'meeting-1', generation: 2 })
    expect((await graph('DELETE', one)).status).toBe(204)
    expect((await graph('GET', one)).status).toBe(404)
  })

  test('needs a name', async () => {
    expect((await graph('POST', `${event}/extensions`, { meeting: 'meeting-1' })).status).toBe(400)
  })
})

describe('a file on an event', () => {
  test('is kept and listed', async () => {
    const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'map.txt', contentBytes: 'bWFw' }
    expect((await graph('POST', `${event}/attachments`, file)).status).toBe(201)
    expect((await graph('GET', event)).body).toMatchObject({ hasAttachments: true })
    const { body } = await graph('GET', `${event}/attachments`)
    expect(body.value).toMatchObject([{ name: 'map.txt', contentBytes: 'bWFw', size: 3 }])
  })
})

test('recurring meetings are more than the stand-in keeps, and it says so', async () => {
  const recurrence = { pattern: { type: 'daily', interval: 1 }, range: { type: 'noEnd', startDate: '2026-12-21' } }
  const { status, body } = await graph(
    'POST',
    `/users/${PLANNING}/events`,
    aMeeting({ recurrence, transactionId: 'other' }),
  )
  expect([status, body.error.code]).toEqual([501, 'NotImplemented'])
})
