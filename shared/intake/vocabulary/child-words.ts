/** Whether a placement is the child's first of this period, as it is said in passing. */
export const ORDINAL_PLACEMENTS: Record<'first' | 'later', string[]> = {
  first: ['first placement', '1 st placement', 'first ever placement', 'initial placement'],
  later: [
    'second placement', '2 nd placement', 'third placement', '3 rd placement', 'fourth placement', '4 th placement', 'fifth placement', '5 th placement', 'sixth placement', '6 th placement', 'seventh placement', '7 th placement', '8 th placement', '9 th placement', 'not first placement', 'not the first placement', 'not their first placement', 'placement move', 'change of placement', 'moving from another placement', 'moved from another placement',
  ],
} // prettier-ignore
