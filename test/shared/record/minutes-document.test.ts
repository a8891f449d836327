import { describe, expect, test } from '@jest/globals'
import * as Y from 'yjs'
import {
  addEntry,
  changeEntry,
  documentFrom,
  encodeDocument,
  encodeMissing,
  fact,
  readMinutes,
  removeEntry,
  setFact,
  setWords,
  stateVectorOf,
  stepBack,
  stepOut,
  words,
} from '../../../shared/record/minutes-document.ts'
import type { Entry } from '../../../shared/record/minutes.ts'
import { day, instant } from '../../../shared/dates/time.ts'

const entry = (id: string, text: string, over: Partial<Entry> = {}): Entry => ({
  id,
  item: 'AG-08',
  type: 'note',
  text,
  who: '',
  due: '',
  ...over,
})
const texts = (doc: Y.Doc) => readMinutes(doc).entries.map(({ text }) => text)
/** What a connection carries: each gets what the other has and they lack. */
function meet(one: Y.Doc, other: Y.Doc): void {
  const [mine, theirs] = [encodeMissing(one, stateVectorOf(other)), encodeMissing(other, stateVectorOf(one))]
  Y.applyUpdate(other, mine)
  Y.applyUpdate(one, theirs)
}

describe('the minutes as they are written', () => {
  test('come out as they went in', () => {
    const doc = new Y.Doc()
    addEntry(doc, entry('e1', 'Bedtime at eight', { type: 'decision', who: 'childsSocialWorker' }))
    addEntry(
      doc,
      entry('e2', 'Register with the GP', {
        item: 'AG-26',
        type: 'action',
        who: 'fosterCarer:1',
        due: day('2026-11-10'),
        without: 'child:1',
      }),
    )
    addEntry(doc, entry('e0', 'After the first', {}), 'e1')
    setFact(doc, 'attendance/mother:1/state', 'byVideo')
    setWords(doc, 'attendance/child:1/how', 'A drawing')
    setFact(doc, 'lines/CH-1/answer', 'needed')
    setFact(doc, 'lines/CH-1/owner', 'teamManager')
    setFact(doc, 'lines/CH-1/by', '2026-11-10')
    setWords(doc, 'lines/EM-1/text', 'Two worries')
    setFact(doc, 'authority/faith/fosterCarer:2', 'yes')
    setFact(doc, 'authority/faith/parents', 'yes')
    setWords(doc, 'authority/faith/view', 'Ask me first')
    setFact(doc, 'authority/online/later', 'yes')
    setFact(doc, 'authority/online/by', '2026-11-10')
    setFact(doc, 'household/R-1/added', '2026-11-03T10:20:00Z')
    setFact(doc, 'household/R-1/who', 'a daughter, 9')
    setWords(doc, 'household/R-1/text', 'Shares the bathroom')
    setFact(doc, 'positions/mother:1/answer', 'inPart')
    setWords(doc, 'positions/mother:1/text', 'Not the school')
    setWords(doc, 'summary/child/text', 'We met today')
    setFact(doc, 'items/AG-18/notDiscussed', 'yes')
    setFact(doc, 'items/AG-18/owner', 'supervisingSocialWorker:1')
    expect(readMinutes(documentFrom(encodeDocument(doc)))).toEqual({
      attendance: { 'mother:1': { state: 'byVideo' }, 'child:1': { how: 'A drawing' } },
      entries: [
        entry('e1', 'Bedtime at eight', { type: 'decision', who: 'childsSocialWorker' }),
        entry('e0', 'After the first'),
        entry('e2', 'Register with the GP', {
          item: 'AG-26',
          type: 'action',
          who: 'fosterCarer:1',
          due: day('2026-11-10'),
          without: 'child:1',
        }),
      ],
      items: { 'AG-18': { notDiscussed: true, owner: 'supervisingSocialWorker:1' } },
      lines: { 'CH-1': { answer: 'needed', owner: 'teamManager', by: '2026-11-10' }, 'EM-1': { text: 'Two worries' } },
      authority: {
        faith: { deciders: ['fosterCarer:2', 'parents'], view: 'Ask me first' },
        online: { deciders: [], later: true, by: '2026-11-10' },
      },
      household: { 'R-1': { added: '2026-11-03T10:20:00Z', who: 'a daughter, 9', text: 'Shares the bathroom' } },
      positions: { 'mother:1': { answer: 'inPart', text: 'Not the school' } },
      childsSummary: 'We met today',
    })
  })

  test('can be changed and taken back', () => {
    const doc = new Y.Doc()
    addEntry(doc, entry('e1', 'Bedtime at eigth'))
    changeEntry(doc, 'e1', { text: 'Bedtime at eight', type: 'decision', who: 'fosterCarer:1' })
    expect(readMinutes(doc).entries).toEqual([
      entry('e1', 'Bedtime at eight', { type: 'decision', who: 'fosterCarer:1' }),
    ])
    setFact(doc, 'lines/CH-1/answer', 'done')
    setFact(doc, 'lines/CH-1/answer', '')
    removeEntry(doc, 'e1')
    expect(readMinutes(doc)).toEqual({ attendance: {}, entries: [], items: {}, lines: {} })
    changeEntry(doc, 'gone', { text: 'nothing' })
    removeEntry(doc, 'gone')
    expect(texts(doc)).toEqual([])
  })

  test('the child steps out and comes back, as often as the child likes (R-070)', () => {
    const doc = new Y.Doc()
    const at = (minute: number) => instant(`2026-11-03T10:${minute}:00Z`)
    stepOut(doc, 'child:1', at(10))
    stepOut(doc, 'child:1', at(12))
    stepBack(doc, 'child:1', at(20))
    stepBack(doc, 'child:1', at(21))
    stepOut(doc, 'child:1', at(40))
    expect(readMinutes(doc).attendance['child:1']?.steppedOut).toEqual([{ out: at(10), back: at(20) }, { out: at(40) }])
  })

  test.each([
    ['an emoji for another', 'fine 😀 now', 'fine 😁 now'],
    ['a letter with an accent', 'cafe', 'café'],
    ['a flag', '🇬🇧', '🇬🇾'],
    ['an emoji before another', '😁', '😀😁'],
    ['an emoji taken away', 'a😀b', 'ab'],
  ])('%s is kept as it was typed: the words of a child are not ours to break', (_, before, after) => {
    const doc = new Y.Doc()
    setWords(doc, 'lines/childsVoice/text', before)
    setWords(doc, 'lines/childsVoice/text', after)
    expect(words(documentFrom(encodeDocument(doc)), 'lines/childsVoice/text')).toBe(after)
  })
})

describe('two who write at once', () => {
  test('in one text keep both their words', () => {
    const one = new Y.Doc()
    setWords(one, 'lines/EM-1/text', 'The room is small.')
    const other = documentFrom(encodeDocument(one))
    setWords(one, 'lines/EM-1/text', 'The room is small and cold.')
    setWords(other, 'lines/EM-1/text', 'Really: the room is small.')
    setWords(other, 'lines/EM-1/text', 'Really: The room is small.')
    meet(one, other)
    expect(words(one, 'lines/EM-1/text')).toBe('Really: The room is small and cold.')
    expect(words(other, 'lines/EM-1/text')).toBe(words(one, 'lines/EM-1/text'))
  })

  test('on one tick-box agree on one of the two answers', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    setFact(one, 'lines/CH-1/answer', 'needed')
    setFact(other, 'lines/CH-1/answer', 'done')
    meet(one, other)
    expect(['needed', 'done']).toContain(fact(one, 'lines/CH-1/answer'))
    expect(fact(other, 'lines/CH-1/answer')).toBe(fact(one, 'lines/CH-1/answer'))
  })

  test('about one person, each something else, both count', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()]
    setFact(one, 'attendance/mother:1/state', 'contributed')
    setWords(other, 'attendance/mother:1/how', 'By letter')
    meet(one, other)
    for (const doc of [one, other]) {
      expect(readMinutes(doc).attendance['mother:1']).toEqual({ state: 'contributed', how: 'By letter' })
    }
  })

  test('what was struck out by one stays out, and everything else of the other stays in', () => {
    const one = new Y.Doc()
    addEntry(one, entry('a', 'A'))
    addEntry(one, entry('b', 'B'))
    const other = documentFrom(encodeDocument(one))
    removeEntry(one, 'a')
    addEntry(other, entry('c', 'C'))
    meet(one, other)
    expect([texts(one), texts(other)]).toEqual([['B', 'C'], ['B', 'C']]) // prettier-ignore
  })
})

/** A small generator, so that a run that fails can be run again. */
function random(seed: number) {
  let state = seed >>> 0
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * Two writers and a server, each with a copy. Writers write for a while, now and then one of them reaches the server; an
 * entry is acknowledged once the server has answered. At the end everybody meets.
 */
function session(seed: number, exchange: typeof meet) {
  const next = random(seed)
  const server = new Y.Doc()
  const writers = [new Y.Doc(), new Y.Doc()]
  const pending: string[][] = [[], []]
  const acknowledged: string[] = []
  const struckOut = new Set<string>()
  for (let step = 0; step < 40; step += 1) {
    const who = next(2)
    const doc = writers[who]!
    const mine = readMinutes(doc).entries
    switch (next(6)) {
      case 0:
      case 1: {
        const id = `${seed}/${who}/${step}`
        addEntry(doc, entry(id, `words ${id}`), mine.length > 0 && next(2) ? mine[next(mine.length)]!.id : undefined)
        pending[who]!.push(id)
        break
      }
      case 2:
        if (mine.length > 0) changeEntry(doc, mine[next(mine.length)]!.id, { type: 'decision', due: day('2026-11-10') })
        break
      case 3:
        setWords(doc, 'lines/EM-1/text', `${words(doc, 'lines/EM-1/text')} ${'abc'[next(3)]}`)
        setFact(doc, `lines/CH-${1 + next(3)}/answer`, ['needed', 'done', 'notKnown'][next(3)]!)
        break
      case 4:
        if (mine.length > 6) {
          const { id } = mine[next(mine.length)]!
          removeEntry(doc, id)
          struckOut.add(id)
        }
        break
      case 5:
        exchange(doc, server)
        acknowledged.push(...pending[who]!.splice(0))
    }
  }
  for (const _ of [0, 1]) for (const doc of writers) exchange(doc, server)
  const kept = new Set(readMinutes(server).entries.map(({ id }) => id))
  return {
    everybody: [server, ...writers].map((doc) => JSON.stringify(readMinutes(doc))),
    lost: acknowledged.filter((id) => !kept.has(id) && !struckOut.has(id)),
  }
}

describe('writing without a connection, three hundred times over', () => {
  const SEEDS = Array.from({ length: 300 }, (_, n) => 20_261_103 + n * 7)

  test('ends with everybody reading the same, and nothing lost that the server had acknowledged', () => {
    for (const seed of SEEDS) {
      const { everybody, lost } = session(seed, meet)
      expect([seed, lost, new Set(everybody).size]).toEqual([seed, [], 1])
    }
  })

  test('the order in which copies are put together does not matter', () => {
    for (const seed of SEEDS.slice(0, 50)) {
      const next = random(seed)
      const docs = [0, 1, 2].map((who) => {
        const doc = new Y.Doc()
        for (let n = 0; n < 6; n += 1) addEntry(doc, entry(`${who}/${n}`, `words ${next(100)}`))
        setFact(doc, 'lines/CH-1/answer', ['needed', 'done', 'notKnown'][who]!)
        return encodeDocument(doc)
      })
      const read = (order: number[]) => JSON.stringify(readMinutes(documentFrom(...order.map((n) => docs[n]!))))
      expect(new Set([read([0, 1, 2]), read([2, 1, 0]), read([1, 0, 2, 1, 0])]).size).toBe(1)
    }
  })

  test('the control: where the last copy simply replaces what is there, words are lost and copies differ', () => {
    const replace = (doc: Y.Doc, server: Y.Doc) => {
      const entries = server.getArray('entries')
      entries.delete(0, entries.length)
      for (const one of readMinutes(doc).entries) addEntry(server, one)
    }
    const outcomes = SEEDS.slice(0, 60).map((seed) => session(seed, replace))
    expect(outcomes.filter(({ lost }) => lost.length > 0).length).toBeGreaterThan(30)
    expect(outcomes.filter(({ everybody }) => new Set(everybody).size > 1).length).toBeGreaterThan(30)
  })
})

describe('what no writer of ours could have written is left out', () => {
  const read = (write: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    addEntry(doc, entry('kept', 'kept'))
    write(doc)
    const minutes = readMinutes(documentFrom(encodeDocument(doc)))
    return { ...minutes, entries: minutes.entries.map(({ text }) => text) }
  }
  const untouched = { attendance: {}, entries: ['kept'], items: {}, lines: {} }
  const put = (path: string, value: unknown) => (doc: Y.Doc) => void doc.getMap('facts').set(path, value)

  test.each<[string, (doc: Y.Doc) => void]>([
    ['a fact of an unknown kind', put('gossip/mother:1/state', 'x')],
    ['a fact without a name', put('lines/CH-1', 'done')],
    ['a fact about nobody', put('attendance//state', 'present')],
    ['a fact about somebody in a role that does not exist', put('attendance/neighbour:1/state', 'present')],
    ['a fact that is a number', put('lines/CH-1/answer', 7)],
    ['a fact that is an object', put('lines/CH-1/answer', { answer: 'done' })],
    ['a fact that would reach every object', put('lines/__proto__/answer', 'done')],
    ['the same of a person', put('attendance/__proto__/state', 'present')],
    ['the same of an item', put('items/__proto__/why', 'x')],
    ['the same of the household', put('household/__proto__/who', 'x')],
    ['the same of the agenda', put('agenda/__proto__/place', '1')],
    ['the same of an area', put('authority/__proto__/why', 'x')],
    ['what nobody says to the read-back', put('positions/neighbour:1/answer', 'agree')],
    ['the same in words', (doc) => doc.getText('lines/__proto__/text').insert(0, 'x')],
    ['an entry that is a text', (doc) => doc.getArray<unknown>('entries').insert(0, ['junk'])],
    ['an entry that is nothing', (doc) => doc.getArray<unknown>('entries').insert(0, [null, 7, true])],
    ['an entry that is a list', (doc) => doc.getArray<unknown>('entries').insert(0, [new Y.Array()])],
    ['an entry without an id', (doc) => doc.getArray<unknown>('entries').insert(0, [new Y.Map([['type', 'note']])])],
    ['an entry of an unknown kind', (doc) => addEntry(doc, entry('x', 'x', { type: 'gossip' as never }))],
    ['a second entry under the same id', (doc) => addEntry(doc, entry('kept', 'another'))],
    ['a step of nobody', (doc) => doc.getArray<unknown>('steps').push([{ person: '__proto__', kind: 'out', at: '2026-11-03T10:00:00Z' }])],
    ['a step at no time', (doc) => doc.getArray<unknown>('steps').push([{ person: 'child:1', kind: 'out', at: 'soon' }])],
    ['a step that is none', (doc) => doc.getArray<unknown>('steps').push([null, 'x', 7])],
    ['a step back by somebody who never left', (doc) => stepBack(doc, 'child:1', instant('2026-11-03T10:00:00Z'))],
    ['something else altogether', (doc) => doc.getMap('elsewhere').set('x', 'y')],
  ])('%s', (_, write) => {
    const minutes = read(write)
    const { attendance, ...rest } = minutes
    expect(rest).toEqual({ entries: untouched.entries, items: {}, lines: {} })
    expect(Object.keys(attendance).filter((key) => key !== 'child:1')).toEqual([])
    expect(Object.values(attendance).flatMap((one) => one?.steppedOut ?? [])).toEqual([])
    expect([({} as { answer?: string }).answer, ({} as { state?: string }).state]).toEqual([undefined, undefined])
  }) // prettier-ignore

  test('an attendance, owner, day or kind that does not exist is as good as none', () => {
    const minutes = read((doc) => {
      put('attendance/mother:1/state', 'maybe')(doc)
      put('lines/CH-1/owner', 'the butler')(doc)
      put('lines/CH-1/by', '31 February')(doc)
      put('items/AG-05/owner', 'constructor')(doc)
    })
    expect(minutes.attendance).toEqual({ 'mother:1': {} })
    expect(minutes.lines).toEqual({ 'CH-1': { owner: '', by: '' } })
    expect(minutes.items).toEqual({ 'AG-05': { owner: '' } })
  })

  test('an entry by nobody we know keeps its words and loses its owner', () => {
    const doc = new Y.Doc()
    addEntry(doc, entry('x', 'words', { who: 'toString' as never, due: 'soon' as never }))
    expect(readMinutes(doc).entries).toEqual([entry('x', 'words')])
  })

  test('an update that is none is refused, and not half taken', () => {
    expect(() => documentFrom(new Uint8Array([255, 255, 255, 255, 1, 2, 3]))).toThrow()
  })
})
