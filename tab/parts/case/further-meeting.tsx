import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseView } from '../../../shared/placement/case-view.ts'
import { AskFurther } from './ask-further.tsx'

/** Once a meeting was held, what comes next may be another one: folded away until it is wanted. */
export function FurtherMeeting({ placement, onAsked }: { placement: CaseView; onAsked: () => void }) {
  const [open, setOpen] = useState(false)
  if (!placement.may.ask) return null
  if (open) return <AskFurther placement={placement} onAsked={onAsked} onClose={() => setOpen(false)} />
  return (
    <p>
      <Button onClick={() => setOpen(true)}>Ask for a further meeting</Button>
    </p>
  )
}
