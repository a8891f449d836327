/**
 * What changed in a mailbox's calendar since we last asked, in as many calls as there are pages: one, when nothing did.
 * Graph fixes the window in the link that it gives to go on with, and may forget the link.
 */
import { z } from 'zod'
import type { Interval } from '../../shared/dates/time.ts'
import type { CalendarChanges } from '../meetings/ports.ts'
import type { Graph } from './graph-client.ts'
import { failureFrom, readFault, type GraphFailure } from './graph-errors.ts'

const page = z.object({
  value: z.array(
    z.object({
      id: z.string(),
      '@removed': z.object({}).nullish(),
      '@odata.etag': z.string().nullish(),
      iCalUId: z.string().nullish(),
      transactionId: z.string().nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
})

const IN_PAGES = { Prefer: 'IdType="ImmutableId", odata.maxpagesize=100' }

export async function calendarChanges(
  graph: Graph,
  organiser: string,
  within: Interval,
  since: string | null,
): Promise<CalendarChanges> {
  const begin = async () => {
    const query = { startDateTime: within.start, endDateTime: within.end }
    return readOn(graph, await graph.get(['users', organiser, 'calendarView', 'delta'], query, IN_PAGES))
  }
  try {
    if (since === null) return { ...(await begin()), isWhole: true }
    try {
      return { ...(await readOn(graph, await graph.next(since, IN_PAGES))), isWhole: false }
    } catch (error) {
      if (error instanceof z.ZodError || !isForgotten(failureFrom(error))) throw error
      return { ...(await begin()), isWhole: true }
    }
  } catch (error) {
    throw error instanceof z.ZodError ? error : readFault(error)
  }
}

/** To the last page; a calendar without an end would be a fault of the service. */
async function readOn(graph: Graph, first: unknown): Promise<Omit<CalendarChanges, 'isWhole'>> {
  const changed: CalendarChanges['changed'] = []
  for (let answer = page.parse(first); ;) {
    for (const item of answer.value)
      changed.push({
        eventId: item.id,
        iCalUId: item.iCalUId ?? null,
        transactionId: item.transactionId ?? null,
        etag: item['@odata.etag'] ?? null,
        isRemoved: !!item['@removed'],
      })
    const { '@odata.nextLink': next, '@odata.deltaLink': link } = answer
    if (next) answer = page.parse(await graph.next(next, IN_PAGES))
    else return { changed, link: z.string().parse(link) }
  }
}

const isForgotten = ({ status, code }: GraphFailure) =>
  status === 410 ||
  (status >= 400 && status < 500 && /^(syncStateNotFound|syncStateInvalid|resyncRequired)$/i.test(code))
