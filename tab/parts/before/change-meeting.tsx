/** Moving, cancelling, asking for another meeting and all other changes: folded away until they are wanted. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseView } from '../../../shared/placement/case-view.ts'
import { AskFurther } from '../case/ask-further.tsx'
import { PlacementOff } from '../case/placement-off.tsx'
import { AddPerson } from './add-person.tsx'
import type { MeetingProps } from './before.tsx'
import { CancelMeeting } from './cancel-meeting.tsx'
import { ChangeVenue } from './change-venue.tsx'
import { MoveMeeting } from './move-meeting.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function ChangeMeeting({ placement, ...props }: MeetingProps & { placement: CaseView }) {
  const styles = useStyles()
  const [open, setOpen] = useState<'move' | 'cancel' | 'add' | 'venue' | 'further' | 'off' | null>(null)
  const { may, state } = props.view
  const close = () => setOpen(null)
  if (open === 'move' && may.move && state === 'arranged') return <MoveMeeting {...props} onClose={close} />
  if (open === 'cancel' && may.cancel) return <CancelMeeting {...props} onClose={close} />
  const mayEnd = placement.may.decide && !placement.doubt && !placement.cancelled
  if (open === 'off' && mayEnd) return <PlacementOff placement={placement} onDone={props.onStale} onClose={close} />
  if (open === 'further' && placement.may.ask)
    return <AskFurther placement={placement} onAsked={props.onStale} onClose={close} />
  if (open === 'add' && may.changePeople) return <AddPerson {...props} onClose={close} />
  if (open === 'venue' && may.changePeople) return <ChangeVenue {...props} onClose={close} />
  return (
    <div className={styles.buttons}>
      {may.move && state === 'arranged' && <Button onClick={() => setOpen('move')}>Move the meeting</Button>}
      {may.changePeople && <Button onClick={() => setOpen('add')}>Ask somebody to come</Button>}
      {may.changePeople && <Button onClick={() => setOpen('venue')}>Hold it elsewhere</Button>}
      {may.cancel && <Button onClick={() => setOpen('cancel')}>Cancel the meeting</Button>}
      {placement.may.ask && <Button onClick={() => setOpen('further')}>Ask for a further meeting</Button>}
      {mayEnd && <Button onClick={() => setOpen('off')}>The placement does not go ahead</Button>}
    </div>
  )
}
