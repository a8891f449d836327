/** A plan as the plan command and the API show it: the contract's shape, every moment with the offset that London has then. */
import type { Clock, Deadline, Plan, RoleHolder } from './plan.ts'
import { londonIso, type Instant } from '../dates/time.ts'

export function planJson(plan: Plan) {
  return {
    pack: plan.pack,
    packVersion: plan.packVersion,
    status: plan.status,
    basis: plan.basis,
    meetings: plan.meetings.map((meeting) => ({
      kind: meeting.kind,
      combines: meeting.combines,
      triggers: meeting.triggers,
      deadline: meeting.deadline && deadlineJson(meeting.deadline),
      notBefore: moment(meeting.notBefore),
      mustStartBefore: moment(meeting.mustStartBefore),
      durationMinutes: meeting.durationMinutes,
      convenor: holder(meeting.convenor),
      chair: holder(meeting.chair),
      organiserMailbox: meeting.organiserMailbox,
      minimum: meeting.minimum,
      attendees: meeting.attendees.map(({ role, name, email, part, required, reachedBy, event }) => ({
        role,
        name,
        email,
        part,
        required,
        reachedBy,
        event,
      })),
      venue: meeting.venue,
      agenda: meeting.agenda.map(({ item, title, prompts, audience, requirements }) => ({
        item,
        title,
        prompts,
        audience,
        requirements,
      })),
      emergencyChecklist: meeting.emergencyChecklist,
      chairsChecklist: meeting.chairsChecklist,
      documents: meeting.documents,
    })),
    clocks: plan.clocks.map(clockJson),
    questions: plan.questions.map(({ id, text, requirements }) => ({ id, text, requirements })),
    warnings: plan.warnings,
  }
}

const moment = (at: Instant | null) => at && londonIso(at)
const holder = ({ role, person }: RoleHolder) => ({ role, person })

const deadlineJson = ({ at, date, rule, status, requirements }: Deadline) => ({
  at: londonIso(at),
  date,
  rule,
  status,
  requirements,
})

const clockJson = ({ id, due, fallback, owner, status, requirements, facts }: Clock) => ({
  id,
  due: due.includes('T') ? londonIso(due as Instant) : due,
  ...(fallback && { fallback }),
  owner,
  status,
  requirements,
  facts,
})
