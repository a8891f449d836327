/** Clocks that start with something that happens in a placement: a return from being missing, or a review. */
import type { PlacementConfirmation } from '../placement/placement.ts'
import type { Clock } from '../meeting/plan.ts'
import { addHours, addMonths, dayWords, londonDate, momentWords } from '../dates/time.ts'

export function eventClocks({ trigger, child }: PlacementConfirmation): Clock[] {
  switch (trigger?.kind) {
    case 'missing':
    case 'missingDuration':
    case 'missingOccasions':
      return [returnInterview(trigger)]
    case 'lacReview':
      return child.newlyLookedAfterOn ? [secondReview(trigger)] : []
    default:
      return []
  }
}

/** However long it was (L-21); never to be taken for the 72 hours of a planning meeting (K-20, E-23). */
function returnInterview({ at }: { at: Parameters<typeof addHours>[0] }): Clock {
  const due = addHours(at, 72)
  return {
    id: 'returnInterview',
    title: 'Return interview offered',
    due,
    owner: 'childsSocialWorker',
    status: 'statutoryGuidance',
    requirements: ['E-23', 'K-20'],
    facts: ['L-21'],
    working: [{ words: `72 hours from the return, ${momentWords(at)}: ${momentWords(due)}.` }],
  }
}

/** Of a child whose first review this is: by then the care plan says how permanence will be reached. */
function secondReview({ at }: { at: Parameters<typeof londonDate>[0] }): Clock {
  const due = addMonths(londonDate(at), 3)
  return {
    id: 'secondReview',
    title: 'Second review, with the plan for permanence',
    due,
    owner: 'independentReviewingOfficer',
    status: 'law',
    requirements: ['R-212'],
    facts: ['L-20'],
    working: [{ date: due, words: `${dayWords(due)}: within three months of ${dayWords(londonDate(at))}` }],
  }
}
