/**
 * What everybody in the room may see on a shared screen: the items that are for all, and what was decided under them.
 * Nothing else of the record is drawn, whoever shares it, and nothing that was talked about while the child was out.
 */
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'

const useStyles = makeStyles({
  stage: { padding: tokens.spacingHorizontalXXXL, maxWidth: '60rem', margin: '0 auto', ...typographyStyles.body2 },
  title: { ...typographyStyles.title2, margin: 0 },
  items: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase600 },
})

export function StagePage({ view }: { view: MeetingView }) {
  const styles = useStyles()
  const decided = (item: string) =>
    (view.minutes?.entries ?? []).filter(
      ({ type, text, without, ...entry }) =>
        entry.item === item && type === 'decision' && !without && text.trim() !== '',
    )
  return (
    <main className={styles.stage}>
      <h1 className={styles.title}>What we talk about</h1>
      <ol className={styles.items}>
        {view.agenda
          .filter(({ audience }) => audience === 'all')
          .map(({ item, title }) => (
            <li key={item}>
              {title}
              {decided(item).map(({ id, text }) => (
                <p key={id}>Decided: {text}</p>
              ))}
            </li>
          ))}
      </ol>
    </main>
  )
}
