/** Opens the town: its people and its clock are asked for once, then the window is there. */
import { Button, FluentProvider, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Live, LiveContext, useChanges } from './town/live.ts'
import { Notice } from './town/notice.tsx'
import { useRemembered } from './town/place.ts'
import { FLUENT_THEMES, readTheme } from './town/theme.ts'
import { townApi, type Directory } from './town/town-api.ts'
import { TownClock } from './town/town-clock.ts'
import { TownContext } from './town/town-context.ts'
import { useAsked } from './town/use-asked.ts'
import { TownWindow } from './town-window.tsx'

const useStyles = makeStyles({
  app: { minHeight: '100dvh', backgroundColor: tokens.colorNeutralBackground3 },
  opening: { padding: tokens.spacingHorizontalXXL },
})

export function App() {
  const styles = useStyles()
  const [live] = useState(() => new Live())
  const [theme, setTheme] = useRemembered('theme', '')
  useEffect(() => () => live.close(), [live])
  const themeName = readTheme(theme)
  return (
    <FluentProvider theme={FLUENT_THEMES[themeName]}>
      {/* Not on the provider: dialogs and menus would inherit the height, and cover the window. */}
      <div className={styles.app}>
        <LiveContext value={live}>
          <OpenTown theme={themeName} setTheme={setTheme} />
        </LiveContext>
      </div>
    </FluentProvider>
  )
}

type Look = { theme: ReturnType<typeof readTheme>; setTheme: (theme: string) => void }

const openTown = async () => {
  const [directory, now] = await Promise.all([townApi.directory(), townApi.now()])
  return { directory, clock: new TownClock(now) }
}

function OpenTown({ theme, setTheme }: Look) {
  const styles = useStyles()
  const { asked, again } = useAsked(openTown, [])
  const clock = asked.status === 'loaded' ? asked.value.clock : null
  useChanges(
    ['clock'],
    useCallback(() => void townApi.now().then((now) => clock?.set(now)), [clock]),
  )
  switch (asked.status) {
    case 'loading':
      return <Spinner className={styles.opening} label="Opening the practice town" />
    case 'failed':
      return (
        <main className={styles.opening}>
          <Notice intent="error" title="The practice town could not be opened" words={asked.why}>
            <Button onClick={() => void again()}>Try again</Button>
          </Notice>
        </main>
      )
    case 'loaded':
      return <Opened {...asked.value} theme={theme} setTheme={setTheme} />
  }
}

type OpenedProps = { directory: Directory; clock: TownClock } & Look

function Opened({ directory: { tenantId, people }, clock, theme, setTheme }: OpenedProps) {
  const officer = people.find(({ role }) => role === 'placementOfficer')?.email ?? ''
  const [email, be] = useRemembered('who', officer)
  const town = useMemo(() => {
    const inside = people.filter(({ insideTenant }) => insideTenant)
    const me = inside.find((person) => person.email === email) ?? inside[0]
    return me && { tenantId, people, me, be, clock, theme, setTheme }
  }, [tenantId, people, email, be, clock, theme, setTheme])
  if (!town) return <Notice intent="error" title="Nobody lives here" words="The practice council has no staff." />
  return (
    <TownContext value={town}>
      <TownWindow />
    </TownContext>
  )
}
