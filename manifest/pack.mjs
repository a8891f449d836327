// Makes the package that an administrator uploads to Teams: the manifest, filled in for one council, and the two icons.
//
//   PUBLIC_URL=https://planning.council.gov.uk CLIENT_ID=00000000-... node manifest/pack.mjs [FILE]
//
// The variables are the ones that the app itself reads. FILE is dist/manifest.zip when left out. Plain JavaScript
// without dependencies: it runs before anything is installed, on Node 20.15 or newer.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { zip } from './zip.mjs'

const here = import.meta.dirname
const problems = []
const host = readHost(process.env.PUBLIC_URL?.trim() ?? '')
const clientId = readClientId(process.env.CLIENT_ID?.trim() ?? '')
if (problems.length > 0) {
  for (const problem of problems) console.error(problem)
  process.exit(1)
}

const { version } = JSON.parse(readFileSync(join(here, '..', 'package.json'), 'utf8'))
const manifest = fill(readFileSync(join(here, 'manifest.json'), 'utf8'), {
  HOST: host,
  CLIENT_ID: clientId,
  VERSION: version,
})
const file = resolve(process.argv[2] ?? join(here, '..', 'dist', 'manifest.zip'))
mkdirSync(dirname(file), { recursive: true })
writeFileSync(
  file,
  zip([
    { name: 'manifest.json', content: Buffer.from(manifest, 'utf8') },
    ...['color.png', 'outline.png'].map((name) => ({ name, content: readFileSync(join(here, name)) })),
  ]),
)
console.log(`${file}: version ${version} for ${host}`)

function readHost(text) {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'https:' && url.href === `https://${url.host}/`) return url.host
  problems.push('PUBLIC_URL: the address of the app is accepted, such as https://planning.council.gov.uk')
  return ''
}

function readClientId(text) {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase()
  problems.push("CLIENT_ID: the app registration's client id is accepted, a GUID")
  return ''
}

/** Every `{{NAME}}` has to be known: an unfilled one would be uploaded as it stands. */
function fill(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (placeholder, name) => {
    if (name in values) return values[name]
    throw new Error(`manifest.json: nothing is known to put in place of ${placeholder}`)
  })
}
