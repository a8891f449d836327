/** A bot may begin a chat with one person who has the app. Teams gives it the chat that they have already. */
import { z } from 'zod'
import { findMember, MEMBERS } from '../people/directory.ts'
import { badArgument, badSyntax, notInstalled, writesBlocked } from './connector-error.ts'
import { personalConversation, type Conversation } from './conversations.ts'
import { installationOf } from './installation.ts'
import type { Teams } from './teams.ts'
import { userIdOf } from './teams-ids.ts'

const conversationForm = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
  tenantId: z.string().nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: z.unknown().optional(),
})

type Post = (place: { conversation: Conversation; rootId: null }, body: unknown) => string | null

export function createConversation({ tenant, serviceUrl }: Teams, body: unknown, post: Post) {
  const read = conversationForm.safeParse(body)
  if (!read.success) throw badSyntax('Incorrect conversation creation parameters')
  const { isGroup, members, tenantId, channelData, activity } = read.data
  const [member, ...others] = members ?? []
  if (isGroup || !member || others.length > 0) throw badSyntax('Incorrect conversation creation parameters')
  const inTenant = channelData?.tenant?.id ?? tenantId
  if (!inTenant) throw badSyntax('Could not parse tenant id')
  if (inTenant !== tenant.id) throw badArgument('Invalid user identity in provided tenant')
  const conversation = personalConversation(personWith(member.id))
  const installation = installationOf(tenant, conversation.members[0].objectId)
  if (!installation?.installed) throw notInstalled()
  if (installation.blocked) throw writesBlocked()
  const activityId = activity == null ? null : post({ conversation, rootId: null }, activity)
  return { id: conversation.id, serviceUrl, ...(activityId !== null && { activityId }) }
}

/** By the id that this bot knows them by, or by the directory's. An address is not an id. */
function personWith(id: string) {
  if (id.startsWith('29:')) {
    const known = MEMBERS.find(({ objectId }) => userIdOf(objectId) === id)
    if (!known) throw badArgument('Failed to decrypt pairwise id')
    return known
  }
  const known = id.includes('@') ? undefined : findMember(id)
  if (known?.kind !== 'person') throw badArgument('Invalid user identity in provided tenant')
  return known
}
