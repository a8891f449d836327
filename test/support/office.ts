/**
 * A council's office for tests of the tab: the app's own routes and use cases, on a store that forgets and fake outside
 * systems, in one process with the test. What was asked of Outlook is done by the time of the next request.
 */
import { Router, type Request, type Response } from 'express'
import { meetingsRoutes } from '../../bot/http/meetings-routes.ts'
import { preflightRoutes } from '../../bot/http/preflight-routes.ts'
import { answerInvitation } from '../../bot/meetings/answer-invitation.ts'
import { chooseMeetingTime } from '../../bot/meetings/arrange-meeting.ts'
import type { DirectoryPerson, PlannedJob, Ports } from '../../bot/meetings/ports.ts'
import { registerConfirmation } from '../../bot/meetings/register-confirmation.ts'
import type { PreflightCheck } from '../../shared/preflight.ts'
import { addEntry, documentFrom, encodeDocument, readMinutes } from '../../shared/record/minutes-document.ts'
import type { Entry } from '../../shared/record/minutes.ts'
import type { PlacementConfirmation } from '../../shared/placement/placement.ts'
import {
  close,
  type AnswerChoice,
  type MeetingId,
  type PlanningMeeting,
} from '../../shared/meeting/planning-meeting.ts'
import { instant } from '../../shared/dates/time.ts'
import {
  FakeAnnouncer,
  FakeCalendar,
  FakeClock,
  FakeMail,
  FakePeople,
  FakeVideo,
  FakeWatch,
  someSettings,
} from './fakes.ts'
import { MemoryStore } from './memory-store.ts'
import { workJob } from './practice-desk-jobs.ts'

const worker = (name: string, role: DirectoryPerson['role']): DirectoryPerson => ({
  objectId: name.toLowerCase().replace(' ', '-'),
  tenantId: '5e0f6a1c-2f0b-4b1d-9c33-0d8d6f1b7a10',
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@brackenshire.example`,
  role,
})

/** Who works for Brackenshire; carers and parents are outside. */
export const WORKERS = {
  officer: worker('Lennox Abernathy', 'placementOfficer'),
  socialWorker: worker('Rosalind Achterberg', 'childsSocialWorker'),
  supervising: worker('Tobias Greenhalgh', 'supervisingSocialWorker'),
  reviewing: worker('Barnaby Okonkwo', 'independentReviewingOfficer'),
  teamManager: worker('Imelda Castellano', 'teamManager'),
  /** Works for the council, and has no part in any case of the tests. */
  stranger: worker('Wilhelmina Prentice', 'childsSocialWorker'),
  administrator: { ...worker('Hester Malvern', null), administrator: true },
} as const

export const TAB_CONFIG = {
  mode: 'local' as const,
  clientId: '0c2f9f0e-6f0b-4c46-8c8e-2a1d6e5b7c11',
  authority: 'https://login.microsoftonline.com/brackenshire.example',
  scope: 'api://planning.brackenshire.example/access_as_user',
  council: 'Brackenshire Council',
}

type Asking = { method?: string; headers?: Record<string, string>; body?: string }
type Sent = { status: number; body: unknown }

export class Office {
  readonly clock: FakeClock
  readonly calendar = new FakeCalendar()
  readonly ports: Ports
  /** The network between the tab and the office. */
  reachable = true
  /** Outlook has not been asked yet what was wanted of it. */
  outlookWaits = false
  /** Every request that came in, `POST /api/meetings/…/move`, oldest first. */
  readonly requests: string[] = []
  readonly #jobs: PlannedJob[] = []
  readonly #api: Router
  /** What a preflight finds. */
  checks: PreflightCheck[] = []

  constructor({ now, pack }: { now: string; pack?: string }) {
    this.clock = new FakeClock(now)
    this.ports = {
      settings: someSettings(pack),
      clock: this.clock,
      store: new MemoryStore((jobs) => this.#jobs.push(...jobs)),
      calendar: this.calendar,
      watch: new FakeWatch(),
      video: new FakeVideo(),
      mail: new FakeMail(),
      people: new FakePeople(Object.values(WORKERS)),
      announcer: new FakeAnnouncer(),
    }
    this.#api = Router().use(
      preflightRoutes(async () => ({ checks: this.checks })),
      meetingsRoutes(this.ports),
    )
  }

  at(moment: string): void {
    this.clock.set(instant(moment))
  }

  /** As the browser's fetch, for the tab. */
  fetch = async (path: string, { method = 'GET', headers = {}, body }: Asking = {}) => {
    if (!this.reachable) throw new TypeError('Failed to fetch')
    const { status, body: answer } = await this.handle(
      method,
      path,
      body === undefined ? undefined : (JSON.parse(body) as unknown),
      headers['authorization'],
    )
    return { ok: status < 300, status, json: async (): Promise<unknown> => JSON.parse(JSON.stringify(answer)) }
  }

  async handle(method: string, path: string, body: unknown, authorization?: string): Promise<Sent> {
    this.requests.push(`${method} ${path}`)
    if (path === '/api/config') return { status: 200, body: TAB_CONFIG }
    if (path === '/local/people') return { status: 200, body: { people: this.#people() } }
    if (path === '/local/sign-in') return this.#signIn(body)
    const person = this.personOf(authorization)
    if (!person) return { status: 401, body: { error: { reason: 'notSignedIn', message: 'Please sign in again.' } } }
    const answer = await this.#route(method, path.replace('/api', ''), body, person)
    await this.work()
    return answer
  }

  /** Works every job that is due by now, unless Outlook is made to wait. */
  async work(): Promise<void> {
    if (this.outlookWaits) return
    const due = () => this.#jobs.findIndex(({ dueAt }) => !dueAt || dueAt <= this.clock.now())
    for (let next = due(); next >= 0; next = due()) {
      const [job] = this.#jobs.splice(next, 1)
      await workJob(job!.job, this.ports)
    }
  }

  /** A placement is confirmed: its first meeting, which has no time yet. */
  async confirm(confirmation: PlacementConfirmation): Promise<PlanningMeeting> {
    const done = await registerConfirmation(confirmation, WORKERS.officer, 'api', this.ports)
    if (!done.ok) throw new Error(`Not confirmed: ${done.refusal.reason}`)
    await this.work()
    return done.value.meetings[0]!
  }

  async arrange({ id }: PlanningMeeting, start: string): Promise<PlanningMeeting> {
    const { version } = await this.meeting(id)
    const done = await chooseMeetingTime(
      { meetingId: id, version, start: instant(start), lateReason: 'The mother could not come sooner' },
      WORKERS.socialWorker,
      this.ports,
    )
    if (!done.ok) throw new Error(`Not arranged: ${done.refusal.reason}`)
    await this.work()
    return this.meeting(id)
  }

  async answer({ id }: PlanningMeeting, by: DirectoryPerson, choice: AnswerChoice): Promise<void> {
    const done = await answerInvitation({ meetingId: id, choice }, by, this.ports)
    if (!done.ok) throw new Error(`Not answered: ${done.refusal.reason}`)
    await this.work()
  }

  /** Somebody else writes in the minutes. */
  async write({ id }: PlanningMeeting, ...entries: Entry[]): Promise<void> {
    await this.change(id, (doc) => entries.forEach((entry) => addEntry(doc, entry)))
  }

  /** Somebody else changes the minutes as they like. */
  async change(id: MeetingId, how: (doc: ReturnType<typeof documentFrom>) => void): Promise<void> {
    await this.ports.store.changeMinutes(id, (before) => {
      const doc = documentFrom(...(before ? [before.state] : []))
      how(doc)
      return { state: encodeDocument(doc), minutes: readMinutes(doc), savedAt: this.clock.now() }
    })
  }

  /** The meeting counts as held, whatever its record lacks. */
  async closeAsItIs({ id }: PlanningMeeting): Promise<void> {
    const meeting = await this.meeting(id)
    const closed = close(meeting, WORKERS.socialWorker.objectId, this.clock.now())
    if (!closed.ok) throw new Error(`Not closed: ${closed.refusal.reason}`)
    await this.ports.store.save({ meetings: [closed.value] })
  }

  async meeting(id: MeetingId): Promise<PlanningMeeting> {
    return (await this.ports.store.meeting(id))!
  }

  /** What the office has of the minutes. */
  async minutes({ id }: PlanningMeeting) {
    return (await this.ports.store.minutes(id))?.minutes ?? null
  }

  #people = () => Object.values(WORKERS).map(({ name, email, role }) => ({ name, email, role, insideTenant: true }))

  #signIn(body: unknown): Sent {
    const { as } = body as { as: string }
    const known = Object.values(WORKERS).some(({ email }) => email === as)
    return known ? { status: 200, body: { accessToken: tokenFor(as) } } : { status: 404, body: {} }
  }

  personOf = (authorization: string | undefined) =>
    Object.values(WORKERS).find(({ email }) => authorization === `Bearer ${tokenFor(email)}`)

  #route(method: string, url: string, body: unknown, person: DirectoryPerson): Promise<Sent> {
    return new Promise((resolve, reject) => {
      let status = 200
      const response = {
        locals: { reader: person },
        status(given: number) {
          status = given
          return response
        },
        json: (answer: unknown) => resolve({ status, body: answer }),
      }
      const notFound = (fault?: unknown) =>
        fault ? reject(new Error('The route failed', { cause: fault })) : resolve({ status: 404, body: {} })
      this.#api({ method, url, body } as Request, response as unknown as Response, notFound)
    })
  }
}

export const tokenFor = (email: string) => `token-for-${email}`
