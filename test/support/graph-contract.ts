/**
 * Microsoft's own schemas for Graph v1.0, to hold requests and answers against. Types that Microsoft leaves open are
 * closed here: a property that our stand-in invented fails.
 */
import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { z } from 'zod'

const schema = z.record(z.string(), z.unknown())
const contractFile = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ request: schema.optional(), answers: z.record(z.string(), schema.nullable()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), schema) }),
})

const contract = contractFile.parse(JSON.parse(readFileSync(new URL('./graph-contract.json', import.meta.url), 'utf8')))

/** Open by design: additional properties are the client's own values, or what a service adds to an error. */
const STAYS_OPEN = [
  'microsoft.graph.openTypeExtension',
  'microsoft.graph.openTypeExtension.request',
  'microsoft.graph.resourceData',
  'microsoft.graph.ODataErrors.MainError',
  'microsoft.graph.ODataErrors.InnerError',
]

const schemas = Object.fromEntries(
  Object.entries(contract.components.schemas).map(([name, type]) => [
    name,
    type.additionalProperties === true && !STAYS_OPEN.includes(name) ? { ...type, additionalProperties: false } : type,
  ]),
)

const ajv = new Ajv2020({ strict: false, allErrors: true })
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
ajv.addSchema({ $id: 'graph', components: { schemas } })

const compiled = new Map<string, ValidateFunction>()

function validator(key: string, root: Record<string, unknown>): ValidateFunction {
  const text = JSON.stringify(root).replaceAll('"#/components/', '"graph#/components/')
  const made = compiled.get(key) ?? ajv.compile(schema.parse(JSON.parse(text)))
  compiled.set(key, made)
  return made
}

const faultsOf = (validate: ValidateFunction, value: unknown): string[] =>
  validate(value)
    ? []
    : (validate.errors ?? []).map(
        (error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`,
      )

/** What Microsoft's schema finds wrong with a value of one of its types; nothing where it fits. */
export const faultsAgainst = (type: string, value: unknown): string[] =>
  faultsOf(validator(type, { $ref: `#/components/schemas/${type}` }), value)

/** What is wrong with an answer of one operation: its status, its body. */
export function faultsInAnswer(method: string, path: string, status: number, body: unknown): string[] {
  if (status >= 400) return faultsAgainst('microsoft.graph.ODataErrors.ODataError', body)
  const operation = operationAt(method, path)
  if (!operation) return [`${method} ${path} is no operation of Graph`]
  const { name, answers } = operation
  const answer = answers[status]
  if (answer === undefined) return [`${status} is no answer of ${name}`]
  if (answer === null) return body === undefined ? [] : [`${name} answers ${status} without a body`]
  return faultsOf(validator(`${name} ${status}`, answer), body)
}

/** The strict form of an operation's request. */
export function faultsInRequest(method: string, path: string, body: unknown): string[] {
  const operation = operationAt(method, path)
  if (!operation?.request) return [`${method} ${path} takes no body`]
  return faultsOf(validator(`${operation.name} request`, operation.request), body)
}

function operationAt(method: string, path: string) {
  const plain = path.replace(/\('([^']*)'\)/g, '/$1')
  const fitting = Object.entries(contract.paths)
    .filter(([template, methods]) => methods[method] && templatePattern(template).test(plain))
    .sort(([a], [b]) => parameters(a) - parameters(b))
  const [template, methods] = fitting[0] ?? []
  const operation = methods?.[method]
  return template && operation ? { ...operation, name: `${method} ${template}` } : undefined
}

const templatePattern = (template: string) =>
  new RegExp(`^${template.replace(/[.$]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`)

const parameters = (template: string) => template.split('{').length
