/** How long the law leaves after a placement has started, where "before" was not reasonably practicable. */
import type { FactId } from '../meeting/plan.ts'
import type { StatutoryClock, TimeUnit } from '../practice/practice-pack.ts'

export const STATUTORY_LIMITS: Record<StatutoryClock, { count: number; unit: TimeUnit; fact: FactId }> = {
  placementPlan: { count: 5, unit: 'workingDay', fact: 'L-01' },
  carePlan: { count: 10, unit: 'workingDay', fact: 'L-05' },
  pep: { count: 10, unit: 'workingDay', fact: 'L-17' },
  visit: { count: 7, unit: 'calendarDay', fact: 'L-11' },
  notifications: { count: 5, unit: 'workingDay', fact: 'L-09' },
}
