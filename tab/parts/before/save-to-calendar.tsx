import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useTab } from '../../tab-context.ts'

/** For somebody whose own calendar no invitation reaches: saved again after a move, it takes the place of the old one. */
export function SaveToCalendar({ id }: { id: string }) {
  const { api, announce } = useTab()
  const [failed, setFailed] = useState<string | null>(null)
  const save = async () => {
    const answer = await api.calendarFile(id)
    setFailed(answer.ok ? null : answer.refusal.message)
    if (!answer.ok) return
    const address = URL.createObjectURL(new Blob([answer.value.text], { type: 'text/calendar' }))
    const link = document.createElement('a')
    link.href = address
    link.download = answer.value.name
    link.click()
    URL.revokeObjectURL(address)
    announce('Saved as a calendar file')
  }
  return (
    <div>
      <Button onClick={() => void save()}>Save to another calendar</Button>
      {failed && <p role="alert">{failed}</p>}
    </div>
  )
}
