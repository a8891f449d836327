/** Times to choose from, asked of Outlook afresh when a choice is opened and on a press. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OfferedSlot } from '../shared/planning-meeting.ts'
import type { Api } from './api.ts'

type Looking = 'no' | 'yes' | 'outlookAway'

export function useTimes(api: Api, meetingId: string, known: OfferedSlot[]) {
  const [offered, setOffered] = useState(known)
  const [looking, setLooking] = useState<Looking>('yes')
  const latest = useRef(0)

  const ask = useCallback(async () => {
    latest.current += 1
    const mine = latest.current
    const answer = await api.times(meetingId)
    if (mine !== latest.current) return
    const times = answer.ok ? answer.value.offered : null
    if (times) setOffered(times)
    setLooking(times ? 'no' : 'outlookAway')
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
  return { offered, looking, lookAgain }
}
