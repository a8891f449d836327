/** The agenda of one meeting: items in the order of its template, prompts that fit this placement, and minutes that add up. */
import { AGENDA_ITEMS, promptHolds, type AgendaItemId, type LibraryItem, type PromptWhen } from './agenda-items.ts'
import { AGENDA_TEMPLATES, type TemplateId } from './agenda-templates.ts'
import type { Basis, PlacementConfirmation, PlacementType } from './placement.ts'
import type { AgendaItem, MeetingKind, Venue } from './plan.ts'

export function agendaOf(
  confirmation: PlacementConfirmation,
  type: PlacementType,
  basis: Basis,
  { kind, durationMinutes, venue }: { kind: MeetingKind; durationMinutes: number; venue: Venue },
): AgendaItem[] {
  const emergencyMeeting = kind === 'emergency'
  const items = AGENDA_TEMPLATES[templateFor(type, basis, kind)].flatMap((id) => {
    if (id !== 'AG-24' || emergencyMeeting) return [id]
    // Without an emergency meeting its questions are asked as "Is the placement right?" (3.3), in secure not at all (3.9).
    return type === 'secure' ? [] : (['AG-23'] as const)
  })
  return withMinutes(
    items.map((item) => ({ item, ...AGENDA_ITEMS[item] })),
    durationMinutes,
    (when) => promptHolds(when, confirmation, venue),
  )
}

export function templateFor(type: PlacementType, basis: Basis, kind: MeetingKind): TemplateId {
  if (kind === 'interval' || kind === 'duringReview') return 'interval'
  if (kind === 'introduction') return 'introduction'
  if (kind === 'disruption') return 'disruption'
  if (type === 'secure') return 'secure'
  const home = type === 'residential' || type === 'supportedAccommodation'
  if (basis === 'emergency') return home ? 'residentialEmergency' : 'fosterEmergency'
  return home ? 'residentialPlanned' : 'fosterPlanned'
}

/** Shares the booked length out by weight, in whole minutes that add up to it exactly. */
function withMinutes(
  items: ({ item: AgendaItemId } & LibraryItem)[],
  durationMinutes: number,
  holds: (when: PromptWhen) => boolean,
): AgendaItem[] {
  const whole = items.reduce((sum, { weight }) => sum + weight, 0)
  let weighed = 0
  let given = 0
  return items.map(({ item, title, prompts, audience, requirements, weight }) => {
    weighed += weight
    const until = Math.round((durationMinutes * weighed) / whole)
    const minutes = until - given
    given = until
    return {
      item,
      title,
      prompts: prompts.flatMap((prompt) =>
        typeof prompt === 'string' ? [prompt] : prompt.when.every(holds) ? [prompt.words] : [],
      ),
      audience,
      minutes,
      requirements,
    }
  })
}
