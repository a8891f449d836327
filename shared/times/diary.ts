/** What can be seen of somebody's diary: times only, never subjects. */
import type { Interval } from '../dates/time.ts'

/** When somebody works: minutes since midnight on London's clocks, on weekdays from 1 (Monday) to 7. */
export type WorkingHours = { days: number[]; startMinute: number; endMinute: number }

/** A diary over a stretch of time. `known: false` is not free: the person has to be asked (E-44). */
export type Diary =
  | {
      known: true
      busy: Interval[]
      tentative: Interval[]
      /** Away from the office and at work: free for a meeting by video, and for no other. */
      elsewhere?: Interval[]
      workingHours: WorkingHours | null
    }
  | { known: false }
