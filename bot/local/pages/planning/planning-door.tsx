/** The app's tab in a frame, as Teams shows it: for whoever one is, as a page, beside a meeting, or shared with the room. */
import { Button, makeStyles, mergeClasses, Select, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { townApi } from '../town/town-api.ts'
import { useTown } from '../town/town-context.ts'
import { useOpenLink } from '../town/use-open-link.ts'
import { rememberInTab } from './remember-in-tab.ts'
import { hostTab, type FrameContext, type HostContext, type TabHost } from './teams-host.ts'

const useStyles = makeStyles({
  door: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: {
    ...typographyStyles.subtitle2,
    margin: 0,
    marginRight: 'auto',
    '@media (max-width: 720px)': { display: 'none' },
  },
  where: { minWidth: 0 },
  stage: {
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    justifyContent: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  frame: { border: 'none', width: '100%', height: '100%', backgroundColor: tokens.colorNeutralBackground1 },
  sidePanel: {
    width: '280px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
  },
})

const WHERE: Record<FrameContext, string> = {
  content: 'As a page',
  sidePanel: 'Beside a meeting, 280 px',
  meetingStage: 'Shared with the meeting',
}

const LIST = '/tab/'

/** `page` is where a link leads; `null` while another door is open. */
export function PlanningDoor({ page }: { page: string | null }) {
  const styles = useStyles()
  const { me } = useTown()
  const [where, setWhere] = useState<FrameContext>('content')
  const [reloaded, setReloaded] = useState(0)
  const [shown, setShown] = useState(page || LIST)
  const whereId = useId()
  // A link opens its page; the bare door leaves the tab where it was.
  if (page && page !== shown) setShown(page)
  const attach = useHostedFrame(where)

  return (
    <section className={styles.door} aria-label="Planning">
      <div className={styles.bar}>
        <h2 className={styles.title}>Planning</h2>
        <label htmlFor={whereId} className="visually-hidden">
          Where the tab is shown
        </label>
        <Select
          id={whereId}
          className={styles.where}
          value={where}
          onChange={(_, { value }) => setWhere(value as FrameContext)}
        >
          {Object.entries(WHERE).map(([context, words]) => (
            <option key={context} value={context}>
              {words}
            </option>
          ))}
        </Select>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          aria-label="Load the tab again"
          onClick={() => setReloaded(reloaded + 1)}
        />
      </div>
      <div className={styles.stage}>
        <iframe
          key={`${me.email} ${where} ${shown} ${reloaded}`}
          ref={attach}
          className={mergeClasses(styles.frame, where === 'sidePanel' && styles.sidePanel)}
          title="The Planning tab"
          src={shown}
        />
      </div>
    </section>
  )
}

/** Hosts whichever frame is attached, for as long as it is there. */
function useHostedFrame(frameContext: FrameContext) {
  const { me, tenantId, theme } = useTown()
  const openLink = useOpenLink()
  const host = useRef<TabHost | null>(null)
  const context = useRef<HostContext | null>(null)
  useLayoutEffect(() => {
    rememberInTab(me.email)
    context.current = {
      theme,
      frameContext,
      person: { email: me.email, objectId: me.aadObjectId ?? '' },
      tenantId,
      token: () => townApi.token(me.email),
      openLink,
    }
  })
  useEffect(() => host.current?.tellTheme(theme), [theme])
  return useCallback((frame: HTMLIFrameElement | null) => {
    host.current?.stop()
    host.current = frame && hostTab(frame, () => context.current)
  }, [])
}
