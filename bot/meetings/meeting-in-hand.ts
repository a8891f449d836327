/** A meeting while a job works on it: what Outlook is about to hear is written down first, what it answered right after. */
import type { OutlookEvent, PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Change, Ports } from './ports.ts'

export type InHand = {
  /** As last saved. */
  meeting(): PlanningMeeting
  /** The event as it stands now. */
  event(which: OutlookEvent): OutlookEvent
  /** Writes down how one event stands. */
  keep(event: OutlookEvent): Promise<void>
  /** Saves the meeting in another shape, with whatever belongs to it, and with others that change with it. */
  save(meeting: PlanningMeeting, more?: Omit<Change, 'meetings'>, others?: PlanningMeeting[]): Promise<void>
}

/** How an event's turn ended. */
export type EventEnd =
  | { is: 'done' }
  /** Nobody knows whether Outlook did it: look again by then. */
  | { is: 'lookAgain'; afterSeconds: number }
  /** Outlook said no, and will again. */
  | { is: 'refused' }
  /** Somebody has deleted it in Outlook. */
  | { is: 'deleted' }

/** How long to wait before each look for what may have been done. After the last the same is asked again. */
export const LOOK_AFTER_SECONDS = [2, 5, 15, 60] as const

export function takeInHand(found: PlanningMeeting, { store }: Pick<Ports, 'store'>): InHand {
  let meeting = found
  const save: InHand['save'] = async (changed, more = {}, others = []) => {
    meeting = (await store.save({ ...more, meetings: [changed, ...others] })).meetings[0]!
  }
  return {
    meeting: () => meeting,
    event: (which) => meeting.events.find((one) => isSameEvent(one, which))!,
    keep: (event) => save({ ...meeting, events: meeting.events.map((one) => (isSameEvent(one, event) ? event : one)) }),
    save,
  }
}

const isSameEvent = (a: OutlookEvent, b: OutlookEvent) => a.transactionId === b.transactionId

/** What an event is called by, whatever has become of it. */
export const bare = ({ key, generation, transactionId, organiser }: OutlookEvent) => ({
  key,
  generation,
  transactionId,
  organiser,
})
