/** Microsoft's own schemas of the manifest, as its package brings them. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import draft04 from 'ajv-draft-04'
import formats from 'ajv-formats'

const require = createRequire(import.meta.url)
const FOLDER = join(dirname(require.resolve('@microsoft/app-manifest/package.json')), 'build/json-schemas/teams')

/** The newest version that is not a preview, such as `1.30`. */
export const newestVersion = (): string =>
  readdirSync(FOLDER)
    .map((name) => /^v(\d+)\.(\d+)$/.exec(name))
    .filter((match) => match !== null)
    .sort((one, other) => Number(one[1]) - Number(other[1]) || Number(one[2]) - Number(other[2]))
    .at(-1)![0]
    .slice(1)

/** What the schema of a version has to say against a manifest; empty when nothing. */
export function faultsOf(manifest: object, version: string): string[] {
  const schema = JSON.parse(readFileSync(join(FOLDER, `v${version}`, 'MicrosoftTeams.schema.json'), 'utf8')) as object
  const ajv = new draft04.default({ allErrors: true, strict: false })
  formats.default(ajv)
  const validate = ajv.compile(schema)
  const said = {
    ...manifest,
    manifestVersion: version,
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`,
  }
  validate(said)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
