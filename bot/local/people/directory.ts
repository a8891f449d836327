/** Who is who in the practice council: looked up by address, by the directory's id, or all of them. */
import type { Role } from '../../../shared/placement/placement.ts'
import { guidOf } from '../ids.ts'
import type { Member, Outsider } from './member.ts'
import { OUTSIDERS } from './outsiders.ts'
import { SERVICE_MAILBOXES } from './service-mailboxes.ts'
import { DOMAIN, STAFF } from './staff.ts'

export type DirectoryMember = Member & { objectId: string }
export type DirectoryGuest = Outsider & { objectId: string; userPrincipalName: string }

/** One line of `GET /local/people`. */
export type ListedPerson = {
  name: string
  email: string
  role: Role
  aadObjectId: string | null
  insideTenant: boolean
}

const objectIdOf = (email: string) => guidOf('user', email)

export const MEMBERS: DirectoryMember[] = [...STAFF, ...SERVICE_MAILBOXES].map((member) => ({
  ...member,
  objectId: objectIdOf(member.email),
}))

export const GUESTS: DirectoryGuest[] = OUTSIDERS.filter((person) => person.guest).map((person) => ({
  ...person,
  objectId: objectIdOf(person.email),
  userPrincipalName: `${person.email.replace('@', '_')}#EXT#@${DOMAIN}`,
}))

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** A mailbox of the tenant by address or object id. */
export const findMember = (addressOrId: string): DirectoryMember | undefined =>
  MEMBERS.find((member) => same(member.email, addressOrId) || same(member.objectId, addressOrId))

export const findOutsider = (address: string): Outsider | undefined =>
  OUTSIDERS.find((person) => same(person.email, address))

/** True for an address that only our own tenant could have a mailbox for. */
export const isOurDomain = (address: string): boolean => address.toLowerCase().endsWith(`@${DOMAIN}`)

export const nameFor = (address: string): string => findMember(address)?.name ?? findOutsider(address)?.name ?? address

export const listPeople = (): ListedPerson[] => [
  ...MEMBERS.flatMap(({ name, email, role, objectId }) =>
    role ? [{ name, email, role, aadObjectId: objectId, insideTenant: true }] : [],
  ),
  ...OUTSIDERS.flatMap(({ name, email, role, guest }) =>
    role ? [{ name, email, role, aadObjectId: guest ? objectIdOf(email) : null, insideTenant: false }] : [],
  ),
]
