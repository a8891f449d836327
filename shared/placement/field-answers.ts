/** For each question about a field: what is accepted, how it is read, and where it goes. */
import type { PartialConfirmation } from './draft.ts'
import { readDay } from '../intake/values/british-dates.ts'
import { readMoment } from '../intake/values/british-moments.ts'
import { readAge, readInitials } from '../intake/values/child-values.ts'
import {
  isPlaceholder,
  readArea,
  readBasis,
  readLegalStatus,
  readPlacementType,
  readProviderKind,
  readReference,
  readYesNo,
  type Said,
} from '../intake/values/field-values.ts'
import { readHousehold, readUrn } from '../intake/values/home-values.ts'
import { emailsIn } from '../intake/values/names.ts'
import { readPeople } from '../intake/people.ts'
import {
  AREAS,
  BASES,
  LEGAL_STATUSES,
  PLACEMENT_TYPES,
  PROVIDER_KINDS,
  type Child,
  type PlacementDetails,
} from './placement.ts'
import {
  OLD_ENOUGH,
  OTHER_STATUSES,
  OTHER_TYPES,
  readRemand,
  readUnder16,
  withDetail,
  withRemand,
  withUnder16,
} from './queried.ts'
import type { LocalDate } from '../dates/time.ts'

export type FieldAnswer = {
  accepted: string
  /** `undefined` for a text that is not accepted. */
  read: (text: string, fields: PartialConfirmation) => unknown
  put: (fields: PartialConfirmation, value: unknown) => PartialConfirmation
}

const A_MOMENT = 'a day and a time in London, such as 18/12/2026 17:30'
const A_DAY = 'a day, such as 18/12/2026'
const A_LINE = 'one line of text'

const child = <Name extends keyof Child>(
  name: Name,
  accepted: string,
  read: (text: string) => Child[Name] | undefined,
): FieldAnswer => ({
  accepted,
  read,
  put: (fields, value) => ({ ...fields, child: { ...fields.child, [name]: value } }),
})
const placement = <Name extends keyof PlacementDetails>(
  name: Name,
  accepted: string,
  read: (text: string) => PlacementDetails[Name] | undefined,
): FieldAnswer => ({
  accepted,
  read,
  put: (fields, value) => ({ ...fields, placement: { ...fields.placement, [name]: value } }),
})
const reference = (name: 'caseReference' | 'placementReference'): FieldAnswer => ({
  accepted: 'a reference, such as LCS-104233',
  read: (text) => (isLine(text, 64) ? (said(readReference)(text) ?? (/\s/.test(text) ? undefined : text)) : undefined),
  put: (fields, value) => ({ ...fields, [name]: value }),
})
const choice = (name: 'chair' | 'convenor'): FieldAnswer => ({
  accepted: 'the e-mail address of one of the people named',
  read: (text, { people = [] }) => {
    const address = emailsIn(text)[0]?.toLowerCase()
    const chosen = people.find(
      ({ email, name }) =>
        email && (address ? email.toLowerCase() === address : name.toLowerCase() === text.toLowerCase()),
    )
    return chosen?.email ?? undefined
  },
  put: (fields, value) => ({ ...fields, choices: { ...fields.choices, [name]: value as string } }),
})
const yesOrNo = <Name extends keyof Child>(name: Name) =>
  child(name, 'yes or no', said(readYesNo) as (text: string) => Child[Name] | undefined)

const basis = placement('basis', 'planned or emergency', exactlyOr(BASES, readBasis))
const placementType = placement(
  'type',
  `one of ${PLACEMENT_TYPES.join(', ')}`,
  exactlyOr(PLACEMENT_TYPES, (text) => readPlacementType(text, true)),
)

export const FIELD_ANSWERS: Record<string, FieldAnswer> = {
  caseReference: reference('caseReference'),
  placementReference: reference('placementReference'),
  'child.initials': child('initials', '1 to 4 letters', said(readInitials)),
  'child.ageInYears': child(
    'ageInYears',
    'a whole number of years from 0 to 17',
    said((text) => readAge(text, true)),
  ),
  'child.legalStatus': child(
    'legalStatus',
    `one of ${LEGAL_STATUSES.join(', ')}`,
    exactlyOr(LEGAL_STATUSES, (text) => readLegalStatus(text, true)),
  ),
  'child.firstPlacement': yesOrNo('firstPlacement'),
  'child.newlyLookedAfterOn': child(
    'newlyLookedAfterOn',
    `${A_DAY}; or "no" where the first review has been held`,
    (text) => (said(readYesNo)(text) === false ? null : dayIn(text)),
  ),
  'child.turns18On': child('turns18On', A_DAY, dayIn),
  'child.keyStage4': yesOrNo('keyStage4'),
  'child.missingHistory': yesOrNo('missingHistory'),
  'child.missingNow': yesOrNo('missingNow'),
  'child.protectionConcern': yesOrNo('protectionConcern'),
  'child.courtProceedings': yesOrNo('courtProceedings'),
  'child.unaccompaniedAsylumSeeking': yesOrNo('unaccompaniedAsylumSeeking'),
  placementType,
  'placement.type': placementType,
  basis,
  'placement.basis': basis,
  'placement.startsAt': placement(
    'startsAt',
    `${A_MOMENT}; or "not known" while the placement is still being found`,
    (text) => {
      const moment = readMoment(text)
      return 'at' in moment ? moment.at : isPlaceholder(text) ? null : undefined
    },
  ),
  'placement.plannedEndOn': placement('plannedEndOn', A_DAY, (text) => dayIn(text)),
  'placement.shortBreaks': placement('shortBreaks', 'yes or no', said(readYesNo)),
  'placement.area': placement(
    'area',
    `one of ${AREAS.join(', ')}`,
    exactlyOr(AREAS, (text) => readArea(text, true)),
  ),
  'placement.providerName': placement('providerName', A_LINE, (text) => (isLine(text, 200) ? text : undefined)),
  'placement.providerUrn': placement('providerUrn', 'the Ofsted number, such as SC900417', said(readUrn)),
  'placement.providerKind': placement(
    'providerKind',
    `one of ${PROVIDER_KINDS.join(', ')}`,
    exactlyOr(PROVIDER_KINDS, (text) => readProviderKind(text, true)),
  ),
  'placement.address': placement('address', 'the address on one line', (text) =>
    isLine(text, 300) && !isPlaceholder(text) ? text : undefined,
  ),
  'placement.educationDisrupted': placement('educationDisrupted', 'yes or no', said(readYesNo)),
  'placement.household': placement(
    'household',
    'who else lives there, parted by semicolons; or "nobody"',
    said(readHousehold),
  ),
  chair: choice('chair'),
  'choices.chair': choice('chair'),
  convenor: choice('convenor'),
  'choices.convenor': choice('convenor'),
  remand: {
    accepted: `hold, none, or the legal status that it is instead: one of ${OTHER_STATUSES.join(', ')}`,
    read: (text) => readRemand(text),
    put: (fields, value) => withRemand(fields, value as Parameters<typeof withRemand>[1]),
  },
  remandBecause: {
    accepted: 'the reason in a few words',
    read: (text) => text,
    put: (fields, value) => withDetail(fields, { because: value as string }),
  },
  remandDecidedBy: {
    accepted: 'the name of whoever decided',
    read: (text) => (isLine(text, 200) ? text : undefined),
    put: (fields, value) => withDetail(fields, { decidedBy: value as string }),
  },
  under16: {
    accepted: `the age, ${OLD_ENOUGH.join(' or ')}; another kind of placement, one of ${OTHER_TYPES.join(', ')}; or none`,
    read: (text) => readUnder16(text),
    put: (fields, value) => withUnder16(fields, value as Parameters<typeof withUnder16>[1]),
  },
  lateReason: {
    accepted: 'the reason in a few words',
    read: (text) => text,
    put: (fields, value) => ({ ...fields, choices: { ...fields.choices, lateReason: value as string } }),
  },
  reason: {
    accepted: 'the reason in a few words, for a meeting that something called for',
    read: (text, { trigger }) => (trigger ? text : undefined),
    put: (fields, value) => ({ ...fields, trigger: { ...fields.trigger!, reason: value as string } }),
  },
  safeguardingLead: {
    accepted: 'the name of whoever leads the safeguarding process, once they agree',
    read: (text, { trigger }) => (trigger && isLine(text, 200) ? text : undefined),
    put: (fields, value) => ({ ...fields, trigger: { ...fields.trigger!, agreedBy: value as string } }),
  },
  missingEpisode: {
    // Where it calls for no meeting there is nothing to answer: what came in is dismissed.
    accepted: 'missingDuration or missingOccasions',
    read: (text, { trigger }) => (trigger && ['missingDuration', 'missingOccasions'].includes(text) ? text : undefined),
    put: (fields, value) => ({ ...fields, trigger: { ...fields.trigger!, kind: value as 'missingDuration' } }),
  },
  confirmer: {
    accepted: 'the name and e-mail address of whoever confirms the placement',
    read: (text) => {
      const [person] = readPeople(text)
      return person?.email ? { name: person.name, email: person.email } : undefined
    },
    put: (fields, value) => ({ ...fields, confirmedBy: value as { name: string; email: string } }),
  },
}

function said<Value>(read: (text: string) => Said<Value> | null): (text: string) => Value | undefined {
  return (text) => read(text)?.value
}

/** A value as the app itself writes it, or in words. */
function exactlyOr<Value extends string>(values: readonly Value[], read: (text: string) => Said<Value> | null) {
  return (text: string): Value | undefined => values.find((value) => value === text) ?? read(text)?.value
}

function dayIn(text: string): LocalDate | undefined {
  const day = readDay(text)
  return 'date' in day ? day.date : undefined
}

function isLine(text: string, most: number): boolean {
  return text.length <= most && !/\p{Cc}/u.test(text)
}
