/** Somebody of the meeting, or a role that nobody in it holds: who does it, who decided, whose words. */
import { Select } from '@fluentui/react-components'
import type { AttendeeView } from '../../../shared/meeting/meeting-view.ts'
import { isParentRole, ROLES, type Role } from '../../../shared/placement/placement.ts'
import { ROLE_WORDS } from '../../../shared/words.ts'
import { useWriting } from '../../minutes/writing.ts'

/** The child and the family have views; what has to be done is for the adults, and decisions are for professionals. */
export type Among = 'voices' | 'doers' | 'deciders'

type Props = { value: string; onChange: (who: string) => void; among: Among; nobody: string; label?: string }

export function WhoSelect({ value, onChange, among, nobody, label }: Props) {
  const { view } = useWriting()
  const people = view.attendees.filter(({ role, part }) => part !== 'notInvited' && fits(role, among))
  const roles = among === 'voices' ? [] : ROLES.filter((role) => fits(role, among) && !holds(view.attendees, role))
  return (
    <Select aria-label={label} value={value} onChange={(_, data) => onChange(data.value)}>
      <option value="">{nobody}</option>
      <optgroup label="In this meeting">
        {people.map(({ key, name, role }) => (
          <option key={key} value={key}>
            {role === 'child' ? name : `${name}, ${ROLE_WORDS[role]}`}
          </option>
        ))}
      </optgroup>
      {roles.length > 0 && (
        <optgroup label="Others">
          {roles.map((role) => (
            <option key={role} value={role}>
              The {ROLE_WORDS[role]}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  )
}

function fits(role: Role, among: Among): boolean {
  if (among === 'voices') return true
  if (role === 'child') return false
  return among === 'doers' || !isParentRole(role)
}

const holds = (people: AttendeeView[], role: Role) => people.some((one) => one.role === role)
