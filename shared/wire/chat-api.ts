/** The meeting that a chat of Teams belongs to; `null` for any other chat, and for readers who may not see it. */
export type ChatAnswer = { meetingId: string | null }
