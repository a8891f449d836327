/**
 * Where two statements of a confirmation cannot both be true. Only what is beyond doubt: whatever could be explained
 * is left for a person to be asked about.
 */
import {
  isParentRole,
  type Child,
  type Person,
  type PlacementConfirmation,
  type Trigger,
} from '../placement/placement.ts'
import { addMonths, londonDate, yearsBetween } from '../dates/time.ts'
import type { Fault } from './faults.ts'

export function contradictionsIn(confirmation: PlacementConfirmation): Fault[] {
  return [
    ...samePersonTwice(confirmation.people),
    ...leaveThatEndsBeforeItBegins(confirmation.people),
    ...endBeforeStart(confirmation),
    ...familyTimeThatEndsBeforeItBegins(confirmation.child),
    ...ageAgainstBirthday(confirmation),
    ...(confirmation.trigger ? episodesOutOfOrder(confirmation.trigger) : []),
    ...choiceFromOutside(confirmation),
  ]
}

function samePersonTwice(people: Person[]): Fault[] {
  const seen = new Set<string>()
  return people.flatMap(({ role, email }, index) => {
    if (!email) return []
    const key = `${role} ${email.toLowerCase()}`
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const wrong = 'is given for this role already'
    return [{ field: `people.${index}.email`, wrong, accepted: 'each role and e-mail address together once' }]
  })
}

const leaveThatEndsBeforeItBegins = (people: Person[]): Fault[] =>
  people.flatMap(({ onLeave = [] }, person) =>
    onLeave.flatMap(({ from, to }, leave) =>
      to < from ? [before(`people.${person}.onLeave.${leave}.to`, 'the first day of leave')] : [],
    ),
  )

const familyTimeThatEndsBeforeItBegins = ({ familyTime = [] }: Child): Fault[] =>
  familyTime.flatMap(({ from, until }, n) =>
    until <= from
      ? [
          {
            field: `child.familyTime.${n}.until`,
            wrong: 'is before its beginning',
            accepted: 'a time later on that day',
          },
        ]
      : [],
  )

function endBeforeStart({ placement }: PlacementConfirmation): Fault[] {
  const { startsAt, plannedEndOn } = placement
  return startsAt && plannedEndOn && plannedEndOn < londonDate(startsAt)
    ? [before('placement.plannedEndOn', 'the day on which the placement starts')]
    : []
}

/** A year either way is left alone: ages are rounded, and a birthday in a leap year can be kept on two days. */
function ageAgainstBirthday({ child, placement }: PlacementConfirmation): Fault[] {
  if (!child.turns18On || !placement.startsAt) return []
  const start = londonDate(placement.startsAt)
  const age = child.turns18On <= start ? 18 : yearsBetween(addMonths(child.turns18On, -18 * 12), start)
  if (age < 18 && Math.abs(age - child.ageInYears) <= 1) return []
  const accepted = 'an eighteenth birthday after the start that fits the age given'
  return [{ field: 'child.turns18On', wrong: 'contradicts child.ageInYears', accepted }]
}

function episodesOutOfOrder({ kind, at, episodes = [] }: Trigger): Fault[] {
  const faults = episodes.flatMap(({ from, to }, index) => {
    const previous = episodes[index - 1]
    if (to < from) return [before(`trigger.episodes.${index}.to`, 'the beginning of the episode')]
    if (previous && from < previous.to)
      return [before(`trigger.episodes.${index}.from`, 'the end of the one before it')]
    return []
  })
  const last = episodes.at(-1)
  if (kind === 'missing' && last && last.to !== at && faults.length === 0) {
    const accepted = 'the moment given as trigger.at, when the child returned'
    return [{ field: `trigger.episodes.${episodes.length - 1}.to`, wrong: 'is not the return', accepted }]
  }
  return faults
}

/** Chair and convenor are chosen among the people, and neither the child nor a parent holds the meeting. */
function choiceFromOutside({ people, choices }: PlacementConfirmation): Fault[] {
  return (['chair', 'convenor'] as const).flatMap((duty) => {
    const chosen = choices?.[duty]?.toLowerCase()
    if (!chosen) return []
    const roles = people.filter(({ email }) => email?.toLowerCase() === chosen).map(({ role }) => role)
    if (roles.some((role) => role !== 'child' && !isParentRole(role))) return []
    const wrong = roles.length === 0 ? 'is nobody in people' : 'is the child or a parent'
    const accepted = 'the e-mail address of one of the people, neither the child nor a parent'
    return [{ field: `choices.${duty}`, wrong, accepted }]
  })
}

const before = (field: string, what: string): Fault => ({
  field,
  wrong: `is before ${what}`,
  accepted: 'that day or moment, or a later one',
})
