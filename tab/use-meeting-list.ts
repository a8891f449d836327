/** The list of meetings, as far as somebody has looked: first a page of each group, and more of one as they go on. */
import { useCallback, useEffect, useRef } from 'react'
import { ROW_GROUPS, withFurther, type ListAsked } from '../shared/meeting/meeting-list.ts'
import type { RowGroup } from '../shared/meeting/meeting-view.ts'
import type { MeetingsAnswer } from '../shared/wire/list-api.ts'
import type { Answered, Api } from './api.ts'
import { useTab } from './tab-context.ts'
import { useAnswer } from './use-answer.ts'

const LOOK_AGAIN_MS = 60_000

export function useMeetingList({ words, filter }: Required<Pick<ListAsked, 'words' | 'filter'>>) {
  const { api } = useTab()
  const shown = useRef<{ for: string; list: MeetingsAnswer } | null>(null)
  const coming = useRef(false)
  const wanted = JSON.stringify([words, filter])

  const ask = useCallback(async () => {
    const before = shown.current?.for === wanted ? shown.current.list : null
    return asFarAs(api, { words, filter }, before)
  }, [api, words, filter, wanted])
  const { asked, again, retry, put } = useAnswer(ask, LOOK_AGAIN_MS)
  const list = asked.status === 'loaded' ? asked.value : null
  useEffect(() => {
    // What is still shown of another question is no part of the answer to this one.
    if (list) shown.current = { for: wanted, list }
  }, [list])

  /** The next page of a group, unless it is on its way. */
  const more = useCallback(
    async (group: RowGroup) => {
      const after = shown.current?.for === wanted && shown.current.list.next[group]
      if (!after || coming.current) return
      coming.current = true
      const further = { group, after }
      const page = await api.meetings({ words, filter, further })
      coming.current = false
      if (page.ok && shown.current?.for === wanted)
        put({ ...page.value, ...withFurther(shown.current.list, page.value, further) })
    },
    [api, words, filter, wanted, put],
  )
  return { asked, again, retry, more }
}

/** Asked for anew as it was shown before, page by page, so that nothing under somebody's eyes goes away. */
async function asFarAs(api: Api, asked: ListAsked, before: MeetingsAnswer | null): Promise<Answered<MeetingsAnswer>> {
  const first = await api.meetings(asked)
  if (!first.ok) return first
  let list = first.value
  for (const group of ROW_GROUPS) {
    for (let after = list.next[group]; after && many(list, group) < many(before, group); after = list.next[group]) {
      const further = { group, after }
      const page = await api.meetings({ ...asked, further })
      if (!page.ok) return page
      list = { ...list, ...withFurther(list, page.value, further) }
    }
  }
  return { ok: true, value: list }
}

const many = (list: MeetingsAnswer | null, group: RowGroup) =>
  list?.meetings.filter((row) => row.group === group).length ?? 0
