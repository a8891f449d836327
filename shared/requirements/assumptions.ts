/** What we take for granted where no source settles it. An authority may say otherwise in its pack. */
export const ASSUMPTIONS: Readonly<Record<string, string>> = {
  'A-01': 'days on which the council merely shuts its offices are working days',
  'A-02': 'the day of the start is not counted',
  'A-03': '"days" without more are calendar days, and marked as a reading',
  'A-04': 'a meeting is in time that starts by its deadline',
  'A-05':
    'in West Midlands practice the social worker or their manager chairs an ordinary meeting about a child in a home',
  'A-06': 'an emergency meeting comes within 3 working days of the incident, the return or the event',
  'A-07': 'three occasions are counted in one placement, and afresh after an emergency meeting about them',
  'A-08': 'documents are looked at 2 working days before the meeting',
  'A-09': 'the reviewing officer is asked by the next working day',
  'A-10': 'no time is set for the record to go round; 5 working days are suggested',
  'A-11': 'no time is set for the risk assessment; 2 working days are suggested, and before any risky activity',
  'A-12': 'the plan is checked 5 working days before a review',
  'A-13': '3 days missing are 72 hours; where only three dates are touched, a person decides',
  'A-14': 'the virtual school hears by the next working day',
}
