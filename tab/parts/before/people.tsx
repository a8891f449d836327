/** Who is on the meeting: how each is reached, what they answered, and whether those who must come still do. */
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { useState } from 'react'
import type { AttendeeView, MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { ANSWER_WORDS, PART_WORDS, ROLE_WORDS } from '../../../shared/words.ts'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'
import { Guests } from './guests.tsx'
import { RemovePerson } from './remove-person.tsx'

const useStyles = makeStyles({
  people: { listStyleType: 'none', padding: 0, display: 'flex', flexDirection: 'column' },
  person: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: typographyStyles.body1Strong,
  answer: { textAlign: 'end' },
  quiet: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground2 },
  whole: { gridColumn: '1 / -1', paddingTop: tokens.spacingVerticalS },
  leave: { gridColumn: '1 / -1', justifySelf: 'start', marginTop: tokens.spacingVerticalXS },
  minimum: { display: 'flex', gap: tokens.spacingHorizontalS },
  missing: { color: tokens.colorPaletteRedForeground1 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
})

export function People(props: MeetingProps) {
  const styles = useStyles()
  const { view } = props
  const [leaving, setLeaving] = useState<AttendeeView['key'] | null>(null)
  const { attendees, convenor, chair, answered } = view
  return (
    <Section title="People">
      <p>
        Arranged by {holder(convenor)}; chaired by {holder(chair)}.
        {answered.of > 0 && view.state === 'arranged' && ` ${answered.have} of ${answered.of} have answered.`}
      </p>
      <Minimum minimum={view.minimum} />
      <ul className={styles.people}>
        {attendees.map((person) => (
          <li key={person.key} className={styles.person}>
            <span>
              <span className={styles.name}>
                {person.name}
                {person.me && ' (you)'}
              </span>
              {person.role !== 'child' && `, ${ROLE_WORDS[person.role]}`}
            </span>
            <span className={styles.answer}>{answerWords(person, view.state === 'arranged')}</span>
            <span className={styles.quiet}>{sentences(person)}</span>
            {leaving === person.key ? (
              <div className={styles.whole}>
                <RemovePerson {...props} person={person} onClose={() => setLeaving(null)} />
              </div>
            ) : (
              view.may.changePeople &&
              person.mayLeave && (
                <Button
                  className={styles.leave}
                  aria-label={`Take off: ${person.name}`}
                  onClick={() => setLeaving(person.key)}
                >
                  Take off
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      <Guests {...props} />
    </Section>
  )
}

/** Meant for the reader who wonders whether the meeting may be held: with an icon, and in red only where somebody must act. */
function Minimum({ minimum }: { minimum: MeetingView['minimum'] }) {
  const styles = useStyles()
  if (minimum.roles.length === 0) return null
  const words = (roles: MeetingView['minimum']['roles']) => listed(roles.map((role) => ROLE_WORDS[role]))
  return minimum.missing.length === 0 ? (
    <p className={styles.minimum}>
      <CheckmarkCircleRegular className={styles.icon} aria-hidden />
      <span>Those who must be there can come: {words(minimum.roles)}.</span>
    </p>
  ) : (
    <p className={styles.minimum}>
      <ErrorCircleFilled className={mergeClasses(styles.icon, styles.missing)} aria-hidden />
      <span>
        Below the minimum: without the {words(minimum.missing)} the meeting does not count. Ask them, or move it.
      </span>
    </p>
  )
}

export const holder = ({ role, name }: { role: AttendeeView['role'] | null; name: string | null }) =>
  name ?? (role ? `the ${ROLE_WORDS[role]}, who is not named yet` : 'nobody yet')

const answerWords = ({ answer, invited }: AttendeeView, arranged: boolean) =>
  answer ? ANSWER_WORDS[answer.choice] : invited && arranged ? 'No answer yet' : ''

const REACHED = {
  teams: 'reached in Teams',
  email: 'reached by e-mail',
  person: 'told by a worker they know',
  none: 'not written to',
}

type Coming = Pick<AttendeeView, 'part' | 'required' | 'reachedBy' | 'ownEvent'> &
  Partial<Pick<AttendeeView, 'notInvitedBecause'>>

/** In what part somebody comes, and how they hear of it. */
export function sentences({ part, required, reachedBy, ownEvent, notInvitedBecause = null }: Coming): string {
  const words = [
    required ? 'must be there' : PART_WORDS[part],
    notInvitedBecause,
    part === 'informed' || part === 'notInvited' ? null : REACHED[reachedBy],
    ownEvent ? 'on an invitation of their own' : null,
  ].filter((word) => word !== null)
  return words.join(' · ').replace(/^\w/, (letter) => letter.toUpperCase())
}
