/** `/$batch`: up to twenty requests in one, each with an answer of its own. Outlook takes four of them at a time. */
import { z } from 'zod'
import type { Tenant } from '../tenant.ts'
import { badRequest, GraphError, type Answer } from './answer.ts'
import type { GraphRequest } from './call.ts'
import { errorAnswer, type RequestIds } from './error-body.ts'
import { readForm } from './form.ts'

const part = z.strictObject({
  id: z.string(),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  url: z.string().regex(/^\/?(?!https?:)/),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
})

const batchForm = z.strictObject({ requests: z.array(part).min(1).max(20) })

type Part = z.infer<typeof part>
type PartAnswer = { id: string; status: number; headers?: Record<string, string>; body?: unknown }

export async function answerBatch(
  request: GraphRequest,
  ids: RequestIds,
  tenant: Tenant,
  perform: (request: GraphRequest) => Promise<Answer>,
): Promise<Answer> {
  const { requests } = readForm(batchForm, request.body, 'batch')
  if (new Set(requests.map(({ id }) => id)).size < requests.length)
    throw badRequest('Request ids must be unique in a batch.')
  const answers = new Map<string, Promise<PartAnswer>>()
  const running: Promise<unknown>[] = []
  for (const one of requests) {
    const before = (one.dependsOn ?? []).map((id) => answers.get(id))
    if (before.includes(undefined))
      throw badRequest(`Request '${one.id}' depends on a request that does not come before it.`)
    const turn = running.length >= 4 ? running[running.length - 4] : undefined
    const answer = Promise.all([turn, ...before]).then(([, ...earlier]) => performPart(one, earlier as PartAnswer[]))
    answers.set(one.id, answer)
    running.push(answer)
  }
  return { status: 200, body: { responses: await Promise.all(answers.values()) } }

  async function performPart(
    { id, method, url, headers = {}, body }: Part,
    earlier: PartAnswer[],
  ): Promise<PartAnswer> {
    if (earlier.some(({ status }) => status >= 400))
      return shown(id, new GraphError(424, 'FailedDependency', 'A request that this one depends on has failed.'))
    const target = new URL(`${request.base}/${url.replace(/^\//, '')}`)
    const path = target.pathname.replace(/^\/v1\.0/, '')
    if (path.toLowerCase() === '/$batch') return shown(id, badRequest('A batch cannot hold another batch.'))
    const lowerCase = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
    return perform({ ...request, method, path, query: target.searchParams, headers: lowerCase, body }).then(
      (answer) => shown(id, answer),
      (error: unknown) => {
        if (error instanceof GraphError) return shown(id, error)
        throw error
      },
    )
  }

  function shown(id: string, answer: Answer | GraphError): PartAnswer {
    const { status, headers = {}, body } = answer instanceof GraphError ? errorAnswer(answer, tenant, ids) : answer
    const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' }
    return { id, status, headers: { ...type, ...headers }, ...(body !== undefined && { body }) }
  }
}
