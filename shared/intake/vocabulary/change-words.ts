/** How people write that something has changed. */

/** What follows is how it was. */
// prettier-ignore
export const BEFORE_WORDS = [
  'was', 'previously', 'prev', 'formerly', 'originally', 'instead of', 'rather than', 'old', 'were', 'changed from',
  'no longer', 'replacing', 'replaces', 'and not', 'had been', 'instead',
]

/** What follows is how it is. */
// prettier-ignore
export const NOW_WORDS = [
  'now', 'is now', 'changed to', 'moved to', 'amended to', 'revised to', 'updated to', 'has changed to', 'will now be',
  'now confirmed as', 'should read', 'corrected to', 'has moved to',
]
