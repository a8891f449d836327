/**
 * The job: one mail of the confirmation mailbox becomes drafts, or changes that somebody has to decide on, and the
 * officers are told; or it is left alone. Nothing is arranged before a person presses. Every mail is taken once, however
 * many copies of it come in and wherever an earlier attempt ended.
 */
import type { Arrival, ArrivedMail, Look, News, Sender } from '../../shared/letters/arrived-mail.ts'
import type { PartialConfirmation, Reading } from '../../shared/placement/draft.ts'
import { ownSource } from '../../shared/intake/own-source.ts'
import { isProven } from '../../shared/intake/sender-proof.ts'
import { mayConfirm, rolesOnCase, type Reader } from '../../shared/people/permissions.ts'
import { isParentRole } from '../../shared/placement/placement.ts'
import { putInDoubt } from '../meetings/cancel-placement.ts'
import type { DirectoryPerson } from '../meetings/ports.ts'
import { familiesIn } from '../meetings/families.ts'
import { takeReading, type Taken } from '../meetings/take-confirmation.ts'
import { findCase, referencesOf, type Case } from './find-case.ts'
import { arrivedMailId, draftIdOf } from './mail-ids.ts'
import type { MailboxPorts, MailboxSettings, ReceivedMail } from './ports.ts'
import { tellJob } from './mailbox-jobs.ts'
import { understandMail, type Said } from './understand-mail.ts'

type Writer = { sender: Sender; person: DirectoryPerson | null; name: string; email: string }

export async function takeMail(mailId: string, ports: MailboxPorts): Promise<void> {
  const { mailbox, inbox, memory } = ports
  const received = mailbox && (await inbox.read(mailbox.address, mailId))
  if (!received) return
  const id = arrivedMailId(mailbox.address, received)
  if (await memory.mail(id)) return
  const writer = await whoWrote(received, mailbox, ports)
  const { came, news, unread } = await cameOf(received, { id, writer, mailbox }, ports)
  const mail: ArrivedMail = {
    id,
    arrival: { at: received.receivedAt, sender: writer.sender, unread },
    came,
    news,
    settled: null,
  }
  const officers = news.length > 0 ? await whoHears(writer, mailbox, ports) : []
  await memory.keep({ mail, jobs: officers.map(({ objectId }) => tellJob(id, objectId)) })
}

/** Before a word of it is read: who wrote it, and whether anybody vouches for that. */
async function whoWrote(
  received: ReceivedMail,
  mailbox: MailboxSettings,
  { people }: Pick<MailboxPorts, 'people'>,
): Promise<Writer> {
  const { from } = received
  if (!from || !isProven(received))
    return { sender: 'unproven', person: null, name: mailbox.address, email: mailbox.address }
  const person = await people.byEmail(from.email)
  if (!person) return { sender: 'outside', person: null, ...from }
  return { sender: mayConfirm(person) ? 'officer' : 'colleague', person, name: person.name, email: person.email }
}

type Came = Pick<ArrivedMail, 'came' | 'news'> & { unread: number }
type Taking = { id: ArrivedMail['id']; writer: Writer; mailbox: MailboxSettings }

async function cameOf(received: ReceivedMail, taking: Taking, ports: MailboxPorts): Promise<Came> {
  const { mailbox } = taking
  if (isOurs(received, mailbox, ports)) return { came: 'ours', news: [], unread: 0 }
  const understood = await understandMail(received, {
    openFile: ({ id }) => ports.inbox.file(mailbox.address, received.mailId, id),
  })
  if (understood.is === 'look') return { came: 'news', news: [look(understood.why)], unread: 0 }
  if (understood.is !== 'said') return { came: understood.is, news: [], unread: 0 }
  const unread = understood.unread.length
  const arrival = { at: received.receivedAt, sender: taking.writer.sender, unread }
  const children = await withFamilies(understood.said.flatMap(eachChild), ports.store)
  const news: News[] = []
  for (const [nth, one] of children.entries()) {
    news.push(...(await takeOne(one, { ...taking, arrival, subject: received.subject, nth }, ports)))
  }
  return { came: news.length > 0 ? 'news' : 'nothing', news, unread }
}

const isOurs = ({ from }: ReceivedMail, { address }: MailboxSettings, { settings }: Pick<MailboxPorts, 'settings'>) =>
  [address, settings.contact.serviceMailbox].some((own) => own.toLowerCase() === from?.email.toLowerCase())

type Child = { confirmation: Reading['confirmations'][number]; verdict: Reading['verdict']; source: string }
const eachChild = ({ reading: { verdict, confirmations }, source }: Said): Child[] =>
  confirmations.map((confirmation) => ({
    confirmation,
    verdict,
    source: ownSource(source, confirmation, confirmations),
  }))

/** Also those of several files are placed together. */
async function withFamilies(children: Child[], store: MailboxPorts['store']): Promise<Said[]> {
  const families = await familiesIn(
    children.map(({ confirmation }) => confirmation),
    store,
  )
  return children.map(({ confirmation, verdict, source }, n) => ({
    reading: { verdict, confirmations: [{ ...confirmation, ...(families[n] && { family: families[n] }) }] },
    source,
  }))
}

type OneChild = Taking & { arrival: Arrival; subject: string; nth: number }

async function takeOne({ reading, source }: Said, child: OneChild, ports: MailboxPorts): Promise<News[]> {
  const { verdict } = reading
  const [{ fields }] = reading.confirmations as [Reading['confirmations'][number]]
  const isNamed = fields.caseReference && fields.placementReference
  // A confirmation that names the child's case alone may be of a new placement.
  const known =
    verdict === 'confirmation' && !isNamed ? null : await findCase(fields, `${child.subject}\n${source}`, ports)
  if (verdict === 'cancellation') return known ? [await calledOff(known, source, child, ports)] : [look('unknownCase')]
  if (verdict === 'amendment' && !known && !isNamed) return [look('unknownCase')]
  const draftId = draftIdOf(child.id, child.nth)
  // What nobody vouches for does not get into what somebody else has said.
  if (child.writer.sender === 'unproven' && known?.draft && known.draft.id !== draftId) return [look('unprovenChange')]
  const { taken } = await takeReading(
    readingFor(reading, known, child),
    source,
    reporterOf(child, known),
    'mailbox',
    ports,
    { mail: { arrival: child.arrival, draftId: () => draftId } },
  )
  return taken.flatMap(newsOf)
}

/** The references of the case that it is about, and nobody as the one who confirms but who may. */
function readingFor(reading: Reading, known: Case | null, { writer, mailbox }: OneChild): Reading {
  const confirmedBy = { name: mailbox.address, email: mailbox.address }
  return {
    ...reading,
    confirmations: reading.confirmations.map((one) => {
      const fields: PartialConfirmation = { ...one.fields, ...(known && referencesOf(known)) }
      return { ...one, fields: writer.sender === 'officer' ? fields : { ...fields, confirmedBy } }
    }),
  }
}

/** Whoever works here, or for the placement; a family's mail and one that nobody vouches for are the mailbox's. */
function reporterOf({ writer, mailbox }: OneChild, known: Case | null): Reader {
  if (writer.person) return writer.person
  const nobody = { objectId: 'app', name: mailbox.address, email: mailbox.address, role: null }
  const theirs = { ...nobody, name: writer.name, email: writer.email }
  const roles = writer.sender === 'outside' && known?.placement ? rolesOnCase(theirs, known.placement) : []
  return roles.some((role) => role !== 'child' && !isParentRole(role)) ? theirs : nobody
}

function newsOf(taken: Taken): News[] {
  if (taken.kind === 'draft')
    return [{ about: 'draft', draftId: taken.draft.id, seenBefore: taken.seenBefore, calledOff: false }]
  if (taken.kind === 'cancellation' || taken.changes.length === 0) return []
  return [{ about: 'placement', placementId: taken.placement.id, changes: taken.changes, calledOff: false }]
}

/** Whoever has to do with a placement puts it in doubt; of anybody else's word the officers only hear. */
async function calledOff(known: Case, source: string, child: OneChild, ports: MailboxPorts): Promise<News> {
  const { placement, draft } = known
  if (!placement) return { about: 'draft', draftId: draft.id, seenBefore: true, calledOff: true }
  const by = reporterOf(child, known)
  if (by.email !== child.mailbox.address) await putInDoubt(placement, 'calledOff', { by: by.objectId, source }, ports)
  return { about: 'placement', placementId: placement.id, changes: [], calledOff: true }
}

const look = (why: Look): News => ({ about: 'look', why })

/** An officer hears of their own mail alone; what anybody else sends is for all of them. */
async function whoHears(
  { sender, person }: Writer,
  { officers }: MailboxSettings,
  { people }: Pick<MailboxPorts, 'people'>,
): Promise<DirectoryPerson[]> {
  if (person && sender === 'officer') return [person]
  const found = await Promise.all(officers.map((email) => people.byEmail(email)))
  return found.filter((officer) => officer !== null && mayConfirm(officer)) as DirectoryPerson[]
}
