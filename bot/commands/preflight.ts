/**
 * `npm run --silent preflight [-- --json]`: tries every permission that the app has been given, with the same variables
 * in the environment as the app, and changes nothing. Without any it tries the local workplace. Status 1: something is
 * missing, too wide, or could not be asked; 2: the configuration or the call is wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { OUTCOME_WORDS, preflightSummary, worstFirst, type PreflightCheck } from '../../shared/preflight.ts'
import { ConfigRefused, readConfig, type Config } from '../config.ts'
import { createGraph } from '../graph/graph-client.ts'
import { tokenSource } from '../graph/microsoft-token.ts'
import { silentLog } from '../log.ts'
import { preflight } from '../preflight/preflight.ts'
import { inLocalWorkplace, inTenant, type Surroundings } from '../surroundings.ts'

const USAGE = 'npm run --silent preflight [-- --json]'
const SCOPE = 'https://graph.microsoft.com/.default'

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { json: { type: 'boolean' } } })
  const config = readConfig(process.env)
  const folder = mkdtempSync(join(tmpdir(), 'placement-preflight-'))
  const surroundings = await surroundingsFor(config, folder)
  try {
    const checks = worstFirst(await checksOf(surroundings))
    say(values.json ? JSON.stringify({ checks }, null, 2) : inWords(checks, config))
    return checks.every(({ outcome }) => outcome === 'works') ? 0 : 1
  } finally {
    await surroundings.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const surroundingsFor = async (config: Config, folder: string): Promise<Surroundings> =>
  config.mode === 'tenant'
    ? inTenant(config.tenant)
    : inLocalWorkplace(config, folder, 'http://127.0.0.1:3978', {
        log: () => {},
        resetApp: async () => {},
        moveClock: async () => {},
      })

function checksOf({ authority, clientId, clientSecret, graphUrl, contact, ...rest }: Surroundings) {
  const token = tokenSource({ authority, clientId, clientSecret }, SCOPE)
  const graph = createGraph({
    graphUrl,
    token,
    log: silentLog,
    nowMs: () => performance.timeOrigin + performance.now(),
  })
  const { outsideMailbox, memberMailbox, mailbox } = rest
  const mailboxes = { planningMailbox: contact.serviceMailbox, confirmationMailbox: mailbox?.address ?? null }
  return preflight({ graph, token, ...mailboxes, outsideMailbox, memberMailbox })
}

const inWords = (checks: PreflightCheck[], { mode }: Config): string =>
  [
    mode === 'local' ? 'In the local workplace, since no variable of a real tenant is set.' : 'In the tenant:',
    preflightSummary(checks),
    '',
    ...checks.flatMap(({ outcome, what, permission, why, words }) => [
      `${OUTCOME_WORDS[outcome].padEnd(9)}  ${what}${permission ? ` (${permission})` : ''}`,
      `           For: ${why}`,
      `           ${words}`,
    ]),
  ].join('\n')

const say = (text: string) => process.stdout.write(`${text}\n`)

try {
  process.exitCode = await run()
} catch (error) {
  if (error instanceof ConfigRefused) process.stderr.write(`${error.message}\n`)
  // parseArgs says in its own words which option it does not know.
  else if (error instanceof TypeError && 'code' in error)
    process.stderr.write(`${error.message.split('.')[0]}; ${USAGE}\n`)
  else throw error
  process.exitCode = 2
}
