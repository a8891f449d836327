/** The look, the host and the person; then the page that the address asks for. */
import { FluentProvider, makeStyles, tokens, type Theme } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { Announcer } from './parts/announcer.tsx'
import { TryAgain } from './parts/try-again.tsx'
import { WhenItBreaks } from './parts/when-it-breaks.tsx'
import { Waiting } from './parts/waiting.tsx'
import type { Opened } from './open-tab.ts'
import { FramedElsewherePage } from './pages/message-pages.tsx'
import { goTo, pathOf, routeOf } from './route.ts'
import { CurrentPage } from './current-page.tsx'
import { SignInGate } from './sign-in-gate.tsx'
import { HostSilent } from './teams.ts'
import { loadTheme, systemTheme, type ThemeName } from './theme.ts'

const useStyles = makeStyles({
  app: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    // Everything that is pressed is large enough for a thumb, on every page.
    '& .fui-Button, & .fui-Select__select, & .fui-Input, & .fui-Tab': { minHeight: '44px' },
    '& .fui-Button': { minWidth: '44px' },
    // Nothing is wider than a side panel, however long the words in it are.
    '& .fui-Select, & .fui-Select__select, & .fui-Input, & .fui-Input__input': { minWidth: 0, maxWidth: '100%' },
    '& .fui-Radio, & .fui-Checkbox': { minHeight: '44px', alignItems: 'center' },
  },
})

type Opening =
  { status: 'opening' } | { status: 'open'; opened: Opened } | { status: 'framedElsewhere' } | { status: 'failed' }

export function App({ open }: { open: () => Promise<Opened> }) {
  const styles = useStyles()
  const [opening, setOpening] = useState<Opening>({ status: 'opening' })
  const [themeName, setTheme] = useState(() => systemTheme(window))
  const theme = useTheme(themeName)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let here = true
    let stopListening = () => {}
    open().then(
      (opened) => {
        if (!here) return
        const { host } = opened
        setTheme(host.theme)
        stopListening = host.onTheme(setTheme)
        if (host.meetingId && routeOf(window.location.pathname).page === 'meetings') {
          goTo(pathOf(host.meetingId), { replace: true })
        }
        host.ready()
        setOpening({ status: 'open', opened })
      },
      (fault) => here && setOpening({ status: fault instanceof HostSilent ? 'framedElsewhere' : 'failed' }),
    )
    return () => {
      here = false
      stopListening()
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- opened once, and again only when somebody asks for it
  }, [attempt])

  if (!theme) return <p>Opening the planning meetings …</p>
  return (
    <FluentProvider
      theme={theme}
      className={styles.app}
      // What the browser draws itself, such as the calendar of a date field, follows.
      style={{ colorScheme: themeName === 'default' ? 'light' : 'dark' }}
    >
      <Announcer>
        {opening.status === 'opening' && <Waiting label="Opening the planning meetings" />}
        {opening.status === 'open' && (
          <WhenItBreaks>
            <SignInGate opened={opening.opened}>
              <CurrentPage />
            </SignInGate>
          </WhenItBreaks>
        )}
        {opening.status === 'framedElsewhere' && <FramedElsewherePage />}
        {opening.status === 'failed' && (
          <TryAgain
            what="The planning meetings could not be opened"
            why="The planning service cannot be reached just now."
            onRetry={() => {
              setOpening({ status: 'opening' })
              setAttempt(attempt + 1)
            }}
          />
        )}
      </Announcer>
    </FluentProvider>
  )
}

/** The look by its name; the one before it stays until it is there. */
function useTheme(name: ThemeName): Theme | null {
  const [theme, setTheme] = useState<Theme | null>(null)
  useEffect(() => {
    let wanted = true
    void loadTheme(name).then((loaded) => wanted && setTheme(loaded))
    return () => {
      wanted = false
    }
  }, [name])
  return theme
}
