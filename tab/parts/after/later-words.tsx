import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { laterWordsText } from '../../../shared/record/later-words.ts'
import { londonDate } from '../../../shared/dates/time.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { Unfold } from '../unfold.tsx'
import type { LaterProps } from './later.tsx'

const useStyles = makeStyles({
  said: { '& li': { whiteSpace: 'pre-wrap' } },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '40rem' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  who: { flex: '2 1 14rem', minWidth: 0 },
  on: { flex: '1 1 9rem' },
  keep: { alignSelf: 'flex-start' },
})

/** A record that somebody disputes stays as it is, and so does what they say of it: both are kept, with their days. */
export function LaterWords({ view, onChanged, onStale }: LaterProps) {
  const styles = useStyles()
  const { api, announce, clock } = useTab()
  const today = londonDate(clock.now())
  const [who, setWho] = useState('')
  const [on, setOn] = useState<string>(today)
  const [text, setText] = useState('')
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const said = laterWordsText(view.laterWords, view.attendees)
  if (!view.may.recordMinutes && said.length === 0) return null
  const keep = async () => {
    if (!(await run(() => api.laterWords(view.id, { version: view.version, who, on, text })))) return
    announce('Kept beside the record')
    setWho('')
    setText('')
  }
  return (
    <Section title="Said of the record since">
      {said.length > 0 && (
        <ul className={styles.said}>
          {said.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {view.may.recordMinutes && (
        <Unfold label="Somebody sees it differently">
          <p>
            Whoever sees it differently is heard in their own words. The record stays as it is, and this is kept beside
            it.
          </p>
          <div className={styles.form}>
            <div className={styles.row}>
              <Field className={styles.who} label="Who says it">
                <Select value={who} onChange={(_, { value }) => setWho(value)}>
                  <option value="">Choose</option>
                  {view.attendees
                    .filter(({ inRecord }) => inRecord)
                    .map(({ key, name, role }) => (
                      <option key={key} value={key}>
                        {role === 'child' ? name : `${name}, ${ROLE_WORDS[role]}`}
                      </option>
                    ))}
                </Select>
              </Field>
              <Field className={styles.on} label="On which day">
                <Input type="date" value={on} max={today} onChange={(_, { value }) => setOn(value)} />
              </Field>
            </div>
            <Field label="In their own words">
              <Textarea value={text} resize="vertical" maxLength={4000} onChange={(_, { value }) => setText(value)} />
            </Field>
            <RefusalNotice refusal={refusal} />
            <Button
              className={styles.keep}
              disabledFocusable={busy || who === '' || text.trim() === ''}
              onClick={() => void keep()}
            >
              Keep it beside the record
            </Button>
          </div>
        </Unfold>
      )}
    </Section>
  )
}
