import { describe, expect, test } from '@jest/globals'
import { environments, file, files, main, modules, settings, templates } from './infra-files.ts'
import { at, declaration, declared, descendants, entriesOf, namesIn, plain, type BicepFile } from './read-bicep.ts'

describe('secrets', () => {
  const secure = (template: BicepFile) => declared(template, 'param').filter((one) => one.secure)

  test('are the client secret and the password of the database', () => {
    expect(secure(main).map(({ name }) => name)).toEqual(['clientSecret', 'databasePassword'])
  })

  test.each(templates)('$name gives a secret no default', (template) => {
    expect(secure(template).filter(({ value }) => value !== null)).toEqual([])
  })

  test.each(files)('$name has none written into it', ({ root, text }) => {
    for (const node of descendants(root)) {
      if (node.type === 'string_content') expect(node.text).not.toMatch(LIKE_A_SECRET)
      if (node.type !== 'object_property') continue
      const [key, value] = node.namedChildren
      // What is called a secret refers to one.
      if (/(secret|password|key)$/i.test(plain(key!)) && value?.type === 'string')
        expect(namesIn(value)).toHaveLength(1)
    }
    expect(text).not.toMatch(/:\/\/[^$\s/]+:[^$\s/]+@/)
  })

  test.each(['aG9wZWZ1bGx5IG5vYm9keSByZWFkcyB0aGlz1', 'Not-a-real-Secret-0123456789abcdef'])(
    'a text such as %s would be taken for one',
    (text) => {
      expect(text).toMatch(LIKE_A_SECRET)
    },
  )

  test.each(environments)('$name takes them from the environment, without a default', (environment) => {
    for (const { name } of secure(main))
      expect(declaration(environment, name).value!.text).toMatch(/^readEnvironmentVariable\('\w+'\)$/)
  })

  test.each(modules)('stay secrets on their way into $of', ({ of, value }) => {
    const secrets = secure(main).map(({ name }) => name)
    for (const [name, given] of entriesOf(at(value, 'params')!))
      if (namesIn(given).some((one) => secrets.includes(one)))
        expect([name, declaration(file(of!), name).secure]).toEqual([name, true])
  })

  test.each(templates)('$name gives none of them back', (template) => {
    const secrets = secure(template).map(({ name }) => name)
    for (const { value } of declared(template, 'output'))
      expect(namesIn(value!).filter((name) => secrets.includes(name))).toEqual([])
  })

  test('reach the app as references to the vault alone', () => {
    expect(plain(settings.get('CLIENT_SECRET')!)).toBe('@Microsoft.KeyVault(SecretUri=${clientSecretUri})')
    expect(plain(settings.get('DATABASE_URL')!)).toBe('@Microsoft.KeyVault(SecretUri=${databaseUrlUri})')
  })
})

/** Long, and mixed as no name is. */
const LIKE_A_SECRET = /(?=[\w+/~.-]*\d)(?=[\w+/~.-]*[A-Z])(?=[\w+/~.-]*[a-z])[\w+/~.-]{30,}/
