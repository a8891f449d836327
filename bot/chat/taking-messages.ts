/** What a message leads to: a command is answered, a confirmation is taken, anything else gets a hint at most. */
import type { Door } from '../../shared/placement/draft.ts'
import { faultLine } from '../../shared/wire/faults.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import type { Instant } from '../../shared/dates/time.ts'
import type { DirectoryPerson, Ports } from '../meetings/ports.ts'
import { listMeetings } from '../meetings/show-meetings.ts'
import { takeMessage, type Taken, type TakenMessage } from '../meetings/take-confirmation.ts'
import {
  CALLED_OFF,
  confirmedAlready,
  NOT_FOR_YOU,
  NOTHING_TO_CANCEL,
  seenBeforeWords,
  WITH_SOMEBODY_ELSE,
} from '../../shared/placement/draft-words.ts'
import { FORM_SUMMARY, formCard } from './cards/form-card.ts'
import { FURTHER_SUMMARY, whichFurtherCard } from './cards/further-card.ts'
import { HELP_SUMMARY, helpCard } from './cards/help-card.ts'
import { LIST_SUMMARY, listCard } from './cards/list-card.ts'
import { drawDraft, drawPlacement } from './drawing.ts'
import { subjectOf } from './card-subject.ts'
import { furtherFormFor } from './further-sentence.ts'
import type { Place, PostedCards, Subject } from './posted-cards.ts'
import type { Message } from './ports.ts'

export type Sender = {
  person: DirectoryPerson
  door: Door
  /** The message as it is kept with its case, where Teams names it: what becomes of it later is a change (B9). */
  kept?: { chat: string; id: string; removalAsked?: boolean } | null
  /** When the message was written and by whom, where it is not the sender's own of this moment. */
  written?: { at: Instant | null; author: DirectoryPerson | null }
  /** Says something to the sender alone; `null` where nobody can tell where it stands. */
  say(message: Message): Promise<Place | null>
}

export type Heard = 'command' | 'asked' | 'confirmation' | 'refused' | 'suspicious' | 'chatter'

type Tools = { ports: Ports; cards: PostedCards }

export async function hear(text: string, sender: Sender, tools: Tools): Promise<Heard> {
  const command = commandIn(text)
  if (command) {
    await sender.say(await answerTo(command, sender, tools))
    return 'command'
  }
  return take(text, sender, tools)
}

/** Takes what a message confirms, changes or calls off, or asks for. */
export async function take(text: string, sender: Sender, tools: Tools): Promise<Exclude<Heard, 'command'>> {
  const asked = await furtherFormFor(text, sender, tools.ports)
  if (asked) {
    await sender.say(asked)
    return 'asked'
  }
  const { verdict, taken, refused } = await takeMessage(text, sender.person, sender.door, tools.ports, {
    ...sender.written,
    message: sender.kept ?? null,
  })
  return showTaken({ verdict, taken, refused }, sender, tools)
}

/** Says what a message led to. */
export async function showTaken(
  { verdict, taken, refused }: TakenMessage,
  sender: Sender,
  tools: Tools,
): Promise<'refused' | 'suspicious' | 'confirmation' | 'chatter'> {
  if (refused) {
    await sender.say({ text: refusalOf(refused) })
    return 'refused'
  }
  if (verdict === 'suspicious') {
    await sender.say({ text: SUSPICIOUS })
    return 'suspicious'
  }
  for (const one of taken) await show(one, sender, tools)
  return taken.length > 0 ? 'confirmation' : 'chatter'
}

export const HINT =
  'I found no placement confirmation in this. Paste the confirmation e-mail, or type “confirm” for a form, “further meeting” to ask for another meeting of a placement, “meetings” for what is due, “help” for what I can do.'

/** Faults name fields and never values; markdown wants a blank line between its lines. */
function refusalOf({ what, faults }: NonNullable<TakenMessage['refused']>): string {
  const shown = faults.slice(0, MOST_FAULTS_SHOWN).map((fault) => `- ${faultLine(fault)}`)
  const more = faults.length - shown.length
  return [
    what === 'record'
      ? 'This is a record of the national Placements Standard, and something in it breaks the standard. I have kept nothing of it.'
      : 'This is a placement confirmation as JSON, and something in it is not accepted. I have kept nothing of it.',
    [...shown, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n'),
  ].join('\n\n')
}
const MOST_FAULTS_SHOWN = 12

const SUSPICIOUS =
  'I left this message alone: it holds something that a placement confirmation has no need of, such as hidden text or orders to me. If it is genuine, type “confirm” and fill in the form.'

type Command = 'form' | 'help' | 'meetings' | 'further'
const COMMANDS: Record<string, Command> = {
  confirm: 'form',
  'confirm placement': 'form',
  'confirm a placement': 'form',
  form: 'form',
  'further meeting': 'further',
  'another meeting': 'further',
  'ask for a meeting': 'further',
  'ask for a further meeting': 'further',
  'request a meeting': 'further',
  'disruption meeting': 'further',
  help: 'help',
  hello: 'help',
  hi: 'help',
  start: 'help',
  meetings: 'meetings',
  'my meetings': 'meetings',
  list: 'meetings',
  due: 'meetings',
  'what is due': 'meetings',
  'whats due': 'meetings',
}

function commandIn(text: string): Command | null {
  const words = text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return text.length <= 60 && Object.hasOwn(COMMANDS, words) ? COMMANDS[words]! : null
}

async function answerTo(command: Command, { person }: Sender, { ports }: Tools): Promise<Message> {
  const { settings, clock } = ports
  switch (command) {
    case 'form':
      return { summary: FORM_SUMMARY, card: formCard(null) }
    case 'further':
      return { summary: FURTHER_SUMMARY, card: whichFurtherCard({}) }
    case 'help':
      return { summary: HELP_SUMMARY, card: helpCard(settings.tabUrl()) }
    case 'meetings': {
      const rows = await listMeetings(person, ports)
      const urlOf = (id: string) => settings.tabUrl(id as MeetingId)
      return { summary: LIST_SUMMARY, card: listCard(rows, { now: clock.now(), tabUrl: settings.tabUrl(), urlOf }) }
    }
  }
}

/** One card for each child that the message confirms. */
async function show(taken: Taken, sender: Sender, tools: Tools): Promise<void> {
  if (taken.kind === 'draft') return showDraft(taken, sender, tools)
  const { placement, meetings } = taken
  const notice = taken.kind === 'confirmed' ? confirmedAlready(taken.placement, taken.changes) : undefined
  const message = placement && drawPlacement(placement, meetings, sender.person, tools.ports, { notice })
  if (!message) return void (await sender.say({ text: taken.kind === 'confirmed' ? NOT_FOR_YOU : NOTHING_TO_CANCEL }))
  await keepShown(sender, message, await subjectOf(placement, tools.ports), tools)
}

async function showDraft(
  { draft, seenBefore, calledOff, startWas }: Extract<Taken, { kind: 'draft' }>,
  sender: Sender,
  tools: Tools,
): Promise<void> {
  const notice = calledOff ? CALLED_OFF : seenBefore ? seenBeforeWords(draft, startWas) : undefined
  const message = drawDraft(draft, sender.person, tools.ports, { notice })
  if (!message) return void (await sender.say({ text: WITH_SOMEBODY_ELSE }))
  await keepShown(sender, message, { kind: 'draft', subjectId: draft.id }, tools)
}

export async function keepShown(sender: Sender, message: Message, subject: Subject, { cards }: Tools): Promise<void> {
  const { person } = sender
  const at = await sender.say(message)
  if (at) await cards.keep({ ...subject, objectId: person.objectId }, at)
}
