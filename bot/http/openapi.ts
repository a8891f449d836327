/** The app's own HTTP API, described in OpenAPI 3.1 from the very schemas that read it. */
import { z } from 'zod'
import { confirmationSchema } from '../../shared/wire/confirmation.ts'
import {
  answerBody,
  cancelBody,
  chooseTimeBody,
  concernBody,
  datesBody,
  followUpBody,
  laterWordsBody,
  moveBody,
  peopleBody,
  outsideBody,
  questionsBody,
  sendNowBody,
  syncBody,
  wayBody,
  venueBody,
} from '../../shared/wire/tab-api.ts'
import { contributionBody, documentBody, proposeBody, settleItemBody } from '../../shared/wire/preparation-api.ts'
import { listBody } from '../../shared/wire/list-api.ts'
import { searchBody } from '../../shared/wire/search-api.ts'
import { draftPaths } from './openapi-drafts.ts'
import { placementPaths } from './openapi-placements.ts'

export type Json = Record<string, unknown>

export function openApi(): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Placement Planning',
      version: '1',
      description:
        'Placement confirmations in, planning meetings out. Times are ISO 8601 with an offset; days are YYYY-MM-DD in London.',
    },
    security: [{ person: [] }],
    components: {
      securitySchemes: { person: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Error: error, Plan: plan, Meeting: meeting, MeetingRow: row },
    },
    paths,
  }
}

const input = (schema: z.ZodType): Json => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: Json): Json => ({ content: { 'application/json': { schema } } })
const answer = (description: string, schema: Json): Json => ({ description, ...json(schema) })
const object = (properties: Json, required: string[] = Object.keys(properties)): Json => ({
  type: 'object',
  properties,
  required,
})
const text: Json = { type: 'string' }
const id: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }
const refused = answer('Refused: a reason, words for the person, and the fields at fault', ref('Error'))

const error = object({
  error: object(
    {
      reason: text,
      message: text,
      fields: { type: 'array', items: object({ field: text, problem: text, accepted: text }) },
    },
    ['reason', 'message'],
  ),
})
const plan: Json = {
  type: 'object',
  description: 'Meetings, clocks, questions and warnings, each with the ids of its requirements.',
  properties: {
    pack: text,
    packVersion: text,
    status: { enum: ['ready', 'asks', 'provisional', 'noMeeting'] },
    basis: { type: 'object' },
    meetings: { type: 'array', items: { type: 'object' } },
    clocks: { type: 'array', items: { type: 'object' } },
    questions: { type: 'array', items: object({ id: text, text, requirements: { type: 'array', items: text } }) },
    warnings: { type: 'array', items: object({ id: text, text, requirements: { type: 'array', items: text } }) },
  },
  required: ['pack', 'packVersion', 'status', 'basis', 'meetings', 'clocks', 'questions', 'warnings'],
}
const row: Json = {
  type: 'object',
  description: 'One meeting in the list of what is due next.',
  properties: { id: text, ref: text, kind: text, state: text, nextStep: text, group: text },
  required: ['id', 'ref', 'kind', 'state', 'nextStep', 'group'],
}
const listed = answer(
  'What will be missed first, at most so many of each group; where `next` names a group, it goes on from there',
  object({
    meetings: { type: 'array', items: ref('MeetingRow') },
    counts: { type: 'object', additionalProperties: { type: 'integer' } },
    next: { type: 'object', additionalProperties: object({ at: text, ref: text }) },
    all: { type: 'integer' },
    types: { type: 'array', items: text },
    now: text,
  }),
)
const meeting: Json = { type: 'object', description: 'Everything of one meeting that the reader may see.' }
const oneMeeting = answer('The meeting as it is now', object({ meeting: ref('Meeting'), now: text }))

const on = (summary: string, body: z.ZodType): Json => ({
  post: {
    summary,
    parameters: [id],
    requestBody: { required: true, ...json(input(body)) },
    responses: { 200: oneMeeting, default: refused },
  },
})

const paths: Json = {
  '/api/confirmations': {
    post: {
      summary: 'A placement is confirmed',
      description:
        'The same placement again finds the same case. With dryRun nothing is stored. A record of the national Placements Standard is taken too: it becomes a draft that an officer completes.',
      parameters: [{ name: 'dryRun', in: 'query', schema: { type: 'boolean' } }],
      requestBody: { required: true, ...json(input(confirmationSchema)) },
      responses: {
        201: answer('A new case', object({ case: { type: 'object' }, plan: ref('Plan') })),
        200: answer(
          'The case that is there already, or the plan alone',
          object({ case: { type: 'object' }, plan: ref('Plan') }, ['plan']),
        ),
        202: answer(
          'A draft that waits for an officer: of a record, or from somebody who may not confirm',
          object({ draft: { type: 'object' }, plan: ref('Plan') }, ['draft']),
        ),
        default: refused,
      },
    },
  },
  '/api/me': {
    get: {
      summary: 'Who is signed in',
      responses: { 200: answer('The person', { type: 'object' }), default: refused },
    },
  },
  '/api/meetings': {
    get: { summary: 'What is due next', responses: { 200: listed, default: refused } },
    post: {
      summary: 'What is due next, of some meetings, or from some meeting on',
      requestBody: { required: true, ...json(input(listBody)) },
      responses: { 200: listed, default: refused },
    },
  },
  '/api/search': {
    post: {
      summary: 'Look for a reference, a person, an action or a word',
      requestBody: { required: true, ...json(input(searchBody)) },
      responses: {
        200: answer(
          'Where it stands, of all that the reader may see',
          object({ found: { type: 'array', items: { type: 'object' } }, more: { type: 'boolean' }, now: text }),
        ),
        default: refused,
      },
    },
  },
  '/api/mails': {
    get: {
      summary: 'What came by e-mail and waits for a placement officer',
      responses: {
        200: answer(
          'The oldest first; none for anybody else',
          object({ mails: { type: 'array', items: { type: 'object' } } }),
        ),
        default: refused,
      },
    },
  },
  '/api/mails/{id}/seen': {
    post: {
      summary: 'Say that a mail was seen to',
      parameters: [id],
      responses: { 200: answer('What still waits', { type: 'object' }), default: refused },
    },
  },
  '/api/meetings/{id}': {
    get: { summary: 'One meeting', parameters: [id], responses: { 200: oneMeeting, default: refused } },
  },
  '/api/meetings/{id}/times': {
    get: {
      summary: 'Times to choose from, asked of Outlook afresh',
      parameters: [id],
      responses: {
        200: answer(
          'Up to three, best first; null while Outlook cannot be asked',
          object({
            offered: { type: ['array', 'null'] },
            ways: { type: 'array' },
            chances: { type: ['object', 'null'] },
          }),
        ),
        default: refused,
      },
    },
  },
  '/api/chats/{chat}/meeting': {
    get: {
      summary: 'Which planning meeting a chat of Teams belongs to',
      parameters: [{ ...id, name: 'chat', description: 'The id of the chat, as Teams gives it', schema: text }],
      responses: {
        200: answer(
          'Its id; null for any other chat, and for a meeting that is not mine to see',
          object({ meetingId: text }),
        ),
        default: refused,
      },
    },
  },
  '/api/follow-ups': {
    get: {
      summary: 'What I took on in meetings and is open, and what others left open for long in cases that I lead',
      responses: {
        200: answer('The soonest first', object({ followUps: { type: 'array' }, now: text })),
        default: refused,
      },
    },
  },
  '/api/timeliness': {
    get: {
      summary: 'How many meetings of the cases that I manage were held in time, by kind of placement and rule',
      responses: {
        200: answer('Of the last year', object({ rows: { type: 'array' }, since: text })),
        default: refused,
      },
    },
  },
  '/api/meetings/{id}/follow-ups': {
    post: {
      summary: 'Say that something is done, or open again',
      parameters: [id],
      requestBody: { required: true, ...json(input(followUpBody)) },
      responses: {
        200: answer('What is open now', object({ followUps: { type: 'array' }, now: text })),
        default: refused,
      },
    },
  },
  '/api/meetings/{id}/calendar-file': {
    get: {
      summary: 'The meeting as a calendar file, for calendars that no invitation reaches',
      parameters: [id],
      responses: {
        200: answer('iCalendar, and a name to save it under', object({ name: text, text })),
        default: refused,
      },
    },
  },
  '/api/meetings/{id}/schedule': on('Choose the time', chooseTimeBody),
  '/api/meetings/{id}/way': on('Take one of the ways out that were offered', wayBody),
  '/api/meetings/{id}/move': on('Move to another time', moveBody),
  '/api/meetings/{id}/cancel': on('Cancel', cancelBody),
  '/api/meetings/{id}/concerns': on('Settle what is not as it should be in Outlook', concernBody),
  '/api/meetings/{id}/people': on('Ask somebody to come as well, or not any more', peopleBody),
  '/api/meetings/{id}/venue': on('Hold it somewhere else', venueBody),
  '/api/meetings/{id}/send-now': on('Tell Outlook at once what has piled up', sendNowBody),
  '/api/meetings/{id}/answer': on('Say whether I come', answerBody),
  '/api/meetings/{id}/questions': on('Answer open questions', questionsBody),
  '/api/meetings/{id}/dates': on('Give days from which something runs', datesBody),
  '/api/meetings/{id}/later-words': on('Keep what somebody says of the closed record', laterWordsBody),
  '/api/meetings/{id}/outside': on('Hold times and ask those outside, stop it, or change a link', outsideBody),
  '/api/meetings/{id}/documents': on('Say whether a document is ready', documentBody),
  '/api/meetings/{id}/contributions': on('Send in views, or write down somebody’s', contributionBody),
  '/api/meetings/{id}/items': on('Propose something to talk about', proposeBody),
  '/api/meetings/{id}/items/settle': on('Put what is proposed on the agenda, or park it', settleItemBody),
  '/api/meetings/{id}/minutes/sync': {
    post: {
      summary: 'Send my changes to the minutes, and get what I lack',
      parameters: [id],
      requestBody: { required: true, ...json(input(syncBody)) },
      responses: {
        200: answer(
          'What the writer lacks',
          object({
            update: text,
            savedAt: { type: ['string', 'null'] },
            present: { type: 'array' },
            closed: { type: 'boolean' },
          }),
        ),
        default: refused,
      },
    },
  },
  '/api/meetings/{id}/close': {
    post: {
      summary: 'Close the meeting, or see what is missing',
      parameters: [id],
      responses: {
        200: answer(
          'Closed, or the gaps',
          object({ closed: { type: 'boolean' }, gaps: { type: 'array' } }, ['closed']),
        ),
        default: refused,
      },
    },
  },
  ...placementPaths({ input, answer, refused, id }),
  ...draftPaths({ input, answer, refused, id }),
  '/api/config': {
    get: {
      summary: 'What the tab has to know before sign-in',
      security: [],
      responses: { 200: answer('Public settings', { type: 'object' }) },
    },
  },
  '/healthz': {
    get: {
      summary: 'Alive',
      security: [],
      responses: { 200: answer('Alive', object({ alive: { type: 'boolean' } })) },
    },
  },
  '/readyz': {
    get: {
      summary: 'Able to serve',
      security: [],
      responses: {
        200: answer('Ready', object({ ready: { type: 'boolean' } })),
        503: answer('Not ready, and which part is failing', object({ ready: { type: 'boolean' }, failing: text })),
      },
    },
  },
}
