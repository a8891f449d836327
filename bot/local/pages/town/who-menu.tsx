/** Who one is in Chat and in Planning: anybody who works for the practice council. */
import { Avatar, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { ROLE_WORDS } from '../../../../shared/words.ts'
import { useTown } from './town-context.ts'

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
            </option>
          ))}
      </Select>
    </div>
  )
}
