/** The part of the API's description that is about confirmations on their way in. */
import type { z } from 'zod'
import {
  changeDraftBody,
  dismissDraftBody,
  fileBody,
  formBody,
  pastedBody,
  scheduleDraftBody,
} from '../../shared/wire/drafts-api.ts'
import type { Parts } from './openapi-placements.ts'
import type { Json } from './openapi.ts'

export function draftPaths({ input, answer, refused, id }: Parts): Json {
  const body = (schema: z.ZodType) => ({
    required: true,
    content: { 'application/json': { schema: input(schema) } },
  })
  const found = { 200: answer('What each child’s part of it led to', FOUND), default: refused }
  const draft = { 200: answer('The draft as it is now', DRAFT), default: refused }
  const on = (summary: string, schema: z.ZodType): Json => ({
    post: { summary, parameters: [id], requestBody: body(schema), responses: draft },
  })
  return {
    '/api/drafts': {
      post: {
        summary: 'Bring in the text of a placement confirmation',
        description:
          'Each child in it becomes a draft; a placement that is confirmed already is answered with what would change. Nothing is sent to anybody.',
        requestBody: body(pastedBody),
        responses: found,
      },
    },
    '/api/drafts/file': {
      post: {
        summary: 'Bring in a placement confirmation as a file: an e-mail, a text or JSON',
        requestBody: body(fileBody),
        responses: found,
      },
    },
    '/api/drafts/form': {
      post: {
        summary: 'Bring in a placement confirmation field by field',
        requestBody: body(formBody),
        responses: found,
      },
    },
    '/api/drafts/{id}': {
      get: { summary: 'A confirmation that nobody has scheduled yet', parameters: [id], responses: draft },
    },
    '/api/drafts/{id}/change': on(
      'Answer what is asked, put right what was read, or look for times anew',
      changeDraftBody,
    ),
    '/api/drafts/{id}/schedule': on(
      'Confirm the placement: book its meetings, or ask those outside first',
      scheduleDraftBody,
    ),
    '/api/drafts/{id}/dismiss': on('Put it aside: not a placement', dismissDraftBody),
    '/api/placements/{id}': {
      get: {
        summary: 'A placement as a whole, with its meetings',
        parameters: [id],
        responses: {
          200: answer('The placement', {
            type: 'object',
            properties: { case: { type: 'object' } },
            required: ['case'],
          }),
          default: refused,
        },
      },
    },
  }
}

const FOUND: Json = {
  type: 'object',
  properties: { found: { type: 'array', items: { type: 'object' } }, now: { type: 'string' } },
  required: ['found', 'now'],
}
const DRAFT: Json = {
  type: 'object',
  properties: { draft: { type: 'object' }, already: { type: 'boolean' }, now: { type: 'string' } },
  required: ['draft', 'now'],
}
