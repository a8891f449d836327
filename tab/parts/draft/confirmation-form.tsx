/** A confirmation field by field: for a new one, and to add to or change what was read. The fields are those of the bot's form. */
import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import {
  ADDRESS,
  DETAILS,
  FIRST_ROLES,
  FURTHER_ROLES,
  GIVEN_ALREADY,
  HOW_PEOPLE,
  INITIALS,
  NEEDED,
  personField,
  START_DAY,
  START_TIME,
  startAnswer,
} from '../../../shared/placement/confirmation-form.ts'
import { choicesFor, exampleFor } from '../../../shared/placement/open-questions.ts'
import type { ApiRefusal } from '../../api.ts'
import { AskOne } from '../ask-one.tsx'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Unfold } from '../unfold.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  group: { ...typographyStyles.body1Strong, margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  when: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  more: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export type Filled = { answers: Record<string, string>; people: Record<string, string> }

type Props = {
  /** What is known already, by field; `null` for a new confirmation. */
  known: Record<string, string> | null
  busy: boolean
  refusal: ApiRefusal | null
  onFilled: (filled: Filled) => void
  back: { label: string; onBack: () => void }
}

export function ConfirmationForm({ known, busy, refusal, onFilled, back }: Props) {
  const styles = useStyles()
  const isNew = known === null
  const [values, setValues] = useState<Record<string, string>>(known ?? {})
  const [tried, setTried] = useState(false)
  const area = useRef<HTMLFormElement>(null)
  const missing = isNew ? REQUIRED.filter((id) => !values[id]?.trim()) : []

  const put = (id: string) => (value: string) => setValues((before) => ({ ...before, [id]: value }))
  const ask = ({ id, text }: { id: string; text: string }, placeholder = exampleFor(id)) => {
    const isNeeded = isNew && REQUIRED.includes(id)
    return (
      <div key={id} data-field={id}>
        <AskOne
          question={{ id, text, choices: choicesFor(id) }}
          value={values[id] ?? ''}
          onChange={put(id)}
          placeholder={placeholder}
          required={isNeeded}
          {...(tried && isNeeded && missing.includes(id) && { fault: 'Please fill this in.' })}
        />
      </div>
    )
  }
  const kept = ({ id, text }: { id: string; text: string }) => ask({ id, text }, isNew ? undefined : GIVEN_ALREADY)
  const send = () => {
    setTried(true)
    if (missing.length > 0) {
      area.current?.querySelector<HTMLElement>(`[data-field="${missing[0]}"] :is(input, select)`)?.focus()
      return
    }
    onFilled(filledIn(values, known ?? {}))
  }
  return (
    <form
      ref={area}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {NEEDED.map((field) => ask(field))}
      {kept(INITIALS)}
      <div className={styles.when}>
        <Field label={START_DAY}>
          <Input type="date" value={values['startDay'] ?? ''} onChange={(_, { value }) => put('startDay')(value)} />
        </Field>
        <Field label={START_TIME}>
          <Input type="time" value={values['startTime'] ?? ''} onChange={(_, { value }) => put('startTime')(value)} />
        </Field>
      </div>
      <h2 className={styles.group}>Who</h2>
      <span className={styles.quiet}>{HOW_PEOPLE}</span>
      {FIRST_ROLES.map((role) => ask(personField(role)))}
      <div>
        <Unfold label="More people and details">
          <div className={styles.more}>
            {FURTHER_ROLES.map((role) => ask(personField(role)))}
            {DETAILS.map((field) => ask(field))}
            {kept(ADDRESS)}
          </div>
        </Unfold>
      </div>
      <RefusalNotice refusal={refusal} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" size="large" disabledFocusable={busy}>
          {busy ? 'Working out the plan' : 'Show the plan'}
        </Button>
        <Button size="large" onClick={back.onBack}>
          {back.label}
        </Button>
      </div>
    </form>
  )
}

const REQUIRED = [...NEEDED.map(({ id }) => id), INITIALS.id]
const PEOPLE = 'people:'

/** What differs from what was known: an emptied line of people names nobody, and any other leaves all as it was. */
function filledIn(values: Record<string, string>, known: Record<string, string>): Filled {
  const { startDay, startTime, ...others } = values
  const changed = Object.entries(others).filter(([id, value]) => value.trim() !== (known[id] ?? ''))
  const isPerson = ([id]: [string, string]) => id.startsWith(PEOPLE)
  const isMoved = startDay !== known['startDay'] || startTime !== known['startTime']
  const startsAt = isMoved ? startAnswer(startDay, startTime) : null
  return {
    answers: {
      ...Object.fromEntries(changed.filter((one) => !isPerson(one) && one[1].trim() !== '')),
      ...(startsAt && { 'placement.startsAt': startsAt }),
    },
    people: Object.fromEntries(changed.filter(isPerson).map(([id, words]) => [id.slice(PEOPLE.length), words])),
  }
}
