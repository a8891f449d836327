/** What the server finds besides the list: people, actions and words of records, and meetings that are long over. */
import { Link, makeStyles, Spinner, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { wordsOf } from '../../shared/meeting/found-words.ts'
import type { Found, FoundIn } from '../../shared/meeting/search.ts'
import { slotWords } from '../../shared/dates/time.ts'
import type { SearchAnswer } from '../../shared/wire/search-api.ts'
import { MEETING_KIND_WORDS, MEETING_STATE_WORDS } from '../../shared/words.ts'
import { reader } from '../answers.ts'
import type { Answered } from '../api.ts'
import { goTo, pathOf } from '../route.ts'
import { useTab } from '../tab-context.ts'
import { RetryButton } from './retry-button.tsx'

const readSearch = reader<SearchAnswer>(
  z.looseObject({
    found: z.array(z.looseObject({ id: z.string(), ref: z.string(), in: z.string(), text: z.string() })),
    more: z.boolean(),
  }),
)

const GROUPS: [FoundIn, string][] = [
  ['reference', 'Earlier meetings'],
  ['person', 'People'],
  ['action', 'Actions'],
  ['word', 'Words in records'],
]

const useStyles = makeStyles({
  group: { ...typographyStyles.subtitle2, margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}` },
  rows: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  row: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    // As high as a thumb, on a line of its own: beside other words it would tear them apart in a narrow window.
    '& .fui-Link': { display: 'flex', width: 'fit-content', alignItems: 'center', minHeight: '44px' },
  },
  hit: {
    color: 'inherit',
    backgroundColor: 'transparent',
    fontWeight: tokens.fontWeightBold,
    textDecorationLine: 'underline',
    textDecorationColor: tokens.colorBrandForeground1,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  looking: { justifyContent: 'flex-start' },
})

type Props = {
  words: string
  /** Meetings that the list shows by itself. */
  listed: ReadonlySet<string>
  /** How many the list shows for these words. */
  shown: number
  /** Has the list asked for again, too. */
  onAgain: () => void
}

/** Comes once somebody has looked for something, and paused. */
export default function SearchResults({ words, listed, shown, onAgain }: Props) {
  const styles = useStyles()
  const { api } = useTab()
  const [tries, setTries] = useState(0)
  const [said, setSaid] = useState<{ for: string; answer: Answered<SearchAnswer> } | null>(null)
  const looked = words.trim()
  useEffect(() => {
    let wanted = true
    // In the body: an address is kept by whatever stands on the way.
    void api.post(readSearch, '/search', { words: looked }).then((answer) => {
      if (wanted) setSaid({ for: looked, answer })
    })
    return () => {
      wanted = false
    }
  }, [api, looked, tries])

  const lookAgain = () => {
    setTries(tries + 1)
    onAgain()
  }

  if (said?.for !== looked) return <Spinner className={styles.looking} size="tiny" label="Looking in all meetings" />
  if (!said.answer.ok) {
    const { refusal } = said.answer
    return (
      <div role="alert">
        <p>The records could not be looked through. {refusal.message}</p>
        <RetryButton refusal={refusal} label="Look again" onRetry={lookAgain} />
      </div>
    )
  }
  const { found, more } = said.answer.value
  // Whatever is still open has its place in the list, and its filter.
  const isEarlier = ({ id, state }: Found) => !listed.has(id) && (state === 'held' || state === 'cancelled')
  const besides = found.filter((one) => one.in !== 'reference' || isEarlier(one))
  return (
    <>
      <p role="status">{foundWords(shown, besides.length)}</p>
      {GROUPS.map(([place, title]) => {
        const inGroup = besides.filter((one) => one.in === place)
        if (inGroup.length === 0) return null
        return (
          <section key={place} aria-labelledby={`found-${place}`}>
            <h2 className={styles.group} id={`found-${place}`}>
              {title} ({inGroup.length})
            </h2>
            <ul className={styles.rows}>
              {inGroup.map((one, at) => (
                <li key={`${one.id} ${at}`} className={styles.row}>
                  <Place found={one} />
                  {place !== 'reference' && (
                    <div>
                      <Marked text={one.text} words={looked} />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      {more && <p>There is more than is shown. Another word narrows it.</p>}
    </>
  )
}

function foundWords(shown: number, besides: number): string {
  const count = shown + besides
  if (count > 0) return `${count} found`
  return 'No meeting fits. It may be with somebody else: you see the meetings of your own cases.'
}

function Place({ found: { id, ref, kind, state, slot, caseReference } }: { found: Found }) {
  const styles = useStyles()
  const path = pathOf(id)
  const when = slot ? slotWords(slot) : MEETING_STATE_WORDS[state]
  return (
    <div>
      <Link
        href={path}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          goTo(path)
        }}
      >
        {ref}
      </Link>{' '}
      <span className={styles.quiet}>
        {[MEETING_KIND_WORDS[kind], when, caseReference].filter((words) => words).join(' · ')}
      </span>
    </div>
  )
}

/** The words that were looked for stand out, to the eye and to a screen reader. */
function Marked({ text, words }: { text: string; words: string }) {
  const styles = useStyles()
  const asked = wordsOf(words)
  return text.split(/([\p{L}\p{N}]+)/u).map((part, at) => {
    const hit = asked.find((word) => part.toLowerCase().startsWith(word))
    return hit === undefined ? (
      part
    ) : (
      <span key={at}>
        <mark className={styles.hit}>{part.slice(0, hit.length)}</mark>
        {part.slice(hit.length)}
      </span>
    )
  })
}
