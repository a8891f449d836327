/** Who is in a conversation, as the connector tells a bot. */
import { z } from 'zod'
import type { DirectoryMember } from '../people/directory.ts'
import type { Tenant } from '../tenant.ts'
import { badArgument, ConnectorError } from './connector-error.ts'
import type { Conversation } from './conversations.ts'
import { userIdOf } from './teams-ids.ts'

const PAGE = { least: 50, usual: 200, most: 500 }

function account(tenant: Tenant, { objectId, name, email }: DirectoryMember) {
  const [givenName = '', ...rest] = name.split(' ')
  return {
    id: userIdOf(objectId),
    name,
    objectId,
    aadObjectId: objectId,
    givenName,
    surname: rest.join(' '),
    email,
    userPrincipalName: email,
    tenantId: tenant.id,
    userRole: 'user',
  }
}

export const conversationMembers = (tenant: Tenant, { members }: Conversation) =>
  members.map((member) => account(tenant, member))

const pageForm = z.object({
  pageSize: z.coerce.number().int().catch(PAGE.usual),
  continuationToken: z.string().optional(),
})

export function memberPage(tenant: Tenant, conversation: Conversation, query: unknown) {
  const { pageSize, continuationToken } = pageForm.parse(query)
  const size = Math.min(PAGE.most, Math.max(PAGE.least, pageSize))
  const from = continuationToken === undefined ? 0 : readToken(continuationToken)
  const members = conversationMembers(tenant, conversation)
  const next = from + size
  return {
    members: members.slice(from, next),
    ...(next < members.length && { continuationToken: Buffer.from(`from ${next}`).toString('base64') }),
  }
}

function readToken(token: string): number {
  const [, from] = /^from (\d+)$/.exec(Buffer.from(token, 'base64').toString('utf8')) ?? []
  if (from === undefined) throw badArgument('Invalid continuation token')
  return Number(from)
}

/** By either of a person's ids. */
export function oneMember(tenant: Tenant, { members }: Conversation, memberId: string) {
  const member = members.find(({ objectId }) => [userIdOf(objectId), objectId].includes(memberId))
  if (!member) throw new ConnectorError(404, 'MemberNotFoundInConversation', 'Member not found in conversation.')
  return account(tenant, member)
}
