/** Shows somebody round who has never been here. In nobody's way, and gone with one press. */
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import { useCallback, useId } from 'react'
import { openDoor, useRemembered } from '../town/place.ts'
import { useMedia } from '../town/use-media.ts'
import { useDeed } from './deeds.ts'
import { pointTo } from './point-to.ts'
import { STEPS } from './steps.ts'

const useStyles = makeStyles({
  tour: {
    flexShrink: 0,
    width: '300px',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1100px)': {
      width: '100%',
      maxHeight: '40%',
      borderLeft: 'none',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    },
  },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  count: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  words: {
    ...typographyStyles.body1,
    margin: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM}`,
    '@media (max-width: 720px)': { ...typographyStyles.caption1, margin: `0 0 ${tokens.spacingVerticalXS}` },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function Tour({ onClose }: { onClose: () => void }) {
  const styles = useStyles()
  const titleId = useId()
  const [remembered, remember] = useRemembered('tour-step', '0')
  const at = Math.min(Math.max(Number(remembered) || 0, 0), STEPS.length - 1)
  const step = STEPS[at]!
  const { show } = step
  const size = useMedia('(max-width: 720px)') ? 'small' : 'medium'
  useDeed(
    step.until,
    useCallback(() => remember(String(at + 1)), [at, remember]),
  )
  const close = () => {
    remember('0')
    onClose()
  }
  return (
    <aside className={styles.tour} aria-labelledby={titleId}>
      <div className={styles.top}>
        <p className={styles.count}>
          Step {at + 1} of {STEPS.length}
        </p>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label="Close the tour"
          onClick={close}
        />
      </div>
      <h2 id={titleId} className={styles.title}>
        {step.title}
      </h2>
      <p className={styles.words} aria-live="polite">
        {step.words}
      </p>
      <div className={styles.buttons}>
        {at > 0 && (
          <Button size={size} onClick={() => remember(String(at - 1))}>
            Back
          </Button>
        )}
        {show && (
          <Button
            size={size}
            onClick={() => {
              openDoor(show.door)
              pointTo(show.at)
            }}
          >
            {show.words}
          </Button>
        )}
        <Button
          size={size}
          appearance="primary"
          onClick={() => (at === STEPS.length - 1 ? close() : remember(String(at + 1)))}
        >
          {at === STEPS.length - 1 ? 'Done' : 'Next'}
        </Button>
      </div>
    </aside>
  )
}
