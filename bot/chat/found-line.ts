/**
 * A line that says that a card follows, and none followed: the process died before it could remember where the line
 * stands, and Teams lists no messages. But the line asks for what belongs there as soon as somebody looks at it, and
 * that tells where it is.
 */
import { addMinutes } from '../../shared/dates/time.ts'
import type { MeetingId, PlacementId } from '../../shared/meeting/planning-meeting.ts'
import type { DraftId } from '../../shared/placement/draft.ts'
import type { ClickOn } from '../../shared/wire/card-clicks.ts'
import { asItStands } from './draft-presses.ts'
import { oneLine } from './cards/parts.ts'
import { onCase } from './further-presses.ts'
import { onMeeting } from './meeting-presses.ts'
import { comingLine, SHOWN_BELOW } from './posted-cards.ts'
import type { ChatStore } from './ports.ts'
import { refused, type Pressed, type Pressing } from './pressing.ts'

/** Whoever posts a card takes seconds from the line to the card: until then the line is right as it is. */
const PATIENCE_MINS = 2

export async function foundLine(
  line: ClickOn<'findCard'>,
  cardId: string | null,
  pressed: Pressed,
  memory: Pick<ChatStore, 'card'>,
): Promise<Pressing> {
  const { kind, subjectId, postedAt } = line
  const { by, ports } = pressed
  const living = await memory.card(kind, subjectId, by.objectId)
  const summary = 'Planning meeting'
  if (ports.clock.now() < addMinutes(postedAt, PATIENCE_MINS)) {
    return { message: { summary, card: comingLine(line) }, outcome: 'stillComing', lasting: false }
  }
  if (living && living.activityId !== cardId) {
    return { message: { summary, card: oneLine(SHOWN_BELOW) }, outcome: 'lineReduced', lasting: true }
  }
  const drawn = await asItIs(line, pressed)
  if ('text' in drawn.message) {
    return { message: { summary, card: oneLine('This is over.') }, outcome: 'lineReduced', lasting: true }
  }
  return { ...drawn, outcome: 'lineFound', lasting: true, about: { kind, subjectId } }
}

/** What the card would have shown, as it is now. */
async function asItIs({ kind, subjectId }: ClickOn<'findCard'>, pressed: Pressed): Promise<Pressing> {
  switch (kind) {
    case 'meeting':
      return onCase(subjectId as PlacementId, null, pressed)
    case 'attendee':
      return onMeeting(subjectId as MeetingId, null, { ...pressed, asAttendee: async () => true })
    case 'draft': {
      const draft = await pressed.ports.store.draft(subjectId as DraftId)
      return draft ? asItStands(draft, pressed, 'shown') : refused('gone')
    }
  }
}
