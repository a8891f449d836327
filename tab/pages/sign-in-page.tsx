/** Asks who is there: Microsoft does, on a press; in the local workplace one of its people is chosen. */
import { Button, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { ROLE_WORDS } from '../../shared/words.ts'
import { Message } from '../parts/message.tsx'
import { TryAgain } from '../parts/try-again.tsx'
import { Waiting } from '../parts/waiting.tsx'
import type { LocalPerson } from '../sign-in-local.ts'
import type { Ask } from '../sign-in.ts'

type Props = { ask: Ask; council: string; failed: boolean; onSignedIn: () => void }

export default function SignInPage({ ask, ...props }: Props) {
  return ask.kind === 'press' ? <PressToSignIn ask={ask} {...props} /> : <ChoosePerson ask={ask} {...props} />
}

function PressToSignIn({ ask, council, failed, onSignedIn }: Props & { ask: Ask & { kind: 'press' } }) {
  const [turnedBack, setTurnedBack] = useState(failed)
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    const done = await ask.signIn()
    setBusy(false)
    setTurnedBack(!done)
    if (done) onSignedIn()
  }
  return (
    <Message title="Sign in to the planning meetings">
      <p>Use your account with {council}. A window opens and closes again by itself.</p>
      {turnedBack && <p role="alert">You are not signed in yet. If no window opened, allow pop-ups for this page.</p>}
      <Button appearance="primary" disabled={busy} onClick={() => void press()}>
        {busy ? 'Waiting for you to sign in' : 'Sign in'}
      </Button>
    </Message>
  )
}

const useStyles = makeStyles({
  people: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    width: '100%',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 15rem), 1fr))',
    gap: tokens.spacingHorizontalS,
  },
  person: { width: '100%', justifyContent: 'flex-start', textAlign: 'left', paddingBlock: tokens.spacingVerticalS },
  name: { display: 'block', ...typographyStyles.body1Strong },
  role: { display: 'block', ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  search: { width: '100%' },
})

function ChoosePerson({ ask, council, failed, onSignedIn }: Props & { ask: Ask & { kind: 'choose' } }) {
  const styles = useStyles()
  const [people, setPeople] = useState<LocalPerson[] | null | 'failed'>(null)
  const [search, setSearch] = useState('')
  const [refused, setRefused] = useState(failed)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let here = true
    ask.people().then(
      (found) => here && setPeople(found.length > 0 ? found : 'failed'),
      () => here && setPeople('failed'),
    )
    return () => {
      here = false
    }
  }, [ask, attempt])

  if (people === null) return <Waiting label="Looking up who works here" />
  if (people === 'failed') {
    return (
      <TryAgain
        what="The people of the practice town could not be loaded"
        why="The local workplace does not answer."
        onRetry={() => {
          setPeople(null)
          setAttempt(attempt + 1)
        }}
      />
    )
  }
  const words = ({ role }: LocalPerson) => (role ? ROLE_WORDS[role] : 'no role in planning')
  const wanted = search.trim().toLowerCase()
  const shown = people.filter((one) => `${one.name} ${words(one)}`.toLowerCase().includes(wanted))
  const choose = async (email: string) => {
    const done = await ask.as(email)
    setRefused(!done)
    if (done) onSignedIn()
  }
  return (
    <Message title="Who are you today?">
      <p>This is {council}, a practice town on this computer. Choose somebody who works there; you can change later.</p>
      {refused && <p role="alert">That person could not be signed in. Choose again.</p>}
      <Input
        className={styles.search}
        type="search"
        value={search}
        placeholder="Name or role"
        aria-label="Search by name or role"
        onChange={(_, { value }) => setSearch(value)}
      />
      {shown.length === 0 && <p>Nobody here has that name or role.</p>}
      <ul className={styles.people}>
        {shown.map((one) => (
          <li key={one.email}>
            <Button className={styles.person} onClick={() => void choose(one.email)}>
              <span>
                <span className={styles.name}>{one.name}</span>
                <span className={styles.role}>{words(one)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Message>
  )
}
