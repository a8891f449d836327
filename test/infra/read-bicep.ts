/**
 * Reads Bicep files far enough to compare what they declare with what they use. The grammar knows no Azure: whether a
 * resource has such a property only a deployment tells.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Language, Parser, type Node } from 'web-tree-sitter'

const require = createRequire(import.meta.url)
await Parser.init()
const parser = new Parser().setLanguage(
  await Language.load(join(dirname(require.resolve('tree-sitter-bicep/package.json')), 'tree-sitter-bicep.wasm')),
)

export type Declaration = {
  kind: 'param' | 'var' | 'resource' | 'module' | 'output'
  name: string
  secure: boolean
  /** What it is set to; `null` for a parameter without a default. */
  value: Node | null
  /** A resource that is only referred to. */
  existing: boolean
  /** A module's file, a resource's type. */
  of: string | null
}

export type BicepFile = { name: string; text: string; faults: string[]; declarations: Declaration[]; root: Node }

const KINDS: Record<string, Declaration['kind']> = {
  parameter_declaration: 'param',
  variable_declaration: 'var',
  resource_declaration: 'resource',
  module_declaration: 'module',
  output_declaration: 'output',
}

export const readBicepFile = (path: string): BicepFile => readBicep(basename(path), readFileSync(path, 'utf8'))

export function readBicep(name: string, text: string): BicepFile {
  // The grammar lacks the assignments of parameter files, which look like those of variables.
  const readable = name.endsWith('.bicepparam') ? text.replace(/^param(?= \w+ =)/gm, 'var  ') : text
  const root = parser.parse(readable)!.rootNode
  const faulty = [...descendants(root)].filter(({ isError, isMissing }) => isError || isMissing)
  return {
    name,
    text,
    root,
    faults: faulty.map(({ startPosition, text }) => `${name}, line ${startPosition.row + 1}: ${text.split('\n')[0]}`),
    declarations: [...descendants(root)].filter(({ type }) => type in KINDS).map(declarationOf),
  }
}

function declarationOf(node: Node): Declaration {
  const kind = KINDS[node.type]!
  const [name, second] = node.namedChildren
  const decorators = node.previousNamedSibling?.type === 'decorators' ? node.previousNamedSibling.text : ''
  const last = node.namedChildren.at(-1)!
  const named = kind === 'resource' || kind === 'module'
  return {
    kind,
    name: name!.text,
    secure: /@secure\(\)/.test(decorators),
    value: kind === 'param' && last.type === 'type' ? null : last,
    existing: kind === 'resource' && node.children.some(({ type }) => type === 'existing'),
    of: named ? plain(second!) : null,
  }
}

export function declared(file: BicepFile, kind: Declaration['kind']): Declaration[] {
  return file.declarations.filter((one) => one.kind === kind)
}

export function declaration(file: BicepFile, name: string): Declaration {
  const found = file.declarations.find((one) => one.name === name)
  if (!found) throw new Error(`${file.name} declares no ${name}`)
  return found
}

/** The names that an expression, or a whole file, refers to; functions, properties and keys aside. */
export function namesIn(node: Node): string[] {
  return [...descendants(node)].filter((one) => one.type === 'identifier' && isReference(one)).map(({ text }) => text)
}

export const functionsIn = (node: Node): string[] =>
  [...descendants(node)]
    .filter(({ type }) => type === 'call_expression')
    .map((call) => call.childForFieldName('function')!.text)

/** Loops name what they go through. */
export const loopNamesIn = (node: Node): string[] =>
  [...descendants(node)].filter(({ type }) => type === 'for_statement').map((loop) => loop.namedChildren[0]!.text)

/** What an object, however deep, has at a path such as `properties.siteConfig.alwaysOn`. */
export function at(node: Node | null, path: string): Node | null {
  let here = node
  for (const key of path.split('.')) here = here && (entriesOf(here).get(key) ?? null)
  return here
}

export function entriesOf(node: Node): Map<string, Node> {
  const object = node.type === 'object' ? node : node.namedChildren.find(({ type }) => type === 'object')
  const entries = new Map<string, Node>()
  for (const property of object?.namedChildren ?? []) {
    const [key, ...rest] = property.namedChildren.filter(({ type }) => type !== 'comment')
    const value = rest.at(-1)
    if (property.type === 'object_property' && key && value) entries.set(plain(key), value)
  }
  return entries
}

/** The text of a literal without its quotes, and of anything else as it stands. */
export const plain = ({ type, text }: Node): string => (type === 'string' ? text.slice(1, -1) : text)

export function* descendants(node: Node): Generator<Node> {
  yield node
  for (const child of node.children) yield* descendants(child)
}

function isReference(node: Node): boolean {
  const parent = node.parent!
  const isFirst = parent.namedChildren[0]?.equals(node) ?? false
  if (parent.type in KINDS && isFirst) return false
  if (parent.type === 'object_property' && isFirst) return false
  if (parent.type === 'for_statement' && isFirst) return false
  return parent.type !== 'call_expression' || !isFirst
}
