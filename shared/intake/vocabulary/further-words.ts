/** How people write that a placement needs another meeting, and what for. */
import type { AskReason } from '../../meeting/further-meeting.ts'

/** Asks for a meeting; "move the meeting" and "cancel the meeting" do not. */
// prettier-ignore
export const ASKING_VERBS = [
  'need', 'needs', 'needing', 'please', 'request', 'requesting', 'requested', 'ask for', 'asking for', 'call', 'calling',
  'convene', 'set up', 'arrange', 'hold', 'want', 'would like', 'can we have', 'could we have', 'can you', 'could you',
  'require', 'requires', 'required', 'open',
]

// prettier-ignore
export const MEETING_WORDS = [
  'meeting', 'mtg', 'ppm', 'planning meeting', 'placement planning meeting', 'disruption meeting', 'further meeting',
]

/** Said of a meeting that is there already. */
// prettier-ignore
export const OTHER_WISHES = [
  'move the meeting', 'move meeting', 'moved', 'cancel the meeting', 'cancel meeting', 'cancelled', 'postpone',
  'reschedule', 'bring forward', 'put back', 'minutes of', 'invite to',
  // A meeting of another panel, for another purpose, with a record of its own (E-33).
  'criteria review', 'secure review', 'review of the criteria', 'secure accommodation review', 'secure criteria',
]

// prettier-ignore
export const REASON_WORDS: Record<AskReason, string[]> = {
  seriousIncident: ['serious incident', 'incident', 'significant incident', 'assault', 'assaulted', 'fire', 'police were called'],
  missing: [
    'missing', 'went missing', 'been missing', 'absent', 'absconded', 'unauthorised absence', 'back from missing', 'ran away',
    'awol', 'missing episode', 'third time missing', 'misper',
  ],
  otherSeriousEvent: [
    'other serious event', 'another serious event', 'serious event', 'serious concern', 'allegation', 'unsuitable',
    'not suitable', 'no longer suitable',
  ],
  unplannedEnding: [
    'disruption', 'disruption meeting', 'disrupted', 'ended unplanned', 'unplanned ending', 'unplanned end', 'broke down',
    'broken down', 'breakdown', 'ended suddenly', 'placement ended', 'ended in an unplanned way', 'notice served',
  ],
  dayToDay: ['day to day', 'day to day matter', 'day to day issue', 'routine', 'practicality', 'arrangements'],
  carePlan: ['care plan', 'change of care plan', 'change in the care plan', 'care plan change', 'care plan has changed'],
  difficulties: [
    'difficulty', 'difficulties', 'issue in the placement', 'issues', 'problem', 'struggling', 'tension', 'not going well',
    'at risk of breaking down', 'under strain',
  ],
  interval: ['interval', 'agreed interval', 'six weekly', 'monthly meeting', 'next planning meeting', 'regular meeting'],
  lacReview: ['looked after review', 'lac review', 'cla review', 'cic review', 'statutory review', 'review'],
}

/** Before these the child was still away; after them is the return. */
// prettier-ignore
export const BACK_WORDS = ['back', 'returned', 'return', 'found', 'came home', 'until', 'located', 'came back']
