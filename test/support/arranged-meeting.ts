/** A meeting arranged through the app's own API, for journeys that begin where it is held. */
import type { MeetingView } from '../../shared/meeting/meeting-view.ts'
import type { RunningApp } from './running-app.ts'

export type ArrangedMeeting = { id: string; ref: string; start: string; end: string; placementId: string }

/** Confirmed as another system would. */
export async function confirmPlacement(app: RunningApp, confirmation: unknown, officer: string) {
  const { status, body } = await app.post('/api/confirmations', confirmation, officer)
  if (status !== 201) throw new Error(`Not confirmed: ${status} ${JSON.stringify(body)}`)
  const { id, meetings } = (body as { case: { id: string; meetings: { id: string; ref: string }[] } }).case
  return { placementId: id, meeting: meetings[0]! }
}

/** At the first time that suits everybody who must come. */
export async function arrangeFirst(app: RunningApp, id: string, as: string): Promise<ArrangedMeeting> {
  const look = async () =>
    (await app.get(`/api/meetings/${id}`, as)).body as { meeting: MeetingView; placement: { id: string } }
  // Working the times out anew is a change of the meeting.
  const { body } = await app.get(`/api/meetings/${id}/times`, as)
  const [first] = (body as { offered: { start: string }[] }).offered
  const { meeting } = await look()
  const { status, body: said } = await app.post(
    `/api/meetings/${id}/schedule`,
    { version: meeting.version, start: first!.start },
    as,
  )
  if (status !== 200) throw new Error(`Not arranged: ${status} ${JSON.stringify(said)}`)
  await app.post('/local/clock', { advanceMinutes: 0 })
  const after = await look()
  const slot = after.meeting.slot
  if (after.meeting.state !== 'arranged' || !slot) throw new Error(`Not arranged: ${after.meeting.state}`)
  return { id, ref: after.meeting.ref, ...slot, placementId: after.placement.id }
}

type Person = { role: string; name: string; more?: Record<string, unknown> }

/** A confirmation as JSON, about people of the practice town; `at` is when the placement starts. */
export function confirmationOf(
  app: RunningApp,
  {
    reference,
    at,
    basis,
    type,
    people,
  }: {
    reference: string
    at: string
    basis: 'planned' | 'emergency'
    type: 'foster' | 'residential'
    people: Person[]
  },
  over: Record<string, unknown> = {},
) {
  const emailOf = (name: string) => app.people.find((one) => one.name === name)!.email
  return {
    caseReference: `LCS-${reference}`,
    placementReference: `PL-${reference}`,
    child: { initials: 'QX', ageInYears: 14, legalStatus: 'careOrder', firstPlacement: false },
    placement: { type, basis, startsAt: at, area: 'inside', educationDisrupted: false, address: '14 Tannery Row' },
    confirmedAt: at,
    confirmedBy: { name: 'Nadia Castellane', email: emailOf('Nadia Castellane'), role: 'placementOfficer' },
    people: people.map(({ role, name, more }) => ({
      role,
      name,
      email: role === 'child' ? null : emailOf(name),
      ...more,
    })),
    ...over,
  }
}

/** Those who stand around a child in a children's home of the practice town. */
export const HOME_PEOPLE: Person[] = [
  { role: 'child', name: 'Q.X.', more: { decision: { part: 'attend' } } },
  { role: 'registeredManager', name: 'Moira Fensom' },
  { role: 'childsSocialWorker', name: 'Owen Tremlett' },
  { role: 'teamManager', name: 'Helen Marchbank' },
  { role: 'independentReviewingOfficer', name: 'Stephen Adeyinka' },
]
