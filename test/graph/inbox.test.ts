/**
 * What the confirmation mailbox's use cases may rely on from a mailbox. One specification on both: Outlook through the real
 * Graph client over the local workplace, and the stand-in that the tests of the use cases run on.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { outlookInbox } from '../../bot/graph/outlook-inbox.ts'
import { INTAKE_MAILBOX } from '../../bot/local/people/service-mailboxes.ts'
import type { Inbox } from '../../bot/mailbox/ports.ts'
import { CalendarRefused, CalendarUnreachable } from '../../bot/meetings/ports.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
import { FakeInbox } from '../support/fake-inbox.ts'
import { faultsInAnswer } from '../support/graph-contract.ts'
import { aLocalOutlook, type LocalOutlook } from '../support/local-outlook.ts'
import { aGraphToken, OWEN, routesOf, type LocalRoutes } from '../support/local-workplace.ts'

const NOW = instant('2026-12-18T16:05:00Z')
const BEFORE = addMinutes(NOW, -60)

type Arriving = { subject?: string; text?: string; file?: { name: string; content: string } }
type Subject = {
  inbox: Inbox
  arrives(mail?: Arriving): Promise<string>
  movesAway(mailId: string): Promise<void>
  forgets(): void
  unreachable(): void
}

function onFake(): Subject {
  const inbox = new FakeInbox({ now: () => NOW })
  return {
    inbox,
    arrives: async ({ subject = 'A', text = 'x', file } = {}) =>
      inbox.arrives({ subject, text, ...(file && { files: [file] }) }),
    movesAway: async (mailId) => inbox.moveAway(mailId),
    forgets: () => inbox.forgetLinks(),
    unreachable: () => void (inbox.reachable = false),
  }
}

async function onGraph({ workplace, graph }: LocalOutlook, local: LocalRoutes): Promise<Subject> {
  await workplace.reset()
  const token = await aGraphToken(workplace)
  const source = ({ subject = 'A', text = 'x', file }: Arriving) =>
    [
      'From: Rosalind Achterberg <rosalind.achterberg@brackenshire.example>',
      `Subject: ${subject}`,
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      text,
      ...(file ? ['--b', 'Content-Type: text/plain', `Content-Disposition: attachment; filename="${file.name}"`, '', file.content] : []),
      '--b--',
      '',
    ].join('\r\n') // prettier-ignore
  return {
    inbox: outlookInbox(graph),
    arrives: async (mail = {}) => {
      const answer = await local.post(`/outlook/${INTAKE_MAILBOX}/messages`, { eml: source(mail) })
      return (answer.body as { id: string }).id
    },
    movesAway: async (mailId) => {
      const url = `${workplace.graphUrl}/users/${INTAKE_MAILBOX}/messages/${encodeURIComponent(mailId)}/move`
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const { status } = await fetch(url, { method: 'POST', headers, body: '{"destinationId":"archive"}' })
      expect(status).toBe(201)
    },
    forgets: () => void (workplace.faults.switches.deltaForgotten = true),
    unreachable: () => void workplace.faults.rules.push({ times: null, outcome: { status: 503 } }),
  }
}

describe.each(['Outlook over the local workplace', 'the stand-in of the tests'])('%s', (which) => {
  let outlook: LocalOutlook | null = null
  let local: LocalRoutes | null = null
  let subject: Subject
  let inbox: Inbox
  beforeAll(async () => {
    if (!which.startsWith('Outlook')) return
    outlook = await aLocalOutlook({ startAt: NOW })
    local = await routesOf(outlook.workplace)
  })
  afterAll(async () => {
    local?.close()
    await outlook?.close()
  })
  beforeEach(async () => {
    outlook?.pass(600)
    subject = outlook && local ? await onGraph(outlook, local) : onFake()
    inbox = subject.inbox
  })

  /** Follows the links to the end of a round: which mails, and where it goes on. */
  async function round(from: { since: Instant } | { link: string }) {
    const ids: string[] = []
    for (let at = from; ;) {
      const page = await inbox.changes(INTAKE_MAILBOX, at)
      if (page === 'forgotten') throw new Error('forgotten')
      ids.push(...page.sightings.map(({ mailId }) => mailId))
      at = { link: page.link }
      if (page.isLast) return { ids, link: page.link }
    }
  }

  test('tells of all that has come in since a moment, and from there on of what is new', async () => {
    const first = [await subject.arrives(), await subject.arrives(), await subject.arrives()]
    const began = await round({ since: BEFORE })
    expect(began.ids.sort()).toEqual(first.sort())
    const fourth = await subject.arrives()
    const next = await round({ link: began.link })
    expect(next.ids).toEqual([fourth])
    expect((await round({ link: next.link })).ids).toEqual([])
    expect((await round({ link: began.link })).ids).toEqual([fourth])
  })

  test('tells of nothing older than the moment', async () => {
    await subject.arrives()
    expect((await round({ since: addMinutes(NOW, 24 * 60) })).ids).toEqual([])
  })

  test('does not tell of what has left the inbox, and shows it all the same to whoever knows its id', async () => {
    const mailId = await subject.arrives({ subject: 'Filed' })
    const { link } = await round({ since: BEFORE })
    await subject.movesAway(mailId)
    expect((await round({ link })).ids).toEqual([])
    expect(await inbox.read(INTAKE_MAILBOX, mailId)).toMatchObject({ mailId, subject: 'Filed' })
  })

  test('says when it has forgotten a link, and can be gone through anew', async () => {
    const mailId = await subject.arrives()
    const { link } = await round({ since: BEFORE })
    subject.forgets()
    expect(await inbox.changes(INTAKE_MAILBOX, { link })).toBe('forgotten')
    expect((await round({ since: BEFORE })).ids).toEqual([mailId])
  })

  test('shows who wrote, what the checks found, to whom it went, and the words', async () => {
    const mailId = await subject.arrives({ subject: 'Placement confirmation', text: 'Case reference: LCS-1' })
    const mail = (await inbox.read(INTAKE_MAILBOX, mailId))!
    expect(mail).toMatchObject({
      mailId,
      subject: 'Placement confirmation',
      from: { name: 'Rosalind Achterberg', email: 'rosalind.achterberg@brackenshire.example' },
      automatic: false,
      isMeetingMail: false,
      files: [],
    })
    expect(mail.checks[0]).toMatch(/compauth=pass/)
    expect(mail.receivedAt).toBe(mail.sent)
    expect(mail.internetMessageId).toMatch(/^<.+>$/)
    expect(`${mail.text ?? ''}${mail.html ?? ''}`).toContain('Case reference: LCS-1')
  })

  test('lists what is attached, and opens it', async () => {
    const mailId = await subject.arrives({ file: { name: 'confirmation.txt', content: 'Case reference: LCS-1' } })
    const [file] = (await inbox.read(INTAKE_MAILBOX, mailId))!.files
    expect(file).toMatchObject({ name: 'confirmation.txt', isFile: true, inline: false })
    expect(file!.bytes).toBeGreaterThan(10)
    const bytes = await inbox.file(INTAKE_MAILBOX, mailId, file!.id)
    expect(new TextDecoder().decode(bytes)).toContain('Case reference: LCS-1')
  })

  test('has nothing under the id of a mail that is not there', async () => {
    const mailId = await subject.arrives()
    const other = `${mailId.slice(0, -4)}${mailId.at(-4) === 'A' ? 'B' : 'A'}${mailId.slice(-3)}`
    expect(await inbox.read(INTAKE_MAILBOX, other)).toBeNull()
    expect(await inbox.file(INTAKE_MAILBOX, other, 'attachment-1')).toBeNull()
  })

  test('says when it cannot be reached', async () => {
    subject.unreachable()
    await expect(inbox.changes(INTAKE_MAILBOX, { since: BEFORE })).rejects.toBeInstanceOf(CalendarUnreachable)
    await expect(inbox.read(INTAKE_MAILBOX, 'x')).rejects.toBeInstanceOf(CalendarUnreachable)
  })
})

describe('Outlook itself', () => {
  let outlook: LocalOutlook
  let local: LocalRoutes
  beforeAll(async () => {
    outlook = await aLocalOutlook({ startAt: NOW })
    local = await routesOf(outlook.workplace)
  })
  afterAll(async () => {
    local.close()
    await outlook.close()
  })

  test('refuses a mailbox that the app may not read', async () => {
    const inbox = outlookInbox(outlook.graph)
    await expect(inbox.changes(OWEN, { since: BEFORE })).rejects.toBeInstanceOf(CalendarRefused)
  })

  test('knows a meeting request, an automatic reply and a report of failed delivery by their marks', async () => {
    const inbox = outlookInbox(outlook.graph)
    const arrive = async (header: string) => {
      const eml = `From: a@b.example\r\nSubject: x\r\n${header}\r\n\r\nx`
      const { body } = await local.post(`/outlook/${INTAKE_MAILBOX}/messages`, { eml })
      return (await inbox.read(INTAKE_MAILBOX, (body as { id: string }).id))?.automatic
    }
    expect(await arrive('Auto-Submitted: auto-replied')).toBe(true)
    expect(await arrive('X-MS-Exchange-Message-Is-Ndr: ')).toBe(true)
    expect(await arrive('Content-Type: multipart/report; boundary=b')).toBe(true)
    expect(await arrive('Return-Path: <>')).toBe(true)
    expect(await arrive('Auto-Submitted: no')).toBe(false)
  })

  test('asks for what Microsoft’s contract knows, and is answered in its words', async () => {
    const { workplace, graph } = outlook
    const inbox = outlookInbox(graph)
    const eml = [
      'From: a@b.example',
      'Subject: x',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename="x.txt"',
      '',
      'Case reference: LCS-1',
    ].join('\r\n')
    const { body } = await local.post(`/outlook/${INTAKE_MAILBOX}/messages`, { eml })
    const { mailId, files } = (await inbox.read(INTAKE_MAILBOX, (body as { id: string }).id))!
    for (const { id } of files) await inbox.file(INTAKE_MAILBOX, mailId, id)
    const page = await inbox.changes(INTAKE_MAILBOX, { since: BEFORE })
    if (page !== 'forgotten') await inbox.changes(INTAKE_MAILBOX, { link: page.link })
    const { calls } = (await local.get('/graph-calls')).body as { calls: { path: string; status: number }[] }
    const read = calls.filter(({ path, status }) => path.includes('/messages') && status === 200)
    const token = await aGraphToken(workplace)
    const kinds = new Set<string>()
    for (const { path } of read) {
      const answer = await fetch(`${workplace.graphUrl}${path}`, { headers: { authorization: `Bearer ${token}` } })
      const plain = decodeURIComponent(new URL(path, 'https://graph').pathname)
      expect(faultsInAnswer('GET', plain, answer.status, await answer.json())).toEqual([])
      kinds.add(plain.replace(/messages\/(?!delta)[^/]+/, 'messages/…').replace(/attachments\/.+/, 'attachments/…'))
    }
    expect([...kinds].sort()).toEqual(
      ['mailFolders/inbox/messages/delta', 'messages/…', 'messages/…/attachments', 'messages/…/attachments/…'].map(
        (path) => `/users/${INTAKE_MAILBOX}/${path}`,
      ),
    )
  })
})
