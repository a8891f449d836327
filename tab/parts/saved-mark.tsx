/** Whether what was typed is safe: a word and an icon, with the time; and what to do while it is not. */
import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components'
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync'
import { CloudCheckmarkRegular } from '@fluentui/react-icons/svg/cloud-checkmark'
import { CloudDismissRegular } from '@fluentui/react-icons/svg/cloud-dismiss'
import { useEffect, useRef } from 'react'
import { minutesAsText } from '../../shared/record/minutes-text.ts'
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import { londonTime } from '../../shared/dates/time.ts'
import { useShown } from '../minutes/use-session.ts'
import type { MinutesSession, SaveState } from '../minutes/minutes-session.ts'
import { useTab } from '../tab-context.ts'
import { CopyText } from './copy-text.tsx'
import { RetryButton } from './retry-button.tsx'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    ...typographyStyles.body1,
    // In a side panel it gives way; elsewhere it stays on its line.
    '@media (min-width: 640px)': { whiteSpace: 'nowrap' },
    '& svg': { fontSize: tokens.fontSizeBase500, flexShrink: 0 },
  },
  bad: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  notice: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderTop: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
    ...typographyStyles.body1,
    '& p': { margin: 0, flex: '1 1 16rem' },
  },
})

/** `quiet`: nobody writes just now, so it is only seen when something is wrong. */
export function SavedMark({ session, quiet }: { session: MinutesSession; quiet: boolean }) {
  const styles = useStyles()
  const { save } = useShown(session)
  const { words, Icon, bad } = markOf(save)
  useSaidAloud(save.kind, bad, words)
  if (quiet && !bad) return null
  return (
    <span className={mergeClasses(styles.mark, bad && styles.bad)}>
      <Icon aria-hidden />
      {words}
    </span>
  )
}

/** Said when it goes wrong, when it is well again, and once the first words are safe; not for every word. */
function useSaidAloud(kind: SaveState['kind'], bad: boolean, words: string) {
  const { announce } = useTab()
  const heard = useRef({ bad: false, first: false, owed: false })
  useEffect(() => {
    const { current } = heard
    if (bad && !current.bad) announce(words)
    if (bad || (kind === 'saving' && !current.first)) Object.assign(current, { first: true, owed: true })
    if (kind === 'saved' && current.owed) {
      announce('Saved')
      current.owed = false
    }
    current.bad = bad
  }, [announce, kind, bad, words])
}

function markOf(save: SaveState): { words: string; Icon: typeof ArrowSyncRegular; bad: boolean } {
  switch (save.kind) {
    case 'opening':
      return { words: 'Opening', Icon: ArrowSyncRegular, bad: false }
    case 'saving':
      return { words: 'Saving', Icon: ArrowSyncRegular, bad: false }
    case 'saved':
      return {
        words: save.at ? `Saved ${londonTime(save.at)}` : 'All saved',
        Icon: CloudCheckmarkRegular,
        bad: false,
      }
    case 'notSaved':
      return {
        words: save.why.reason === 'offline' ? 'Offline, not saved' : 'Not saved',
        Icon: CloudDismissRegular,
        bad: true,
      }
    case 'apart':
      return {
        words: save.why.reason === 'offline' ? 'Offline' : 'No connection',
        Icon: CloudDismissRegular,
        bad: true,
      }
    case 'closed':
      return save.unsaved
        ? { words: 'Closed, not all saved', Icon: CloudDismissRegular, bad: true }
        : { words: 'Closed', Icon: CloudCheckmarkRegular, bad: false }
  }
}

/** What is at stake, and what to do: only while something typed is not on the server, or others' words may be missing. */
export function NotSavedNotice({ session, view }: { session: MinutesSession; view: MeetingView }) {
  const styles = useStyles()
  const { save, minutes } = useShown(session)
  if (save.kind !== 'notSaved' && save.kind !== 'apart' && !(save.kind === 'closed' && save.unsaved)) return null
  return (
    <div className={styles.notice} role="region" aria-label="Not saved">
      <p>{noticeWords(save, session.isKept())}</p>
      {save.kind !== 'closed' && <RetryButton refusal={save.why} label="Try now" onRetry={() => void session.sync()} />}
      {save.kind !== 'apart' && <CopyText label="Copy the text" text={() => minutesAsText(minutes, view)} />}
      {save.kind === 'closed' && <Button onClick={() => session.discard()}>I have them, remove them here</Button>}
    </div>
  )
}

function noticeWords(save: SaveState & { kind: 'notSaved' | 'apart' | 'closed' }, kept: boolean): string {
  switch (save.kind) {
    case 'closed':
      return 'The record was closed before your last words were saved. Copy them, and give them to the chair.'
    case 'apart':
      return `${save.why.message} What others write may be missing here.`
    case 'notSaved':
      return kept
        ? `${save.why.message} What you type is kept on this computer meanwhile, and sent by itself.`
        : `${save.why.message} What you typed is on this page alone: leave it open, or copy the text.`
  }
}
