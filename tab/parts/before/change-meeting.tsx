/** Moving and cancelling: folded away until they are wanted, for either writes to everybody. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { MeetingProps } from './before.tsx'
import { CancelMeeting } from './cancel-meeting.tsx'
import { MoveMeeting } from './move-meeting.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function ChangeMeeting(props: MeetingProps) {
  const styles = useStyles()
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null)
  const { may, state } = props.view
  const close = () => setOpen(null)
  if (open === 'move' && may.move && state === 'arranged') return <MoveMeeting {...props} onClose={close} />
  if (open === 'cancel' && may.cancel) return <CancelMeeting {...props} onClose={close} />
  return (
    <div className={styles.buttons}>
      {may.move && state === 'arranged' && <Button onClick={() => setOpen('move')}>Move the meeting</Button>}
      {may.cancel && <Button onClick={() => setOpen('cancel')}>Cancel the meeting</Button>}
    </div>
  )
}
