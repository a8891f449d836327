import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openState, type State } from '../../bot/local/state.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'workplace-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const file = () => join(folder, 'workplace.jsonl')

/** What is there after the process has gone and another one looks. */
function reopened<Value>(look: (state: State) => Value): Value {
  const state = openState(folder)
  try {
    return look(state)
  } finally {
    state.close()
  }
}

describe('what the workplace remembers', () => {
  test('is there again after a restart, and what was removed is not', () => {
    const state = openState(folder)
    state.table('people').put('owen', { name: 'Owen' })
    state.table('people').put('ruth', { name: 'Ruth' })
    state.table('people').remove('ruth')
    state.close()
    expect(reopened((again) => again.table('people').all())).toEqual([{ name: 'Owen' }])
  })

  test('changes all at once or not at all, in memory and on disk', () => {
    const state = openState(folder)
    state.table('rooms').put('willow', 1)
    expect(() =>
      state.change(() => {
        state.table('rooms').put('willow', 2)
        state.table('rooms').put('larch', 3)
        state.next('booking')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect([state.table('rooms').all(), state.current('booking')]).toEqual([[1], 0])
    state.close()
    expect(reopened((again) => [again.table('rooms').all(), again.current('booking')])).toEqual([[1], 0])
  })

  test('never gives a number twice, not even after it has been cleared', () => {
    const state = openState(folder)
    expect([state.next('event'), state.next('event')]).toEqual([1, 2])
    state.table('events').put('2', {})
    state.table('clock').put('reached', 'noon')
    state.clear(['clock'])
    state.close()
    expect(reopened((again) => [again.next('event'), again.table('events').all(), again.table('clock').all()])).toEqual(
      [3, [], ['noon']],
    )
  })

  test('loses only the half of a change that was never finished', () => {
    const state = openState(folder)
    state.table('people').put('owen', 1)
    state.close()
    appendFileSync(file(), '[["people","ruth",2],["people","hel')
    expect(reopened((again) => again.table('people').all())).toEqual([1])
    expect(reopened((again) => again.table('people').all())).toEqual([1])
  })

  test('of another format is put aside, and it starts afresh', () => {
    writeFileSync(file(), '{"format":0}\n[["people","owen",1]]\n')
    expect(reopened((again) => again.table('people').all())).toEqual([])
    expect(readFileSync(`${file()}.format-0`, 'utf8')).toContain('owen')
  })

  test('is written small again at each start', () => {
    const state = openState(folder)
    for (let index = 0; index < 100; index++) state.table('clock').put('reached', index)
    state.close()
    reopened(() => undefined)
    expect(readFileSync(file(), 'utf8').split('\n')).toHaveLength(3)
  })

  test('survives being killed in the middle of writing: all that was acknowledged is there, and nothing by half', async () => {
    const script = join(import.meta.dirname, '../support/remember-for-ever.ts')
    for (let round = 1; round <= 3; round++) {
      const writer = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
      let acknowledged = 0
      for await (const line of createInterface(writer.stdout)) {
        acknowledged = Number(line)
        if (acknowledged >= round * 100) break
      }
      writer.kill('SIGKILL')
      await once(writer, 'exit')
      const [lefts, rights] = reopened((again) => [
        again.table('lefts').all().length,
        again.table('rights').all().length,
      ])
      expect(lefts).toBeGreaterThanOrEqual(acknowledged)
      expect(rights).toBe(lefts)
    }
  })
})
