/** What comes round in a diary, as the events that Outlook would show: a series, and its occurrences. */
import { atLondon, type Interval } from '../../../shared/dates/time.ts'
import { diaryBetween, firstDateOf } from '../people/diary.ts'
import type { DirectoryMember } from '../people/directory.ts'
import type { DiaryRule } from '../people/member.ts'
import type { StoredEvent } from './event.ts'
import { iCalUIdOf } from '../ids.ts'
import { LONDON_IN_WINDOWS } from './time-zones.ts'
import { keptHtml } from './words.ts'

/** Nothing of it is stored: it is worked out from the rule whenever somebody looks. */
export type DiaryEvent = { event: StoredEvent; rule: DiaryRule; masterKey: string; isMaster: boolean }

const masterKeyOf = (rule: DiaryRule) => `series ${rule.subject} ${rule.days.join()} ${rule.from} ${rule.week ?? 0}`

export const diarySeries = (owner: DirectoryMember): DiaryEvent[] =>
  owner.diary.map((rule) => {
    const date = firstDateOf(rule)
    const times = { start: atLondon(date, rule.from), end: atLondon(date, rule.to) }
    return {
      event: diaryEvent(owner, rule, masterKeyOf(rule), times),
      rule,
      masterKey: masterKeyOf(rule),
      isMaster: true,
    }
  })

export const diaryOccurrences = (owner: DirectoryMember, within: Interval): DiaryEvent[] =>
  diaryBetween(owner.diary, within).map(({ rule, date, start, end }) => ({
    event: diaryEvent(owner, rule, `${masterKeyOf(rule)} ${date}`, { start, end }),
    rule,
    masterKey: masterKeyOf(rule),
    isMaster: false,
  }))

function diaryEvent(owner: DirectoryMember, rule: DiaryRule, key: string, times: Interval): StoredEvent {
  const createdAt = atLondon(firstDateOf(rule), '08:00')
  return {
    key,
    mailbox: owner.email.toLowerCase(),
    folder: 'calendar',
    moves: 0,
    version: 1,
    changed: 0,
    createdAt,
    changedAt: createdAt,
    iCalUId: iCalUIdOf(`${owner.email} ${masterKeyOf(rule)}`),
    transactionId: null,
    subject: rule.subject,
    bodyHtml: keptHtml('', 'html'),
    ...times,
    startZone: LONDON_IN_WINDOWS,
    endZone: LONDON_IN_WINDOWS,
    isAllDay: false,
    locations: rule.where ? [{ displayName: rule.where }] : [],
    importance: 'normal',
    sensitivity: rule.private ? 'private' : 'normal',
    showAs: rule.showAs ?? 'busy',
    responseRequested: true,
    allowNewTimeProposals: true,
    hideAttendees: false,
    isOnlineMeeting: false,
    joinUrl: null,
    categories: [],
    isReminderOn: false,
    reminderMinutesBeforeStart: 15,
    organizer: { name: owner.name, address: owner.email },
    isOrganizer: true,
    attendees: [],
    response: 'organizer',
    respondedAt: null,
    isCancelled: false,
    sequence: 0,
    extendedProperties: [],
    extensions: [],
    attachments: [],
  }
}
