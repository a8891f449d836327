/** Asks the practice town for something; what it answers is read by a schema before anybody uses it. */
import type { z } from 'zod'

/** The town said no, or is not there. The message is for whoever sits in front of it. */
export class TownRefused extends Error {
  override name = 'TownRefused'
  readonly status: number | null

  constructor(message: string, status: number | null) {
    super(message)
    this.status = status
  }
}

type Options = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown }

export async function ask<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  options: Options = {},
): Promise<z.output<Schema>> {
  return schema.parse(await answerTo(path, options))
}

/** For what is done and has no answer worth reading. */
export async function tell(path: string, options: Options = { method: 'POST' }): Promise<void> {
  await answerTo(path, options)
}

async function answerTo(path: string, { method = 'GET', body }: Options): Promise<unknown> {
  const response = await fetch(`/local${path}`, {
    method,
    ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new TownRefused('The practice town does not answer. Is it still running?', null)
  })
  const text = await response.text()
  const answer: unknown = isJson(response) && text !== '' ? JSON.parse(text) : null
  if (!response.ok)
    throw new TownRefused(reasonIn(answer) ?? `That did not work (${response.status}).`, response.status)
  return answer
}

const isJson = (response: Response) => (response.headers.get('content-type') ?? '').includes('json')

function reasonIn(answer: unknown): string | null {
  const { error } = (answer ?? {}) as { error?: unknown }
  return typeof error === 'string' ? error : null
}

/** What went wrong, in words. */
export const wordsOf = (fault: unknown): string =>
  fault instanceof TownRefused ? fault.message : 'Something went wrong in this window. Reload it to go on.'
