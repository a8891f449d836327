import { describe, expect, test } from '@jest/globals'
import { environments, file, files, fromEnvironment, main, modules, templates } from './infra-files.ts'
import { at, declared, descendants, entriesOf, functionsIn, loopNamesIn, namesIn, readBicep } from './read-bicep.ts'

describe('the files', () => {
  test.each(files)('$name is well formed', ({ faults }) => {
    expect(faults).toEqual([])
  })

  test.each([
    ['a brace left open', "resource one 'Microsoft.Web/sites@2024-04-01' = {\n  name: 'one'\n"],
    ['a missing sign', "param name string\nvar one 'two'\n"],
  ])('%s would be noticed', (_, text) => {
    expect(readBicep('broken.bicep', text).faults).not.toEqual([])
  })

  test.each(templates)('$name declares all that it uses, and uses all that it declares', (template) => {
    const { root, declarations } = template
    const known = [...declarations.map(({ name }) => name), ...loopNamesIn(root)]
    const used = namesIn(root)
    const meantForUse = declarations.filter(({ kind, existing }) => kind === 'param' || kind === 'var' || existing)
    expect(used.filter((name) => !known.includes(name))).toEqual([])
    expect(meantForUse.map(({ name }) => name).filter((name) => !used.includes(name))).toEqual([])
    expect(functionsIn(root).filter((name) => !FUNCTIONS.includes(name))).toEqual([])
  })

  test.each(templates)('$name takes every resource from a released version of its type', (template) => {
    for (const { of } of declared(template, 'resource').filter((one) => one.of!.includes('@')))
      expect(of).toMatch(/^Microsoft\.[\w.]+(\/\w+)+@\d{4}-\d\d-\d\d(-preview)?$/)
    const previews = declared(template, 'resource').filter(({ of }) => of!.endsWith('-preview'))
    // The only version there is that can choose between kinds of log.
    for (const { of } of previews) expect(of).toBe('Microsoft.Insights/diagnosticSettings@2021-05-01-preview')
  })
})

describe('the parts fit together', () => {
  test('every file is used', () => {
    const used = modules.map(({ of }) => of)
    expect([...used, 'main.bicep'].sort()).toEqual(templates.map(({ name }) => name).sort())
  })

  test.each(modules)('main gives $of what it asks for, and nothing else', ({ of, value }) => {
    const wanted = declared(file(of!), 'param')
    const given = [...entriesOf(at(value, 'params')!).keys()]
    const needed = wanted.filter((one) => one.value === null).map(({ name }) => name)
    expect(needed.filter((name) => !given.includes(name))).toEqual([])
    expect(given.filter((name) => !wanted.some((one) => one.name === name))).toEqual([])
  })

  test.each(modules)('what $of gives back is used, and what is used it gives back', ({ name, of }) => {
    const given = declared(file(of!), 'output').map((one) => one.name)
    const taken = [...descendants(main.root)]
      .filter(({ type, text }) => type === 'member_expression' && text.startsWith(`${name}.outputs.`))
      .map(({ text }) => text.split('.')[2]!)
    expect([...new Set(taken)].sort()).toEqual(given.sort())
  })

  test.each(environments)('$name sets every parameter once, and no other', (environment) => {
    const set = declared(environment, 'var').map(({ name }) => name)
    const wanted = declared(main, 'param')
    const needed = wanted.filter(({ value }) => value === null).map(({ name }) => name)
    expect(new Set(set).size).toBe(set.length)
    expect(needed.filter((name) => !set.includes(name))).toEqual([])
    expect(set.filter((name) => !wanted.some((one) => one.name === name))).toEqual([])
    expect(environment.text).toMatch(/^using 'main\.bicep'$/m)
  })

  test('production and test take the same values of the council from the same variables', () => {
    const [one, other] = environments.map(fromEnvironment)
    expect(one).toEqual(other)
  })
})

/** Bicep's own functions, as far as these files need them. */
const FUNCTIONS = [
  'allowed',
  'batchSize',
  'description',
  'empty',
  'guid',
  'maxLength',
  'maxValue',
  'minLength',
  'minValue',
  'readEnvironmentVariable',
  'secure',
  'subscriptionResourceId',
  'tenant',
  'uriComponent',
]
