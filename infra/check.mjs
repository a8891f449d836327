// Format, lint and types, side by side: each takes its time, and none needs another. What one has to say comes whole.
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const CHECKS = [
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['eslint', '-c', 'infra/eslint.config.mjs', '--max-warnings', '0', 'shared', 'bot', 'tab', 'test', 'manifest'],
  ['tsc', '-p', '.'],
  ['tsc', '-p', 'tab'],
]
const root = join(import.meta.dirname, '..')

const run = ([command, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(join('node_modules', '.bin', command), args, { cwd: root, shell: process.platform === 'win32' })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
    child.on('error', (error) => resolve({ failed: true, said: error.message }))
    child.on('close', (status) => resolve({ failed: status !== 0, said }))
  })

const results = await Promise.all(CHECKS.map(run))
for (const [index, { failed, said }] of results.entries()) {
  if (failed) console.error(`${CHECKS[index].join(' ')}\n${said}`)
}
if (results.some(({ failed }) => failed)) process.exitCode = 1
