import { expect, test } from '@jest/globals'
import { pageInTab } from '../../../bot/local/pages/planning/tab-link.ts'

const HERE = 'http://127.0.0.1:3978'
const deepLink = (query: Record<string, string>) =>
  `https://teams.microsoft.com/l/entity/app-id/planning?${new URLSearchParams(query).toString()}`

test.each([
  [`${HERE}/tab/meetings/meeting-1`, '/tab/meetings/meeting-1'],
  [`${HERE}/tab/?theme=dark`, '/tab/?theme=dark'],
  [deepLink({ context: '{"subEntityId":"meeting-1"}' }), '/tab/meetings/meeting-1'],
  [deepLink({ webUrl: `${HERE}/tab/meetings/meeting-2` }), '/tab/meetings/meeting-2'],
  [deepLink({ context: '{"subEnt' }), '/tab/'],
  [`${HERE}/tabular`, null],
  [`${HERE}/api/meetings`, null],
  ['https://example.org/tab/meetings/meeting-1', null],
  ['javascript:alert(1)', null],
])('a link to %s opens %s', (url, page) => expect(pageInTab(url, HERE)).toBe(page))
