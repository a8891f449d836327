/**
 * Two planning meetings of the same people, of strangers or of brothers placed together, on two instances of the app, and whatever can happen to them: instances that
 * die between any two steps, while the other one goes on, an Outlook that is away, slow, forgetful or silent, people who press twice and people who drag, delete, answer and
 * forward by hand. All of it follows from a seed, so that what went wrong once goes wrong again in the same way.
 */
import { answerTimesByLink } from '../../bot/meetings/answer-by-link.ts'
import { answerInvitation } from '../../bot/meetings/answer-invitation.ts'
import { cancelMeeting, chooseMeetingTime, moveMeeting } from '../../bot/meetings/arrange-meeting.ts'
import { askOutside, changeLink, stopAsking } from '../../bot/meetings/ask-outside.ts'
import { lookAtOutlook } from '../../bot/meetings/look-at-outlook.ts'
import { changePeople, changeVenue, sendNow, type PeopleWish } from '../../bot/meetings/edit-meeting.ts'
import { withSiblingsAnew } from '../../bot/meetings/families.ts'
import { followCalendars } from '../../bot/meetings/follow-calendars.ts'
import {
  CalendarRefused,
  CalendarUnreachable,
  type Calendar,
  type Mail,
  type PlannedJob,
  type Ports,
  SavedByAnother,
  type Store,
} from '../../bot/meetings/ports.ts'
import { settleChange } from '../../bot/meetings/settle-change.ts'
import { settleConcern } from '../../bot/meetings/settle-concern.ts'
import { eventKeysOf, readersOf } from '../../shared/letters/invitation.ts'
import { choicesAbout, eventOf, whoOf, type OutlookConcern } from '../../shared/meeting/outlook-concerns.ts'
import type { FamilyId } from '../../shared/placement/siblings.ts'
import { isAsking, type Asking } from '../../shared/times/held-times.ts'
import type { EventKey } from '../../shared/meeting/plan.ts'
import type {
  MeetingId,
  MeetingRef,
  PlacementId,
  PlanningMeeting,
  Slot,
} from '../../shared/meeting/planning-meeting.ts'
import { addMinutes, instant, type Instant } from '../../shared/dates/time.ts'
import { aConfirmation, aMeeting, aMeetingPlan, aPlacement, thePeople } from './builders.ts'
import { FakeAnnouncer, FakeClock, FakeMail, FakePeople, FakeVideo, FakeWatch, someSettings } from './fakes.ts'
import { FakeCalendar, type FakeEvent } from './fake-calendar.ts'
import { MemoryStore } from './memory-store.ts'
import { numbersFrom } from './numbers-from.ts'
import { workJob, type AnyJob } from './practice-desk-jobs.ts'
import { STAFF } from './staff.ts'

export type Safeguards = {
  /** Outlook is asked what it has before anything is booked again, and knows an id that it has seen. */
  looksFirst: boolean
  /** Nothing is saved over what another instance saved meanwhile. */
  noticesOthers: boolean
  /** That brothers who are placed together are met at one time is no fault, as it is for everybody else. */
  letsBrothersMeet: boolean
}

const BEGIN = '2026-10-20T09:00:00Z'
/** The last three are after the deadline of the builders' plan. */
const STARTS: Instant[] = [
  '2026-11-02T10:00:00Z',
  '2026-11-02T14:00:00Z',
  '2026-11-03T10:00:00Z',
  '2026-11-04T09:30:00Z',
  '2026-11-05T13:00:00Z',
  '2026-11-10T10:00:00Z',
  '2026-11-11T14:00:00Z',
  '2026-11-12T10:00:00Z',
].map(instant)
const slotAt = (start: Instant): Slot => ({ start, end: addMinutes(start, 60) })

const WISHES: PeopleWish[] = [
  { does: 'add', role: 'teamManager', name: 'Imelda Castellano', email: STAFF.teamManager.email },
  { does: 'add', role: 'advocate', name: 'Glenys Harrop', email: 'g.harrop@voices.example', cleared: true },
  { does: 'add', role: 'father', name: 'Anders Vandermolen', email: 'anders.v@post.example', cleared: true },
  { does: 'add', role: 'mother', name: 'Petra Vandermolen', email: null },
  { does: 'remove', person: 'mother:1', instead: 'contribute' },
  { does: 'remove', person: 'father:1', instead: 'viewsConsidered' },
  { does: 'remove', person: 'advocate:1', instead: 'contribute' },
  { does: 'remove', person: 'fosterCarer:1', instead: 'contribute' },
]

const FAMILY = '3e9b0a54-7d43-4a5e-9b1f-0c2d8e6a7f10' as FamilyId

const ROOM = 'room.willow@brackenshire.example'

class ProcessDied extends Error {
  override name = 'ProcessDied'
}

/** `diesIn` so many steps; it comes back at once. */
type Instance = { ports: Ports; life: { diesIn: number } }

export class SimulatedOffice {
  readonly clock = new FakeClock(BEGIN)
  readonly calendar = new FakeCalendar(this.clock)
  readonly mail = new FakeMail()
  readonly store: MemoryStore
  readonly ids: MeetingId[] = ['meeting-a', 'meeting-b'] as MeetingId[]
  readonly wrong: string[] = []
  readonly #random: () => number
  readonly #jobs: (PlannedJob & { tries?: number })[] = []
  readonly #forwarded = new Set<string>()
  readonly #meant = new Set<string>()
  /** Meetings whose invitations somebody decided to leave in the mailbox that they stand in. */
  readonly #leftThere = new Set<string>()
  /** Somebody was told that it is cancelled. */
  readonly #calledOff = new Set<MeetingId>()
  readonly #instances: [Instance, Instance]
  /** Every other story is of two brothers who are placed together. */
  readonly #ofBrothers: boolean
  readonly #mayMeetTogether: boolean

  constructor(seed: number, safeguards: Safeguards) {
    this.#ofBrothers = seed % 2 === 1
    this.#mayMeetTogether = this.#ofBrothers && safeguards.letsBrothersMeet
    this.#random = numbersFrom(seed)
    this.store = new MemoryStore((jobs) => jobs.forEach((job) => this.#plan(job)))
    this.#instances = [this.#anInstance(safeguards), this.#anInstance(safeguards)]
  }

  #anInstance({ looksFirst, noticesOthers }: Safeguards): Instance {
    const life = { diesIn: Infinity }
    return {
      life,
      ports: {
        settings: someSettings(),
        clock: this.clock,
        store: this.#mortal(noticesOthers ? this.store : heedless(this.store), life),
        calendar: this.#mortal(looksFirst ? this.calendar : forgetful(this.calendar), life),
        watch: new FakeWatch(),
        video: new FakeVideo(),
        mail: this.#mortal(this.mail, life),
        people: new FakePeople(Object.values(STAFF)),
        announcer: this.#announcer(),
      },
    }
  }

  async run(steps: number): Promise<void> {
    await this.#open()
    this.calendar.sameTransactionId = this.#one(['error400WithId', 'error400', 'error409', 'firstEvent'] as const)
    this.calendar.markerLagSeconds = this.#one([0, 0, 0, 4, 30])
    this.calendar.joinLinkMissing = this.#chance(0.05)
    for (let step = 0; step < steps; step += 1) {
      await this.#something()
      await this.#noteWhoIsMeant()
    }
    await this.#comeToRest()
    await this.#noteWhoIsMeant()
    await this.#check()
  }

  async #open() {
    for (const [n, meetingId] of this.ids.entries()) {
      const placementId = `placement-${n}` as PlacementId
      const emails = { mother: `mother.${n}@post.example`, fosterCarer: `carer.${n}@homes.example` }
      const named = <One extends { role: string; email?: string | null }>(people: One[]): One[] =>
        people.map((one) => ({ ...one, email: emails[one.role as keyof typeof emails] ?? one.email }))
      const confirmation = aConfirmation({ placementReference: `PL-${n}`, people: named(thePeople()) })
      const plan = aMeetingPlan()
      await this.store.save({
        placement: withSiblingsAnew(
          aPlacement({ id: placementId, confirmation, ...(this.#ofBrothers && { family: FAMILY }) }),
          this.#instances[0].ports,
        ),
        meetings: [
          aMeeting({
            id: meetingId,
            ref: `PPM-000${n + 1}` as MeetingRef,
            placementId,
            plan: { ...plan, attendees: named(plan.attendees) },
            offered: STARTS.map((start) => offeredAt(start)),
          }),
        ],
      })
    }
    await this.#noteWhoIsMeant()
  }

  /** People are asked to come and taken off again: whoever was meant once may have been written to. */
  async #noteWhoIsMeant() {
    for (const id of this.ids) {
      const { plan } = (await this.store.meeting(id))!
      for (const { event, email } of plan.attendees) if (event && email) this.#meant.add(`${id} ${event} ${email}`)
    }
  }

  async #something() {
    const id = this.#one(this.ids)
    const happens = this.#random()
    if (happens < 0.4) return this.#workSome()
    if (happens < 0.5) return this.clock.set(addMinutes(this.clock.now(), this.#one([0.05, 0.2, 1, 5, 30, 150])))
    if (happens < 0.6) return this.#trouble()
    if (happens < 0.7) return this.#byHand(id)
    if (happens < 0.75) this.#one(this.#instances).life.diesIn = Math.floor(this.#random() * 12)
    // Somebody presses at one instance in the middle of what the other works at.
    await Promise.all([this.#survive(() => this.#press(id)), ...(this.#chance(0.6) ? [this.#workSome()] : [])])
  }

  /** One job, or one of each meeting at the same time, each by one of the instances. */
  async #workSome() {
    const due = this.ids.flatMap((id) => this.#due(id).slice(0, 1))
    const taken = this.#chance(0.5) ? due : due.slice(0, 1)
    await Promise.all(taken.map((job) => this.#work(job, this.#one(this.#instances))))
  }

  #due = (id?: MeetingId) =>
    this.#jobs
      .filter(
        ({ job, dueAt }) =>
          (!id || ('meetingId' in job && job.meetingId === id)) && (!dueAt || dueAt <= this.clock.now()),
      )
      .sort((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))

  async #work(planned: PlannedJob & { tries?: number }, { ports }: Instance) {
    this.#jobs.splice(this.#jobs.indexOf(planned), 1)
    const { job, tries = 0 } = planned
    try {
      if (WORKED.includes(job.name)) await workJob(job, ports)
    } catch (error) {
      const away = error instanceof CalendarUnreachable ? Math.max(error.retryAfterSeconds ?? 0, 10 * 2 ** tries) : 0
      this.#plan({ ...planned, dueAt: addMinutes(this.clock.now(), away / 60), tries: Math.min(tries + 1, 8) }, false)
    }
  }

  /** A job that was asked for again since stands in place of one that comes back. */
  #plan(job: PlannedJob & { tries?: number }, replaces = true) {
    const waiting = job.key ? this.#jobs.findIndex(({ key }) => key === job.key) : -1
    if (waiting >= 0 && !replaces) return
    if (waiting >= 0) this.#jobs.splice(waiting, 1)
    this.#jobs.push(job)
  }

  #trouble() {
    const is = this.#one(['lost', 'silent', 'busy', 'refused', 'lost', 'silent'] as const)
    const on = this.#one(['book', 'change', 'cancel', 'find', 'read', 'changes', undefined] as const)
    if (this.calendar.faults.length < 4) this.calendar.faults.push({ is, ...(on && { on }) })
    if (this.#chance(0.1)) this.calendar.forgetLinks()
    if (this.#chance(0.1)) this.calendar.reachable = !this.calendar.reachable
  }

  #byHand(id: MeetingId) {
    const event = this.#one(this.eventsOf(id))
    if (!event) return
    const { byHand } = this.calendar
    const { eventId } = event
    const deed = this.#random()
    if (deed < 0.05) {
      if (event.attendees.some(({ email }) => email === ROOM)) return
      this.calendar.busy.set(ROOM, [slotAt(this.#one(STARTS)), slotAt(this.#one(STARTS))])
      byHand.addRoom(eventId, ROOM)
    } else if (deed < 0.25) byHand.move(eventId, slotAt(this.#one(STARTS)))
    else if (deed < 0.4) byHand.delete(eventId)
    else if (deed < 0.6) byHand.respond(eventId, this.#one(event.attendees).email, this.#one(['coming', 'cannot']))
    else if (deed < 0.7) byHand.propose(eventId, this.#one(event.attendees).email, this.#one(STARTS))
    else if (deed < 0.8) {
      const to = this.#one(['colleague@brackenshire.example', 'aunt@post.example', STAFF.teamManager.email])
      if (event.attendees.some(({ email }) => email === to)) return
      this.#forwarded.add(`${id} ${event.key} ${to}`)
      byHand.forward(eventId, to)
    } else if (deed < 0.9) byHand.renumber(eventId)
    else if (event.key === 'core' && this.eventsOf(id, 'core').length === 1) byHand.double(eventId)
  }

  async #press(id: MeetingId) {
    const meeting = (await this.store.meeting(id))!
    const { version } = meeting
    const wanted = { meetingId: id, version }
    const by = STAFF.officer
    const reason = 'Asked for'
    const start = this.#one(STARTS)
    const concern = this.#one(meeting.concerns ?? [])
    const choice = concern && this.#one(choicesAbout(concern))
    const does = this.#random()
    // Pressed by two people, or twice, at the same moment.
    const times = this.#chance(0.2) ? 2 : 1
    const press = async ({ ports }: Instance) => {
      if (concern && choice && does < 0.5) {
        if (choice === 'leaveThere') this.#leftThere.add(id)
        return settleConcern({ ...wanted, ...about(concern), choice, reason }, by, ports)
      }
      if (isAsking(meeting) && does < 0.9) return this.#duringAsking(meeting, ports)
      if (meeting.state === 'toArrange' && does < 0.5)
        return askOutside({ ...wanted, starts: this.#some(STARTS.slice(0, 5)) }, by, ports)
      if (meeting.state === 'toArrange') return chooseMeetingTime({ ...wanted, start, lateReason: reason }, by, ports)
      if (does < 0.56) return changePeople({ ...wanted, reason, wish: this.#one(WISHES) }, by, ports)
      if (does < 0.58) return changeVenue({ ...wanted, reason, venue: this.#one(['online', 'office']) }, by, ports)
      if (does < 0.59) return sendNow(wanted, by, ports)
      if (does < 0.62) return this.#caseGoesToAnother(meeting, ports)
      if (does < 0.7) return moveMeeting({ ...wanted, start, reason, lateReason: reason }, by, ports)
      if (does < 0.75) return cancelMeeting({ ...wanted, reason }, by, ports)
      if (does < 0.9) return answerInvitation({ meetingId: id, choice: 'byVideo' }, STAFF.supervising, ports)
      if (does < 0.95) return followCalendars(ports)
      return lookAtOutlook(id, 1, ports)
    }
    const ended = await Promise.allSettled(Array.from({ length: times }, () => press(this.#one(this.#instances))))
    for (const one of ended) {
      if (one.status === 'fulfilled' && isCancelled(one.value)) this.#calledOff.add(id)
      if (one.status === 'rejected' && !EXPECTED.some((kind) => one.reason instanceof kind)) throw one.reason
    }
  }

  /** Another social worker has the case, who convenes the meeting then: its events belong into another mailbox. */
  async #caseGoesToAnother({ placementId }: PlanningMeeting, ports: Ports) {
    const placement = (await ports.store.placement(placementId))!
    const { confirmation, plan } = placement
    const { name, email } = this.#one([STAFF.socialWorker, STAFF.reviewing, STAFF.teamManager])
    const people = confirmation.people.map((one) => (one.role === 'childsSocialWorker' ? { ...one, name, email } : one))
    const reportedAt = this.clock.now()
    const proposed = {
      confirmation: { ...confirmation, people },
      ...{ plan, changes: ['people'], reportedAt, reportedBy: 'another', source: null },
    }
    const { version } = (await ports.store.save({ placement: { ...placement, proposed } })).placement!
    return settleChange({ placementId, version, take: true }, STAFF.officer, ports)
  }

  /** Somebody outside answers, more than once and also by a link that is dead; or whoever asked thinks better of it. */
  async #duringAsking({ id, version, heldTimes }: Asking, ports: Ports) {
    const does = this.#random()
    const person = this.#one(heldTimes.asked)
    const by = STAFF.officer
    if (does < 0.05) return stopAsking({ meetingId: id, version }, by, ports)
    if (does < 0.15) return changeLink({ meetingId: id, version, person, again: does < 0.1 }, by, ports)
    if (does < 0.2) this.calendar.busy.set(STAFF.supervising.email, [this.#one(heldTimes.slots)])
    const secret = this.#one(
      [...this.mail.sent.values()].flatMap(({ text }) => /\/answer\/([\w-]+)/.exec(text)?.[1] ?? []),
    )
    const { start } = this.#one(heldTimes.slots)
    const said = this.#one([{ can: start }, { can: start }, { cannot: start }, { all: true }, { all: false }])
    return secret === undefined ? null : answerTimesByLink(secret, said, ports)
  }

  async #survive(does: () => Promise<unknown>) {
    try {
      await does()
    } catch (error) {
      if (!(error instanceof ProcessDied)) throw error
    }
  }

  /** Trouble ends, and days go by in which people decide what is asked of them. */
  async #comeToRest() {
    for (const { life } of this.#instances) life.diesIn = Infinity
    this.calendar.faults.length = 0
    this.calendar.reachable = true
    this.calendar.markerLagSeconds = 0
    for (let round = 0; round < 12; round += 1) {
      await this.#workUntil(addMinutes(this.clock.now(), 6 * 60))
      // No notice ever comes: what people did is found by asking what has changed.
      await followCalendars(this.#instances[0].ports)
      await this.#workUntil(addMinutes(this.clock.now(), 2))
      for (const id of this.ids) await this.#decideAll(id)
    }
    await this.#workUntil(addMinutes(this.clock.now(), 60))
  }

  async #decideAll(id: MeetingId) {
    const { version, concerns = [] } = (await this.store.meeting(id))!
    const concern = concerns.find((one) => choicesAbout(one).length > 0)
    if (!concern) return
    const choice = this.#one(choicesAbout(concern))
    if (choice === 'leaveThere') this.#leftThere.add(id)
    await settleConcern(
      { meetingId: id, version, ...about(concern), choice, reason: 'So decided' },
      STAFF.officer,
      this.#instances[0].ports,
    )
    await this.#workUntil(this.clock.now())
  }

  async #workUntil(until: Instant) {
    for (let turns = 0; turns < 2_000; turns += 1) {
      const next = this.#jobs.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0]
      if (!next || (next.dueAt && next.dueAt > until)) break
      if (next.dueAt && next.dueAt > this.clock.now()) this.clock.set(next.dueAt)
      await this.#work(next, this.#instances[0])
    }
    if (until > this.clock.now()) this.clock.set(until)
  }

  async #check() {
    const meetings = await Promise.all(this.ids.map(async (id) => (await this.store.meeting(id))!))
    for (const meeting of meetings) this.#checkEvents(meeting)
    this.#checkMails()
    for (const meeting of meetings) await this.#checkHolds(meeting)
    const [a, b] = meetings.map((one) => (one.state === 'arranged' ? one.slot : null))
    if (!this.#mayMeetTogether && a && b && a.start < b.end && b.start < a.end)
      this.wrong.push('the same people are booked twice at once')
  }

  #checkEvents(meeting: PlanningMeeting) {
    const { id, state, plan } = meeting
    const say = (what: string) => this.wrong.push(`${id} is ${state}: ${what}`)
    if (state === 'arranging') return say('never settled')
    if (state !== 'cancelled' && this.#calledOff.has(id)) say('although somebody was told that it is cancelled')
    const isGiven = (key: EventKey) => meeting.events.some((event) => event.key === key && event.state === 'deleted')
    for (const key of eventKeysOf(plan)) {
      const there = this.eventsOf(id, key)
      const wanted = state === 'arranged' && !isGiven(key) ? 1 : 0
      if (there.length !== wanted) say(`${there.length} events of ${key}, where ${wanted} should be`)
      if (meeting.state !== 'arranged') continue
      for (const { slot } of there) if (slot.start !== meeting.slot.start) say(`${key} stands at another time`)
      for (const { organiser, attendees } of there) {
        const isLeftThere = meeting.plan.organiserMailbox !== organiser && !this.#leftThere.has(id)
        if (isLeftThere) say(`${key} stands in the mailbox of ${organiser}, and nobody has decided so`)
        const invited = readersOf(meeting, { key, organiser }).attendees.map(({ email }) => email)
        // Also whoever came by a forward is on it only where somebody has decided so.
        const on = attendees.filter(({ type }) => type !== 'resource').map(({ email }) => email)
        if (on.toSorted().join() !== invited.toSorted().join()) say(`on ${key} are ${on.join()}, not ${invited.join()}`)
      }
    }
    const undecided = (meeting.concerns ?? []).filter((one) => choicesAbout(one).length > 0)
    if (undecided.length > 0) say(`${undecided.map(({ kind }) => kind).join(', ')} cannot be settled`)
  }

  /** Nothing is held any more for a meeting that has its time, or for which nobody is asked. */
  async #checkHolds(meeting: PlanningMeeting) {
    const { id } = meeting
    const say = (what: string) => this.wrong.push(`${id} is ${meeting.state}: ${what}`)
    if (isAsking(meeting)) return say('those outside are asked for ever')
    const inOutlook = [...this.calendar.held.values()].filter((hold) => hold.id.startsWith(`held/${id}/`))
    if (inOutlook.length > 0) say(`${inOutlook.length} holds are left in calendars`)
    if ((await this.store.calendarHolds(id)).length > 0) say('holds are left in our books')
    if (meeting.state !== 'arranged' && meeting.state !== 'toArrange' && meeting.state !== 'cancelled') return
    const within = { start: instant(BEGIN), end: addMinutes(STARTS.at(-1)!, 24 * 60) }
    const other = this.ids.find((one) => one !== id)!
    // Somebody inside who is on every meeting, whoever has the case.
    const held = [...(await this.store.held([STAFF.supervising.email], within, [other])).values()].flat()
    const wanted = meeting.state === 'arranged' ? [meeting.slot.start] : []
    if (held.map(({ start }) => start).join() !== wanted.join()) say(`our books hold ${held.length} times`)
  }

  #checkMails() {
    for (const { to, event } of this.calendar.mails) {
      const id = this.ids.find((one) => event.marker.startsWith(`${one}/`))
      const which = `${id} ${event.invitation.key} ${to}`
      if (to !== ROOM && !this.#meant.has(which) && !this.#forwarded.has(which))
        this.wrong.push(`mail to ${to}, who is not on ${event.invitation.key}`)
    }
  }

  eventsOf(id: MeetingId, key?: EventKey): (FakeEvent & { key: EventKey })[] {
    return [...this.calendar.events.values()]
      .filter(({ marker, invitation }) => marker.startsWith(`${id}/`) && (!key || invitation.key === key))
      .map((event) => Object.assign(event, { key: event.invitation.key }))
  }

  /** Whoever is reminded is reminded of the time that stands. */
  #announcer() {
    const announcer = new FakeAnnouncer()
    const remind = announcer.remind.bind(announcer)
    announcer.remind = async (person, meeting, about) => {
      const now = (await this.store.meeting((meeting as PlanningMeeting).id))!
      const isTrue = now.state === 'arranged' && now.slot.start === meeting.slot?.start
      // Somebody may press in the very moment in which a reminder goes out: that one was true as it left.
      if (!isTrue && now.version === (meeting as PlanningMeeting).version)
        this.wrong.push(`${now.id}: reminded of a time that does not stand`)
      return remind(person, meeting, about)
    }
    return announcer
  }

  /** Before and after each step the instance may die, and the other one may be some steps ahead of it or behind. */
  #mortal<Thing extends Store | Calendar | Mail>(thing: Thing, life: Instance['life']): Thing {
    const step = async () => {
      for (let turns = Math.floor(this.#random() * 4); turns > 0; turns -= 1) await Promise.resolve()
      life.diesIn -= 1
      if (life.diesIn >= 0) return
      life.diesIn = Infinity
      throw new ProcessDied()
    }
    return new Proxy(thing, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          await step()
          const came: unknown = await (method as (...all: unknown[]) => Promise<unknown>).apply(target, given)
          await step()
          return came
        }
      },
    })
  }

  /** One to three of them. */
  #some = <Value>(list: readonly Value[]): Value[] => {
    const from = Math.floor(this.#random() * (list.length - 2))
    return list.slice(from, from + 1 + Math.floor(this.#random() * 3))
  }
  #chance = (share: number) => this.#random() < share
  #one = <Value>(list: readonly Value[]): Value => list[Math.floor(this.#random() * list.length)]!
}

/** What the stories are about; the rest changes nothing that they look at. */
const WORKED: AnyJob['name'][] = [
  'bringOutlookInStep',
  'lookAtOutlook',
  'sendReminder',
  'settleHeldTimes',
  'keepCalendarHolds',
  'sendLink',
  'sayItIsOff',
  'answerInOutlook',
]

/** What a press may end with beside an answer. */
const EXPECTED = [ProcessDied, CalendarUnreachable, CalendarRefused, SavedByAnother]

const isCancelled = (answer: unknown): boolean => {
  const { ok, value } = (answer ?? {}) as { ok?: boolean; value?: { meeting?: PlanningMeeting } }
  return ok === true && value?.meeting?.state === 'cancelled'
}

/** Without the safeguard: nothing booked is found again, and an id that was used before is not known. */
const forgetful = (calendar: FakeCalendar): Calendar =>
  new Proxy(calendar, {
    get: (target, name) => {
      if (name === 'find') return async () => []
      if (name === 'book')
        return (invitation: Parameters<Calendar['book']>[0]) => {
          target.forget()
          return target.book(invitation)
        }
      const method: unknown = Reflect.get(target, name)
      return typeof method === 'function' ? (method as () => unknown).bind(target) : method
    },
  })

/** Without the safeguard: whoever saves last is right. */
const heedless = (store: MemoryStore): Store =>
  new Proxy(store, {
    get: (target, name) => {
      if (name === 'save') {
        return async (change: Parameters<Store['save']>[0]) => {
          const meetings = (change.meetings ?? []).map(async (meeting) => {
            const kept = await target.meeting(meeting.id)
            return { ...meeting, version: kept?.version ?? 0 }
          })
          return target.save({ ...change, meetings: await Promise.all(meetings) })
        }
      }
      const method: unknown = Reflect.get(target, name)
      return typeof method === 'function' ? (method as () => unknown).bind(target) : method
    },
  })

const about = (concern: OutlookConcern) => ({ kind: concern.kind, event: eventOf(concern), who: whoOf(concern) })

const offeredAt = (start: Instant) => ({
  ...slotAt(start),
  inTime: true,
  busy: [],
  optionalBusy: [],
  unknown: [],
  minimumHolds: true,
})
