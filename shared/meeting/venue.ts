/**
 * Where the meeting is held, and who may be shown the address. The pack's default yields to the protection of an
 * address: while anybody who attends may not know it, the placement is not the venue (R-080, P-32, K-09).
 */
import {
  isParentRole,
  VENUE_KINDS,
  type Person,
  type PlacementConfirmation,
  type PlacementType,
  type Role,
  type VenueKind,
} from '../placement/placement.ts'
import type { Attendee, MeetingKind, Venue, Warning } from './plan.ts'
import { cellFor } from '../practice/practice-pack.ts'
import type { KeyedPerson, Practice } from '../people/attendees.ts'
import { ROLE_WORDS } from '../words.ts'

/** The child lives there; the placement's own people and the case's own staff know the address from their work. */
const KNOWS_ADDRESS: Role[] = [
  'child',
  'fosterCarer',
  'connectedCarer',
  'registeredManager',
  'managersDelegate',
  'keyWorker',
  'childsSocialWorker',
  'teamManager',
  'supervisingSocialWorker',
  'designatedManager',
  'independentReviewingOfficer',
  'emergencyDutyTeam',
  'placementOfficer',
  'minuteTaker',
]

/** Whether somebody may be shown where the child lives. For family and outsiders, not yet decided is no (P-34). */
export const isClearedForAddress = ({ role, clearedForAddress }: Person): boolean =>
  clearedForAddress ?? KNOWS_ADDRESS.includes(role)

/** The child has left the home that a disruption meeting is about: nobody meets there any more. */
export const venuesFor = (kind: MeetingKind): VenueKind[] =>
  VENUE_KINDS.filter((venue) => kind !== 'disruption' || !isAtPlacement({ kind: venue }))

export function venueOf(
  confirmation: PlacementConfirmation,
  people: KeyedPerson[],
  attendees: Attendee[],
  type: PlacementType,
  { pack, fallback }: Practice,
  meeting: MeetingKind,
): { venue: Venue; warnings: Warning[] } {
  const cell = cellFor(pack, fallback, ({ venue }) => venue, type)
  const chosen = confirmation.choices?.venue
  const usual = chosen ?? cell?.is ?? 'online'
  const kind = venuesFor(meeting).includes(usual) ? usual : 'online'
  const attending = people.filter(({ key }) => attendees.some((one) => one.key === key && one.part === 'attend'))
  const cleared = attending.filter(({ person }) => isClearedForAddress(person))
  const requirements = [...(cell?.requirements ?? []), ...(kind === usual ? [] : ['R-220'])]
  if (isAtPlacement({ kind }) && cleared.length < attending.length) {
    return {
      venue: { kind: 'online', shownTo: [], requirements: [...requirements, 'R-080', 'P-03', 'P-32'] },
      warnings: attending
        .filter(({ person }) => !isClearedForAddress(person))
        .map(({ key, person }) => ({
          id: `address:${key}`,
          text: isParentRole(person.role)
            ? `The ${ROLE_WORDS[person.role]} comes and may not be shown the address, so the placement is not the venue. Meet by video, or choose an office; the social worker and the supervising social worker can decide on the address.`
            : `The ${ROLE_WORDS[person.role]} comes and is not cleared for the address, so the placement is not the venue. Meet by video, or choose an office.`,
          requirements: ['R-080', 'P-34', 'P-35'],
        })),
    }
  }
  const away = confirmation.placement.area === 'adjoining' || confirmation.placement.area === 'distant'
  return {
    venue: {
      // Far away, some join by video; whoever chose the place has thought of that.
      kind: kind === 'placement' && away && !chosen ? 'hybrid' : kind,
      shownTo: isAtPlacement({ kind }) ? rolesShown(cleared, people) : [],
      requirements: away
        ? [...requirements, confirmation.placement.area === 'distant' ? 'E-30' : 'E-29']
        : requirements,
    },
    warnings: [],
  }
}

/** A role stands for everybody in it: while one of two fathers may not know the address, it is not shown to "father". */
const rolesShown = (cleared: KeyedPerson[], people: KeyedPerson[]): Role[] => [
  ...new Set(
    cleared
      .map(({ person }) => person.role)
      .filter((role) => people.every(({ person }) => person.role !== role || isClearedForAddress(person))),
  ),
]

/** The address is kept from somebody who comes, so that people meet by video: then their own rooms can tell (P-32). */
export const keepsAddress = ({ kind, requirements }: Pick<Venue, 'kind' | 'requirements'>): boolean =>
  kind === 'online' && requirements.includes('P-32')

/** To whoever joins by video then; it gives no reason, and does not say whose address is kept (P-35). */
export const HIDE_YOURSELF =
  'If you join by video, please hide what is behind you, show no phone number, and give your first name only.'

/** Whether family who come see the home itself: the bedroom is shown to them then. */
export const isAtPlacement = ({ kind }: Pick<Venue, 'kind'>): boolean => kind === 'placement' || kind === 'hybrid'
