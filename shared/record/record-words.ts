/** Words of the record: who was there, what kind of thing was written, who agreed. Apart from the others, since only an open meeting needs them. */
import type { AttendanceState, EntryType, POSITIONS } from './minutes.ts'

export const ATTENDANCE_WORDS: Record<AttendanceState, string> = {
  present: 'Present',
  presentInPart: 'Present in part',
  byVideo: 'By video',
  contributed: 'Contributed',
  viewsConsidered: 'Views considered',
  apologies: 'Apologies',
  noReply: 'Invited, no reply',
  notInvited: 'Not invited',
}

export const POSITION_WORDS: Record<(typeof POSITIONS)[number], string> = {
  agree: 'Agrees',
  inPart: 'Agrees in part',
  disagree: 'Disagrees',
}

export const ENTRY_TYPE_WORDS: Record<EntryType, string> = {
  note: 'Note',
  decision: 'Decision',
  action: 'Action',
  view: 'View',
}
