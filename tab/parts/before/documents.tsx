/** The documents to have first: each ready, not ready or not relevant, with who said so and when. */
import { makeStyles, Select, tokens } from '@fluentui/react-components'
import type { MeetingView } from '../../../shared/meeting/meeting-view.ts'
import { READINESS, READINESS_WORDS, readyWords, type Readiness } from '../../../shared/agenda/readiness.ts'
import { momentWords } from '../../../shared/dates/time.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import type { MeetingProps } from './before.tsx'
import { preparationApi } from './preparation-api.ts'

const NOBODY = 'Nobody has said yet'

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0 },
  document: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { flex: '1 1 9rem' },
  choice: { flex: '0 1 11.5rem' },
  quiet: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
})

export function Documents({ view, onChanged, onStale }: MeetingProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const { refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const { documents, readiness, mayPrepare } = view
  if (documents.length === 0) return null
  const mark = async ({ id, title }: MeetingView['documents'][number], is: Readiness | null) => {
    const done = await run(() => preparationApi(api, view.id).markDocument({ document: id, is }))
    if (done) announce(`${title}: ${is ? READINESS_WORDS[is] : NOBODY}`)
  }
  const count = readiness && readyWords(readiness)
  return (
    <Section title="To have ready">
      {count && <p>{count}.</p>}
      <RefusalNotice refusal={refusal} />
      <ul className={styles.list}>
        {documents.map((document) => (
          <li key={document.id} className={styles.document}>
            <span className={styles.title}>{document.title}</span>
            {mayPrepare ? (
              <Select
                className={styles.choice}
                aria-label={`${document.title}: is it ready?`}
                value={document.mark?.is ?? ''}
                onChange={(_, { value }) => void mark(document, (value || null) as Readiness | null)}
              >
                <option value="">{NOBODY}</option>
                {READINESS.map((is) => (
                  <option key={is} value={is}>
                    {READINESS_WORDS[is]}
                  </option>
                ))}
              </Select>
            ) : (
              <span>{document.mark ? READINESS_WORDS[document.mark.is] : NOBODY}</span>
            )}
            {document.mark && (
              <span className={styles.quiet}>
                Said by {document.mark.by}, {momentWords(document.mark.at)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
