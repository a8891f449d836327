/** What others would have talked about, and what the last meeting left: taken onto the agenda, or parked with a reason. */
import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ItemView } from '../../../shared/agenda/proposed-items-view.ts'
import { LONGEST_TITLE } from '../../../shared/agenda/proposed-items.ts'
import type { MeetingAnswer } from '../../../shared/wire/tab-api.ts'
import { useTab } from '../../tab-context.ts'
import { useAction } from '../../use-action.ts'
import { RefusalNotice } from '../refusal-notice.tsx'
import { Section } from '../section.tsx'
import { Unfold } from '../unfold.tsx'
import type { MeetingProps } from './before.tsx'
import { preparationApi } from './preparation-api.ts'

const useStyles = makeStyles({
  items: { listStyleType: 'none', padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 14rem', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, display: 'block' },
  whole: { flexBasis: '100%' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function ProposedItems(props: MeetingProps) {
  const styles = useStyles()
  const { items, may } = props.view.proposedItems
  const open = items.filter(({ is }) => is === 'open').length
  if (items.length === 0 && !may.propose) return null
  return (
    <Section title={open > 0 ? `Proposed for the agenda: ${open}` : 'Proposed for the agenda'}>
      {items.length === 0 && <p>Nothing has been proposed yet.</p>}
      {items.length > 0 && (
        <ul className={styles.items}>
          {items.map((item) => (
            <Item key={item.id} {...props} item={item} />
          ))}
        </ul>
      )}
      {may.propose && (
        <Unfold label="Propose something to talk about">
          <Propose {...props} />
        </Unfold>
      )}
    </Section>
  )
}

const IS_WORDS: Record<Exclude<ItemView['is'], 'open'>, string> = {
  taken: 'On the agenda',
  parked: 'Parked',
  onAgenda: 'On the agenda already',
}

function Item({ item, view, onChanged, onStale }: MeetingProps & { item: ItemView }) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [parking, setParking] = useState(false)
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const { id, title, why, from, is, settled } = item
  const { settle } = view.proposedItems.may
  // What was pressed is gone afterwards: who works by keyboard stays where it stood.
  const place = useRef<HTMLLIElement>(null)
  const take = async () => {
    const done = await run(() => preparationApi(api, view.id).settleItem({ item: id, as: 'taken' }))
    if (!done) return
    announce(`On the agenda: ${title}`)
    place.current?.focus()
  }
  const park = async (reason: string) => {
    const done = await run(() => preparationApi(api, view.id).settleItem({ item: id, as: 'parked', why: reason }))
    if (!done) return
    announce(`Parked: ${title}`)
    setParking(false)
    place.current?.focus()
  }
  return (
    <li className={styles.item} ref={place} tabIndex={-1}>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.quiet}>{why ? `${from}: ${why}` : from}</span>
        {is !== 'open' && (
          <span className={styles.quiet}>
            {IS_WORDS[is]}
            {settled && ` (${settled.by})`}
            {settled?.why && `: ${settled.why}`}
          </span>
        )}
      </span>
      {settle && is !== 'onAgenda' && !parking && (
        <span className={styles.buttons}>
          {is !== 'taken' && (
            <Button aria-label={`Put on the agenda: ${title}`} disabledFocusable={busy} onClick={() => void take()}>
              Put on the agenda
            </Button>
          )}
          {is !== 'parked' && (
            <Button aria-label={`Park: ${title}`} disabledFocusable={busy} onClick={() => setParking(true)}>
              Park
            </Button>
          )}
        </span>
      )}
      {parking && (
        <div className={styles.whole}>
          <Park busy={busy} onPark={(reason) => void park(reason)} onClose={() => setParking(false)} />
        </div>
      )}
      <RefusalNotice refusal={refusal} />
    </li>
  )
}

function Park({ busy, onPark, onClose }: { busy: boolean; onPark: (reason: string) => void; onClose: () => void }) {
  const styles = useStyles()
  const [reason, setReason] = useState('')
  const ready = reason.trim() !== '' && !busy
  // The button that opened it is gone: who works by keyboard goes on here.
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onPark(reason.trim())
      }}
    >
      <Field
        label="Why not this time"
        hint="Whoever proposed it reads the reason; it comes up again next time."
        required
      >
        <Textarea ref={field} value={reason} maxLength={500} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" disabledFocusable={!ready}>
          Park it
        </Button>
        <Button onClick={onClose}>Leave it as it is</Button>
      </div>
    </form>
  )
}

function Propose({ view, onChanged, onStale }: MeetingProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [title, setTitle] = useState('')
  const [why, setWhy] = useState('')
  const { busy, refusal, run } = useAction<MeetingAnswer>({ onDone: onChanged, onStale })
  const ready = title.trim() !== '' && why.trim() !== '' && !busy
  const propose = async () => {
    const body = { title: title.trim(), why: why.trim() }
    if (!(await run(() => preparationApi(api, view.id).propose(body)))) return
    announce('Proposed to the chair')
    setTitle('')
    setWhy('')
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void propose()
      }}
    >
      <Field label="What should be talked about" required>
        <Input value={title} maxLength={LONGEST_TITLE} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label="Why" hint="Read by the chair and by those who may read the record." required>
        <Textarea value={why} maxLength={500} onChange={(_, { value }) => setWhy(value)} />
      </Field>
      <RefusalNotice refusal={refusal} />
      <div className={styles.buttons}>
        <Button type="submit" disabledFocusable={!ready}>
          Propose it
        </Button>
      </div>
    </form>
  )
}
