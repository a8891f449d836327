/** Buttons that change who comes, and where. */
import type { ClickOn } from '../../shared/wire/card-clicks.ts'
import { changePeople, changeVenue, sendNow } from '../meetings/edit-meeting.ts'
import { onMeeting } from './meeting-presses.ts'
import type { Pressed, Pressing } from './pressing.ts'

export async function pressOnPeople(
  click: ClickOn<'addPerson' | 'removePerson' | 'changeVenue' | 'sendNow'>,
  pressed: Pressed,
): Promise<Pressing> {
  const { by, ports } = pressed
  const { meetingId, version, reason } = click
  if (click.verb === 'sendNow') return onMeeting(meetingId, await sendNow(click, by, ports), pressed)
  if (!reason) return onMeeting(meetingId, 'reasonMissing', pressed)
  const wanted = { meetingId, version, reason }
  if (click.verb === 'changeVenue') {
    const { venue } = click
    return venue
      ? onMeeting(meetingId, await changeVenue({ ...wanted, venue }, by, ports), pressed)
      : onMeeting(meetingId, null, pressed)
  }
  if (!click.wish) return onMeeting(meetingId, 'personMissing', pressed)
  return onMeeting(meetingId, await changePeople({ ...wanted, wish: click.wish }, by, ports), pressed)
}
