/**
 * Everything that the stand-ins remember, as tables of plain rows. Rows are never altered in place: a change puts a
 * new one. All that happens inside {@link State.change} is kept together or not at all.
 */
import { keptNowhere, openJournal, type Entry, type Journal } from './journal.ts'

export type Table<Row> = {
  get(key: string): Row | undefined
  put(key: string, row: Row): void
  remove(key: string): void
  /** In the order in which they were first put. */
  all(): Row[]
}

export type State = {
  table<Row>(name: string): Table<Row>
  /** Runs `work`; when it throws, nothing has happened. Changes inside a change belong to the outer one. */
  change<Value>(work: () => Value): Value
  /** What is written along with every change, such as how far the clock has come. */
  withEveryChange(table: string, key: string, row: () => unknown): void
  /** Called after each change with the names of the tables that it touched. */
  onChange(listener: (tables: string[]) => void): void
  /** 1, 2, 3 … for each name; goes on after a restart and after a reset, so no id is ever given twice. */
  next(counter: string): number
  /** The last number given for a name; 0 before the first. */
  current(counter: string): number
  /** Forgets everything but the counters and the tables named. */
  clear(except: string[]): void
  close(): void
}

const COUNTERS = 'counters'

/** `folder` is `null` for a workplace that lives in memory only. */
export function openState(folder: string | null): State {
  const tables = new Map<string, Map<string, unknown>>()
  const rowsOf = (name: string) => {
    const rows = tables.get(name) ?? new Map<string, unknown>()
    tables.set(name, rows)
    return rows
  }
  const set = ([table, key, row]: Entry) =>
    void (row === null ? rowsOf(table).delete(key) : rowsOf(table).set(key, row))
  const journal: Journal = folder === null ? keptNowhere : openJournal(folder, (entries) => entries.forEach(set))

  const companions: (() => Entry)[] = []
  const listeners: ((tables: string[]) => void)[] = []

  /** While a change runs: what it did, and what undoes it. */
  let pending: { done: Entry[]; undo: Entry[] } | null = null

  const write = (table: string, key: string, row: unknown): void => {
    if (!pending) {
      change(() => write(table, key, row))
      return
    }
    pending.undo.push([table, key, rowsOf(table).get(key) ?? null])
    pending.done.push([table, key, row])
    set([table, key, row])
  }

  function change<Value>(work: () => Value): Value {
    if (pending) return work()
    const mine = (pending = { done: [] as Entry[], undo: [] as Entry[] })
    let value: Value
    try {
      value = work()
      if (mine.done.length > 0) journal.append([...mine.done, ...companions.map((companion) => companion())])
    } catch (error) {
      mine.undo.reverse().forEach(set)
      throw error
    } finally {
      pending = null
    }
    const touched = [...new Set(mine.done.map(([table]) => table))]
    if (touched.length > 0) for (const listener of listeners) listener(touched)
    return value
  }

  const current = (counter: string) => (rowsOf(COUNTERS).get(counter) as number | undefined) ?? 0

  return {
    table: <Row>(name: string): Table<Row> => ({
      get: (key) => rowsOf(name).get(key) as Row | undefined,
      put: (key, row) => write(name, key, row),
      remove: (key) => write(name, key, null),
      all: () => [...rowsOf(name).values()] as Row[],
    }),
    change,
    withEveryChange: (table, key, row) => void companions.push(() => [table, key, row()]),
    onChange: (listener) => void listeners.push(listener),
    current,
    next(counter) {
      const value = current(counter) + 1
      write(COUNTERS, counter, value)
      return value
    },
    clear: (except) =>
      change(() => {
        for (const [name, rows] of tables) {
          if (name === COUNTERS || except.includes(name)) continue
          for (const key of [...rows.keys()]) write(name, key, null)
        }
      }),
    close: () => journal.close(),
  }
}
