/** Buttons on the card of a draft, and on the form. */
import type { Draft, DraftId } from '../../shared/placement/draft.ts'
import { hasTimes, NOTHING_SENT_YET } from '../../shared/placement/draft-words.ts'
import { isLeftUnscheduled } from '../../shared/placement/queried.ts'
import { maySeeDraft } from '../../shared/people/permissions.ts'
import type { ClickOn } from '../../shared/wire/card-clicks.ts'
import { changeDraft, type ChangeOutcome } from '../meetings/change-draft.ts'
import { confirmPlacement } from '../meetings/confirm-placement.ts'
import { dismissDraft } from '../meetings/dismiss-draft.ts'
import { enterConfirmation } from '../meetings/enter-confirmation.ts'
import { FORM_SUMMARY, formCard } from './cards/form-card.ts'
import { subjectOf } from './card-subject.ts'
import { drawDraft } from './drawing.ts'
import { ofPlacement, refused, type Pressed, type Pressing } from './pressing.ts'
import { refusalWords, type ChatRefusal } from './refusal-words.ts'

export async function pressOnDraft(
  click: ClickOn<'schedule' | 'change' | 'showDraft' | 'cancel'>,
  pressed: Pressed,
): Promise<Pressing> {
  const { by, ports } = pressed
  const draft = await ports.store.draft(click.draftId)
  if (!draft || !maySeeDraft(by, draft)) return refused('gone')
  if (draft.state !== 'open') return asItStands(draft, pressed, 'done')
  switch (click.verb) {
    case 'schedule':
      return hasTimes(draft) || isLeftUnscheduled(draft.fields)
        ? schedule(click, pressed)
        : showTheTimes(click, pressed)
    case 'change':
      return { message: { summary: FORM_SUMMARY, card: formCard(draft) }, outcome: 'shown', lasting: false }
    case 'showDraft':
      return asItStands(draft, pressed, 'shown')
    case 'cancel': {
      if (draft.version !== click.version) return asItStands(draft, pressed, 'stale', 'stale')
      const dismissed = await dismissDraft(draft.id, by, ports)
      return dismissed.ok ? asItStands(dismissed.value, pressed, 'done') : refused(dismissed.refusal.reason)
    }
  }
}

async function schedule(click: ClickOn<'schedule'>, pressed: Pressed): Promise<Pressing> {
  const { by, ports } = pressed
  const confirmed = await confirmPlacement(click, by, ports)
  if (confirmed.ok) return ofPlacement(confirmed.value.placement, confirmed.value.meetings, pressed, 'done')
  const { reason, detail, draft } = confirmed
  if (!draft) return refused(reason)
  const typed = { answers: click.answers, chosen: click.chosen, lateReason: click.lateReason }
  return ofDraft(draft, pressed, reason, { notice: refusalWords(reason, detail), typed })
}

async function showTheTimes(click: ClickOn<'schedule'>, pressed: Pressed): Promise<Pressing> {
  const changed = await changeDraft({ ...click, people: {} }, pressed.by, pressed.ports)
  if (!changed.ok) return notChanged(changed, click.answers, pressed)
  const notice = hasTimes(changed.value) ? NOTHING_SENT_YET : undefined
  return ofDraft(changed.value, pressed, 'timesShown', { notice })
}

export async function enter(click: ClickOn<'preview'>, pressed: Pressed): Promise<Pressing> {
  const entered = await enterConfirmation(click, pressed.by, pressed.ports)
  if (!entered.ok) return formAgain(null, click, refusalWords('answerNotUnderstood', entered.refusal.detail))
  const taken = entered.value
  if (taken.kind === 'draft') return ofDraft(taken.draft, pressed, 'done')
  if (!taken.placement) return refused('gone')
  const why = refusalWords('alreadyConfirmed')
  return {
    ...ofPlacement(taken.placement, taken.meetings, pressed, 'alreadyConfirmed', why),
    about: await subjectOf(taken.placement, pressed.ports),
  }
}

export async function changeFrom(click: ClickOn<'preview'>, draftId: DraftId, pressed: Pressed): Promise<Pressing> {
  const changed = await changeDraft({ ...click, draftId, version: click.version ?? -1 }, pressed.by, pressed.ports)
  if (changed.ok) return ofDraft(changed.value, pressed, 'done')
  const isFormAtFault = changed.reason === 'answerNotUnderstood' || changed.reason === 'alreadyThere'
  if (isFormAtFault && changed.draft && Object.keys(click.people).length > 0)
    return formAgain(changed.draft, click, refusalWords(changed.reason, changed.detail))
  return notChanged(changed, click.answers, pressed)
}

function formAgain(draft: Draft | null, { answers, people }: ClickOn<'preview'>, notice: string): Pressing {
  const typed = {
    ...answers,
    ...Object.fromEntries(Object.entries(people).map(([role, said]) => [`people:${role}`, said])),
  }
  return {
    message: { summary: FORM_SUMMARY, card: formCard(draft, { notice, typed }) },
    outcome: 'answerNotUnderstood',
    lasting: false,
  }
}

function notChanged(
  { reason, detail, draft }: Extract<ChangeOutcome, { ok: false }>,
  answers: Record<string, string>,
  pressed: Pressed,
): Promise<Pressing> | Pressing {
  if (!draft) return refused(reason)
  if (draft.state !== 'open') return asItStands(draft, pressed, reason)
  return ofDraft(draft, pressed, reason, { notice: refusalWords(reason, detail), typed: { answers } })
}

export async function asItStands(
  draft: Draft,
  pressed: Pressed,
  outcome: string,
  why?: ChatRefusal,
): Promise<Pressing> {
  if (draft.state !== 'confirmed') return ofDraft(draft, pressed, outcome, why && { notice: refusalWords(why) })
  const { store } = pressed.ports
  const placement = await store.placement(draft.placementId)
  return placement ? ofPlacement(placement, await store.meetingsOf(placement.id), pressed, outcome) : refused('gone')
}

function ofDraft(
  draft: Draft,
  { by, ports }: Pressed,
  outcome: string,
  options: Parameters<typeof drawDraft>[3] = {},
): Pressing {
  const message = drawDraft(draft, by, ports, options)
  if (!message) return refused('gone')
  return { message, outcome, lasting: true, about: { kind: 'draft', subjectId: draft.id } }
}
