/** Reads request bodies in Graph's strict forms, and refuses as Graph refuses. */
import { z } from 'zod'
import { badRequest } from './answer.ts'

/** Marks a form whose type the service names in its refusals. */
export function readForm<Schema extends z.ZodType>(schema: Schema, body: unknown, type: string): z.output<Schema> {
  if (body === undefined || body === null || typeof body !== 'object' || Array.isArray(body))
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    )
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw refusal(result.error, type)
}

/** For actions: their parameters may start with a capital, as the metadata has them. */
export function readAction<Schema extends z.ZodType>(schema: Schema, body: unknown, type: string): z.output<Schema> {
  const given = body === undefined || body === '' ? {} : body
  return readForm(schema, isRecord(given) ? lowerFirstLetters(given) : given, type)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const lowerFirstLetters = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]))

function refusal(error: z.ZodError, type: string) {
  const [first] = error.issues
  const where = first?.path.join('/') ?? ''
  if (first?.code === 'unrecognized_keys')
    return badRequest(
      `The property '${first.keys[0]}' does not exist on type 'Microsoft.OutlookServices.${where ? where : type}'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
      'RequestBodyRead',
    )
  if (first?.code === 'invalid_type' && first.input === undefined)
    return badRequest(
      `At least one property failed validation. Required: '${where}'.`,
      'ErrorPropertyValidationFailure',
    )
  return badRequest(
    `Cannot convert the value of '${where}' to the expected type of a property of 'Microsoft.OutlookServices.${type}'.`,
    'RequestBodyRead',
  )
}
