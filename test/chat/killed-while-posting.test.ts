/**
 * The process dies between any two steps of putting a card into somebody's chat, and the job is worked again. However
 * that falls, in the end one card lives there and is kept up to date; nothing that could become untrue is left behind.
 */
import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { teamsAnnouncer } from '../../bot/chat/announcer.ts'
import type { ChatStore, Teams } from '../../bot/chat/ports.ts'
import type { PlanningMeeting } from '../../shared/meeting/planning-meeting.ts'
import type { Card } from '../../bot/chat/cards/card.ts'
import { comingLine, postedCards } from '../../bot/chat/posted-cards.ts'
import { takePress } from '../../bot/chat/taking-presses.ts'
import { silentLog } from '../../bot/log.ts'
import { addMinutes, instant } from '../../shared/dates/time.ts'
import { oneLine, text } from '../../bot/chat/cards/parts.ts'
import { wordsIn } from '../support/card-parts.ts'
import { useChatDesk, type ChatDesk } from '../support/chat-desk.ts'
import { dice } from '../support/fuzz/dice.ts'
import { EMERGENCY_FOSTER } from '../support/confirmation-texts.ts'
import { FakeClock } from '../support/fakes.ts'
import { MemoryChatStore } from '../support/memory-chat-store.ts'
import { STAFF } from '../support/practice-desk.ts'

const { officer, supervising } = STAFF
const current = useChatDesk({ now: '2026-12-18T16:05:00Z' })

class ProcessDied extends Error {}

/** Chats as Teams keeps them: what was posted stays, whoever remembers it. */
class Chats {
  readonly standing = new Map<string, string>()
  post = async (_chat: object, message: Parameters<Teams['post']>[1]) => {
    const id = `activity-${this.standing.size + 1}`
    this.standing.set(id, 'card' in message ? JSON.stringify(message.card) : message.text)
    return id
  }
  update = async ({ activityId }: { activityId: string }, message: Parameters<Teams['update']>[1]) =>
    void this.standing.set(activityId, 'card' in message ? JSON.stringify(message.card) : message.text)
  remove = async ({ activityId }: { activityId: string }) => void this.standing.delete(activityId)
  open = async (person: Parameters<Teams['open']>[0], serviceUrl: string) => ({
    ...{ ...person, serviceUrl, conversationId: 'their-chat', botId: 'bot', userId: 'user' },
  })
  lines = () => [...this.standing].filter(([, text]) => text.includes('The card follows.'))
  /** More than a line: it says something that can change. */
  living = () => [...this.standing.values()].filter((text) => (JSON.parse(text) as { body: unknown[] }).body.length > 1)
}

/** Dies before or after the nth step, and never again. */
function mortal<Thing extends Teams | ChatStore>(thing: Thing, step: () => void): Thing {
  return new Proxy(thing, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function') return method
      return async (...given: unknown[]) => {
        step()
        const came: unknown = await (method as (...all: unknown[]) => Promise<unknown>).apply(target, given)
        step()
        return came
      }
    },
  })
}

/** Somebody looks at a line that stands for a card, and Teams asks by itself what belongs there. */
async function look(chats: Chats, memory: MemoryChatStore, desk: ChatDesk): Promise<void> {
  for (const [cardId, text] of chats.lines()) {
    const { refresh } = JSON.parse(text) as Card
    const where = { serviceUrl: 'https://teams.example', conversationId: 'their-chat', botId: 'bot', userId: 'user' }
    const incoming = {
      ...{ ...where, id: `look-${cardId}`, kind: 'press' as const, chat: 'personal' as const, cardId },
      ...{ tenantId: supervising.tenantId, objectId: supervising.objectId, answered: 'inPlace' as const },
      data: { ...refresh!.action.data },
    }
    const tools = {
      ports: desk.ports,
      memory,
      cards: postedCards(chats, memory, desk.clock),
      log: silentLog,
    }
    const { message, lasting } = await takePress(incoming, supervising, { again: false }, tools)
    if (lasting) await chats.update({ activityId: cardId }, message)
  }
}

test('dying at any step leaves one living card, that shows what is true now, and no line that promises one', async () => {
  const desk = current()
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
  const [kept] = await desk.store.meetings(desk.clock.now())
  const meeting = kept!.meeting as PlanningMeeting & { state: 'arranged' }
  const about = { key: 'supervisingSocialWorker:1' as const }
  let steps = 0
  const left: number[] = []

  for (let diesAt = 1; diesAt === 1 || steps >= diesAt - 1; diesAt += 1) {
    steps = 0
    const step = () => {
      steps += 1
      if (steps === diesAt) throw new ProcessDied()
    }
    const chats = new Chats()
    const memory = new MemoryChatStore()
    const tools = {
      ...desk.ports,
      clock: new FakeClock(desk.clock.now()),
      teams: mortal(chats as unknown as Teams, step),
      memory: mortal(memory as ChatStore, step),
      serviceUrl: 'https://teams.example',
    }
    const announcer = teamsAnnouncer(tools)
    const whatever = async (work: () => Promise<unknown>) => {
      await work().catch((error: unknown) => {
        if (!(error instanceof ProcessDied)) throw error
        return work()
      })
    }
    await whatever(() => announcer.remind(supervising, meeting, { ...about, kind: 'booked' }))
    expect(chats.living()).toHaveLength(1)
    const slot = { start: instant('2026-12-23T14:00:00Z'), end: instant('2026-12-23T15:00:00Z') }
    await whatever(() => announcer.refreshAttendeeCards({ ...meeting, slot }))
    expect(chats.living()).toHaveLength(1)
    expect(wordsIn(JSON.parse(chats.living()[0]!) as Parameters<typeof wordsIn>[0])).toContain('Wed 23 Dec')
    await whatever(() => announcer.remind(supervising, { ...meeting, slot }, { ...about, kind: 'morning' }))
    expect(chats.living()).toHaveLength(1)
    left.push(chats.lines().length)
    await look(chats, memory, desk)
    expect(chats.lines().length).toBe(left.at(-1)) // as long as the card may be on its way
    desk.clock.set(addMinutes(desk.clock.now(), 3))
    await look(chats, memory, desk)
    expect(chats.lines()).toEqual([])
    expect(chats.living()).toHaveLength(1)
    desk.clock.set(addMinutes(desk.clock.now(), -3))
  }
  expect(steps).toBeGreaterThan(20)
  // A control: some deaths did leave a line.
  expect(left.some((lines) => lines > 0)).toBe(true)
})

test('nobody has posted it again since: the line becomes the card, and is kept up to date from then on', async () => {
  const desk = current()
  await desk.says(officer, EMERGENCY_FOSTER)
  await desk.presses(officer, desk.cardOf(officer), 'Schedule')
  await desk.work()
  const [kept] = await desk.store.meetings(desk.clock.now())
  const meeting = kept!.meeting as PlanningMeeting & { state: 'arranged' }
  const chats = new Chats()
  const memory = new MemoryChatStore()
  const mayNotKeep = new Proxy(memory, {
    get: (target, name) =>
      name === 'keepCard' ? () => Promise.reject(new ProcessDied()) : (Reflect.get(target, name) as unknown),
  })
  const toolsWith = (remembering: ChatStore) => ({
    ...{ ...desk.ports, teams: chats as unknown as Teams, memory: remembering, serviceUrl: 'https://teams.example' },
  })
  const reminding = teamsAnnouncer(toolsWith(mayNotKeep)).remind(supervising, meeting, {
    key: 'supervisingSocialWorker:1',
    kind: 'booked',
  })
  await expect(reminding).rejects.toThrow(ProcessDied)
  expect(chats.living()).toEqual([])
  desk.clock.set(addMinutes(desk.clock.now(), 3))
  await look(chats, memory, desk)
  expect(chats.lines()).toEqual([])
  expect(chats.living()).toHaveLength(1)
  const slot = { start: instant('2026-12-23T14:00:00Z'), end: instant('2026-12-23T15:00:00Z') }
  await teamsAnnouncer(toolsWith(memory)).refreshAttendeeCards({ ...meeting, slot })
  expect(wordsIn(JSON.parse(chats.living()[0]!) as Card)).toContain('Wed 23 Dec')
})

test('a line about what is gone says so, and promises nothing any more', async () => {
  const desk = current()
  const chats = new Chats()
  const memory = new MemoryChatStore()
  const line = comingLine({ kind: 'meeting', subjectId: randomUUID(), postedAt: desk.clock.now() })
  await chats.post({}, { summary: 'Planning meeting', card: line })
  desk.clock.set(addMinutes(desk.clock.now(), 3))
  await look(chats, memory, desk)
  expect([...chats.standing.values()].map((text) => wordsIn(JSON.parse(text) as Card))).toEqual([
    expect.stringContaining('This is over.'),
  ])
})

test('two jobs that show the same card at once leave one that lives, and a line of every other', async () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const chats = new Chats()
    const slow = inNoHurry(seed)
    const memory = slow(new MemoryChatStore())
    const clock = new FakeClock('2026-12-18T16:05:00Z')
    const whose = { kind: 'meeting', subjectId: 'a-placement', objectId: officer.objectId } as const
    const chat = { serviceUrl: 'https://teams.example', conversationId: 'their-chat' }
    const cards = postedCards(slow(chats), memory, clock)
    const show = (words: string) =>
      cards.show(whose, async (line) => ({ ...chat, activityId: await chats.post(chat, line) }), {
        message: { summary: 'Planning meeting', card: { ...oneLine(words), body: [text(words), text(words)] } },
        told: words,
      })
    await show('The first')
    await Promise.all([show('The one'), show('The other')])
    expect([seed, chats.living().length]).toEqual([seed, 1])
    const { activityId, told } = (await memory.card(whose.kind, whose.subjectId, whose.objectId))!
    expect(chats.standing.get(activityId)).toContain(told)
  }
})

/** What is asked of it takes its time, before and after it is done. */
function inNoHurry(seed: number) {
  const roll = dice(seed)
  const wait = async () => {
    for (let turns = roll.upTo(4); turns > 0; turns -= 1) await new Promise(setImmediate)
  }
  return <Thing extends object>(thing: Thing): Thing =>
    new Proxy(thing, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name)
        if (typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          await wait()
          const came: unknown = await (method as (...all: unknown[]) => Promise<unknown>).apply(target, given)
          await wait()
          return came
        }
      },
    })
}
