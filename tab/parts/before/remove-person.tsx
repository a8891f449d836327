/** Somebody is not to come any more, and takes part another way. */
import { Field, Radio, RadioGroup } from '@fluentui/react-components'
import { useState } from 'react'
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import { PART_WORDS } from '../../../shared/words.ts'
import { useTab } from '../../tab-context.ts'
import type { MeetingProps } from './before.tsx'
import { EditForm } from './edit-form.tsx'

type Instead = 'contribute' | 'viewsConsidered'

export function RemovePerson({
  person,
  view,
  onChanged,
  onStale,
  onClose,
}: MeetingProps & { person: AttendeeView; onClose: () => void }) {
  const { api } = useTab()
  const [instead, setInstead] = useState<Instead>('contribute')
  return (
    <EditForm
      asks={`Why ${person.name} is not to come`}
      does="Take off the meeting"
      done="Taken off the meeting"
      complete
      {...{ onChanged, onStale, onClose }}
      save={(reason) =>
        api.people(view.id, {
          version: view.version,
          reason,
          wish: { does: 'remove', person: person.key, instead },
        })
      }
    >
      <Field label="Instead">
        <RadioGroup value={instead} onChange={(_, { value }) => setInstead(value as Instead)}>
          {(['contribute', 'viewsConsidered'] as const).map((part) => (
            <Radio key={part} value={part} label={PART_WORDS[part]} />
          ))}
        </RadioGroup>
      </Field>
      {person.required && <p>They have to be there: without them the meeting does not count.</p>}
    </EditForm>
  )
}
