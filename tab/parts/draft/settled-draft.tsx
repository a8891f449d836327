/** What became of a draft: scheduled, with its meeting a press away, or put aside. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { DraftView } from '../../../shared/placement/draft-view.ts'
import { PUT_ASIDE } from '../../../shared/placement/draft-words.ts'
import { goTo, pathOf } from '../../route.ts'
import { Section } from '../section.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = {
  view: DraftView
  /** Somebody else had scheduled it before the reader pressed. */
  already: boolean
  onAnother: () => void
}

export function SettledDraft({ view, already, onAnother }: Props) {
  const styles = useStyles()
  const { arranged, state } = view
  const another = <Button onClick={onAnother}>Confirm another placement</Button>
  if (state === 'dismissed') {
    return (
      <Section title="Put aside">
        <p>{PUT_ASIDE}</p>
        <div className={styles.buttons}>{another}</div>
      </Section>
    )
  }
  return (
    <Section title="The placement is confirmed">
      {already && <p role="status">{SCHEDULED_ALREADY}</p>}
      {arranged.length === 0 && (
        <p>
          {view.meetings.length === 0
            ? 'It is kept without a planning meeting.'
            : 'Its meetings are with the people of the case.'}
        </p>
      )}
      {arranged.map(({ id, ref, words }) => (
        <p key={id}>
          {ref}: {words}
        </p>
      ))}
      <div className={styles.buttons}>
        {arranged.map(({ id, ref }, n) => (
          <Button key={id} appearance={n === 0 ? 'primary' : 'secondary'} onClick={() => goTo(pathOf(id))}>
            Open {ref}
          </Button>
        ))}
        {another}
      </div>
    </Section>
  )
}

export const SCHEDULED_ALREADY =
  'Somebody else had scheduled this before you pressed, and nothing was done twice. This is how it stands.'
