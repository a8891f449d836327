/** One question of a plan: a few choices, many of them, or words. */
import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components'
import type { Question } from '../../shared/meeting/plan.ts'

type AskProps = { question: Question; value: string; onChange: (value: string) => void }

export function AskOne({ question: { id, text, choices = [] }, value, onChange }: AskProps) {
  if (choices.length === 0) {
    return (
      <Field label={text} hint={hintFor(id)}>
        <Input value={value} maxLength={500} onChange={(_, data) => onChange(data.value)} />
      </Field>
    )
  }
  if (choices.length > 6) {
    return (
      <Field label={text}>
        <Select value={value} onChange={(_, data) => onChange(data.value)}>
          <option value="">Please choose</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </Select>
      </Field>
    )
  }
  return (
    <Field label={text}>
      <RadioGroup value={value} onChange={(_, data) => onChange(data.value)}>
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} label={choice.title} />
        ))}
      </RadioGroup>
    </Field>
  )
}

const hintFor = (id: string) =>
  id === 'delegate' || id.startsWith('missingRole')
    ? 'A name and an e-mail address, such as “Glenys Harrop, glenys.harrop@example.org”.'
    : undefined
