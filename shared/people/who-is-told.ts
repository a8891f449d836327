/** Who hears of it when a meeting is booked, moved or cancelled, said before it happens. */
import type { AttendeeView } from '../meeting/meeting-view.ts'
import { ROLE_WORDS } from '../words.ts'

type Told = Pick<AttendeeView, 'role' | 'invited' | 'ownEvent' | 'reachedBy'>

/** `3 people in Teams, 1 by e-mail and the mother on an invitation of their own`; `null` where nobody is invited. */
export function whoIsTold(attendees: Told[]): string | null {
  const invited = attendees.filter((one) => one.invited)
  const together = invited.filter(({ ownEvent }) => !ownEvent)
  const count = (reachedBy: Told['reachedBy']) => together.filter((one) => one.reachedBy === reachedBy).length
  const apart = invited.filter(({ ownEvent }) => ownEvent).map(({ role }) => `the ${ROLE_WORDS[role]}`)
  const [teams, email] = [count('teams'), count('email')]
  const parts = [
    ...(teams > 0 ? [`${people(teams)} in Teams`] : []),
    ...(email > 0 ? [`${teams > 0 ? email : people(email)} by e-mail`] : []),
    ...(apart.length > 0 ? [`${apart.length === 1 ? apart[0] : listed(apart)} on an invitation of their own`] : []),
  ]
  return parts.length > 0 ? listed(parts) : null
}

/** `one, two and three`. */
export const listed = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const people = (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`
