/** Where people of the practice council talk: each with the bot alone, in one group chat, and in one channel. */
import { MEMBERS, type DirectoryMember } from '../people/directory.ts'
import type { Role } from '../../../shared/placement/placement.ts'
import {
  channelOf,
  groupChatOf,
  groupIdOf,
  personalChatInGraph,
  personalConversationOf,
  splitThread,
} from './teams-ids.ts'

export const BOT_NAME = 'Placement Planning'

export type PersonalChat = { kind: 'personal'; id: string; name: string; members: [DirectoryMember] }
export type Conversation =
  | PersonalChat
  | { kind: 'groupChat'; id: string; name: string; members: DirectoryMember[] }
  | { kind: 'channel'; id: string; name: string; members: DirectoryMember[]; team: Team }

export type Team = { id: string; name: string; groupId: string }

const IN_GROUP_CHAT: Role[] = [
  'placementOfficer',
  'childsSocialWorker',
  'supervisingSocialWorker',
  'teamManager',
  'independentReviewingOfficer',
]

const TEAM = "Children's Services"

const staff = MEMBERS.filter(({ kind }) => kind === 'person')
const firstOf = (role: Role) => staff.filter((member) => member.role === role).slice(0, 1)

const SHARED: Conversation[] = [
  {
    kind: 'groupChat',
    id: groupChatOf('Placements team'),
    name: 'Placements team',
    members: IN_GROUP_CHAT.flatMap(firstOf),
  },
  {
    kind: 'channel',
    id: channelOf(TEAM, 'Placements'),
    name: 'Placements',
    members: staff,
    team: { id: channelOf(TEAM, 'General'), name: TEAM, groupId: groupIdOf(TEAM) },
  },
]

export const personalConversation = (person: DirectoryMember): PersonalChat => ({
  kind: 'personal',
  id: personalConversationOf(person.objectId),
  name: BOT_NAME,
  members: [person],
})

/** All that a person finds in their chat list, the chat with the bot first. */
export const conversationsOf = (person: DirectoryMember): Conversation[] => [
  personalConversation(person),
  ...SHARED.filter(({ members }) => members.includes(person)),
]

/** By the connector's id, Graph's id, or the id of a thread in a channel. */
export function findConversation(conversationId: string): Conversation | undefined {
  const { id } = splitThread(conversationId)
  const owner = staff.find(({ objectId }) =>
    [personalConversationOf(objectId), personalChatInGraph(objectId)].includes(id),
  )
  return owner ? personalConversation(owner) : SHARED.find((conversation) => conversation.id === id)
}
