import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Workplace } from '../../bot/local/workplace.ts'
import {
  aWorkplace,
  graphOf,
  INTAKE,
  MARKER,
  OWEN,
  PLANNING,
  routesOf,
  TINA,
  type Graph,
  type GraphBody,
  type LocalRoutes,
} from '../support/local-workplace.ts'

let workplace: Workplace
let graph: Graph
let local: LocalRoutes

beforeAll(async () => {
  workplace = await aWorkplace()
  graph = await graphOf(workplace)
  local = await routesOf(workplace)
})
beforeEach(() => workplace.reset())
afterAll(async () => {
  local.close()
  await workplace.close()
})

const to = (...addresses: string[]) => addresses.map((address) => ({ emailAddress: { address } }))
const letter = (over: Record<string, unknown> = {}) => ({
  subject: 'Planning meeting on Monday',
  body: { contentType: 'text', content: 'Dear Tina,\nplease come on Monday at 10 am.' },
  toRecipients: to(TINA),
  ...over,
})
const messagesOf = async (mailbox: string) =>
  ((await local.get(`/outlook/${mailbox}/messages`)).body as GraphBody).value
const folder = async (name: string, query = '', headers = {}, of = PLANNING) =>
  (await graph('GET', `/users/${of}/mailFolders/${name}/messages${query}`, undefined, headers)).body.value
const mailed = () => workplace.mails().map(({ kind, to }) => `${kind} to ${to}`)

describe('sendMail', () => {
  test('answers 202 with nothing in it, and the letter is there once', async () => {
    const { status, headers, body } = await graph('POST', `/users/${PLANNING}/sendMail`, { message: letter() })
    expect([status, headers.get('content-type'), body]).toEqual([202, null, undefined])
    expect(mailed()).toEqual([`letter to ${TINA}`])
    expect(await messagesOf(TINA)).toMatchObject([
      { subject: 'Planning meeting on Monday', from: { emailAddress: { address: PLANNING } }, isRead: false },
    ])
  })

  test('keeps a copy in Sent Items, unless it is told not to', async () => {
    await graph('POST', `/users/${PLANNING}/sendMail`, { message: letter() })
    await graph('POST', `/users/${PLANNING}/sendMail`, { Message: letter(), SaveToSentItems: false })
    expect(await folder('sentitems')).toHaveLength(1)
    expect(mailed()).toHaveLength(2)
  })

  test('carries headers of our own, and hides blind copies', async () => {
    const internetMessageHeaders = [{ name: 'x-placement-ref', value: 'PPM-7K2D' }]
    await graph('POST', `/users/${PLANNING}/sendMail`, {
      message: letter({ internetMessageHeaders, bccRecipients: to(INTAKE) }),
    })
    const { body } = await graph('GET', `/users/${INTAKE}/messages?$select=internetMessageHeaders,bccRecipients`)
    expect(body.value).toMatchObject([{ internetMessageHeaders, bccRecipients: [] }])
  })

  test.each([
    ['nobody to send it to', { toRecipients: [] }, 400],
    ['a header that is not ours to set', { internetMessageHeaders: [{ name: 'Received', value: 'x' }] }, 400],
    ['a name for an address', { toRecipients: to('Tina') }, 400],
    ['somebody else as the sender', { from: to(OWEN)[0] }, 403],
  ])('is refused with %s', async (_, over, status) => {
    expect((await graph('POST', `/users/${PLANNING}/sendMail`, { message: letter(over) })).status).toBe(status)
    expect(mailed()).toEqual([])
  })

  test('is refused from a mailbox that the app may not send from', async () => {
    const { status, body } = await graph('POST', `/users/${OWEN}/sendMail`, { message: letter() })
    expect([status, body.error.code]).toEqual([403, 'ErrorAccessDenied'])
  })

  test('to somebody who does not exist comes back', async () => {
    await graph('POST', `/users/${PLANNING}/sendMail`, {
      message: letter({ toRecipients: to('nobody@merrowdale.example') }),
    })
    expect(await folder('inbox')).toMatchObject([{ subject: 'Undeliverable: Planning meeting on Monday' }])
  })
})

describe('a draft', () => {
  const draft = async (over: Record<string, unknown> = {}) =>
    (await graph('POST', `/users/${PLANNING}/messages`, letter(over))).body

  test('keeps its immutable id when it is sent, and its other id changes', async () => {
    const { id } = await draft()
    const usual = (await graph('GET', `/users/${PLANNING}/messages/${id}`, undefined, { prefer: '' })).body.id
    expect((await graph('POST', `/users/${PLANNING}/messages/${id}/send`)).status).toBe(202)
    expect((await graph('GET', `/users/${PLANNING}/messages/${id}`)).body).toMatchObject({ id, isDraft: false })
    expect((await graph('GET', `/users/${PLANNING}/messages/${usual}`)).status).toBe(404)
    expect(mailed()).toEqual([`letter to ${TINA}`])
  })

  test('is sent once', async () => {
    const { id } = await draft()
    await graph('POST', `/users/${PLANNING}/messages/${id}/send`)
    expect((await graph('POST', `/users/${PLANNING}/messages/${id}/send`)).status).toBe(400)
    expect(mailed()).toHaveLength(1)
  })

  test('is found again by our own mark', async () => {
    await draft({ singleValueExtendedProperties: [{ id: MARKER, value: 'letter-1' }] })
    await draft({ singleValueExtendedProperties: [{ id: MARKER, value: 'letter-2' }] })
    const $filter = `singleValueExtendedProperties/any(ep: ep/id eq '${MARKER}' and ep/value eq 'letter-1')`
    const { body } = await graph('GET', `/users/${PLANNING}/messages?$filter=${encodeURIComponent($filter)}`)
    expect(body.value).toHaveLength(1)
  })

  test('takes files up to three megabytes', async () => {
    const { id } = await draft()
    const file = (size: number) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'plan.txt',
      contentBytes: Buffer.alloc(size, 'a').toString('base64'),
    })
    const attach = (size: number) => graph('POST', `/users/${PLANNING}/messages/${id}/attachments`, file(size))
    expect((await attach(1000)).status).toBe(201)
    expect((await attach(3 * 1024 * 1024 + 1)).status).toBe(413)
    await graph('POST', `/users/${PLANNING}/messages/${id}/send`)
    expect((await messagesOf(TINA))[0]?.attachments.map(({ name }) => name)).toEqual(['plan.txt'])
  })

  test('can be changed; what is not a draft only in its marks', async () => {
    const { id } = await draft()
    const patch = (change: Record<string, unknown>) => graph('PATCH', `/users/${PLANNING}/messages/${id}`, change)
    expect((await patch({ subject: 'Other' })).body.subject).toBe('Other')
    await graph('POST', `/users/${PLANNING}/messages/${id}/send`)
    expect((await patch({ subject: 'Another' })).status).toBe(400)
    expect((await patch({ categories: ['Filed'] })).status).toBe(200)
  })
})

describe('mail that arrives', () => {
  const arrive = (body: Record<string, unknown>, mailbox = INTAKE) => local.post(`/outlook/${mailbox}/messages`, body)
  const typed = (over: Record<string, unknown> = {}) => ({
    from: 'sola.akintola@fernhillcare.example',
    subject: 'Placement confirmation',
    text: 'Case reference: LCS-1',
    ...over,
  })
  const inbox = async (query = '', headers = {}) =>
    (await graph('GET', `/users/${INTAKE}/mailFolders('inbox')/messages${query}`, undefined, headers)).body

  test('says whether its sender can be believed', async () => {
    await arrive(typed())
    await arrive(typed({ authenticated: false }))
    const { value } = await inbox('?$select=internetMessageHeaders&$orderby=receivedDateTime')
    const results = value.map(
      ({ internetMessageHeaders }) =>
        internetMessageHeaders.find(({ name }) => name === 'Authentication-Results')?.value ?? '',
    )
    expect(results.map((text) => /dmarc=(\w+)/.exec(text)?.[1]).sort()).toEqual(['fail', 'pass'])
  })

  test('cannot vouch for itself', async () => {
    const eml = [
      'From: Sola Akintola <sola.akintola@fernhillcare.example>',
      'To: placements@merrowdale.example',
      'Subject: =?utf-8?Q?Confirmation_=E2=80=93_please_read?=',
      'Message-ID: <abc@fernhillcare.example>',
      'Authentication-Results: merrowdale.example; dmarc=pass',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Case reference: LCS-1',
    ].join('\r\n')
    await arrive({ eml, authenticated: false })
    const { value } = await inbox('?$select=subject,internetMessageId,internetMessageHeaders')
    expect(value[0]).toMatchObject({
      subject: 'Confirmation – please read',
      internetMessageId: '<abc@fernhillcare.example>',
    })
    const results = value[0]?.internetMessageHeaders.filter(({ name }) => name === 'Authentication-Results') ?? []
    expect(results.map(({ value }) => /dmarc=(\w+)/.exec(value)?.[1])).toEqual(['fail'])
  })

  test('is read as text where text is asked for', async () => {
    await arrive(typed({ text: 'Case reference: LCS-1\nStarts: 18/12/2026 <soon>' }))
    const { value } = await inbox('', { prefer: 'outlook.body-content-type="text"' })
    expect(value[0]?.body).toEqual({ contentType: 'text', content: 'Case reference: LCS-1\nStarts: 18/12/2026 <soon>' })
  })

  test('can be filed, and then has another id unless ids are immutable', async () => {
    await arrive(typed())
    const { value } = await inbox('', { prefer: '' })
    const moved = await graph(
      'POST',
      `/users/${INTAKE}/messages/${value[0]?.id}/move`,
      { destinationId: 'archive' },
      { prefer: '' },
    )
    expect([moved.status, moved.body.id === value[0]?.id]).toEqual([201, false])
    expect((await inbox()).value).toEqual([])
  })

  test('goes to Deleted Items when it is deleted, and from there for good', async () => {
    await arrive(typed())
    const [message] = (await inbox()).value
    const remove = () => graph('DELETE', `/users/${INTAKE}/messages/${message?.id}`)
    const there = () => graph('GET', `/users/${INTAKE}/messages/${message?.id}`)
    await remove()
    expect((await there()).status).toBe(200)
    await remove()
    expect((await there()).status).toBe(404)
  })

  test('is sorted only by what it is filtered by', async () => {
    await arrive(typed())
    const list = (query: string) => graph('GET', `/users/${INTAKE}/messages?${query}`)
    const complex = await list(
      `$filter=${encodeURIComponent("subject eq 'Placement confirmation'")}&$orderby=receivedDateTime`,
    )
    expect([complex.status, complex.body.error.code]).toEqual([400, 'InefficientFilter'])
    const both = encodeURIComponent("receivedDateTime ge 2026-12-01T00:00:00Z and subject eq 'Placement confirmation'")
    expect((await list(`$filter=${both}&$orderby=receivedDateTime desc`)).body.value).toHaveLength(1)
  })

  test('is searched by its words, but not with a filter beside', async () => {
    await arrive(typed())
    const list = (query: string) => graph('GET', `/users/${INTAKE}/messages?${query}`)
    expect((await list(`$search=${encodeURIComponent('"subject:confirmation"')}`)).body.value).toHaveLength(1)
    expect((await list(`$search=${encodeURIComponent('"invoice"')}`)).body.value).toHaveLength(0)
    expect((await list(`$search="a"&$filter=isRead eq false`)).status).toBe(400)
  })

  test('may be filed by a rule of its owner’s before anybody looks, and is still there by its id', async () => {
    workplace.faults.switches.filing = [{ mailbox: INTAKE, subject: 'confirmation', folder: 'archive' }]
    const { body } = await arrive(typed())
    expect((await inbox()).value).toEqual([])
    const { id } = body as { id: string }
    expect((await graph('GET', `/users/${INTAKE}/messages/${id}`)).status).toBe(200)
  })

  test('is not for an address that we do not have', async () => {
    expect((await arrive(typed(), 'nobody@merrowdale.example')).status).toBe(404)
    expect((await arrive({ from: 'x' })).status).toBe(400)
  })
})

describe('following a folder by delta', () => {
  const arrive = (subject: string) =>
    local.post(`/outlook/${INTAKE}/messages`, { from: 'sola.akintola@fernhillcare.example', subject, text: '' })
  const start = () => graph('GET', `/users/${INTAKE}/mailFolders/inbox/messages/delta?$select=subject`)

  /** Follows next links to the end of a round. */
  async function round(first: ReturnType<typeof start>) {
    let page = await first
    const items = [...page.body.value]
    while (page.body['@odata.nextLink']) {
      page = await graph('GET', page.body['@odata.nextLink'], undefined, {
        prefer: 'IdType="ImmutableId", odata.maxpagesize=2',
      })
      items.push(...page.body.value)
    }
    return { items, link: page.body['@odata.deltaLink'] }
  }
  const subjects = (items: GraphBody[]) => items.map((item) => (item['@removed'] ? 'removed' : item.subject))

  test('a round brings all that is there, the next only what is new', async () => {
    for (const subject of ['A', 'B', 'C']) await arrive(subject)
    const paged = graph('GET', `/users/${INTAKE}/mailFolders/inbox/messages/delta?$select=subject`, undefined, {
      prefer: 'IdType="ImmutableId", odata.maxpagesize=2',
    })
    const first = await round(paged)
    expect(subjects(first.items)).toEqual(['A', 'B', 'C'])
    await arrive('D')
    const second = await round(graph('GET', first.link))
    expect(subjects(second.items)).toEqual(['D'])
    expect(Object.keys(second.items[0] ?? {}).sort()).toEqual(['@odata.etag', '@odata.type', 'id', 'subject'])
    expect((await round(graph('GET', second.link))).items).toEqual([])
  })

  test('the same link twice brings the same again', async () => {
    const first = await round(start())
    await arrive('A')
    expect(subjects((await round(graph('GET', first.link))).items)).toEqual(['A'])
    expect(subjects((await round(graph('GET', first.link))).items)).toEqual(['A'])
  })

  test('a mail that is moved away is removed, and does not come back when it does', async () => {
    await arrive('A')
    const first = await round(start())
    const id = first.items[0]?.id
    await graph('POST', `/users/${INTAKE}/messages/${id}/move`, { destinationId: 'archive' })
    const second = await round(graph('GET', first.link))
    expect(second.items).toMatchObject([{ id, '@removed': { reason: 'deleted' } }])
    await graph('POST', `/users/${INTAKE}/messages/${id}/move`, { destinationId: 'inbox' })
    expect((await round(graph('GET', second.link))).items).toEqual([])
    expect(subjects((await round(start())).items)).toEqual(['A'])
  })

  test('can begin with a moment, which holds for the whole round', async () => {
    const from = (filter: string) =>
      graph('GET', `/users/${INTAKE}/mailFolders/inbox/messages/delta?$filter=${encodeURIComponent(filter)}`)
    await arrive('A')
    const [{ receivedDateTime = '' } = {}] = (await folder('inbox', '', {}, INTAKE)) as { receivedDateTime?: string }[]
    const later = await round(from('receivedDateTime ge 2027-01-01T00:00:00Z'))
    expect(later.items).toEqual([])
    expect(subjects((await round(from(`receivedDateTime ge ${receivedDateTime}`))).items)).toEqual(['A'])
    await arrive('B')
    expect((await round(graph('GET', later.link))).items).toEqual([])
    const refused = await from("subject eq 'A'")
    expect([refused.status, refused.body.error.code]).toEqual([400, 'ErrorInvalidUrlQueryFilter'])
  })

  test.each([
    ['the service has forgotten the link', () => (workplace.faults.switches.deltaForgotten = true)],
    ['the mailbox was reset', () => workplace.reset()],
  ])('starts over with 410 where %s', async (_, happens) => {
    const { link } = await round(start())
    await happens()
    const { status, headers, body } = await graph('GET', link)
    expect([status, body.error.code]).toEqual([410, 'SyncStateNotFound'])
    expect(headers.get('location')).toBe(`${workplace.graphUrl}/users/${INTAKE}/mailFolders/inbox/messages/delta`)
  })
})
