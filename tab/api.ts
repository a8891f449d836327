/** The only file that talks to the server. Answers are read before they go on, and every way to fail has its words. */
import type { z } from 'zod'
import type {
  answerBody,
  cancelBody,
  chooseTimeBody,
  CalendarFileAnswer,
  ClosedAnswer,
  concernBody,
  datesBody,
  ErrorAnswer,
  followUpBody,
  FollowUpsAnswer,
  laterWordsBody,
  Me,
  MeetingAnswer,
  moveBody,
  peopleBody,
  outsideBody,
  questionsBody,
  sendNowBody,
  SyncAnswer,
  SyncBody,
  TimesAnswer,
  wayBody,
  venueBody,
} from '../shared/wire/tab-api.ts'
import type { listBody, MeetingsAnswer } from '../shared/wire/list-api.ts'
import type { PreflightReport } from '../shared/preflight.ts'
import type { Instant } from '../shared/dates/time.ts'
import {
  readCalendarFile,
  readClosed,
  readError,
  readFollowUps,
  readMe,
  readMeeting,
  readMeetings,
  readPreflight,
  readSync,
  readTimes,
  type Reader,
} from './answers.ts'
import type { AppClock } from './clock.ts'
import type { SignIn } from './sign-in.ts'

/** As much of the browser's `fetch` as the tab needs. */
export type Fetch = (
  path: string,
  options?: {
    method?: string
    headers?: Record<string, string>
    body?: string
    keepalive?: boolean
    signal?: AbortSignal
  },
) => Promise<{ ok: boolean; status: number; json(): Promise<unknown> }>

export type ApiRefusal = { reason: string; message: string; fields: NonNullable<ErrorAnswer['error']['fields']> }
export type Answered<Value> = { ok: true; value: Value } | { ok: false; refusal: ApiRefusal }

export type Api = {
  me(): Promise<Answered<Me>>
  meetings(body: z.input<typeof listBody>): Promise<Answered<MeetingsAnswer>>
  meeting(id: string): Promise<Answered<MeetingAnswer>>
  times(id: string): Promise<Answered<TimesAnswer>>
  schedule(id: string, body: z.input<typeof chooseTimeBody>): Promise<Answered<MeetingAnswer>>
  takeWay(id: string, body: z.input<typeof wayBody>): Promise<Answered<MeetingAnswer>>
  move(id: string, body: z.input<typeof moveBody>): Promise<Answered<MeetingAnswer>>
  cancel(id: string, body: z.input<typeof cancelBody>): Promise<Answered<MeetingAnswer>>
  settleConcern(id: string, body: z.input<typeof concernBody>): Promise<Answered<MeetingAnswer>>
  people(id: string, body: z.input<typeof peopleBody>): Promise<Answered<MeetingAnswer>>
  venue(id: string, body: z.input<typeof venueBody>): Promise<Answered<MeetingAnswer>>
  sendNow(id: string, body: z.input<typeof sendNowBody>): Promise<Answered<MeetingAnswer>>
  answer(id: string, body: z.input<typeof answerBody>): Promise<Answered<MeetingAnswer>>
  questions(id: string, body: z.input<typeof questionsBody>): Promise<Answered<MeetingAnswer>>
  dates(id: string, body: z.input<typeof datesBody>): Promise<Answered<MeetingAnswer>>
  laterWords(id: string, body: z.input<typeof laterWordsBody>): Promise<Answered<MeetingAnswer>>
  /** For parts that come later than the first page, and bring their own way to read an answer. */
  get<Value>(read: Reader<Value>, path: string): Promise<Answered<Value>>
  post<Value>(read: Reader<Value>, path: string, body: unknown): Promise<Answered<Value>>
  outside(id: string, body: z.input<typeof outsideBody>): Promise<Answered<MeetingAnswer>>
  sync(id: string, body: SyncBody, leaving?: boolean): Promise<Answered<SyncAnswer>>
  close(id: string): Promise<Answered<ClosedAnswer>>
  followUps(): Promise<Answered<FollowUpsAnswer>>
  finishFollowUp(meetingId: string, body: z.input<typeof followUpBody>): Promise<Answered<FollowUpsAnswer>>
  calendarFile(id: string): Promise<Answered<CalendarFileAnswer>>
  preflight(): Promise<Answered<PreflightReport>>
}

const PATIENCE_MS = 20_000

/** Every answer that says what time it is sets the clock of the tab. */
export function makeApi(fetch: Fetch, signIn: SignIn, clock: AppClock): Api {
  async function call<Value>(
    read: Reader<Value>,
    path: string,
    body?: unknown,
    leaving = false,
  ): Promise<Answered<Value>> {
    let sent = await send(path, body, leaving)
    if (sent.status === 401) {
      signIn.forget()
      sent = await send(path, body, leaving)
    }
    const answered = understand(read, sent)
    const now = answered.ok && (answered.value as { now?: Instant }).now
    if (now) clock.set(now)
    return answered
  }

  async function send(path: string, body: unknown, leaving: boolean): Promise<Sent> {
    try {
      const token = await signIn.token()
      if (!token) return { status: 401, raw: null }
      const answer = await fetch(`/api${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A page that is being left may still send what was typed last.
        ...(leaving ? { keepalive: true } : { signal: AbortSignal.timeout(PATIENCE_MS) }),
      })
      return { status: answer.status, raw: await answer.json().catch(() => null) }
    } catch (fault) {
      return { status: 0, raw: null, timedOut: fault instanceof DOMException && fault.name === 'TimeoutError' }
    }
  }

  const meeting = (id: string, rest = '') => `/meetings/${encodeURIComponent(id)}${rest}`
  return {
    me: () => call(readMe, '/me'),
    meetings: (body) => call(readMeetings, '/meetings', body),
    meeting: (id) => call(readMeeting, meeting(id)),
    times: (id) => call(readTimes, meeting(id, '/times')),
    schedule: (id, body) => call(readMeeting, meeting(id, '/schedule'), body),
    takeWay: (id, body) => call(readMeeting, meeting(id, '/way'), body),
    move: (id, body) => call(readMeeting, meeting(id, '/move'), body),
    cancel: (id, body) => call(readMeeting, meeting(id, '/cancel'), body),
    settleConcern: (id, body) => call(readMeeting, meeting(id, '/concerns'), body),
    people: (id, body) => call(readMeeting, meeting(id, '/people'), body),
    venue: (id, body) => call(readMeeting, meeting(id, '/venue'), body),
    sendNow: (id, body) => call(readMeeting, meeting(id, '/send-now'), body),
    answer: (id, body) => call(readMeeting, meeting(id, '/answer'), body),
    questions: (id, body) => call(readMeeting, meeting(id, '/questions'), body),
    dates: (id, body) => call(readMeeting, meeting(id, '/dates'), body),
    laterWords: (id, body) => call(readMeeting, meeting(id, '/later-words'), body),
    get: (read, path) => call(read, path),
    post: (read, path, body) => call(read, path, body),
    outside: (id, body) => call(readMeeting, meeting(id, '/outside'), body),
    sync: (id, body, leaving) => call(readSync, meeting(id, '/minutes/sync'), body, leaving),
    close: (id) => call(readClosed, meeting(id, '/close'), {}),
    followUps: () => call(readFollowUps, '/follow-ups'),
    finishFollowUp: (id, body) => call(readFollowUps, meeting(id, '/follow-ups'), body),
    calendarFile: (id) => call(readCalendarFile, meeting(id, '/calendar-file')),
    preflight: () => call(readPreflight, '/preflight'),
  }
}

type Sent = { status: number; raw: unknown; timedOut?: boolean }

function understand<Value>(read: Reader<Value>, { status, raw, timedOut }: Sent): Answered<Value> {
  if (status >= 200 && status < 300) {
    const value = read(raw)
    return value === null ? refused('notUnderstood') : { ok: true, value }
  }
  if (status === 0) return refused(timedOut ? 'timedOut' : isOffline() ? 'offline' : 'unreachable')
  if (status === 401) return refused('signedOut')
  const said = readError(raw)?.error
  if (said) return { ok: false, refusal: { reason: said.reason, message: said.message, fields: said.fields ?? [] } }
  return refused(status === 404 ? 'gone' : status === 403 ? 'mayNot' : 'unreachable')
}

const refused = (reason: keyof typeof OWN_WORDS): { ok: false; refusal: ApiRefusal } => ({
  ok: false,
  refusal: { reason, message: OWN_WORDS[reason], fields: [] },
})

/** For what goes wrong between the tab and the server; whatever the server itself refuses comes with its own words. */
const OWN_WORDS = {
  offline: 'You are offline. Check the connection; the tab tries again by itself.',
  unreachable: 'The planning service cannot be reached just now.',
  timedOut: 'The planning service took too long to answer.',
  signedOut: 'You are signed out.',
  notUnderstood: 'This page is older than the planning service. Load it again.',
  gone: 'This meeting cannot be found.',
  mayNot: 'You are not asked to do this.',
}

const isOffline = () => !navigator.onLine
