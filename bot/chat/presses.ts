/** Which button goes to which use case. */
import { timesToAsk } from '../../shared/times/held-times.ts'
import type { CardClick, ClickOn } from '../../shared/wire/card-clicks.ts'
import { answerCase } from '../meetings/answer-case.ts'
import { answerQuestions } from '../meetings/answer-questions.ts'
import { chooseWayOut } from '../meetings/choose-way-out.ts'
import { cancelPlacement, keepPlacement } from '../meetings/cancel-placement.ts'
import { askOutside, stopAsking } from '../meetings/ask-outside.ts'
import { settleConcern } from '../meetings/settle-concern.ts'
import { settleChange } from '../meetings/settle-change.ts'
import { FORM_SUMMARY, formCard } from './cards/form-card.ts'
import { asItStands, changeFrom, enter, pressOnDraft } from './draft-presses.ts'
import { onCase, openFurtherForm, pressOnFurther, showCase } from './further-presses.ts'
import { pressOnPeople } from './edit-presses.ts'
import { lookForTimes, onMeeting, pressAnswer, pressOnTime } from './meeting-presses.ts'
import { pressOnMail } from './mail-presses.ts'
import { inWords, refused, type Pressed, type Pressing } from './pressing.ts'

type Click = Exclude<CardClick, ClickOn<'findCard'>>

export async function press(click: Click, pressed: Pressed): Promise<Pressing> {
  switch (click.verb) {
    case 'newForm':
      return { message: { summary: FORM_SUMMARY, card: formCard(null) }, outcome: 'shown', lasting: false }
    case 'seeToMail':
      return pressOnMail(click, pressed)
    case 'preview':
      return click.draftId === undefined ? enter(click, pressed) : changeFrom(click, click.draftId, pressed)
    case 'schedule':
    case 'change':
    case 'showDraft':
    case 'cancel':
      return pressOnDraft(click, pressed)
    case 'chooseTime':
    case 'move':
    case 'cancelMeeting':
      return pressOnTime(click, pressed)
    case 'chooseWay':
      return onMeeting(click.meetingId, await chooseWayOut(click, pressed.by, pressed.ports), pressed)
    case 'addPerson':
    case 'removePerson':
    case 'changeVenue':
    case 'sendNow':
      return pressOnPeople(click, pressed)
    case 'askOutside':
      return onMeeting(click.meetingId, await askForOffered(click, pressed), pressed)
    case 'stopAsking':
      return onMeeting(click.meetingId, await stopAsking(click, pressed.by, pressed.ports), pressed)
    case 'settleConcern':
      return onMeeting(click.meetingId, await settleConcern(click, pressed.by, pressed.ports), pressed)
    case 'answerQuestions':
      return onMeeting(click.meetingId, await answerQuestions(click, pressed.by, pressed.ports), pressed)
    case 'answerCase':
      return onCase(click.placementId, await answerCase(click, pressed.by, pressed.ports), pressed)
    case 'takeChange':
    case 'leaveChange': {
      const settled = await settleChange({ ...click, take: click.verb === 'takeChange' }, pressed.by, pressed.ports)
      return onCase(click.placementId, settled, pressed)
    }
    case 'cancelPlacement':
      return onCase(click.placementId, await cancelPlacement(click, pressed.by, pressed.ports), pressed)
    case 'keepPlacement':
      return onCase(click.placementId, await keepPlacement(click, pressed.by, pressed.ports), pressed)
    case 'furtherForm':
      return openFurtherForm(click, pressed)
    case 'askMeeting':
    case 'callAsked':
    case 'declineAsked':
      return pressOnFurther(click, pressed)
    case 'showCase':
      return showCase(click, pressed)
    case 'times':
      return lookForTimes(click, pressed)
    case 'answer':
      return pressAnswer(click, pressed)
  }
}

/** For the times that the card showed, as far as they can be held. */
async function askForOffered({ meetingId, version }: ClickOn<'askOutside' | 'stopAsking'>, { by, ports }: Pressed) {
  const offered = (await ports.store.meeting(meetingId))?.offered ?? []
  const starts = timesToAsk(offered, ports.clock.now()).map(({ start }) => start)
  return askOutside({ meetingId, version, starts }, by, ports)
}

/** The same card as it stands now, with nothing done: for a press that Teams sends twice. */
export async function seeAgain(click: Click, pressed: Pressed): Promise<Pressing> {
  if (click.verb === 'newForm' || click.verb === 'furtherForm' || click.verb === 'seeToMail')
    return press(click, pressed)
  if ('placementId' in click) return onCase(click.placementId, null, pressed)
  if ('meetingId' in click) return onMeeting(click.meetingId, null, pressed)
  if (click.draftId === undefined) return inWords('This was done already.', 'repeated')
  const draft = await pressed.ports.store.draft(click.draftId)
  return draft ? asItStands(draft, pressed, 'repeated') : refused('gone')
}
