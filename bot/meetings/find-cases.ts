/** Which placements somebody means by a reference: their own to see, and of others nothing is said, not even that they are. */
import { maySeeCase, type Reader } from '../../shared/people/permissions.ts'
import type { Placement } from '../../shared/placement/placement-case.ts'
import type { Ports } from './ports.ts'

export async function findCases(reference: string, by: Reader, { store }: Pick<Ports, 'store'>): Promise<Placement[]> {
  const named = await store.placementsNamed(reference.trim())
  const seen: Placement[] = []
  for (const placement of named) {
    if (maySeeCase(by, placement, await store.meetingsOf(placement.id))) seen.push(placement)
  }
  return seen
}

/** What all the references have in common; where they have nothing, whatever one of them leads to. */
export async function meantBy(references: string[], by: Reader, ports: Pick<Ports, 'store'>): Promise<Placement[]> {
  let among: Placement[] = []
  for (const reference of references) {
    const found = await findCases(reference, by, ports)
    if (found.length === 0) continue
    const both = among.filter(({ id }) => found.some((one) => one.id === id))
    among = both.length > 0 ? both : [...among, ...found]
  }
  return among
}
