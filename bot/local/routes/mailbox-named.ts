/** Which mailbox an address of the workplace means. */
import { findMember, isOurDomain } from '../people/directory.ts'
import { WorkplaceRefusal } from './refusal.ts'

/** Any address outside may have an inbox; inside there are only those of the directory. */
export function mailboxNamed(addressOrId: string): string {
  const member = findMember(addressOrId)
  if (member) return member.email
  if (!addressOrId.includes('@') || isOurDomain(addressOrId))
    throw new WorkplaceRefusal(404, 'The practice council has no such mailbox.')
  return addressOrId.toLowerCase()
}

export function mailboxInside(addressOrId: string): string {
  const member = findMember(addressOrId)
  if (!member) throw new WorkplaceRefusal(404, 'The practice council has no such mailbox.')
  return member.email
}
