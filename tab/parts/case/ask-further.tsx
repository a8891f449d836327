/** A further meeting of the placement is asked for: what calls for it, and what has to be known of just that. */
import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { CaseView } from '../../../shared/placement/case-view.ts'
import {
  ASK_REASONS,
  ASKED_FOR,
  DECISION_WORDS,
  DECISIONS,
  momentFor,
  whatFollows,
  type AskReason,
  type FurtherAsk,
  type MissingDecision,
} from '../../../shared/meeting/further-meeting.ts'
import { dayAndTime } from '../../../shared/wire/day-and-time.ts'
import type { FurtherAnswer } from '../../../shared/wire/placement-api.ts'
import { goTo, pathOf } from '../../route.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { WhenFields, type DayTime } from './when-fields.tsx'
import { caseApi } from './case-api.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  add: { alignSelf: 'flex-start' },
})

const NONE: DayTime = { day: '', time: '' }
type Earlier = { from: DayTime; to: DayTime }

type Props = {
  placement: CaseView
  /** Where nothing new is opened, the page that asked is looked at again. */
  onAsked: () => void
  onClose: () => void
}

export function AskFurther({ placement, onAsked, onClose }: Props) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [reason, setReason] = useState<AskReason | null>(null)
  const [at, setAt] = useState(NONE)
  const [from, setFrom] = useState(NONE)
  const [earlier, setEarlier] = useState<Earlier[]>([])
  const [words, setWords] = useState('')
  const [decision, setDecision] = useState<MissingDecision | null>(null)
  const [answer, setAnswer] = useState<FurtherAnswer | null>(null)
  const { busy, refusal, run } = useAction<FurtherAnswer>({ onDone: done, onStale: onAsked })

  function done(came: FurtherAnswer) {
    setAnswer(came)
    if (came.outcome === 'undecided') return
    announce(SAID[came.outcome])
    if (came.outcome === 'called' && came.meetings[0]) goTo(pathOf(came.meetings[0].id))
    else onAsked()
  }

  if (answer && answer.outcome !== 'undecided' && answer.outcome !== 'called') {
    return (
      <Section title="A further meeting">
        <p role="status">
          {'counted' in answer && `${answer.counted} `}
          {SAID[answer.outcome]}
        </p>
        <div className={styles.buttons}>
          {answer.outcome === 'known' &&
            answer.meetings.map(({ id, ref }) => (
              <Button key={id} onClick={() => goTo(pathOf(id))}>
                Open {ref}
              </Button>
            ))}
          <Button onClick={onClose}>Close</Button>
        </div>
      </Section>
    )
  }

  const ask = reason && askFrom(reason, { at, from, earlier, words, decision })
  const send = async () => {
    if (ask) await run(() => caseApi(api, placement.id).askFurther(ask))
  }
  return (
    <Section title="Ask for a further meeting">
      <Field label="What calls for it?" required>
        <RadioGroup
          value={reason ?? ''}
          onChange={(_, { value }) => {
            setReason(value as AskReason)
            setAnswer(null)
            setDecision(null)
          }}
        >
          {ASK_REASONS.map((one) => (
            <Radio key={one} value={one} label={ASKED_FOR[one].title} />
          ))}
        </RadioGroup>
      </Field>
      {reason === 'missing' && <WhenFields legend="Missing since" value={from} onChange={setFrom} time="needed" />}
      {reason && ASKED_FOR[reason].when && (
        <WhenFields
          legend={LEGENDS[ASKED_FOR[reason].when]}
          value={at}
          onChange={setAt}
          time={ASKED_FOR[reason].when === 'agreed' ? 'none' : ASKED_FOR[reason].byTheHour ? 'needed' : 'ifKnown'}
        />
      )}
      {reason === 'missing' && (
        <>
          {earlier.map((one, n) => {
            const put = (changed: Partial<Earlier>) =>
              setEarlier(earlier.map((other, nth) => (nth === n ? { ...other, ...changed } : other)))
            return (
              <div key={n}>
                <WhenFields
                  legend={`Earlier time ${n + 1}: missing since`}
                  value={one.from}
                  onChange={(from) => put({ from })}
                  time="needed"
                />
                <WhenFields
                  legend={`Earlier time ${n + 1}: back since`}
                  value={one.to}
                  onChange={(to) => put({ to })}
                  time="needed"
                />
              </div>
            )
          })}
          <p>{knownWords(placement.missing)}</p>
          <Button
            className={styles.add}
            appearance="subtle"
            onClick={() => setEarlier([...earlier, { from: NONE, to: NONE }])}
          >
            Add an earlier time
          </Button>
        </>
      )}
      {answer?.outcome === 'undecided' && (
        <Field
          label={`${answer.counted} Does it call for an emergency meeting?`}
          hint="It was less than three days by the hour, and touched three dates. The practice leaves open which counts."
          required
        >
          <RadioGroup value={decision ?? ''} onChange={(_, { value }) => setDecision(value as MissingDecision)}>
            {DECISIONS.map((one) => (
              <Radio key={one} value={one} label={DECISION_WORDS[one]} />
            ))}
          </RadioGroup>
        </Field>
      )}
      {reason && (
        <>
          <Field
            label={ASKED_FOR[reason].words === 'needed' ? 'Why, in one line' : 'What it should settle, in one line'}
            hint="Kept with the case for those who read its records; in no invitation."
            required={ASKED_FOR[reason].words === 'needed'}
          >
            <Textarea value={words} maxLength={500} onChange={(_, { value }) => setWords(value)} />
          </Field>
          <p>{whatFollows(reason, placement.may.call)}</p>
        </>
      )}
      <RefusalNotice refusal={refusal} />
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={!ask || busy || (answer?.outcome === 'undecided' && !decision)}
          onClick={() => void send()}
        >
          {busy ? 'Asking' : 'Ask for the meeting'}
        </Button>
        <Button onClick={onClose}>Leave it</Button>
      </div>
    </Section>
  )
}

const LEGENDS = {
  happened: 'When it happened',
  returned: 'Back since',
  agreed: 'The day that was agreed',
  review: 'When the review is',
} as const

const SAID: Record<Exclude<FurtherAnswer['outcome'], 'undecided'>, string> = {
  called: 'The meeting is opened: choose a time for it',
  known: 'This was asked for already, and nothing was opened a second time.',
  recorded:
    'No emergency meeting is called for: the return is kept for the count. The return interview is due all the same.',
  waits: 'Thank you. It waits for a placement officer, who is told.',
}

function knownWords({ known, heldSince }: CaseView['missing']): string {
  const many =
    known === 0
      ? 'No earlier time is known.'
      : `${known} earlier ${known === 1 ? 'time is' : 'times are'} known already.`
  return heldSince ? `${many} The count began again with the last meeting held because of it.` : many
}

type Given = { at: DayTime; from: DayTime; earlier: Earlier[]; words: string; decision: MissingDecision | null }

/** `null` while something that has to be known is not. */
function askFrom(reason: AskReason, given: Given): FurtherAsk | null {
  const { when, words: needs } = ASKED_FOR[reason]
  const moment = (value: DayTime) => {
    const { day, time } = dayAndTime(value.day, value.time)
    return momentFor(reason, day, time)
  }
  const words = given.words.trim()
  const [at, from] = [when && moment(given.at), reason === 'missing' ? moment(given.from) : null]
  if (at === undefined || from === undefined || (needs === 'needed' && words === '')) return null
  const earlier = given.earlier.map((one) => ({ from: moment(one.from), to: moment(one.to) }))
  if (reason === 'missing' && earlier.some((one) => !one.from || !one.to)) return null
  return {
    reason,
    ...(at && { at }),
    ...(from && { from }),
    ...(reason === 'missing' && earlier.length > 0 && { earlier }),
    ...(words !== '' && { words }),
    ...(given.decision && { decision: given.decision }),
  }
}
