/**
 * The whole app as a newcomer starts it: its own process, on a data folder and a port of its own, in the local
 * workplace. It can be stopped kindly, killed, and started again on what it left.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListedPerson } from '../../bot/local/people/directory.ts'

const ROOT = join(import.meta.dirname, '..', '..')

export type RunningApp = {
  url: string
  dataDir: string
  /** Everything that it wrote, standard output and error. */
  output(): string
  people: ListedPerson[]
  get(path: string, as?: string): Promise<{ status: number; body: any }>
  post(path: string, body: unknown, as?: string): Promise<{ status: number; body: any }>
  /** Moves the workplace's clock; resolves when everything due by then has happened. */
  at(moment: string): Promise<void>
  stop(): Promise<void>
  /** As when the machine is switched off under it. */
  kill(): Promise<void>
}

export type AppOptions = { clock?: string; pack?: string; dataDir?: string; env?: Record<string, string> }

/** A data folder of its own unless one is given; remove it with {@link removeFolder}. */
export async function startApp({ clock, pack, dataDir = newFolder(), env = {} }: AppOptions = {}): Promise<RunningApp> {
  const { said, output, stop, kill } = await startProcess(/ready: {2}(http:\/\/[\d.:]+)\//, {
    PORT: '0',
    DATA_DIR: dataDir,
    ...(clock && { CLOCK: clock }),
    ...(pack && { PACK: pack }),
    ...env,
  })
  const url = said[1]!
  const tokens = new Map<string, string>()
  const tokenOf = async (email: string) => {
    if (!tokens.has(email)) {
      const answer = await send(url, 'POST', '/local/sign-in', { as: email })
      tokens.set(email, (answer.body as { accessToken: string }).accessToken)
    }
    return tokens.get(email)
  }
  const call = async (method: string, path: string, body?: unknown, as?: string) =>
    send(url, method, path, body, as && (await tokenOf(as)))
  const { body } = await send(url, 'GET', '/local/people')
  return {
    url,
    dataDir,
    output,
    people: (body as { people: ListedPerson[] }).people,
    get: (path, as) => call('GET', path, undefined, as),
    post: (path, sent, as) => call('POST', path, sent, as),
    async at(moment) {
      const moved = await call('POST', '/local/clock', { now: moment })
      if (moved.status !== 200) throw new Error(`The clock was not moved: ${moved.status}`)
    },
    stop,
    kill,
  }
}

const STARTS_WITHIN_MS = 90_000

/** The program with nothing set but what is given, once it has said what it says when it is ready. */
export async function startProcess(ready: RegExp, env: Record<string, string>) {
  const child = spawn(process.execPath, ['bot/main.ts'], { cwd: ROOT, env: { PATH: process.env.PATH, ...env } })
  let written = ''
  let late: NodeJS.Timeout | undefined
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = await new Promise<RegExpExecArray>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString()
      const found = ready.exec(written)
      if (found) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => reject(new AppDidNotStart(written)))
    late = setTimeout(() => child.kill('SIGKILL'), STARTS_WITHIN_MS)
  }).finally(() => clearTimeout(late))
  return {
    said,
    output: () => written,
    stop: () => end(child, 'SIGTERM', exited),
    /** As when the machine is switched off under it. */
    kill: () => end(child, 'SIGKILL', exited),
  }
}

export class AppDidNotStart extends Error {
  override name = 'AppDidNotStart'
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'placement-planning-'))
export const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })

async function end(child: ChildProcess, signal: NodeJS.Signals, exited: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal)
  await exited
}

async function send(url: string, method: string, path: string, body?: unknown, token?: string) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text ? readJson(text) : null }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
