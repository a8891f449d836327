import { describe, expect, test } from '@jest/globals'
import * as Y from 'yjs'
import { addEntry, changeEntry, encodeMissing, readMinutes, setWords } from '../../shared/record/minutes-document.ts'
import type { Entry } from '../../shared/record/minutes.ts'
import { instant } from '../../shared/dates/time.ts'
import type { SyncAnswer, SyncBody } from '../../shared/wire/tab-api.ts'
import type { Answered } from '../../tab/api.ts'
import { fromBase64, toBase64 } from '../../tab/minutes/base64.ts'
import { localCopyOf } from '../../tab/minutes/local-copy.ts'
import { MinutesSession } from '../../tab/minutes/minutes-session.ts'

const savedAt = instant('2026-11-03T10:05:00Z')

/** The server's side of the minutes, with a network that can be away. */
class Server {
  doc = new Y.Doc()
  away = false
  closed = false
  /** Answers wait until they are let go. */
  holdBack = false
  calls = 0
  #held: (() => void)[] = []

  sync = (body: SyncBody): Promise<Answered<SyncAnswer>> => this.merge(body)

  protected async merge({ stateVector, update }: SyncBody): Promise<Answered<SyncAnswer>> {
    this.calls += 1
    if (this.away) return { ok: false, refusal: { reason: 'unreachable', message: 'Not reached.', fields: [] } }
    if (update && !this.closed) Y.applyUpdate(this.doc, fromBase64(update))
    if (this.holdBack) await new Promise<void>((go) => this.#held.push(go))
    const missing = toBase64(encodeMissing(this.doc, fromBase64(stateVector)))
    return { ok: true, value: { update: missing, savedAt, present: [], closed: this.closed } }
  }

  letGo(): void {
    this.holdBack = false
    for (const go of this.#held.splice(0)) go()
  }
  texts = () => readMinutes(this.doc).entries.map(({ text }) => text)
}

/** Time that passes when the test says so. */
class Timers {
  #now = 0
  #due: { at: number; what: () => void }[] = []
  after = (ms: number, what: () => void) => {
    const timer = { at: this.#now + ms, what }
    this.#due.push(timer)
    return () => void (this.#due = this.#due.filter((one) => one !== timer))
  }
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms
    for (;;) {
      await settled()
      const next = this.#due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#due = this.#due.filter((one) => one !== next)
      this.#now = next.at
      next.what()
    }
    this.#now = until
    await settled()
  }
}
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

class FakeStorage {
  readonly kept = new Map<string, string>()
  full = false
  get length() {
    return this.kept.size
  }
  key = (at: number) => [...this.kept.keys()][at] ?? null
  getItem = (key: string) => this.kept.get(key) ?? null
  removeItem = (key: string) => void this.kept.delete(key)
  clear = () => this.kept.clear()
  setItem(key: string, value: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.kept.set(key, value)
  }
}

const entry = (id: string, text: string): Entry => ({ id, item: 'AG-10', type: 'note', text })

function aWindow(server: Server, { storage = new FakeStorage(), name = 'window-1', person = 'tobias@example' } = {}) {
  const timers = new Timers()
  const left: SyncBody[] = []
  const session = new MinutesSession({
    sync: (body, leaving) => {
      if (leaving) left.push(body)
      return server.sync(body)
    },
    localCopy: localCopyOf(storage, null, { person, meetingId: 'meeting-1', window: name }),
    after: timers.after,
    isVisible: () => true,
  })
  return { session, timers, storage, left, save: () => session.shown().save.kind }
}

describe('what is typed is saved', () => {
  test('within a second of a pause, and says when', async () => {
    const server = new Server()
    const { session, timers, save } = aWindow(server)
    await session.start()
    addEntry(session.doc, entry('e1', 'Allergic to nu'))
    expect(save()).toBe('saving')
    expect(server.texts()).toEqual([])
    changeEntry(session.doc, 'e1', { text: 'Allergic to nuts' })
    await timers.pass(600)
    expect(server.texts()).toEqual(['Allergic to nuts'])
    expect(session.shown().save).toEqual({ kind: 'saved', at: savedAt })
  })

  test('also while somebody types without a pause', async () => {
    const server = new Server()
    const { session, timers } = aWindow(server)
    await session.start()
    addEntry(session.doc, entry('e1', ''))
    for (let letters = 1; letters <= 4; letters += 1) {
      changeEntry(session.doc, 'e1', { text: 'x'.repeat(letters) })
      await timers.pass(400)
    }
    expect(server.texts()).toEqual(['xxxx'])
  })

  test('words typed while others are under way go with the next', async () => {
    const server = new Server()
    const { session, timers, save } = aWindow(server)
    await session.start()
    addEntry(session.doc, entry('e1', 'first'))
    server.holdBack = true
    await timers.pass(600)
    addEntry(session.doc, entry('e2', 'second'))
    server.letGo()
    await settled()
    expect(save()).toBe('saving')
    await timers.pass(600)
    expect(server.texts()).toEqual(['first', 'second'])
    expect(save()).toBe('saved')
  })

  test('when the page is left in the middle of a word, at once', async () => {
    const server = new Server()
    const { session, left } = aWindow(server)
    await session.start()
    addEntry(session.doc, entry('e1', 'half a wo'))
    session.leave()
    await settled()
    expect(left).toHaveLength(1)
    expect(server.texts()).toEqual(['half a wo'])
  })
})

describe('several people write at once', () => {
  test('each sees what the others wrote, soon after', async () => {
    const server = new Server()
    const one = aWindow(server)
    const other = aWindow(server)
    await one.session.start()
    await other.session.start()
    addEntry(one.session.doc, entry('e1', 'from one'))
    addEntry(other.session.doc, entry('e2', 'from the other'))
    await one.timers.pass(600)
    await other.timers.pass(600)
    await one.timers.pass(3_000)
    const texts = ({ session }: typeof one) =>
      session
        .shown()
        .minutes.entries.map(({ text }) => text)
        .sort()
    expect(texts(one)).toEqual(['from one', 'from the other'])
    expect(texts(other)).toEqual(texts(one))
  })

  test('undo takes back my own words and nobody else’s', async () => {
    const server = new Server()
    const { session, timers } = aWindow(server)
    await session.start()
    addEntry(server.doc, entry('theirs', 'theirs'))
    await timers.pass(3_000)
    addEntry(session.doc, entry('mine', 'mine'))
    expect(session.shown().canUndo).toBe(true)
    session.undo()
    expect(session.shown().minutes.entries.map(({ text }) => text)).toEqual(['theirs'])
  })
})

describe('without a connection nothing is lost', () => {
  test('it says so, keeps the words, and sends them in order when the connection is back', async () => {
    const server = new Server()
    const { session, timers, save } = aWindow(server)
    await session.start()
    server.away = true
    for (let minute = 1; minute <= 10; minute += 1) {
      addEntry(session.doc, entry(`e${minute}`, `minute ${minute}`))
      await timers.pass(60_000)
      expect(save()).toBe('notSaved')
    }
    server.away = false
    await timers.pass(30_000)
    expect(server.texts()).toEqual(Array.from({ length: 10 }, (_, at) => `minute ${at + 1}`))
    expect(save()).toBe('saved')
  })

  test('it asks less often, and still soon enough to see the end of it', async () => {
    const server = new Server()
    const { session, timers } = aWindow(server)
    await session.start()
    server.away = true
    addEntry(session.doc, entry('e1', 'x'))
    await timers.pass(600)
    const before = server.calls
    await timers.pass(120_000)
    expect(server.calls - before).toBeLessThan(20)
    expect(server.calls - before).toBeGreaterThanOrEqual(120 / 8 - 1)
  })

  test('with nothing typed it is apart from the others, which is no loss', async () => {
    const server = new Server()
    const { session, timers, save } = aWindow(server)
    await session.start()
    server.away = true
    await timers.pass(3_000)
    expect(save()).toBe('apart')
    addEntry(session.doc, entry('e1', 'x'))
    expect(save()).toBe('notSaved')
  })

  test('a window that dies leaves its words for the next one', async () => {
    const server = new Server()
    const { session, timers, storage } = aWindow(server)
    await session.start()
    server.away = true
    addEntry(session.doc, entry('e1', 'typed before the crash'))
    setWords(session.doc, 'lines/childsVoice/text', 'my bike')
    await timers.pass(250)

    server.away = false
    const next = aWindow(server, { storage, name: 'window-2' })
    await next.session.start()
    await settled()
    expect(server.texts()).toEqual(['typed before the crash'])
    expect(readMinutes(server.doc).lines['childsVoice']?.text).toBe('my bike')
    expect(storage.kept.size).toBe(0)
  })

  test('words that go on from what others had saved are sent too, although the next window begins with nothing', async () => {
    const server = new Server()
    addEntry(server.doc, entry('theirs', 'from before'))
    const { session, timers, storage } = aWindow(server)
    await session.start()
    server.away = true
    addEntry(session.doc, entry('e1', 'typed before the crash'))
    changeEntry(session.doc, 'theirs', { text: 'from before, and more' })
    await timers.pass(250)

    server.away = false
    const next = aWindow(server, { storage, name: 'window-2' })
    await next.session.start()
    await settled()
    expect(server.texts()).toEqual(['from before, and more', 'typed before the crash'])
    expect(next.save()).toBe('saved')
    expect(storage.kept.size).toBe(0)
  })

  test('what is saved is not kept on the computer, and never shown to somebody else who uses it', async () => {
    const server = new Server()
    const { session, timers, storage } = aWindow(server)
    await session.start()
    server.away = true
    addEntry(session.doc, entry('e1', 'about a child'))
    await timers.pass(250)
    expect(storage.kept.size).toBe(1)
    const other = aWindow(server, { storage, name: 'window-2', person: 'rosalind@example' })
    await other.session.start()
    expect(other.session.shown().minutes.entries).toEqual([])
    server.away = false
    await timers.pass(30_000)
    expect(storage.kept.size).toBe(0)
  })

  test('where the browser keeps nothing, the page knows that it alone has the words', async () => {
    const server = new Server()
    const storage = new FakeStorage()
    const { session, timers } = aWindow(server, { storage })
    await session.start()
    expect(session.isKept()).toBe(true)
    storage.full = true
    addEntry(session.doc, entry('e1', 'x'))
    await timers.pass(250)
    expect(session.isKept()).toBe(false)
  })
})

test('words that came in after the record was closed are not called saved', async () => {
  const server = new Server()
  const { session, timers } = aWindow(server)
  await session.start()
  server.closed = true
  addEntry(session.doc, entry('e1', 'too late'))
  await timers.pass(600)
  expect(session.shown().save).toEqual({ kind: 'closed', unsaved: true })
  expect(session.shown().minutes.entries.map(({ text }) => text)).toEqual(['too late'])
})

/** What goes wrong on the way while two people write: the network is away, an answer is lost, a window is loaded anew. */
class RoughServer extends Server {
  losesAnswers = false
  override sync = async (body: SyncBody): Promise<Answered<SyncAnswer>> => {
    const answer = await this.take(body)
    return this.losesAnswers ? { ok: false, refusal: { reason: 'timedOut', message: 'Too slow.', fields: [] } } : answer
  }
  protected take(body: SyncBody) {
    return this.merge(body)
  }
}

/** The control: what comes last takes the place of what is there. */
class ServerThatReplaces extends RoughServer {
  protected override take(body: SyncBody) {
    if (body.update && !this.away) this.doc = new Y.Doc()
    return this.merge(body)
  }
}

/** Two people edit the same record, each their own entries, so that it is known at every moment what has to be there. */
async function tenThousandEdits(server: RoughServer) {
  const storages = [new FakeStorage(), new FakeStorage()]
  let windows = 0
  const aNewWindow = async (at: number) => {
    windows += 1
    const opened = aWindow(server, { storage: storages[at]!, name: `window-${windows}`, person: `person-${at}` })
    await opened.session.start()
    return opened
  }
  const writers = [await aNewWindow(0), await aNewWindow(1)]
  // A fixed sequence, so that a failure can be looked into.
  let seed = 42
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const written = new Map<string, string>()
  for (let edit = 0; edit < 10_000; edit += 1) {
    const at = random(2)
    const { session, timers } = writers[at]!
    const mine = [...written.keys()].filter((id) => id.startsWith(`${at}-`))
    if (mine.length === 0 || random(80) === 0) {
      const id = `${at}-${edit}`
      addEntry(session.doc, entry(id, 'x'), mine.length > 0 && random(2) ? mine[random(mine.length)] : undefined)
      written.set(id, 'x')
    } else {
      const id = mine[random(mine.length)]!
      const text = `${written.get(id)}${String.fromCharCode(97 + random(26))}`
      changeEntry(session.doc, id, { text })
      written.set(id, text)
    }
    if (random(200) === 0) server.away = !server.away
    if (random(300) === 0) server.losesAnswers = !server.losesAnswers
    if (random(50) === 0) await timers.pass(700)
    if (random(400) === 0) {
      // A window that goes without a word; what it had kept by then is what the next one has.
      await timers.pass(250)
      // Without a connection there would be no page to write on.
      server.away = false
      server.losesAnswers = false
      writers[at] = await aNewWindow(at)
    }
  }
  server.away = false
  server.losesAnswers = false
  for (const _ of [0, 1, 2]) for (const { timers } of writers) await timers.pass(60_000)
  const textsOf = (doc: Y.Doc) => Object.fromEntries(readMinutes(doc).entries.map(({ id, text }) => [id, text]))
  const orderOf = (doc: Y.Doc) => readMinutes(doc).entries.map(({ id }) => id)
  const ends = [server.doc, ...writers.map(({ session }) => session.doc)]
  return { written: Object.fromEntries(written), ends: ends.map(textsOf), orders: ends.map(orderOf), windows, storages }
}

describe('ten thousand edits by two writers, with drops, lost answers and windows loaded anew', () => {
  test('lose no letter, and end the same everywhere, in the same order', async () => {
    const { written, ends, orders, windows, storages } = await tenThousandEdits(new RoughServer())
    expect(windows).toBeGreaterThan(15)
    expect(Object.keys(written).length).toBeGreaterThan(100)
    for (const end of ends) expect(end).toEqual(written)
    for (const order of orders) expect(order).toEqual(orders[0])
    expect(storages.map(({ kept }) => kept.size)).toEqual([0, 0])
  }, 120_000)

  test('the control: where the last to come replaces what is there, words are lost', async () => {
    const { written, ends } = await tenThousandEdits(new ServerThatReplaces())
    expect(Object.keys(written).filter((id) => ends[0]![id] !== written[id]).length).toBeGreaterThan(50)
  }, 120_000)
})
