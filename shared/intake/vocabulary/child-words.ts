/** Whether a placement is the child's first of this period, as it is said in passing. */
// prettier-ignore
export const ORDINAL_PLACEMENTS: Record<'first' | 'later', string[]> = {
  first: ['first placement', '1 st placement', 'first ever placement', 'initial placement'],
  later: [
    'second placement', '2 nd placement', 'third placement', '3 rd placement', 'fourth placement', '4 th placement',
    'fifth placement', '5 th placement', 'sixth placement', '6 th placement', 'seventh placement', '7 th placement',
    '8 th placement', '9 th placement', 'not first placement', 'not the first placement', 'not their first placement',
    'placement move', 'change of placement', 'moving from another placement', 'moved from another placement',
  ],
}

/** What is said about school. The longer phrase wins, so that "no change of school" is no change. */
// prettier-ignore
export const SCHOOL_PHRASES: Record<'stays' | 'changes', string[]> = {
  stays: [
    'no change of school', 'no school change', 'no change to school', 'no change in school',
    'change of school not required', 'change of school not needed', 'no need to change school',
    'not need to change school', 'will not change school', 'not changing school', 'same school', 'remain at school',
    'remain at current school', 'remain at his school', 'remain at her school', 'remaining at', 'stay at school',
    'staying at', 'school stays the same', 'school to remain', 'school remains', 'stay at the same school',
    'no school move', 'school unaffected', 'school not affected', 'school place maintained',
    'no disruption to education', 'no disruption to school', 'can stay at school', 'continue at', 'no change',
  ],
  changes: [
    'change of school', 'change school', 'change schools', 'new school', 'school move', 'school change', 'move school',
    'move schools', 'no school place', 'needs a school', 'without a school place', 'school place needed',
    'new school needed', 'disruption to education', 'change of education provision', 'leave his school',
    'leave her school', 'changing school', 'changing schools', 'too far from school', 'cannot stay at school',
  ],
}
