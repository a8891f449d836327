/** The town's clock, and the steps by which people move it: everything that is due on the way happens. */
import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  tokens,
  typographyStyles,
} from '@fluentui/react-components'
import { ClockRegular } from '@fluentui/react-icons/svg/clock'
import { FastForwardRegular } from '@fluentui/react-icons/svg/fast-forward'
import { useState } from 'react'
import { dayWords, londonDate, londonTime, momentWords, type Instant } from '../../../../shared/dates/time.ts'
import { noteDeed } from '../tour/deeds.ts'
import { CLOCK_STEPS } from './clock-steps.ts'
import { useDoing, useSay } from './say.ts'
import { SetClockDialog } from './set-clock-dialog.tsx'
import { townApi } from './town-api.ts'
import { useNow } from './town-clock.ts'
import { useTown } from './town-context.ts'
import { useMedia } from './use-media.ts'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    '@media (max-width: 400px)': { flexBasis: '100%', justifyContent: 'space-between' },
  },
  time: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    paddingRight: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    ...typographyStyles.body1Strong,
    '@media (max-width: 720px)': { ...typographyStyles.caption1Strong },
    fontVariantNumeric: 'tabular-nums',
  },
  step: { minWidth: 'auto' },
})

export function ClockBar() {
  const styles = useStyles()
  const { moving, move } = useMoving()
  const [setting, setSetting] = useState(false)
  const now = useNow()
  const wide = useMedia('(min-width: 1280px)')
  const steps = CLOCK_STEPS.map((step) => ({ ...step, go: () => void move(() => step.to(now)) }))
  return (
    <div className={styles.bar} role="group" aria-label="The town’s clock" data-tour="clock" tabIndex={-1}>
      <span className={styles.time}>
        {moving ? <Spinner size="extra-tiny" aria-label="The clock is being moved" /> : <ClockRegular />}
        <time dateTime={now} aria-live="polite">
          {dayWords(londonDate(now))} {londonTime(now)}
        </time>
      </span>
      {wide ? (
        <>
          {steps.map(({ words, go }) => (
            <Button key={words} className={styles.step} size="small" disabledFocusable={moving} onClick={go}>
              {words}
            </Button>
          ))}
          <Button className={styles.step} size="small" disabledFocusable={moving} onClick={() => setSetting(true)}>
            Set …
          </Button>
        </>
      ) : (
        <Menu inline>
          <MenuTrigger disableButtonEnhancement>
            <Button icon={<FastForwardRegular />} disabledFocusable={moving} aria-label="Move the clock" />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {steps.map(({ words, go }) => (
                <MenuItem key={words} onClick={go}>
                  {words}
                </MenuItem>
              ))}
              <MenuItem onClick={() => setSetting(true)}>Set …</MenuItem>
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
      {setting && (
        <SetClockDialog
          now={now}
          onClose={() => setSetting(false)}
          onSet={(to) => {
            setSetting(false)
            void move(() => Promise.resolve(to))
          }}
        />
      )}
    </div>
  )
}

/** Moving can take a while: reminders are sent, meetings begin, people answer. */
function useMoving() {
  const { clock } = useTown()
  const say = useSay()
  const doing = useDoing()
  const [moving, setMoving] = useState(false)
  const move = async (to: () => Promise<Instant | null>) => {
    setMoving(true)
    await doing(async () => {
      const moment = await to()
      if (!moment) return say('No meeting is planned yet', { words: 'Arrange one in Chat first.' })
      const now = await townApi.moveClock(moment)
      clock.set(now)
      noteDeed('movedClock')
      say(`It is now ${momentWords(now)}`, { words: 'Everything that was due by then has happened.' })
    })
    setMoving(false)
  }
  return { moving, move }
}
