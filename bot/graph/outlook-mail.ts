/**
 * Letters from the service's mailbox. A letter is a draft first, marked with its id, and then sent: after an unknown
 * outcome the mailbox itself says whether it went, so that nobody is written to twice.
 */
import { z } from 'zod'
import type { Letter } from '../../shared/letters/letters.ts'
import type { Mail } from '../meetings/ports.ts'
import { quoted, type Graph } from './graph-client.ts'
import { failureFrom, writeFault } from './graph-errors.ts'

const MARKER = 'String {7c9a3f52-6d0e-4b8b-9c41-2f1f6a5e8d37} Name PlacementLetter'

const message = z.object({ id: z.string(), isDraft: z.boolean().nullish() })
const messages = z.object({ value: z.array(message) })

export function outlookMail(graph: Graph): Mail {
  return {
    async send(from, letter) {
      try {
        const there = await findLetter(graph, from, letter.id)
        if (there && !there.isDraft) return
        const draft = there ?? message.parse(await graph.post(['users', from, 'messages'], draftOf(letter)))
        await graph.post(['users', from, 'messages', draft.id, 'send'], undefined)
      } catch (error) {
        if (error instanceof z.ZodError) throw error
        throw writeFault(failureFrom(error))
      }
    },
  }
}

async function findLetter(graph: Graph, from: string, letterId: string) {
  const answer = await graph.get(['users', from, 'messages'], {
    $filter: `singleValueExtendedProperties/Any(ep: ep/id eq ${quoted(MARKER)} and ep/value eq ${quoted(letterId)})`,
    $select: 'id,isDraft',
    $top: 5,
  })
  const found = messages.parse(answer).value
  return found.find(({ isDraft }) => !isDraft) ?? found[0]
}

const draftOf = ({ id, to, toName, subject, text }: Letter) => ({
  subject,
  body: { contentType: 'text', content: text },
  toRecipients: [{ emailAddress: { address: to, name: toName } }],
  singleValueExtendedProperties: [{ id: MARKER, value: id }],
})
