/** What the directory and the mailboxes of the practice council know about somebody, as data. */
import type { Role } from '../../../shared/placement/placement.ts'

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

export const WORKING_WEEK: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']

/** Times are London's, `09:00`. */
export type WorkingHours = {
  days: Weekday[]
  from: string
  to: string
  /** Some mailboxes describe London by its offsets and rules instead of its name. */
  zone?: 'named' | 'custom'
}

export type Showing = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere'

/** Something that comes round in a diary, every so many weeks. */
export type DiaryRule = {
  subject: string
  days: Weekday[]
  from: string
  to: string
  everyWeeks?: number
  /** Which of those weeks, from 0. */
  week?: number
  showAs?: Showing
  private?: boolean
  where?: string
}

/** A mailbox of the council's own tenant. */
export type Member = {
  name: string
  email: string
  kind: 'person' | 'service' | 'shared' | 'room'
  /** In the words of the practice; `null` for a mailbox that nobody is. */
  role: Role | null
  jobTitle: string | null
  department: string | null
  office: string | null
  workingHours: WorkingHours
  /** Whether Teams meetings can be organised from this mailbox. */
  teams: boolean
  /** What the app has been allowed to do here (RBAC for Applications). */
  appMay: { calendar: boolean; mail: boolean }
  diary: DiaryRule[]
  /** Has the app's role of an administrator in Entra. */
  administers?: true
  /** Words of the automatic reply while away. */
  away?: string
}

/** Somebody of another organisation, or nobody's: known by an address. `guest` has an account in our tenant all the same. */
export type Outsider = { name: string; email: string; role: Role | null; guest?: boolean; organisation?: string }

export type Room = { email: string; name: string; building: string; floor: number; capacity: number; stepFree: boolean }
