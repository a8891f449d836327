import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { CalendarCheckmarkRegular } from '@fluentui/react-icons/svg/calendar-checkmark'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleHintRegular } from '@fluentui/react-icons/svg/circle-hint'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import type { Worry } from '../../shared/meeting/standing.ts'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    ...typographyStyles.body1Strong,
    '& svg': { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  },
  urgent: { color: tokens.colorPaletteRedForeground1 },
  attention: { color: tokens.colorBrandForeground1 },
  calm: { color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
})

const ICONS: Record<Worry, typeof ErrorCircleFilled> = {
  urgent: ErrorCircleFilled,
  attention: CircleHintRegular,
  calm: CalendarCheckmarkRegular,
  done: CheckmarkCircleRegular,
}

/** How a meeting stands: a word and an icon, so that colour never says it alone. */
export function StandingMark({ worry, words }: { worry: Worry; words: string }) {
  const styles = useStyles()
  const Icon = ICONS[worry]
  return (
    <span className={mergeClasses(styles.mark, styles[worry])}>
      <Icon aria-hidden />
      {words}
    </span>
  )
}
