import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type Ran = { status: number | null; stdout: string; stderr: string }

/** Runs one of the app's commands in a process of its own, and waits for its end. `env` is set beside our own. */
export const runCommand = (name: string, args: string[], stdin?: string, env: Record<string, string> = {}) =>
  run(join(import.meta.dirname, '../../bot/commands', `${name}.ts`), args, stdin, env)

/** Runs a script of this folder. What computes for long takes half the time in a process that holds no tests. */
export const runScript = (name: string, ...args: (string | number)[]) =>
  run(join(import.meta.dirname, `${name}.ts`), args.map(String))

function run(script: string, args: string[], stdin?: string, env: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdin.end(stdin ?? '')
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
}
