/** Finds the way to one person in Teams (B11): the chat we know of, else a new one, else after putting the app there. */
import type { Clock } from '../meetings/ports.ts'
import {
  TeamsRefused,
  type Chat,
  type ChatStore,
  type Conversation,
  type Installer,
  type Message,
  type PersonId,
  type Teams,
} from './ports.ts'

export type Reach = {
  /** Where it was posted; `null` when the person cannot be reached in Teams. */
  post(person: PersonId, message: Message): Promise<(Chat & { activityId: string }) | null>
}

export type ReachTools = {
  teams: Teams
  memory: ChatStore
  clock: Clock
  /** Where Teams' connector is for people who were never heard of. */
  serviceUrl: string
  installer?: Installer
}

export function reachPeople({ teams, memory, clock, serviceUrl, installer }: ReachTools): Reach {
  async function postIn(conversation: Conversation, message: Message) {
    const { serviceUrl, conversationId } = conversation
    return { serviceUrl, conversationId, activityId: await teams.post(conversation, message) }
  }

  /** Runs `attempt`; `null` when Teams says that this person cannot be written to. */
  async function unlessRefused<Value>(
    person: PersonId,
    attempt: () => Promise<Value>,
    statuses = [403, 404],
  ): Promise<Value | null> {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof TeamsRefused) || !statuses.includes(error.status)) throw error
      if (error.code === 'MessageWritesBlocked') await memory.markBlocked(person, clock.now())
      return null
    }
  }

  async function begin(person: PersonId): Promise<Conversation | null> {
    // Of somebody whom it does not know Teams says that the request is wrong.
    const begun = await unlessRefused(person, () => teams.open(person, serviceUrl), [400, 403, 404])
    if (begun) await memory.keepConversation(begun)
    return begun
  }

  return {
    async post(person, message) {
      if (await memory.isBlocked(person)) return null
      const known = await memory.conversation(person)
      const posted = known && (await unlessRefused(person, () => postIn(known, message)))
      if (posted) return posted
      // What was kept leads nowhere, or nothing was: Teams is asked for the chat.
      if (known) await memory.forgetConversation(person)
      if (await memory.isBlocked(person)) return null
      const begun = (await begin(person)) ?? ((await installer?.install(person)) ? await begin(person) : null)
      return begun && unlessRefused(person, () => postIn(begun, message))
    },
  }
}
