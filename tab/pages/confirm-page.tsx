/** A placement is confirmed: a text or a form comes in, and what was read is looked at and scheduled. */
import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { DraftAnswer, Found, FoundAnswer } from '../../shared/wire/drafts-api.ts'
import { NotLoaded } from '../parts/not-loaded.tsx'
import { Page } from '../parts/page.tsx'
import { Section } from '../parts/section.tsx'
import { StaleNotice } from '../parts/stale-notice.tsx'
import { Waiting } from '../parts/waiting.tsx'
import { ConfirmationForm, type Filled } from '../parts/draft/confirmation-form.tsx'
import { bringIn, draftApi } from '../parts/draft/draft-api.ts'
import { FoundList, referencesOf } from '../parts/draft/found-list.tsx'
import { OpenDraft } from '../parts/draft/open-draft.tsx'
import { PasteText } from '../parts/draft/paste-text.tsx'
import { SCHEDULED_ALREADY, SettledDraft } from '../parts/draft/settled-draft.tsx'
import { CONFIRM, goTo, pathOfDraft } from '../route.ts'
import { useTab } from '../tab-context.ts'
import { useAction } from '../use-action.ts'
import { useAnswer } from '../use-answer.ts'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type FoundDraft = Extract<Found, { is: 'draft' }>

/** Both addresses are one page, so that what a text led to is known when one of its drafts is opened. */
export default function ConfirmPage({ draftId }: { draftId: string | null }) {
  const [found, setFound] = useState<Found[]>([])
  const drafts = found.filter((one) => one.is === 'draft')
  const tookIn = ({ found: some }: FoundAnswer) => {
    setFound(some)
    const [only] = some
    if (some.length === 1 && only?.is === 'draft') goTo(pathOfDraft(only.id))
  }
  const another = () => {
    setFound([])
    goTo(CONFIRM)
  }
  return draftId === null ? (
    <BringIn found={found} onFound={tookIn} onAnother={another} />
  ) : (
    <OneDraft
      key={draftId}
      id={draftId}
      notice={drafts.find(({ id }) => id === draftId)?.notice ?? null}
      others={drafts.filter(({ id }) => id !== draftId)}
      onAnother={another}
    />
  )
}

type BringInProps = { found: Found[]; onFound: (answer: FoundAnswer) => void; onAnother: () => void }

function BringIn({ found, onFound, onAnother }: BringInProps) {
  const { api, announce } = useTab()
  const [byForm, setByForm] = useState(false)
  const { busy, refusal, run } = useAction<FoundAnswer>({ onDone: onFound })
  const send = async (filled: Filled) => {
    announce('Working out the plan')
    await run(() => bringIn(api).form(filled))
  }
  if (found.length > 0) {
    return (
      <Page title={found.length === 1 ? 'What was found' : `${found.length} placements were found`} narrow key="found">
        <FoundList found={found} />
        <div>
          <Button onClick={onAnother}>Confirm another placement</Button>
        </div>
      </Page>
    )
  }
  return (
    <Page title="Confirm a placement" narrow>
      {byForm ? (
        <ConfirmationForm
          known={null}
          busy={busy}
          refusal={refusal}
          onFilled={(filled) => void send(filled)}
          back={{ label: 'Paste a text instead', onBack: () => setByForm(false) }}
        />
      ) : (
        <PasteText onFound={onFound} onForm={() => setByForm(true)} />
      )}
    </Page>
  )
}

const LOOK_AGAIN_MS = 30_000
/** While Outlook is being asked, somebody is waiting for it. */
const BEING_ARRANGED_MS = 2_000

type DraftProps = { id: string; notice: string | null; others: FoundDraft[]; onAnother: () => void }

function OneDraft({ id, notice, others, onAnother }: DraftProps) {
  const styles = useStyles()
  const { api, announce } = useTab()
  const [waits, setWaits] = useState(false)
  const [already, setAlready] = useState(false)
  const ask = useCallback(async () => {
    const answer = await draftApi(api, id).show()
    setWaits(answer.ok && isBeingArranged(answer.value))
    return answer
  }, [api, id])
  const { asked, again, retry, put } = useAnswer(ask, waits ? BEING_ARRANGED_MS : LOOK_AGAIN_MS)
  const changed = (answer: DraftAnswer) => {
    setAlready(answer.already === true)
    if (answer.already) announce(SCHEDULED_ALREADY)
    setWaits(isBeingArranged(answer))
    put(answer)
  }
  switch (asked.status) {
    case 'loading':
      return <Waiting label="Loading the confirmation" />
    case 'failed':
      return <NotLoaded what="The confirmation cannot be shown" refusal={asked.refusal} onRetry={retry} />
    case 'loaded': {
      const { draft } = asked.value
      return (
        <>
          <StaleNotice refusal={asked.stale} onRetry={() => void again()} />
          <Page title="Placement confirmation" references={referencesOf(draft)} key={draft.state}>
            {draft.state === 'open' ? (
              <>
                {notice && <p role="status">{notice}</p>}
                <OpenDraft view={draft} onChanged={changed} onLookAgain={() => void again()} />
              </>
            ) : (
              <SettledDraft view={draft} already={already} onAnother={onAnother} />
            )}
            {others.length > 0 && (
              <Section title="In the same text">
                <div className={styles.buttons}>
                  {others.map((other) => (
                    <Button key={other.id} onClick={() => goTo(pathOfDraft(other.id))}>
                      {referencesOf(other)}
                    </Button>
                  ))}
                </div>
              </Section>
            )}
          </Page>
        </>
      )
    }
  }
}

const isBeingArranged = ({ draft }: DraftAnswer) =>
  draft.arranged.some(({ words }) => words.startsWith('Being arranged'))
