/** One question, as whatever answers it best: a choice of few, a list of many, or words. */
import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components'
import type { Ref } from 'react'

type Props = {
  question: { id: string; text: string; choices?: { value: string; title: string }[] | null }
  value: string
  onChange: (value: string) => void
  hint?: string
  placeholder?: string
  required?: boolean
  /** What is wrong with what stands there. */
  fault?: string
  field?: Ref<HTMLInputElement>
}

export function AskOne({
  question: { id, text, choices },
  value,
  onChange,
  hint = hintFor(id),
  placeholder,
  required,
  fault,
  field,
}: Props) {
  const around = { label: text, hint, required, ...(fault && { validationMessage: fault }) }
  if (!choices || choices.length === 0) {
    return (
      <Field {...around}>
        <Input
          ref={field}
          value={value}
          maxLength={500}
          placeholder={placeholder}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
    )
  }
  if (choices.length > 6) {
    return (
      <Field {...around}>
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
    <Field {...around}>
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
