/**
 * People outside are asked which times they can, before anything is booked: what is held and who is written to is said
 * first. While they are asked it shows who has answered, and lets their links be sent again or withdrawn.
 */
import { Button, Checkbox, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { timesToAsk } from '../../../shared/times/held-times.ts'
import { saidWords, type HeldTimesView } from '../../../shared/times/held-times-view.ts'
import type { OfferedSlot } from '../../../shared/meeting/planning-meeting.ts'
import { momentWords, slotWords, type Instant } from '../../../shared/dates/time.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start' },
  times: { display: 'flex', flexDirection: 'column' },
  people: { listStyleType: 'none', padding: 0, display: 'flex', flexDirection: 'column' },
  person: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: typographyStyles.body1Strong,
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
})

type Props = MeetingProps & { offered: OfferedSlot[] }

export default function AskOutside({ offered, ...props }: Props) {
  const { heldTimes } = props.view
  return heldTimes?.open ? (
    <BeingAsked {...props} held={heldTimes} />
  ) : (
    <>
      {heldTimes && <Answers held={heldTimes} />}
      <Ask {...props} offered={offered} />
    </>
  )
}

function Ask({ view, now, offered, onChanged, onStale }: Props) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [open, setOpen] = useState(false)
  const [left, setLeft] = useState<Instant[]>([])
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const times = timesToAsk(offered, now)
  const starts = times.map(({ start }) => start).filter((start) => !left.includes(start))
  const people = view.attendees.filter(({ invited, reachedBy }) => invited && reachedBy === 'email')
  if (times.length === 0 || people.length === 0) return null

  const ask = async () => {
    if (await run(() => api.outside(view.id, { version: view.version, starts }))) announce('Those outside are asked')
  }

  if (!open)
    return (
      <Button className={styles.button} onClick={() => setOpen(true)}>
        Ask those outside first
      </Button>
    )
  return (
    <Section title="Ask those outside first">
      <p>
        {listed(people.map(({ name, role }) => `${name} (${ROLE_WORDS[role]})`))}: a letter with a link that is only for
        them, and nothing about the child. One tap says which of the times they can.
      </p>
      <div className={styles.times} role="group" aria-label="Times to hold">
        {times.map((slot) => (
          <Checkbox
            key={slot.start}
            label={slotWords(slot)}
            checked={starts.includes(slot.start)}
            onChange={(_, { checked }) =>
              setLeft(checked ? left.filter((start) => start !== slot.start) : [...left, slot.start])
            }
          />
        ))}
      </div>
      <p>
        Until it is settled these times are held in the calendars of everybody inside, as tentative. The first answers
        that suffice book the meeting, and the other times are let go.
      </p>
      <RefusalNotice refusal={refusal} />
      <Button className={styles.button} disabledFocusable={busy || starts.length === 0} onClick={() => void ask()}>
        Hold the times and ask
      </Button>
    </Section>
  )
}

function BeingAsked({ view, held, onChanged, onStale }: MeetingProps & { held: HeldTimesView }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const { version, id } = view
  const stop = async () => {
    if (await run(() => api.outside(id, { version, stop: true }))) announce('Nobody is asked any more')
  }
  const link = async (person: HeldTimesView['people'][number], again: boolean) => {
    if (await run(() => api.outside(id, { version, person: person.key, again })))
      announce(again ? `A new link is sent to ${person.name}` : `The link of ${person.name} opens nothing any more`)
  }
  return (
    <Section title="Those outside are being asked">
      <p>
        Until {momentWords(held.closesAt)}. The first answers that suffice book the meeting; you can also choose a time
        yourself at any moment.
      </p>
      <ul>
        {held.times.map((slot) => (
          <li key={slot.start}>Held: {slotWords(slot)}</li>
        ))}
      </ul>
      <ul className={styles.people}>
        {held.people.map((person) => (
          <li key={person.key} className={styles.person}>
            <span className={styles.name}>{person.name}</span>, {ROLE_WORDS[person.role]}: {saidWords(person, true)}
            <div className={styles.buttons}>
              <Button
                size="small"
                aria-label={`Send a new link to ${person.name}`}
                disabledFocusable={busy}
                onClick={() => void link(person, true)}
              >
                Send a new link
              </Button>
              {person.hasLink && (
                <Button
                  size="small"
                  aria-label={`Withdraw the link of ${person.name}`}
                  disabledFocusable={busy}
                  onClick={() => void link(person, false)}
                >
                  Withdraw the link
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={refusal} />
      <Button className={styles.button} disabledFocusable={busy} onClick={() => void stop()}>
        Stop asking
      </Button>
    </Section>
  )
}

/** After the closing hour: what is known, and whom to ring. */
function Answers({ held }: { held: HeldTimesView }) {
  return (
    <Section title="Those outside were asked">
      <ul>
        {held.people.map((person) => (
          <li key={person.key}>
            {person.name}, {ROLE_WORDS[person.role]}: {saidWords(person, false)}
          </li>
        ))}
      </ul>
    </Section>
  )
}
