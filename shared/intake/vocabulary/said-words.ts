/** Words by which sentences are understood: what starts a placement, and what a sentence may be about instead. */

/** Beside one of these, a day with a time is the start of the placement. */
// prettier-ignore
export const STARTING = [
  'start', 'starting', 'started', 'will start', 'to start', 'commence', 'commencing', 'commenced', 'begin', 'beginning',
  'began', 'placed', 'will be placed', 'moving', 'moving in', 'will be moving', 'will move', 'move in', 'move', 'moved',
  'moved in', 'arrive', 'arriving', 'will arrive', 'arrived', 'from', 'admission', 'admitted', 'going to', 'will go',
  'effective from', 'effective', 'join', 'joining', 'due to move', 'transferring', 'transfer', 'goes', 'going in',
  'collected', 'taken to', 'settled in', 'arrival', 'gone to', 'went to', 'went into', 'dropped off', 'commences',
  'start of placement', 'admit', 'to admit', 'got there', 'got to', 'reached',
]

/** A sentence with one of these gives its day and time to something else. */
// prettier-ignore
export const OTHER_DAYS = [
  'meeting', 'ppm', 'review', 'hearing', 'court', 'contact', 'family time', 'visit', 'appointment', 'moved from',
  'left', 'until', 'born', 'previous', 'previously', 'last placement', 'ended', 'granted', 'return', 'missing',
  'email of', 'my email', 'conference', 'strategy', 'panel', 'medical', 'assessment', 'school', 'taxi', 'introduction',
  'introductory', 'tea visit', 'overnight', 'notice', 'was', 'leave', 'approved', 'ring', 'call', 'send', 'by close',
  'deadline', 'first stay',
]

/** A sentence with one of these speaks of another placement, or of one that is only wanted. */
// prettier-ignore
export const OTHER_PLACEMENTS = [
  'looking for', 'needed', 'required', 'requested', 'request', 'searching', 'seeking', 'considering', 'did not work',
  'didnt work', 'fell through', 'previous', 'previously', 'last placement', 'used to', 'moved from', 'moving from',
  'left', 'instead of', 'not', 'no longer', 'other option', 'considered', 'turned down', 'declined', 'ended',
  'broke down', 'broken down', 'until', 'rather than', 'current placement', 'formerly', 'was in', 'wanted',
  'would prefer', 'in future', 'later', 'eventually', 'long term plan', 'hope', 'if', 'may', 'might', 'sibling is',
  'brother is', 'sister is',
]

/** A placement that is a series of short breaks (regulation 48). */
export const SERIES_OF_SHORT_BREAKS = [
  'series of short breaks',
  'short breaks placement',
  'short break placement',
  'regulation 48',
  'reg 48',
]
