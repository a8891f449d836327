import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { seesTimeliness } from '../../shared/people/permissions.ts'
import { goTo, PREFLIGHT, TIMELINESS } from '../route.ts'
import { useTab } from '../tab-context.ts'

const useStyles = makeStyles({
  who: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

/** Who is signed in, with what they look after; in the local workplace with a way to be somebody else, unless the page around it has one. */
export function WhoIsHere() {
  const styles = useStyles()
  const { me, signIn, host } = useTab()
  const { ask } = signIn
  return (
    <span className={styles.who}>
      {me.name}
      {seesTimeliness(me) && <Button onClick={() => goTo(TIMELINESS)}>How timely</Button>}
      {me.administrator && <Button onClick={() => goTo(PREFLIGHT)}>Preflight</Button>}
      {ask.kind === 'choose' && host.kind === 'browser' && (
        <Button
          onClick={() => {
            ask.leave()
            window.location.reload()
          }}
        >
          Be somebody else
        </Button>
      )}
    </span>
  )
}
