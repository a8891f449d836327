/** The part of the API's description that is about a placement as a whole. */
import type { z } from 'zod'
import {
  askedBody,
  caseAnswersBody,
  changeBody,
  furtherBody,
  placementOffBody,
  placementOnBody,
} from '../../shared/wire/placement-api.ts'
import type { Json } from './openapi.ts'

export type Parts = {
  input: (schema: z.ZodType) => Json
  answer: (description: string, schema: Json) => Json
  refused: Json
  id: Json
}

export function placementPaths({ input, answer, refused, id }: Parts): Json {
  const on = (summary: string, body: z.ZodType, answered: Json): Json => ({
    post: {
      summary,
      parameters: [id],
      requestBody: { required: true, content: { 'application/json': { schema: input(body) } } },
      responses: { ...answered, default: refused },
    },
  })
  const outcome = { 200: answer('What came of it', OUTCOME), 201: answer('A meeting was opened', OUTCOME) }
  const placement = { 200: answer('The placement as it is now', { type: 'object' }) }
  return {
    '/api/placements/waiting': {
      get: {
        summary: 'Placements without a meeting that wait for an answer, for placement officers',
        responses: {
          200: answer('The oldest first; none for anybody else', {
            type: 'object',
            properties: { waiting: { type: 'array', items: { type: 'object' } } },
            required: ['waiting'],
          }),
          default: refused,
        },
      },
    },
    '/api/placements/{id}/further': on('Ask for a further meeting of the placement', furtherBody, outcome),
    '/api/placements/{id}/asked': on('Open, or decline, a meeting that somebody has asked for', askedBody, outcome),
    '/api/placements/{id}/answers': on(
      'Answer what a placement without a meeting is asked',
      caseAnswersBody,
      placement,
    ),
    '/api/placements/{id}/change': on('Take over a reported change, or leave it', changeBody, placement),
    '/api/placements/{id}/cancel': on('The placement does not go ahead', placementOffBody, placement),
    '/api/placements/{id}/goes-ahead': on('What put it in doubt is settled: it goes ahead', placementOnBody, placement),
  }
}

const OUTCOME: Json = {
  type: 'object',
  properties: {
    outcome: { enum: ['called', 'known', 'recorded', 'undecided', 'waits'] },
    meetings: { type: 'array', items: { type: 'object' } },
    counted: { type: 'string' },
  },
  required: ['outcome'],
}
