/** Who one is in Chat and in Planning: anybody who works for the practice council, with what is new for each. */
import { Avatar, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useCallback, useId } from 'react'
import { ROLE_WORDS } from '../../../../shared/words.ts'
import { chatApi } from '../chat/chat-api.ts'
import { useTown } from './town-context.ts'
import { useAsked } from './use-asked.ts'

const useStyles = makeStyles({
  who: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    '@media (max-width: 720px)': { flexGrow: 1 },
  },
  face: { '@media (max-width: 720px)': { display: 'none' } },
  choose: { minWidth: 0, width: '300px', '@media (max-width: 720px)': { width: 0, flexGrow: 1 } },
})

export function WhoMenu() {
  const styles = useStyles()
  const { people, me, be } = useTown()
  const id = useId()
  const newFor = useNewFor()
  return (
    <div className={styles.who}>
      <Avatar className={styles.face} name={me.name} size={28} color="colorful" aria-hidden />
      <label htmlFor={id} className="visually-hidden">
        You are
      </label>
      <Select id={id} className={styles.choose} value={me.email} onChange={(_, { value }) => be(value)}>
        {people
          .filter(({ insideTenant }) => insideTenant)
          .map(({ name, email, role }) => (
            <option key={email} value={email}>
              {name}, {ROLE_WORDS[role]}
              {newFor(email)}
            </option>
          ))}
      </Select>
    </div>
  )
}

/** ` · 2 new` for somebody else whose chats hold what they have not read. */
function useNewFor(): (email: string) => string {
  const { me } = useTown()
  const { asked } = useAsked(
    useCallback(() => chatApi.unread(), []),
    ['chat'],
  )
  const people = asked.status === 'loaded' ? asked.value : []
  return (email) => {
    const unread = email === me.email ? 0 : (people.find((person) => person.email === email)?.unread ?? 0)
    return unread > 0 ? ` · ${unread} new` : ''
  }
}
