import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export type Child = ChildProcessByStdio<null, Readable, null>

/** Runs a script of this folder in a process of its own. */
export const startChild = (script: string, argument: string): Child =>
  spawn(process.execPath, [join(import.meta.dirname, script), argument], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Waits until the process has printed a line like this, and gives the line. */
export async function says(child: Child, isIt: (line: string) => boolean): Promise<string> {
  for await (const line of createInterface({ input: child.stdout })) if (isIt(line)) return line
  throw new Error('the process ended before it said what it should')
}

/** As a power cut would, and waits until it is gone. */
export async function kill(child: Child): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
