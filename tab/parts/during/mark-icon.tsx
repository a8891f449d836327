import { makeStyles, tokens } from '@fluentui/react-components'
import { CalendarArrowRightRegular } from '@fluentui/react-icons/svg/calendar-arrow-right'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { GavelRegular } from '@fluentui/react-icons/svg/gavel'
import { NoteRegular } from '@fluentui/react-icons/svg/note'
import { PersonArrowRightRegular } from '@fluentui/react-icons/svg/person-arrow-right'
import { MARK_WORDS, type Mark } from './places.ts'

const ICONS: Record<Mark, typeof CircleRegular> = {
  empty: CircleRegular,
  text: NoteRegular,
  decision: GavelRegular,
  action: PersonArrowRightRegular,
  putOff: CalendarArrowRightRegular,
  done: CheckmarkCircleRegular,
}

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
})

export function MarkIcon({ mark }: { mark: Mark }) {
  const styles = useStyles()
  const Icon = ICONS[mark]
  return <Icon className={styles.icon} aria-label={MARK_WORDS[mark]} />
}
