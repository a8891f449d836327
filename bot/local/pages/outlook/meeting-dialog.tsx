/** One copy of a meeting: what it says to whoever has it, who else is on it, and what that person can do with it. */
import {
  Badge,
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useCallback } from 'react'
import { londonTime, momentWords } from '../../../../shared/dates/time.ts'
import { Facts } from '../town/facts.tsx'
import { Notice } from '../town/notice.tsx'
import { useAsked } from '../town/use-asked.ts'
import type { OpenMeeting } from './calendar-grid.tsx'
import { MeetingDeeds } from './meeting-deeds.tsx'
import { outlookApi, type Mailbox, type OutlookEvent } from './outlook-api.ts'
import { PlainWords } from './plain-words.tsx'
import { RESPONSE_WORDS } from './words.ts'

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  people: { margin: 0, padding: 0, listStyleType: 'none' },
  words: {
    ...typographyStyles.body1,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
})

type MeetingDialogProps = {
  opened: OpenMeeting
  /** Everybody who has a copy. */
  mailboxes: Mailbox[]
  onSeeAs: (mailbox: string) => void
  onClose: () => void
}

export function MeetingDialog({ opened, mailboxes, onSeeAs, onClose }: MeetingDialogProps) {
  const styles = useStyles()
  const { mailbox, iCalUId } = opened
  const { asked } = useAsked(
    useCallback(
      async () => (await outlookApi.events(mailbox)).find((event) => event.iCalUId === iCalUId) ?? null,
      [mailbox, iCalUId],
    ),
    ['outlook'],
  )
  const event = asked.status === 'loaded' ? asked.value : null
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle
            action={<Button appearance="subtle" icon={<DismissRegular />} aria-label="Close" onClick={onClose} />}
          >
            {event?.subject ?? 'Meeting'}
          </DialogTitle>
          <DialogContent className={styles.content}>
            <Field label="As it stands in the calendar of">
              <Select value={mailbox} onChange={(_, { value }) => onSeeAs(value)}>
                {mailboxes.map(({ email, name, insideTenant }) => (
                  <option key={email} value={email}>
                    {name}
                    {insideTenant ? '' : ' (outside)'}
                  </option>
                ))}
                {mailboxes.every(({ email }) => email !== mailbox) && <option value={mailbox}>{mailbox}</option>}
              </Select>
            </Field>
            {asked.status === 'loading' && <Spinner label="Opening the meeting" />}
            {asked.status === 'failed' && <Notice intent="error" title="It could not be opened" words={asked.why} />}
            {asked.status === 'loaded' &&
              (event ? (
                <>
                  <MeetingFacts event={event} />
                  <MeetingDeeds mailbox={mailbox} event={event} />
                </>
              ) : (
                <Notice
                  intent="info"
                  title="Not in this calendar any more."
                  words="It was declined, moved away or removed."
                />
              ))}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function MeetingFacts({ event }: { event: OutlookEvent }) {
  const styles = useStyles()
  const { start, end, location, organizer, attendees, sensitivity, onlineMeeting, hideAttendees, body } = event
  const named = (type: 'required' | 'optional' | 'resource') => {
    const people = attendees.filter((attendee) => attendee.type === type)
    return (
      people.length > 0 && (
        <ul className={styles.people}>
          {people.map(({ emailAddress: { name, address }, status, proposedNewTime }) => (
            <li key={address}>
              {name} · {RESPONSE_WORDS[status.response]}
              {proposedNewTime && ` · proposes ${momentWords(proposedNewTime.start)}`}
            </li>
          ))}
        </ul>
      )
    )
  }
  return (
    <>
      <Facts
        facts={[
          ['When', `${momentWords(start)} to ${londonTime(end)}`],
          ['Where', location.displayName || 'Not said'],
          ['Organiser', organizer.emailAddress.name],
          ['Required', named('required')],
          ['Optional', named('optional')],
          ['Rooms', named('resource')],
          [
            'Seen by others as',
            <>
              <Badge appearance="tint" color={sensitivity === 'normal' ? 'warning' : 'brand'}>
                {sensitivity === 'private' ? 'Private' : sensitivity}
              </Badge>
              {hideAttendees && ' · those invited do not see each other'}
            </>,
          ],
          ['Teams', onlineMeeting ? 'Has a link to join' : 'No link to join'],
          ['My answer', RESPONSE_WORDS[event.responseStatus.response]],
        ]}
      />
      <div className={styles.words}>
        <PlainWords html={body.content} />
      </div>
    </>
  )
}
