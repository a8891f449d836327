/** Which reminders a meeting earns, and when. */

export const REMINDER_KINDS = ['booked', 'twoWorkingDaysBefore', 'morning'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]
