/** What has been sent in by those who do not come: to be read beforehand, and whose is still to come. */
import { Button, Field, makeStyles, Radio, RadioGroup, Select, Textarea, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { CAME_IN, CAME_IN_WORDS, type CameIn } from '../../../shared/agenda/contributions.ts'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import type { PersonKey } from '../../../shared/placement/placement.ts'
import { listed } from '../../../shared/people/who-is-told.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { Unfold } from '../unfold.tsx'
import type { MeetingProps } from './before.tsx'
import { preparationApi } from './preparation-api.ts'

const useStyles = makeStyles({
  received: { listStyleType: 'none', padding: 0 },
  one: { paddingBlock: tokens.spacingVerticalS, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  who: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  send: { alignSelf: 'flex-start' },
})

export function Contributions(props: MeetingProps) {
  const styles = useStyles()
  const { received, awaited, may } = props.view.contributions
  if (received.length === 0 && awaited.length === 0 && !may.send && !may.keep) return null
  return (
    <Section title={received.length > 0 ? `Views received: ${received.length}` : 'Views received'}>
      {received.length === 0 && <p>Nothing has been sent in yet.</p>}
      {received.length > 0 && (
        <ul className={styles.received}>
          {received.map(({ id, who, how, text, keptBy }) => (
            <li key={id} className={styles.one}>
              <span className={styles.who}>{who}</span>{' '}
              <span className={styles.quiet}>
                {how}
                {keptBy && `, written down by ${keptBy}`}
              </span>
              <div className={styles.text}>{text}</div>
            </li>
          ))}
        </ul>
      )}
      {awaited.length > 0 && <p>Still to come: {listed(awaited)}.</p>}
      {may.send && (
        <Unfold label="Write my views">
          <Form
            {...props}
            asks="What the meeting should know"
            does="Send my views"
            done="Your views are with the chair"
          />
        </Unfold>
      )}
      {may.keep && (
        <Unfold label="Write down what somebody said">
          <ForSomebody {...props} />
        </Unfold>
      )}
    </Section>
  )
}

const isAnother = ({ me }: MeetingView['attendees'][number]) => !me

function ForSomebody(props: MeetingProps) {
  const [who, setWho] = useState<PersonKey | ''>('')
  const [via, setVia] = useState<CameIn>('phone')
  return (
    <Form
      {...props}
      asks="In their own words"
      does="Keep their views"
      done="Kept with the meeting"
      from={who === '' ? null : { who, via }}
      onSent={() => setWho('')}
    >
      <Field label="Whose views" required>
        <Select value={who} onChange={(_, { value }) => setWho(value as PersonKey | '')}>
          <option value="">Choose</option>
          {props.view.attendees.filter(isAnother).map(({ key, name, role }) => (
            <option key={key} value={key}>
              {role === 'child' ? name : `${name}, ${ROLE_WORDS[role]}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="How they came in">
        <RadioGroup value={via} onChange={(_, { value }) => setVia(value as CameIn)}>
          {CAME_IN.map((one) => (
            <Radio key={one} value={one} label={CAME_IN_WORDS[one].replace(/^\w/, (letter) => letter.toUpperCase())} />
          ))}
        </RadioGroup>
      </Field>
    </Form>
  )
}

type FormProps = MeetingProps & {
  asks: string
  does: string
  done: string
  /** Whose words they are, `null` while that is not chosen; the sender's own without it. */
  from?: { who: PersonKey; via: CameIn } | null
  onSent?: () => void
  children?: ReactNode
}

function Form({ view, onChanged, onStale, asks, does, done, from, onSent, children }: FormProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [text, setText] = useState('')
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const ready = text.trim() !== '' && from !== null
  const send = async () => {
    const body = { text: text.trim(), ...(from && { for: from }) }
    if (!(await run(() => preparationApi(api, view.id).contribute(body)))) return
    announce(done)
    setText('')
    onSent?.()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready && !busy) void send()
      }}
    >
      {children}
      <Field
        label={asks}
        hint="Read by the chair and by those who may read the record. It cannot be changed afterwards; more can be sent."
        required
      >
        <Textarea value={text} resize="vertical" maxLength={4000} onChange={(_, { value }) => setText(value)} />
      </Field>
      <RefusalNotice refusal={refusal} />
      <Button className={styles.send} type="submit" disabledFocusable={!ready || busy}>
        {does}
      </Button>
    </form>
  )
}
