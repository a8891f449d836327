/** The Bicep files of the project, read once for all tests. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Node } from 'web-tree-sitter'
import { at, declaration, declared, entriesOf, plain, readBicepFile, type BicepFile } from './read-bicep.ts'

export const FOLDER = join(import.meta.dirname, '..', '..', 'infra')
const names = readdirSync(FOLDER).filter((name) => /\.bicep(param)?$/.test(name))

export const files: BicepFile[] = names.map((name) => readBicepFile(join(FOLDER, name)))
export const file = (name: string): BicepFile => files.find((one) => one.name === name)!
export const templates = files.filter(({ name }) => name.endsWith('.bicep'))
/** One file of parameters for each environment. */
export const environments = files.filter(({ name }) => name.endsWith('.bicepparam'))
export const main = file('main.bicep')
export const modules = declared(main, 'module')

/** The environment variables that the app is given, by name. */
export const settings: Map<string, Node> = entriesOf(
  at(declaration(file('app.bicep'), 'settings').value, 'properties')!,
)

/** What a resource has at a path such as `properties.httpsOnly`, as text. */
export const valueAt = (name: string, resource: string, path: string): string =>
  plain(at(declaration(file(name), resource).value, path)!)

/** Which parameter comes from which environment variable. */
export const fromEnvironment = (environment: BicepFile): [string, string][] =>
  declared(environment, 'var').flatMap(({ name, value }): [string, string][] => {
    const variable = /^readEnvironmentVariable\('(\w+)'/.exec(value!.text)?.[1]
    return variable ? [[name, variable]] : []
  })
