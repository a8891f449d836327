import { runScript } from '../run-command.ts'
import type { Tally } from './what-happens.ts'

/** As `npm run fuzz`, for one kind. Throws with the seed that ended in neither a plan nor a refusal. */
export async function fuzz(kind: string, { count, from }: { count: number; from: number }): Promise<Tally> {
  const { status, stdout, stderr } = await runScript('fuzz', count, from, kind)
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout.slice(`${kind}: `.length)) as Tally
}
