/** Somebody is to come as well: who they are decides which invitation they get and what they may know. */
import { Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { isParentRole, ROLES, type Role } from '../../../shared/placement/placement.ts'
import { isClearedForAddress } from '../../../shared/meeting/venue.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { useTab } from '../../tab-context.ts'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'
import { EditForm } from './edit-form.tsx'

export const ADDABLE_ROLES = ROLES.filter((role) => role !== 'child')

export function AddPerson({ view, onChanged, onStale, onClose }: MeetingProps & { onClose: () => void }) {
  const { api } = useTab()
  const [role, setRole] = useState<Role | ''>('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [cleared, setCleared] = useState(false)
  const address = email.trim()
  const choose = (chosen: Role | '') => {
    setRole(chosen)
    setCleared(chosen !== '' && isClearedForAddress({ role: chosen, name }))
  }
  return (
    <Section title="Ask somebody to come as well">
      <EditForm
        asks="Why they are to come"
        does="Ask them to come"
        done="Asked to come"
        complete={role !== '' && name.trim() !== '' && (address === '' || address.includes('@'))}
        {...{ onChanged, onStale, onClose }}
        save={(reason) =>
          api.people(view.id, {
            version: view.version,
            reason,
            wish: { does: 'add', role: role as Role, name: name.trim(), email: address || null, cleared },
          })
        }
      >
        <Field label="Who they are to the child" required>
          <Select value={role} onChange={(_, { value }) => choose(value as Role | '')}>
            <option value="">Choose</option>
            {ADDABLE_ROLES.map((one) => (
              <option key={one} value={one}>
                {ROLE_WORDS[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Name" required>
          <Input value={name} maxLength={200} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Field label="E-mail address" hint="Without one, a worker has to tell them.">
          <Input type="email" value={email} maxLength={254} onChange={(_, { value }) => setEmail(value)} />
        </Field>
        <Checkbox
          checked={cleared}
          onChange={(_, { checked }) => setCleared(checked === true)}
          label="They may know where the child lives"
        />
        <p>
          {role !== '' && isParentRole(role)
            ? 'Family get an invitation of their own, which nobody else sees.'
            : 'They alone are written to: those who come already hear nothing.'}
          {!cleared && ' If they may not know the address, the meeting cannot be held where the child lives.'}
        </p>
      </EditForm>
    </Section>
  )
}
