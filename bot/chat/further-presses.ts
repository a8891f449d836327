/** Buttons of the form for a further meeting, and of what others have asked for. */
import { missingKnown, type AskReason } from '../../shared/meeting/further-meeting.ts'
import { mayCallMeeting, maySeeCase } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementId, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { ClickOn } from '../../shared/wire/card-clicks.ts'
import { askForMeeting, declineMeeting, type AskOutcome } from '../meetings/ask-for-meeting.ts'
import { findCases } from '../meetings/find-cases.ts'
import { subjectOf } from './card-subject.ts'
import {
  FURTHER_SUMMARY,
  furtherCard,
  typedFrom,
  undecidedCard,
  whichFurtherCard,
  type FurtherCardOptions,
} from './cards/further-card.ts'
import type { Card } from './cards/card.ts'
import { ofPlacement, refused, type Pressed, type Pressing } from './pressing.ts'
import { refusalWords, type ChatRefusal } from './refusal-words.ts'

export async function openFurtherForm(click: ClickOn<'furtherForm'>, pressed: Pressed): Promise<Pressing> {
  const { by, ports } = pressed
  const { placementId, reference, reason } = click
  const among = placementId
    ? await findCase(placementId, pressed)
    : reference
      ? await findCases(reference, by, ports)
      : []
  if (placementId && among.length === 0) return refused('gone')
  const [only, ...more] = among
  if (only && more.length === 0 && reason) return shown(await formFor(only, reason, pressed))
  const notice = only
    ? undefined
    : reference
      ? refusalWords('noSuchPlacement')
      : reason
        ? 'Please say which placement.'
        : undefined
  return shown(whichFurtherCard({ among, reason, reference }, { notice }))
}

async function findCase(id: PlacementId, { by, ports }: Pressed): Promise<Placement[]> {
  const placement = await ports.store.placement(id)
  return placement && maySeeCase(by, placement, await ports.store.meetingsOf(id)) ? [placement] : []
}

async function formFor(
  placement: Placement,
  reason: AskReason,
  { by, ports }: Pick<Pressed, 'by' | 'ports'>,
  options: FurtherCardOptions = {},
): Promise<Card> {
  const meetings = await ports.store.meetingsOf(placement.id)
  const mayCall = mayCallMeeting(by, placement, meetings)
  return furtherCard({ placement, missing: missingKnown(placement, meetings) }, reason, { mayCall, ...options })
}

export async function pressOnFurther(
  click: ClickOn<'askMeeting' | 'callAsked' | 'declineAsked'>,
  pressed: Pressed,
): Promise<Pressing> {
  const { by, ports } = pressed
  if (click.verb === 'declineAsked') return onCase(click.placementId, await declineMeeting(click, by, ports), pressed)
  const asked = await askForMeeting(click.verb === 'askMeeting' ? click : { ...click, ask: undefined }, by, ports)
  if (asked.ok) return ofOutcome(asked.value, pressed)
  const { reason } = asked.refusal
  const [placement] = await findCase(click.placementId, pressed)
  if (click.verb !== 'askMeeting' || !placement) return onCase(click.placementId, asked, pressed)
  const typed = typedFrom(click.ask)
  const notice = refusalWords(reason)
  return shown(await formFor(placement, click.ask.reason, pressed, { notice, typed, askedId: click.askedId }), reason)
}

async function ofOutcome(outcome: AskOutcome, pressed: Pressed): Promise<Pressing> {
  const { placement, meetings } = outcome
  if (outcome.kind === 'undecided') {
    const known = { placement, missing: missingKnown(placement, meetings) }
    return shown(undecidedCard(known, outcome.counted, outcome.ask, outcome), 'undecided')
  }
  return {
    ...ofPlacement(placement, meetings, pressed, outcome.kind, saidOf(outcome)),
    // Where nothing was kept, no job draws the card that the form has become.
    lasting: outcome.kind === 'known',
    about: await subjectOf(placement, pressed.ports),
  }
}

function saidOf(outcome: Exclude<AskOutcome, { kind: 'undecided' }>): string {
  switch (outcome.kind) {
    case 'called':
      return outcome.called.length === 0
        ? 'Nothing more is called for.'
        : `The meeting ${refs(outcome.called)} is opened. Choose a time below; nobody has been invited yet.`
    case 'known':
      return 'This was asked for already: nothing was opened a second time.'
    case 'recorded':
      return `${outcome.counted} No emergency meeting is called for: the return is kept for the count. The return interview is due all the same.`
    case 'waits':
      return 'Thank you. It waits for a placement officer, who has been told.'
  }
}

const refs = (meetings: PlanningMeeting[]) => meetings.map(({ ref }) => ref).join(' and ')

/** Back from the form to how things stand; a form that stood there alone becomes the placement's card. */
export async function showCase({ placementId }: ClickOn<'showCase'>, pressed: Pressed): Promise<Pressing> {
  const shown = await onCase(placementId, null, pressed)
  const [placement] = await findCase(placementId, pressed)
  return placement ? { ...shown, lasting: true, about: await subjectOf(placement, pressed.ports) } : shown
}

/** The placement's card after a press, or with what was wrong with it. */
export async function onCase(
  id: PlacementId,
  came: { ok: true } | { ok: false; refusal: { reason: ChatRefusal; detail?: string } } | null,
  pressed: Pressed,
  words?: string,
): Promise<Pressing> {
  const no = came && !came.ok ? came.refusal : null
  const [placement] = await findCase(id, pressed)
  if (!placement || no?.reason === 'gone') return refused('gone')
  const meetings = await pressed.ports.store.meetingsOf(id)
  const said = no ? refusalWords(no.reason, no.detail) : words
  return ofPlacement(placement, meetings, pressed, no?.reason ?? 'done', said)
}

const shown = (card: Card, outcome = 'shown'): Pressing => ({
  message: { summary: FURTHER_SUMMARY, card },
  outcome,
  lasting: false,
})
