/**
 * Which children are brothers and sisters placed together (E-16): those whom one message confirms for the same home and
 * day, and those of whom an officer says so. Nothing else makes them that; where home and day are the same, an officer is
 * asked.
 */
import { randomUUID } from 'node:crypto'
import type { Draft, Reading } from '../../shared/placement/draft.ts'
import { startDayOf } from '../../shared/meeting/plan-placement.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import { homeAndDay, NOBODYS, siblingsOf, type FamilyId, type Siblings } from '../../shared/placement/siblings.ts'
import { siblingTimesRule } from '../../shared/practice/practice-pack.ts'
import { addDays, londonDate, startOfDay } from '../../shared/dates/time.ts'
import type { Ports } from './ports.ts'

/** For each child of a message, what it shares with those whom the message places in the same home on the same day. */
export async function familiesIn(
  children: Reading['confirmations'],
  store: Ports['store'],
): Promise<(FamilyId | undefined)[]> {
  const all = children.map((child) => ({ ...child, place: homeAndDay(child.fields.placement ?? {}) }))
  const families = new Map<string, FamilyId>()
  for (const [place, together] of Map.groupBy(all, (one) => one.place)) {
    if (!place || together.length < 2) continue
    const known = await Promise.all(together.map(({ fields }) => knownFamily(fields, store)))
    families.set(place, known.find((one) => one !== undefined) ?? (randomUUID() as FamilyId))
  }
  return all.map(({ family, place }) => family ?? families.get(place ?? ''))
}

async function knownFamily(
  { caseReference, placementReference }: Draft['fields'],
  store: Ports['store'],
): Promise<FamilyId | undefined> {
  if (!caseReference || !placementReference) return undefined
  const placement = await store.placementFor(caseReference, placementReference)
  return (placement ?? (await store.draftFor(caseReference, placementReference)))?.family
}

/** With whom the child is placed together, as far as it is known; and who may be a brother or sister besides. */
export async function withSiblings(draft: Draft, confirmation: PlacementConfirmation, ports: Ports): Promise<Draft> {
  const { siblings: _, besides: __, ...rest } = draft
  const siblings = siblingsAs(confirmation, draft.family, ports.settings.packId, ports)
  if (draft.family) return { ...rest, ...(siblings && { siblings }) }
  if (draft.besides?.length === 0) return { ...rest, besides: [] }
  const besides = await othersThere(confirmation, ports)
  return { ...rest, ...(besides.length > 0 && { besides }) }
}

/** An officer has said whose brother or sister the child is, of those who may be; or that it is nobody's. */
export function withFamilySaid(draft: Draft, said: string): Draft | null {
  if (said === NOBODYS) return { ...draft, besides: [] }
  const other = draft.besides?.find(({ family }) => family === said)
  return other ? { ...draft, family: other.family } : null
}

/** As the practice of the day on which the placement starts has it. */
export function siblingsAs(
  confirmation: PlacementConfirmation,
  family: FamilyId | undefined,
  pack: string,
  { settings, clock }: Pick<Ports, 'settings' | 'clock'>,
): Siblings | undefined {
  const practice = settings.practice(pack, startDayOf(confirmation, clock.now()))
  return practice ? siblingsOf(confirmation.placement, family, siblingTimesRule(practice)) : undefined
}

/** A placement whose confirmation has changed: home and day may be others by now. */
export function withSiblingsAnew(placement: Placement, ports: Pick<Ports, 'settings' | 'clock'>): Placement {
  const { siblings: _, ...rest } = placement
  const siblings = siblingsAs(placement.confirmation, placement.family, placement.pack, ports)
  return { ...rest, ...(siblings && { siblings }) }
}

/** Children who are placed in that home on that day, with their first meetings still to come. */
async function othersThere(confirmation: PlacementConfirmation, ports: Ports): Promise<NonNullable<Draft['besides']>> {
  const { settings, store } = ports
  const { startsAt } = confirmation.placement
  const place = homeAndDay(confirmation.placement)
  const practice = settings.practice(settings.packId, startDayOf(confirmation, ports.clock.now()))
  if (!startsAt || !place || !practice || siblingTimesRule(practice) === 'apart') return []
  const day = londonDate(startsAt)
  const starting = await store.placementsStarting({ start: startOfDay(day), end: startOfDay(addDays(day, 1)) })
  const there = starting.filter(({ confirmation: other }) => homeAndDay(other.placement) === place)
  const found: NonNullable<Draft['besides']> = []
  for (const { id, family } of there) {
    const first = (await store.meetingsOf(id)).find(
      ({ state, plan }) => state !== 'held' && state !== 'cancelled' && plan.combines.includes('first'),
    )
    if (family && first) found.push({ ref: first.ref, family })
  }
  return found
}
