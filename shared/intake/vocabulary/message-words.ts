/** Words that show what a message is, and where its parts begin and end. */

/** A line that is only this ends the message; what follows is a signature. */
// prettier-ignore
export const SIGN_OFFS = [
  'regards', 'kind regards', 'kindest regards', 'best regards', 'warm regards', 'many thanks', 'thanks', 'thank you',
  'best wishes', 'best', 'with thanks', 'with kind regards', 'yours sincerely', 'sincerely', 'cheers', 'kr',
  'thanks all', 'thanks again', 'thanks in advance', 'many thanks in advance', 'thank you all', 'thanks everyone',
  'regards and thanks', 'with best wishes', 'all the best', 'ta', 'thanks and regards', 'many thanks and kind regards',
  'thanks for your help', 'thank you for your help', 'sent from my iphone', 'sent from my ipad',
  'sent from outlook for ios', 'sent from outlook for android', 'get outlook for ios', 'get outlook for android',
  'sent from my phone', 'br', 'wishes',
]

/** A line with one of these is small print, and so is everything after it. */
// prettier-ignore
export const SMALL_PRINT = [
  'intended only for', 'intended solely for', 'intended recipient', 'intended for the addressee',
  'privileged or confidential', 'received in error', 'received this email in error', 'received this e mail in error',
  'received this message in error', 'consider the environment', 'is confidential and intended',
  'may contain information that is privileged', 'monitors e mail', 'monitors email', 'any attachment is confidential',
  'confidentiality notice', 'legally privileged', 'disclaimer', 'does not form part of a contract',
  'scanned for viruses', 'do not print this', 'this email and any', 'this e mail and any', 'privacy notice',
  'how we use your personal', 'protectively marked', 'views expressed in this',
]

/** Announces the message that is sent on below. */
// prettier-ignore
export const FORWARD_MARKS = [
  'forwarded message', 'begin forwarded message', 'forwarded by', 'start of forwarded message', 'forwarded mail',
]

/** A note above a message that makes it the writer's own. */
// prettier-ignore
export const SEE_BELOW = [
  'see below', 'as below', 'below is', 'detail below', 'details below', 'please treat', 'treat as', 'treat this as',
  'confirmation below', 'confirmed below', 'forwarding', 'find below', 'for info', 'for your information', 'fyi',
  'see attached and below', 'confirmation from', 'pasted below', 'copied below', 'from edt', 'handover below',
  'please action', 'below for', 'email below', 'message below', 'please arrange', 'please set up', 'for action',
  'please see', 'passing on', 'passed on', 'sending on', 'below please',
]

/** Says that a placement is being confirmed. */
// prettier-ignore
export const CONFIRMING = [
  'placement confirmation', 'confirmation of placement', 'placement confirmed', 'placement agreed',
  'confirmed placement', 'confirm the placement', 'confirm that', 'confirming the placement', 'confirming that',
  'confirmation email', 'confirmation e mail', 'please set up the placement planning meeting', 'please arrange',
  'placement has been agreed', 'placement has been confirmed', 'has been placed', 'have been placed', 'placement found',
  'placement made', 'as the confirmation', 'i can confirm', 'we can confirm', 'this is to confirm', 'to confirm',
  'placement details', 'new placement', 'placement notification', 'notification of placement', 'confirming placement',
  'was placed', 'were placed', 'will be placed', 'are placed', 'is placed', 'agreed placement',
  'placement identified and agreed', 'confirmed', 'is moving', 'will be moving', 'will move', 'placed', 'edt placement',
  'moved in', 'placement agreement',
]

/** Says that something already confirmed has changed. In the subject, or in a sentence of its own. */
// prettier-ignore
export const AMENDING = [
  'revised', 'revision', 'amended', 'amendment', 'amend', 'updated placement confirmation', 'updated confirmation',
  'correction', 'corrected', 'change of start', 'change of date', 'change of time', 'change of carer',
  'change of placement', 'change of address', 'change of worker', 'change of social worker', 'change to placement',
  'change to the placement', 'change to start', 'change to the start', 'please note the change', 'change to my',
  'changes to my', 'change to our', 'slight change', 'brought forward', 'put back', 'pushed back', 'has been moved',
  'has moved to', 'changed from', 'changed to', 'rescheduled', 'should read', 'should have read', 'supersedes',
  'replaces my', 'please replace', 'new start date', 'new start time', 'postponed', 'one change', 'start has changed',
  'start date has changed', 'start time has changed', 'has changed', 'have changed', 'amended details',
  'revised details', 'is now', 'are now', 'will now be', 'change in', 'wrong in my', 'error in my', 'mistake in my',
  'my mistake', 'typo', 'now starts', 'now starting', 'start is now', 'will now start', 'will now move', 'now moving',
  'delayed until', 'delayed to', 'wrongly', 'change placement', 'changed',
]

/** The same, but a first confirmation may have them too. */
// prettier-ignore
export const PERHAPS_AMENDING = [
  'update', 'updated', 'change', 'changes', 'delayed', 'new start', 'instead of', 'moved from', 'is now', 'are now',
  'changed', 'has changed', 'have changed', 'wrongly', 'typo', 'will now be',
]

/** Says that a placement does not happen, or has stopped. */
// prettier-ignore
export const CANCELLING = [
  'fallen through', 'fell through', 'falling through', 'no longer going ahead', 'not going ahead', 'will not go ahead',
  'wont go ahead', 'not now going ahead', 'isnt going ahead', 'is cancelled', 'been cancelled', 'cancelled', 'canceled',
  'cancel the placement', 'cancel placement', 'placement withdrawn', 'been withdrawn', 'has withdrawn',
  'have withdrawn', 'carers withdrew', 'no longer required', 'no longer needed', 'stood down', 'not proceeding',
  'will not proceed', 'will not be proceeding', 'not be going ahead', 'no longer proceeding', 'did not go ahead',
  'didnt go ahead', 'placement ended', 'placement has ended', 'placement end', 'broken down',
  'placement has broken down', 'placement broke down', 'pulled out', 'no longer happening', 'is off', 'called off',
  'will not be placed', 'wont be placed', 'not be placed', 'no longer be placed', 'no longer moving', 'not moving',
  'will not be moving', 'please disregard', 'has fallen through', 'not happening', 'will not now', 'ended',
  'cant happen', 'cannot happen', 'can not happen', 'cannot go ahead', 'cant go ahead', 'can not go ahead',
  'cannot proceed', 'cant proceed', 'can no longer go ahead', 'can no longer proceed', 'unable to go ahead',
  'not now be going ahead', 'not now be proceeding', 'stand everyone down', 'stand down',
]

/** The same, at the head of a line that has only a reference besides: "Cancellation: PL-88120". */
// prettier-ignore
export const CANCELLING_HEADS = [
  'cancellation', 'cancel', 'cancelling', 'withdrawn', 'withdrawal', 'falls through', 'not required',
]

/** What may stand beside the heading and its reference without changing what they say. */
// prettier-ignore
export const HEADS_BESIDES = [
  'placement', 'plcmt', 'case', 'child', 'yp', 'reference', 'ref', 'no', 'number', 'id', 'lcs', 'mosaic', 'notice',
  'confirmation', 'confirmed', 'status', 'outcome', 'reason', 'date', 'the', 'a', 'an', 'of', 'for', 'and', 'our',
  'this', 'that', 'is', 'has', 'been', 'was', 'now', 'please', 'sorry', 'update', 'urgent', 'important', 'subject',
  're', 'fw', 'fwd', 'fyi', 'nb', 'note', 'hi', 'all', 'foster', 'residential', 'planned', 'emergency',
]

export const REASON_HEADS = ['reason', 'date']
export const NOTHING_SAID = ['none', 'na', 'n a', 'nil', 'not applicable', 'no', 'tbc']

/** What may follow the reference without a mark: why, since when, through whom. */
// prettier-ignore
export const REASON_BEGINS = [
  'as', 'because', 'since', 'due', 'owing', 'following', 'after', 'on', 'today', 'from', 'with', 'by', 'at', 'per',
  'thanks', 'thank', 'many', 'family', 'carer', 'carers', 'mum', 'dad',
]

/** What a cancelling word may be about without being about the placement. */
// prettier-ignore
export const OTHER_THINGS = [
  'contact', 'family time', 'visit', 'review', 'school', 'appointment', 'training', 'taxi', 'court', 'hearing',
  'supervision', 'session', 'invoice', 'payment', 'respite', 'panel', 'order', 'transport', 'medical', 'assessment',
  'lesson', 'club', 'lac review', 'subscription', 'leave', 'call',
]

/** Sent by a machine: never a confirmation, whatever it repeats. */
// prettier-ignore
export const AUTOMATIC_SUBJECTS = [
  'automatic reply', 'auto reply', 'autoreply', 'automatic response', 'out of office', 'undeliverable', 'undelivered',
  'delivery status', 'delivery failure', 'delivery has failed', 'read receipt', 'not read', 'recall', 'accepted',
  'declined', 'tentative',
]

/** A subject with one of these is about something else, unless it only answers such a message. */
// prettier-ignore
export const NEVER_IN_SUBJECT = [
  'invoice', 'remittance', 'statement of account', 'newsletter', 'bulletin', 'minutes', 'minute of',
  'placement request', 'request for placement', 'placement search', 'placement referral', 'placement required',
  'placement needed', 'placement sought', 'placement wanted', 'carers needed', 'carer needed', 'carers required',
  'seeking placement', 'update on search', 'timesheet', 'purchase order', 'payment query', 'vacancy', 'survey',
  'training', 'webinar', 'vacancies',
]

/** A subject with one of these is not one either, unless it also says that a placement is confirmed. */
// prettier-ignore
export const UNRELATED_SUBJECTS = [
  'payment', 'fees', 'finance', 'referral', 'query', 'question', 'family finding update', 'profile', 'agenda',
  'expenses', 'mileage', 'recruitment', 'annual review', 'policy', 'rota', 'audit', 'complaint', 'subject access',
  'report', 'quote', 'sufficiency', 'respite request', 'overdue', 'lac review', 'statement', 'risk assessment',
  'care plan', 'chronology', 'pathway plan', 'pep', 'health assessment', 'delegated authority', 'strategy meeting',
  'supervision', 'incident', 'missing episode',
]

/** Said in a message that is about something else, however much it knows of a placement. */
// prettier-ignore
export const UNRELATED = [
  'invoice no', 'invoice number', 'amount due', 'please pay', 'remittance', 'have not had payment', 'not had payment',
  'not been paid', 'looking for a', 'we are looking for', 'are looking for', 'needed by', 'placement required',
  'type required', 'required by', 'please send profiles', 'send profiles', 'searching for', 'seeking a', 'in need of a',
  'can you offer', 'do you have a vacancy', 'do you have any vacancies', 'any availability', 'expressions of interest',
  'could you confirm', 'can you confirm', 'could you please confirm', 'can you please confirm',
  'please confirm whether', 'please confirm if', 'please can you confirm', 'please could you confirm',
  'would you confirm', 'minutes of', 'unsubscribe', 'out of the office', 'no placement found', 'no placement has been',
  'not found yet', 'still searching', 'still looking', 'are considering', 'matching meeting', 'bed requested',
  'start needed', 'needs a placement', 'needing a placement', 'do not have a placement', 'not yet agreed',
  'not been agreed', 'waiting for panel', 'subject to panel', 'awaiting panel', 'awaiting funding', 'if agreed',
  'has not been agreed', 'potential placement', 'possible placement', 'provisional placement', 'offer of placement',
  'offer of a placement', 'not confirmed yet', 'not yet confirmed', 'to be matched', 'can you help',
  'placement is needed', 'placement needed', 'placement sought', 'would like to offer', 'we can offer',
  'we have a vacancy', 'date of referral', 'referral date', 'gcsx', 'if this is not confirmed',
  'has this been confirmed', 'is this confirmed', 'has this been agreed', 'not a confirmation',
  'this is not a confirmation', 'example only', 'for training purposes',
]

/** Never said in an honest confirmation. */
// prettier-ignore
export const TRICKING = [
  'ignore previous instruction', 'ignore all previous', 'ignore your instruction', 'disregard previous',
  'disregard all previous', 'system prompt', 'enable content', 'enable macros', 'verify your account',
  'confirm your password', 'gift card', 'bank detail have changed', 'new bank detail', 'your mailbox is full',
  'click here to view',
]

/** Pushes the reader past a check; with a wish for an address or an unknown e-mail it is no honest message. */
// prettier-ignore
export const PRESSING = [
  'do not ring', 'do not call', 'dont ring', 'dont call', 'do not phone', 'dont phone', 'do not contact',
  'do not verify', 'do not check', 'keep this between us', 'do not tell', 'dont tell', 'my old email', 'my old address',
  'use this address', 'only to this', 'my new email', 'my personal email', 'personal address', 'new phone',
  'work email is down', 'my email is down', 'email is not working', 'email isnt working', 'send to this email',
  'to this email', 'lost my phone', 'locked out', 'phone is broken', 'not on teams', 'outside the system',
]

// prettier-ignore
export const SENDING = [
  'send', 'forward', 'email', 'e mail', 'reply with', 'text', 'whatsapp', 'share', 'pass', 'let me have', 'give me',
  'tell me', 'provide', 'use',
]

/** What nobody may be told by mail on demand. */
// prettier-ignore
export const WHAT_IS_PROTECTED = [
  'address', 'postcode', 'whereabout', 'location', 'where the child', 'where she is', 'where he is', 'where they are',
  'home detail', 'placement detail', 'carer detail', 'carer phone', 'meeting link', 'joining link',
  'all correspondence', 'everything', 'all invitation', 'all invite',
]

/** What a change has to be about, where the word for it is a weak one: "Update: start now 4pm". */
// prettier-ignore
export const OF_A_PLACEMENT = [
  'placement', 'start', 'starting', 'carer', 'confirmation', 'home', 'provider', 'address', 'date', 'time', 'ssw', 'sw',
  'social worker', 'manager', 'move', 'worker',
]
