/**
 * The composition root: reads the configuration, opens what the app stands on, and wires the use cases to chat, web and
 * jobs. The only file that knows every part.
 */
import { mkdirSync } from 'node:fs'
import { createServer as createHttpServer, type Server } from 'node:http'
import { join, resolve } from 'node:path'
import open from 'open'
import { bankHolidaysEnding } from '../shared/dates/bank-holidays.ts'
import { earlier, londonDate, londonIso, momentWords } from '../shared/dates/time.ts'
import { teamsAnnouncer } from './chat/announcer.ts'
import { openTeams } from './chat/teams-adapter.ts'
import { mailTeller } from './chat/mail-teller.ts'
import { teamsApp } from './chat/teams-app.ts'
import { ConfigRefused, readConfig, type Config } from './config.ts'
import { createGraph } from './graph/graph-client.ts'
import { tokenSource } from './graph/microsoft-token.ts'
import { outlookCalendar } from './graph/outlook-calendar.ts'
import { outlookInbox } from './graph/outlook-inbox.ts'
import { outlookWatch } from './graph/outlook-watch.ts'
import { videoMeetings } from './graph/video-meetings.ts'
import { outlookMail } from './graph/outlook-mail.ts'
import { peopleDirectory } from './graph/people-directory.ts'
import { teamsInstaller } from './graph/teams-installer.ts'
import { mailsRoutes } from './http/mails-routes.ts'
import { createServer } from './http/server.ts'
import { signIn } from './http/sign-in.ts'
import { webhooks } from './http/webhooks.ts'
import { keepJobs } from './jobs/keep-jobs.ts'
import { passTime } from './jobs/pass-time.ts'
import { openQueue } from './jobs/queue.ts'
import { startJobs, type JobHandlers, type Jobs } from './jobs/runner.ts'
import { errorDetail, jsonLog, silentLog, type Log } from './log.ts'
import { readJob } from './mailbox/mailbox-jobs.ts'
import type { MailboxPorts } from './mailbox/ports.ts'
import { readMailbox, takeMailNotices } from './mailbox/read-mailbox.ts'
import { showMail } from './mailbox/see-to-mail.ts'
import { takeMail } from './mailbox/take-mail.ts'
import { tellOfMail } from './mailbox/tell-of-mail.ts'
import { answerInOutlook } from './meetings/answer-invitation.ts'
import { bringOutlookInStep } from './meetings/bring-outlook-in-step.ts'
import { countChances } from './meetings/count-chances.ts'
import { guardVideo } from './meetings/guard-video.ts'
import { followCalendars } from './meetings/follow-calendars.ts'
import { keepCalendarHolds } from './meetings/keep-calendar-holds.ts'
import { checkAudit, firstAuditCheck } from './meetings/check-audit.ts'
import type { AuditTrail, Ports, Settings } from './meetings/ports.ts'
import { sayItIsOff } from './meetings/call-off-asking.ts'
import { offerAgain } from './meetings/offer-again.ts'
import { sendLink } from './meetings/send-link.ts'
import { sendReminder } from './meetings/send-reminder.ts'
import { showDraftChanges, showMeetingChanges, showPlacementChanges } from './meetings/show-meeting-changes.ts'
import { tellNoDelegate } from './meetings/tell-no-delegate.ts'
import { tellRunningOut } from './meetings/tell-running-out.ts'
import { settleHeldTimes } from './meetings/settle-held-times.ts'
import { compareWithOutlook, keepWatch, takeNotices, watchJob } from './meetings/watch-outlook.ts'
import { lookAtOutlook } from './meetings/look-at-outlook.ts'
import { auditLogCheck } from './preflight/audit-log.ts'
import { preflight, type PreflightParts } from './preflight/preflight.ts'
import { readsOthers } from './preflight/reads-others.ts'
import { loadPacks } from './practice-packs.ts'
import { sharedWaits } from './store/asked-to-wait.ts'
import { auditTrail } from './store/audit-check.ts'
import { openChatStore } from './store/chat-store.ts'
import { openDatabase, type Database } from './store/database.ts'
import { emptyDatabase } from './store/empty.ts'
import { lockFolder } from './store/folder-lock.ts'
import { sharedSecret } from './store/secrets.ts'
import { openMailMemory } from './store/mail-memory.ts'
import { openStore } from './store/store.ts'
import { inLocalWorkplace, inTenant, type LocalSurroundings, type Surroundings } from './surroundings.ts'

const GRAPH_SCOPE = 'https://graph.microsoft.com/.default'
const CONNECTOR_SCOPE = 'https://api.botframework.com/.default'

async function start(config: Config): Promise<void> {
  const packs = loadPacks()
  if (!packs.ids.includes(config.packId))
    throw new ConfigRefused(`PACK: is not known; accepted: ${packs.ids.join(', ')}`)
  say('Opening the database …')
  const dataDir = resolve(config.dataDir)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  // The embedded database keeps other processes off its folder by itself; the workplace's state needs the same beside a server.
  if (config.mode === 'local' && config.databaseUrl) lockFolder(dataDir)
  const database = await openDatabase(config.databaseUrl ? { databaseUrl: config.databaseUrl } : { dataDir })
  const listener = createHttpServer()
  const port = await listen(listener, config)
  const appUrl = `http://${config.host}:${port}`

  // What the workplace asks of the app comes later than the app itself.
  const running: Running = {}
  const surroundings = await surroundingsFor(config, dataDir, appUrl, running, database)
  const { clock } = surroundings
  const log = jsonLog(
    (line) => process.stderr.write(`${line}\n`),
    () => londonIso(clock.now()),
  )

  const settings: Settings = {
    packId: config.packId,
    practice: packs.practice,
    contact: surroundings.contact,
    journeyMins: surroundings.journeyMins,
    tabUrl: (meetingId) => `${surroundings.publicUrl}/tab/${meetingId ? `meetings/${meetingId}` : ''}`,
    linkUrl: (secret) => `${surroundings.publicUrl}/answer/${secret}`,
  }

  const { authority, clientId, clientSecret, tenantId } = surroundings
  const credentials = { authority, clientId, clientSecret }
  const token = tokenSource(credentials, GRAPH_SCOPE)
  const graphWith = (heard: Log) =>
    createGraph({
      graphUrl: surroundings.graphUrl,
      token,
      log: heard,
      nowMs: () => performance.timeOrigin + performance.now(),
      // The embedded database belongs to one process; a server may have several.
      ...(database.engine.kind === 'server' && { beside: sharedWaits(database.db) }),
    })
  const graph = graphWith(log)
  const { outsideMailbox, memberMailbox, contact, mailbox } = surroundings
  const mailboxes = { planningMailbox: contact.serviceMailbox, confirmationMailbox: mailbox?.address ?? null }
  // Being refused is what it hopes for: that is no warning.
  const allowed = { graph: graphWith(silentLog), token, ...mailboxes, outsideMailbox, memberMailbox }
  const refusal = await readsOthers(allowed, log)
  if (refusal) throw new ConfigRefused(refusal)
  const people = peopleDirectory(graph, { tenantId, clock })
  const queue = await openQueue(database, (level, event, ids) => log[level](event, ids))
  const store = openStore(database, keepJobs(queue))
  const chatStore = openChatStore(database)
  const trail = auditTrail(database.db)
  const door = openTeams(
    surroundings.anonymousBot
      ? { local: true, appId: clientId, tenantId }
      : { local: false, appId: clientId, tenantIds: [tenantId], token: tokenSource(credentials, CONNECTOR_SCOPE) },
    log,
  )
  const reach = {
    teams: door.teams,
    memory: chatStore,
    serviceUrl: surroundings.teamsServiceUrl,
    clock,
    ...(surroundings.teamsAppId && { installer: teamsInstaller(graph, surroundings.teamsAppId) }),
  }
  const clientState = await sharedSecret(database.db, 'graphNotifications')
  const announcer = teamsAnnouncer({ ...reach, settings, store, people })
  const mails = openMailMemory(database, keepJobs(queue))
  const teller = mailTeller({ ...reach, settings, store, people, mailbox })
  const watch = outlookWatch(graph, { notificationUrl: surroundings.notificationUrl, clientState, clock, people })
  const ports: Ports = {
    settings,
    clock,
    store,
    people,
    announcer,
    calendar: outlookCalendar(graph),
    watch,
    video: videoMeetings(graph, people),
    mail: outlookMail(graph),
  }
  const mailboxPorts = { ...ports, mailbox, inbox: outlookInbox(graph), inboxWatch: watch, memory: mails, teller }
  const begin = () => store.save({ jobs: [watchJob, readJob, firstAuditCheck].map((job) => job(clock.now())) })
  running.begin = begin
  const jobs = await startJobs({
    queue,
    clock,
    handlers: { ...jobHandlers(ports, trail, allowed, log), ...mailHandlers(mailboxPorts, log) },
    log: (level, event, ids) => log[level](event, ids),
  })
  running.jobs = jobs

  const issuer = `${authority}/v2.0`
  const app = createServer({
    ports,
    log,
    signIn: signIn({ issuer, jwksUrl: surroundings.jwksUrl, audience: clientId, tenantId, people }),
    tabConfig: {
      mode: config.mode,
      clientId,
      authority,
      scope: `api://${new URL(surroundings.publicUrl).host}/${clientId}/access_as_user`,
      council: surroundings.contact.council,
    },
    messages: door.route(teamsApp({ ...reach, ports, mails, log })),
    webhooks: webhooks({
      clientState,
      log,
      take: async (notices) => {
        await takeNotices(notices, ports)
        await takeMailNotices(notices, mailboxPorts)
      },
    }),
    ready: () => readiness(database),
    mails: mailsRoutes(mailboxPorts),
    preflight: async () => ({
      checks: [...(await preflight(allowed)), auditLogCheck(await trail.lastCheck(), clock.now())],
    }),
    tabFolder: resolve(import.meta.dirname, '../dist/tab'),
    frameAncestors: surroundings.frameAncestors,
    local: surroundings.local?.routes ?? null,
  })
  listener.on('request', app)
  await begin()
  people.warm().catch((error: unknown) => log.error('directoryNotRead', errorDetail(error)))

  stopOn(['SIGINT', 'SIGTERM'], log, async () => {
    listener.close()
    listener.closeAllConnections()
    await door.idle()
    await jobs.stop()
    await surroundings.close()
    await database.close()
  })
  sayWhereToLook(config, appUrl, surroundings)
}

/** What the workplace asks of the app, once it runs. */
type Running = { jobs?: Jobs; begin?: () => Promise<unknown> }

async function surroundingsFor(
  config: Config,
  dataDir: string,
  appUrl: string,
  running: Running,
  database: Database,
): Promise<Surroundings> {
  if (config.mode === 'tenant') return inTenant(config.tenant)
  say('Opening the practice town: Outlook, Teams and sign-in on this computer …')
  const local: LocalSurroundings = await inLocalWorkplace(config, join(dataDir, 'workplace'), appUrl, {
    log: (line) => void process.stderr.write(`${line}\n`),
    resetApp: async () => {
      await emptyDatabase(database)
      await running.begin?.()
    },
    moveClock: (to) =>
      passTime(both(running.jobs, local), { now: () => local.clock.now(), set: (now) => local.setClock(now) }, to),
  })
  return local
}

/** Time passes for the app and for the workplace around it: what either of them has to do next happens at its moment. */
const both = (jobs: Jobs | undefined, local: LocalSurroundings) => ({
  tick: async () => jobs?.tick(),
  idle: async () => {
    await jobs?.idle()
    await local.settled()
    await jobs?.idle()
  },
  nextDue: async () => {
    const due = [(await jobs?.nextDue()) ?? null, local.nextDue()].filter((at) => at !== null)
    return due.length > 0 ? due.reduce(earlier) : null
  },
})

type MailJob = 'readMailbox' | 'takeMail' | 'tellOfMail' | 'showMail'

const mailHandlers = (ports: MailboxPorts, log: Log): Pick<JobHandlers, MailJob> => ({
  readMailbox: async () => {
    const failed = await readMailbox(ports)
    if (failed) log[failed.isTrouble ? 'error' : 'warn']('mailboxNotRead', errorDetail(failed.fault))
  },
  takeMail: ({ mailId }) => takeMail(mailId, ports),
  tellOfMail: ({ mail, person }) => tellOfMail(mail, person, ports),
  showMail: ({ mail }) => showMail(mail, ports),
})

const jobHandlers = (
  ports: Ports,
  trail: AuditTrail,
  allowed: PreflightParts,
  log: Log,
): Omit<JobHandlers, MailJob> => ({
  bringOutlookInStep: async ({ meetingId }) => {
    const { needsPerson } = await bringOutlookInStep(meetingId, ports)
    for (const about of needsPerson) log.error('needsPerson', { meetingId, about })
  },
  keepWatch: () => keepWatch(ports),
  checkAudit: async () => {
    const { broken } = await checkAudit(trail, ports)
    if (broken) log.error('auditBroken', { line: broken.at })
  },
  compareWithOutlook: async () => {
    await compareWithOutlook(ports)
    const ending = bankHolidaysEnding(londonDate(ports.clock.now()))
    if (ending) log.warn('bankHolidaysEnd', { what: ending.text })
    if (await readsOthers(allowed, log)) log.error('readsForbiddenMailbox')
  },
  guardVideo: async ({ meetingId, round }) => {
    const missing = await guardVideo(meetingId, round, ports)
    if (missing) log.warn('videoNotGuarded', { meetingId, missing })
  },
  followCalendars: async () => {
    const { notRead } = await followCalendars(ports)
    if (notRead > 0) log.warn('calendarsNotFollowed', { mailboxes: notRead })
  },
  lookAtOutlook: ({ meetingId, round }) => lookAtOutlook(meetingId, round, ports),
  showMeeting: ({ meetingId }) => showMeetingChanges(meetingId, ports),
  showDraft: ({ draftId }) => showDraftChanges(draftId, ports),
  showPlacement: ({ placementId }) => showPlacementChanges(placementId, ports),
  offerAgain: ({ draftId }) => offerAgain(draftId, ports),
  countChances: ({ meetingId }) => countChances(meetingId, ports),
  tellNoDelegate: (about) => tellNoDelegate(about, ports),
  tellRunningOut: ({ meetingId, left }) => tellRunningOut(meetingId, left, ports),
  sendReminder: (job) => sendReminder(job, ports),
  settleHeldTimes: ({ meetingId }) => settleHeldTimes(meetingId, ports),
  keepCalendarHolds: ({ meetingId }) => keepCalendarHolds(meetingId, ports),
  sendLink: (job) => sendLink(job, ports),
  sayItIsOff: (job) => sayItIsOff(job, ports),
  answerInOutlook: ({ meetingId, person }) => answerInOutlook(meetingId, person, ports),
})

/** Names the part that fails, and nothing of what it said. */
async function readiness(database: Database): Promise<void> {
  try {
    await database.ping()
  } catch {
    throw new Error('database')
  }
}

function listen(server: Server, { host, port }: Config): Promise<number> {
  return new Promise((ready, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      const address = server.address()
      ready(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function stopOn(signals: NodeJS.Signals[], log: Log, stop: () => Promise<void>) {
  let stopping = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      say('Stopping …')
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error('notStopped', errorDetail(error))
          process.exit(1)
        },
      )
    })
  }
}

const say = (words: string) => process.stdout.write(`${words}\n`)

function sayWhereToLook({ mode }: Config, appUrl: string, { clock, publicUrl }: Surroundings) {
  if (mode === 'tenant') return say(`Placement Planning is ready at ${publicUrl}.`)
  say('')
  say(`  Placement Planning is ready:  ${appUrl}/`)
  say('  You are in a practice town. Nothing leaves this computer.')
  say(`  Its clock shows ${momentWords(clock.now())}. Stop with Ctrl+C; everything is kept.`)
  say('')
  // Somebody sits at a screen: show it to them. A server or a test has none.
  if (process.stdout.isTTY && !process.env.CI)
    open(`${appUrl}/`).catch(() => say('  No browser could be opened: please open the address above in one.'))
}

/** What keeps the app from starting, in words for whoever started it. */
function refuseToStart(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof ConfigRefused) process.stderr.write(`The app cannot start like this:\n${error.message}\n`)
  else if (code === 'EADDRINUSE')
    process.stderr.write('The port is in use by another program. Stop that one, or set PORT to another.\n')
  else if (error instanceof Error) process.stderr.write(`The app cannot start: ${error.message}\n`)
  process.exit(1)
}

try {
  await start(readConfig(process.env))
} catch (error) {
  refuseToStart(error)
}
