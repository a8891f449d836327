/** One entry of the record: its kind, its words, and what that kind needs; everything can be changed in place. */
import { Button, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons/svg/delete'
import { memo } from 'react'
import { changeEntry, removeEntry } from '../../../shared/record/minutes-document.ts'
import { ENTRY_TYPES, type Entry, type EntryType } from '../../../shared/record/minutes.ts'
import { ENTRY_TYPE_WORDS } from '../../../shared/record/record-words.ts'
import { useWriting } from '../../minutes/writing.ts'
import { useTab } from '../../tab-context.ts'
import { EntryDetails } from './entry-details.tsx'
import { becoming } from './entry-kind.ts'
import { SharedText } from './shared-text.tsx'

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (min-width: 560px)': { gridTemplateColumns: '7.5rem minmax(0, 1fr) auto' },
  },
  text: {
    gridColumn: '1 / -1',
    gridRow: 2,
    '@media (min-width: 560px)': { gridColumn: 2, gridRow: 1 },
  },
  details: { gridColumn: '1 / -1', '@media (min-width: 560px)': { gridColumn: '2 / -1' } },
})

type Props = {
  entry: Entry
  from?: string
  /** The child has been out of the room, so that it matters what was said meanwhile. */
  wasOut: boolean
}

/** Drawn anew only when it says something else: a record has many, and somebody is typing in one. */
export const EntryRow = memo(
  EntryAsIs,
  (before, after) =>
    before.from === after.from &&
    before.wasOut === after.wasOut &&
    JSON.stringify(before.entry) === JSON.stringify(after.entry),
)

function EntryAsIs({ entry, from, wasOut }: Props) {
  const styles = useStyles()
  const { session, view } = useWriting()
  const { announce } = useTab()
  const { id, type, text } = entry
  const child = view.attendees.find(({ role }) => role === 'child')?.key
  const change = (changed: Partial<Entry>) => changeEntry(session.doc, id, changed)
  return (
    <li className={styles.entry} data-place={`entry:${id}`}>
      <Select
        aria-label="Kind of entry"
        value={type}
        onChange={(_, { value }) => change(becoming(value as EntryType, view.attendees))}
      >
        {ENTRY_TYPES.map((one) => (
          <option key={one} value={one}>
            {ENTRY_TYPE_WORDS[one]}
          </option>
        ))}
      </Select>
      <SharedText
        className={styles.text}
        aria-label={`${ENTRY_TYPE_WORDS[type]}${from ? ` under ${from}` : ''}`}
        value={text}
        onChange={(value) => change({ text: value })}
      />
      <Button
        appearance="subtle"
        icon={<DeleteRegular />}
        aria-label={`Remove: ${text.slice(0, 40)}`}
        onClick={() => {
          removeEntry(session.doc, id)
          announce('Removed. Undo brings it back.')
        }}
      />
      <div className={styles.details}>
        <EntryDetails
          type={type}
          who={entry.who ?? ''}
          due={entry.due ?? ''}
          onChange={(details) => change(details as Partial<Entry>)}
        />
        {type === 'note' && (
          <Button appearance="subtle" onClick={() => change(becoming('action', view.attendees))}>
            Make it an action
          </Button>
        )}
        {child && (entry.without || wasOut) && (
          <ToggleButton
            appearance="subtle"
            checked={entry.without === child}
            onClick={() => change({ without: entry.without ? '' : child })}
          >
            Said while the child was out
          </ToggleButton>
        )}
      </div>
    </li>
  )
}
