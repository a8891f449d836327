/** Who came onto an invitation by a forward and was kept: as which, what they answered, and a way to take them off. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { GuestView } from '../../../shared/meeting/meeting-view.ts'
import { ANSWER_WORDS } from '../../../shared/words.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import type { MeetingProps } from './before.tsx'

const useStyles = makeStyles({
  guests: { listStyleType: 'none', padding: 0 },
  guest: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: typographyStyles.body1Strong,
  quiet: { display: 'block', color: tokens.colorNeutralForeground2 },
})

export function Guests({ view, onChanged, onStale }: MeetingProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  if (view.guests.length === 0) return null

  const takeOff = async ({ event, email, name }: GuestView) => {
    const body = { version: view.version, concern: 'joinedByForward', event, who: email, choice: 'takeOff' as const }
    if (await run(() => api.settleConcern(view.id, body))) announce(`${name} is taken off`)
  }

  return (
    <>
      <p>Joined by a forward, and kept:</p>
      <ul className={styles.guests}>
        {view.guests.map((guest) => (
          <li key={`${guest.event} ${guest.name}`} className={styles.guest}>
            <span className={styles.name}>{guest.name}</span>
            {guest.answer && `, ${ANSWER_WORDS[guest.answer.choice].toLowerCase()}`}
            <span className={styles.quiet}>
              {guest.event === 'core' ? 'On the invitation of the others' : 'On a parent’s own invitation'}
              {guest.because && ` · ${guest.because}`}
            </span>
            {guest.email !== null && (
              <Button
                size="small"
                appearance="subtle"
                aria-label={`Take off: ${guest.name}`}
                disabledFocusable={busy}
                onClick={() => void takeOff(guest)}
              >
                Take off
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
    </>
  )
}
