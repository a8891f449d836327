/** A typed sentence that asks for a further meeting is answered with the form, filled in as far as it is certain. */
import { missingKnown } from '../../shared/meeting/further-meeting.ts'
import { readFurther, type DayAndTime, type FurtherRead } from '../../shared/intake/read-further.ts'
import { readMessage } from '../../shared/intake/read-message.ts'
import { mayCallMeeting } from '../../shared/people/permissions.ts'
import { furtherInputs as input } from '../../shared/wire/case-clicks.ts'
import { meantBy } from '../meetings/find-cases.ts'
import type { Ports } from '../meetings/ports.ts'
import { FURTHER_SUMMARY, furtherCard, whichFurtherCard, type Typed } from './cards/further-card.ts'
import type { Message } from './ports.ts'
import type { Sender } from './taking-messages.ts'

/** `null` for whatever asks for no meeting. */
export async function furtherFormFor(
  text: string,
  { person, written }: Pick<Sender, 'person' | 'written'>,
  ports: Ports,
): Promise<Message | null> {
  const received = written?.at ?? ports.clock.now()
  const read = readFurther(text, received)
  if (!read) return null
  const { verdict } = readMessage(text, { received, from: written?.author ?? person })
  // "Please set up the planning meeting" ends many a confirmation; and a change is one, unless it says what happened.
  if (verdict === 'confirmation' || (verdict !== 'notAConfirmation' && !read.reason)) return null
  const among = await meantBy(read.references, person, ports)
  const [only, ...more] = among
  if (!only || more.length > 0 || !read.reason) {
    const notice = only ? undefined : NOT_FOUND
    const reference = read.references[0]
    return card(whichFurtherCard({ among, reason: read.reason, reference }, { notice }))
  }
  const meetings = await ports.store.meetingsOf(only.id)
  const known = { placement: only, missing: missingKnown(only, meetings) }
  const mayCall = mayCallMeeting(person, only, meetings)
  return card(furtherCard(known, read.reason, { notice: PLEASE_CHECK, typed: typedFrom(read), mayCall }))
}

const NOT_FOUND =
  'You ask for a further meeting, and I cannot tell of which placement of yours. Please give its reference here.'
const PLEASE_CHECK = 'This is what I understood. Please look, fill in what is missing, and press.'

function typedFrom({ at, from }: FurtherRead): Typed {
  const parts = (given: DayAndTime, dayId: string, timeId: string) => ({
    ...(given.day && { [dayId]: given.day }),
    ...(given.time && { [timeId]: given.time }),
  })
  return { ...parts(at, input.day, input.time), ...parts(from, input.fromDay, input.fromTime) }
}

const card = (drawn: ReturnType<typeof whichFurtherCard>): Message => ({ summary: FURTHER_SUMMARY, card: drawn })
