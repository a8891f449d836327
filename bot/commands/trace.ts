/**
 * `npm run --silent trace -- [--json] [--tree FOLDER] [ID …]`: for every requirement the rule or screen that carries it
 * and the tests that show it. Status 1 where one lacks either and `test/not-yet-carried.yaml` does not say why, where
 * that list names what is carried and tested by now, and where an id is cited that there is not; 2 for a wrong call.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CATALOGUE } from '../../shared/requirements/catalogue.ts'
import { filesOf, readWaiting } from './trace/read-tree.ts'
import { reportWords } from './trace/report-words.ts'
import { traceTree } from './trace/report.ts'

const USAGE = 'npm run --silent trace -- [--json] [--tree FOLDER] [ID …]'

function main(): number {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean' }, tree: { type: 'string' } },
      allowPositionals: true,
    })
    const tree = values.tree ?? join(import.meta.dirname, '../..')
    const trace = traceTree(filesOf(tree), CATALOGUE, readWaiting(tree))
    process.stdout.write(`${values.json ? JSON.stringify(trace, null, 2) : reportWords(trace, positionals)}\n`)
    return trace.problems.length > 0 ? 1 : 0
  } catch (error) {
    // parseArgs says in its own words which option it does not know.
    if (!(error instanceof TypeError && 'code' in error)) throw error
    process.stderr.write(`${error.message.split('.')[0]}; ${USAGE}\n`)
    return 2
  }
}

// Whoever reads the first lines only, through `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = main()
