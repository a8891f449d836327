/** Times to choose from, asked of Outlook afresh when a choice is opened and on a press. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OfferedSlot } from '../shared/meeting/planning-meeting.ts'
import type { TimesAnswer } from '../shared/wire/tab-api.ts'
import type { Api } from './api.ts'

type Found = TimesAnswer & { offered: OfferedSlot[] }
type Looking = 'no' | 'yes' | 'outlookAway'

export function useTimes(api: Api, meetingId: string, known: OfferedSlot[]) {
  const [found, setFound] = useState<Found>({ offered: known, ways: [], chances: null })
  const [looking, setLooking] = useState<Looking>('yes')
  const latest = useRef(0)

  const ask = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const answer = await api.times(meetingId)
    if (mine !== latest.current) return
    const offered = answer.ok ? answer.value.offered : null
    if (answer.ok && offered) setFound({ ...answer.value, offered })
    setLooking(offered ? 'no' : 'outlookAway')
  }, [api, meetingId])

  useEffect(() => {
    void ask()
    return () => {
      latest.current += 1
    }
  }, [ask])

  const lookAgain = () => {
    setLooking('yes')
    void ask()
  }
  return { ...found, looking, lookAgain }
}
