/** The agenda of one meeting: items in the order of its template, prompts that fit this placement, and minutes that add up. */
import { AGENDA_ITEMS, promptHolds, type AgendaItemId, type LibraryItem, type PromptWhen } from './agenda-items.ts'
import { DURING_REVIEW_PROMPTS, mergeTemplates, TEMPLATE_PROMPTS, type TemplateId } from './agenda-templates.ts'
import type { Basis, PlacementConfirmation, PlacementType } from '../placement/placement.ts'
import type { AgendaItem, MeetingKind, MeetingTrigger, Venue } from '../meeting/plan.ts'

export type AgendaOccasion = {
  kind: MeetingKind
  combines: MeetingKind[]
  triggers: MeetingTrigger[]
  takesInFirst?: boolean
}

export function agendaOf(
  confirmation: PlacementConfirmation,
  type: PlacementType,
  basis: Basis,
  { durationMinutes, venue, ...occasion }: AgendaOccasion & { durationMinutes: number; venue: Venue },
): AgendaItem[] {
  const templates = templatesFor(type, basis, occasion)
  const items = mergeTemplates(templates).flatMap((id) => {
    if (id === 'AG-19' && occasion.kind === 'introduction' && !isHome(type)) return []
    if (id !== 'AG-24' || occasion.kind === 'emergency') return [id]
    // Without an emergency meeting its questions are asked as "Is the placement right?" (3.3), in secure not at all (3.9).
    return type === 'secure' ? [] : (['AG-23'] as const)
  })
  return withMinutes(
    [...new Set(confirmation.child.missingNow ? withMissingFirst(items) : items)].map((item) => {
      const more = templates.flatMap((template) => TEMPLATE_PROMPTS[template]?.[item] ?? [])
      const inReview = occasion.kind === 'duringReview' ? (DURING_REVIEW_PROMPTS[item] ?? []) : []
      const library: LibraryItem = AGENDA_ITEMS[item]
      const found = item === 'AG-29' && confirmation.child.missingNow ? [WHEN_FOUND] : []
      return { item, ...library, prompts: [...found, ...library.prompts, ...more, ...inReview] }
    }),
    durationMinutes,
    (when) => promptHolds(when, confirmation, venue),
  )
}

/** A child who is missing now: once everybody knows why they are here, what is done when the child is found (E-26). */
const withMissingFirst = (items: AgendaItemId[]): AgendaItemId[] => ['AG-01', 'AG-29', ...items]

const WHEN_FOUND = 'The child is still missing: what is done when they are found, step by step'

/** The template of the first meeting, where it is one, and after it that of whatever else the meeting serves. */
export function templatesFor(
  type: PlacementType,
  basis: Basis,
  { kind, combines, triggers, takesInFirst }: AgendaOccasion,
): [TemplateId, ...TemplateId[]] {
  if (kind === 'introduction' || kind === 'disruption') return [kind]
  const first = combines.includes('first') ? [firstTemplate(type, basis)] : []
  const missing = triggers.some((trigger) => trigger === 'missingDuration' || trigger === 'missingOccasions')
  const event = triggers.some((trigger) => trigger === 'seriousIncident' || trigger === 'otherSeriousEvent')
  const later = triggers.some((trigger) => ['interval', 'lacReview', 'request'].includes(trigger))
  if (takesInFirst) return ['interval', firstTemplate(type, basis)]
  const [one, ...more] = [
    ...first,
    ...(missing ? (['afterMissing'] as const) : []),
    ...(event ? (['afterIncident'] as const) : []),
    ...(later ? (['interval'] as const) : []),
  ]
  return one ? [one, ...more] : ['interval']
}

function firstTemplate(type: PlacementType, basis: Basis): TemplateId {
  if (type === 'secure') return 'secure'
  if (basis === 'emergency') return isHome(type) ? 'residentialEmergency' : 'fosterEmergency'
  return isHome(type) ? 'residentialPlanned' : 'fosterPlanned'
}

const isHome = (type: PlacementType) => type === 'residential' || type === 'supportedAccommodation' || type === 'secure'

/** Shares the booked length out by weight, in whole minutes that add up to it exactly. */
function withMinutes(
  items: ({ item: AgendaItemId } & LibraryItem)[],
  durationMinutes: number,
  holds: (when: PromptWhen) => boolean,
): AgendaItem[] {
  const shares = sharesOf(
    durationMinutes,
    items.map(({ weight }) => weight),
  )
  return items.map(({ item, title, prompts, audience, requirements }, n) => ({
    item,
    title,
    prompts: prompts.flatMap((prompt) =>
      typeof prompt === 'string' ? [prompt] : prompt.when.every(holds) ? [prompt.words] : [],
    ),
    audience,
    minutes: shares[n]!,
    requirements,
  }))
}

/** The same items in another length, each with as large a part of it as before. */
export function agendaWithin(agenda: AgendaItem[], durationMinutes: number): AgendaItem[] {
  const shares = sharesOf(
    durationMinutes,
    agenda.map(({ minutes }) => minutes),
  )
  return agenda.map((item, n) => ({ ...item, minutes: shares[n]! }))
}

function sharesOf(durationMinutes: number, weights: number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let weighed = 0
  let given = 0
  return weights.map((weight) => {
    weighed += weight
    const until = Math.round((durationMinutes * weighed) / whole)
    const minutes = until - given
    given = until
    return minutes
  })
}
