/**
 * Somebody sends in what the meeting should know, or a worker writes down what they were told (R-067, P-50). How it came
 * in is put into the record, where nobody has said so yet; the words themselves stay beside it.
 */
import { randomUUID } from 'node:crypto'
import { cameInWords, type CameIn, type Contribution } from '../../shared/agenda/contributions.ts'
import { maySendIn, sendsAs } from '../../shared/agenda/contributions-view.ts'
import { setWords, words } from '../../shared/record/minutes-document.ts'
import { mayDo, type Reader } from '../../shared/people/permissions.ts'
import type { PersonKey } from '../../shared/placement/placement.ts'
import type { MeetingId } from '../../shared/meeting/planning-meeting.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import type { Arranged } from './arrange-meeting.ts'
import type { Ports } from './ports.ts'
import { prepare, type PrepareRefusal } from './prepare.ts'
import { writeIntoRecord } from './write-into-record.ts'

/** `for` names whose words they are; without it they are the sender's own. */
export type ContributionSent = { meetingId: MeetingId; text: string; for?: { who: PersonKey; via: CameIn } | undefined }

/** As many as one meeting keeps: a wall against a flood, far beyond what people send. */
const MOST = 100

export async function keepContribution(
  sent: ContributionSent,
  by: Reader,
  ports: Ports,
): Promise<Result<Arranged, PrepareRefusal>> {
  const at = ports.clock.now()
  const id = randomUUID()
  let kept: Contribution | null = null
  const done = await prepare(sent.meetingId, by, ports, ({ meeting, placement }) => {
    const who = sent.for ? sent.for.who : sendsAs(by, placement, meeting)
    if (who === null) return refuse('mayNot')
    if (sent.for && !mayDo('recordMinutes', by, placement, meeting)) return refuse('mayNot')
    const before = meeting.preparation?.contributions ?? []
    if (!maySendIn(meeting, who) || before.length >= MOST) return refuse('invalid')
    kept = {
      id,
      who,
      via: sent.for?.via ?? 'planning',
      text: sent.text,
      at,
      by: { objectId: by.objectId, name: by.name },
    }
    return ok({
      meeting: { ...meeting, preparation: { ...meeting.preparation, contributions: [...before, kept] } },
      did: 'contributionKept',
    })
  })
  if (done.ok && kept) await noteHow(sent.meetingId, kept, ports)
  return done
}

const noteHow = (meetingId: MeetingId, contribution: Contribution, ports: Ports) =>
  writeIntoRecord(meetingId, ports, (doc) => {
    const path = `attendance/${contribution.who}/how` as const
    if (words(doc, path).trim() === '') setWords(doc, path, `Sent in ${cameInWords(contribution)}`)
  })
