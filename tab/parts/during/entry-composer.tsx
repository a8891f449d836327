/**
 * The one input of an agenda item. What is typed is part of the record from the first letter, so nothing is lost before
 * Enter; Enter only begins the next entry, and the cursor stays where it was.
 */
import { makeStyles, ToggleButton, tokens, typographyStyles } from '@fluentui/react-components'
import { useState, type KeyboardEvent, type RefObject } from 'react'
import { outSince } from '../../../shared/record/attendance.ts'
import { addEntry, changeEntry, removeEntry } from '../../../shared/record/minutes-document.ts'
import { ENTRY_TYPES, type Entry, type EntryType } from '../../../shared/record/minutes.ts'
import { ENTRY_TYPE_WORDS } from '../../../shared/record/record-words.ts'
import { useMinutes, useWriting } from '../../minutes/writing.ts'
import { EntryDetails } from './entry-details.tsx'
import { becoming, kindAsked } from './entry-kind.ts'
import { SharedText } from './shared-text.tsx'

const useStyles = makeStyles({
  composer: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  kinds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
})

type Draft = Pick<Entry, 'type' | 'who' | 'due'>
const EMPTY: Draft = { type: 'note', who: '', due: '' }

type Props = {
  item: string
  title: string
  /** The entry that is being typed, which the list leaves out. */
  live: string | null
  onLive: (id: string | null) => void
  fieldRef: RefObject<HTMLTextAreaElement | null>
}

export function EntryComposer({ item, title, live, onLive, fieldRef }: Props) {
  const styles = useStyles()
  const { session, view } = useWriting()
  const minutes = useMinutes()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  // Somebody else may have removed it meanwhile, or an undo has.
  const entry = minutes.entries.find(({ id }) => id === live)
  const childOut = view.attendees.find(({ key, role }) => role === 'child' && outSince(minutes.attendance[key]))?.key
  const shown = entry ?? { ...draft, text: '' }

  const change = (changed: Partial<Draft>) => {
    if (entry) changeEntry(session.doc, entry.id, changed)
    else setDraft({ ...draft, ...changed })
  }

  const type = (text: string) => {
    if (entry && text !== '') return changeEntry(session.doc, entry.id, { text })
    if (entry) {
      // Nothing is left of it: the kind that was chosen stays for what comes next.
      setDraft({ type: entry.type, who: entry.who, due: entry.due })
      removeEntry(session.doc, entry.id)
      return onLive(null)
    }
    if (text === '') return
    const id = crypto.randomUUID()
    addEntry(session.doc, { ...draft, id, item, text, ...(childOut && { without: childOut }) })
    onLive(id)
  }

  const onText = (text: string) => {
    const asked = shown.type === 'note' ? kindAsked(text) : null
    if (!asked) return type(text)
    if (entry) removeEntry(session.doc, entry.id)
    onLive(null)
    setDraft({ ...EMPTY, ...becoming(asked, view.attendees) })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Backspace' && shown.text === '' && draft.type !== 'note') setDraft(EMPTY)
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    if (shown.text.trim() === '') return
    setDraft(EMPTY)
    onLive(null)
  }

  return (
    <div className={styles.composer}>
      <div className={styles.kinds} role="group" aria-label="Kind of entry">
        {ENTRY_TYPES.map((one: EntryType) => (
          <ToggleButton key={one} checked={shown.type === one} onClick={() => change(becoming(one, view.attendees))}>
            {ENTRY_TYPE_WORDS[one]}
          </ToggleButton>
        ))}
      </div>
      <SharedText
        fieldRef={fieldRef}
        aria-label={`Write under ${title}`}
        aria-describedby="composer-hint"
        placeholder={`Write under ${title}`}
        value={shown.text}
        onChange={onText}
        onKeyDown={onKeyDown}
      />
      <EntryDetails
        type={shown.type}
        who={shown.who ?? ''}
        due={shown.due ?? ''}
        onChange={(details) => change(details as Partial<Draft>)}
      />
      <p className={styles.hint} id="composer-hint">
        Enter begins the next entry. Begin with “d ” for a decision, “a ” for an action, “v ” for a view.
      </p>
    </div>
  )
}
