import { describe, expect, test } from '@jest/globals'
import { readMessage } from '../../../shared/intake/read-message.ts'
import { instant } from '../../../shared/dates/time.ts'

const RECEIVED = instant('2026-12-16T10:00:00Z')
const FROM = { name: 'Orla Fenwick', email: 'orla.fenwick@ashcombe.example.gov.uk' }

const read = (...lines: string[]) => readMessage(lines.join('\n'), { received: RECEIVED, from: FROM })

describe('a confirmation as labelled lines', () => {
  const reading = read(
    'Case ref: LCS-300111',
    'Placement ref: PL-70010',
    'Child: K.M., boy, aged 9',
    'Legal status: s.20',
    'Type of placement: In-house fostering',
    'Planned or emergency: Emergency',
    'Start: Fri 18th Dec at 5.30pm',
    'Out of area? No',
    'Foster carers: Dilys and Glyn Marsh, dilys.marsh@example.org',
    'SSW: Farah Siddiqui (farah.siddiqui@ashcombe.example.gov.uk)',
    'SW - Ravi Nair, ravi.nair@ashcombe.example.gov.uk',
    'Mum: Tina Marlow, has PR, will attend, may have the address',
    "Child's part in the meeting: contribute",
  )
  const [confirmation] = reading.confirmations

  test('gives its fields', () => {
    expect(reading.verdict).toBe('confirmation')
    expect(confirmation?.fields).toEqual({
      caseReference: 'LCS-300111',
      placementReference: 'PL-70010',
      child: { initials: 'KM', ageInYears: 9, legalStatus: 'section20' },
      placement: {
        type: 'foster',
        basis: 'emergency',
        startsAt: '2026-12-18T17:30:00Z',
        area: 'inside',
        providerKind: 'authority',
      },
      confirmedAt: RECEIVED,
      confirmedBy: FROM,
      people: [
        { role: 'fosterCarer', name: 'Dilys Marsh', email: 'dilys.marsh@example.org' },
        { role: 'fosterCarer', name: 'Glyn Marsh' },
        { role: 'supervisingSocialWorker', name: 'Farah Siddiqui', email: 'farah.siddiqui@ashcombe.example.gov.uk' },
        { role: 'childsSocialWorker', name: 'Ravi Nair', email: 'ravi.nair@ashcombe.example.gov.uk' },
        {
          role: 'mother',
          name: 'Tina Marlow',
          parentalResponsibility: true,
          clearedForAddress: true,
          decision: { part: 'attend' },
        },
        { role: 'child', name: 'the child', decision: { part: 'contribute' } },
      ],
    })
  })

  test('asks nothing, since everything is said', () => {
    expect(confirmation?.asks).toEqual([])
  })

  test('says which words gave each value', () => {
    expect(confirmation?.words).toContainEqual({ field: 'placement.startsAt', phrase: 'Fri 18th Dec at 5.30pm' })
    expect(confirmation?.words).toContainEqual({ field: 'child.legalStatus', phrase: 's.20' })
    expect(confirmation?.words).toContainEqual({ field: 'part:mother', phrase: 'will attend' })
  })
})

test('chatter is not a confirmation', () => {
  expect(read('Morning all, is anyone in the office on Friday? I have cake.')).toEqual({
    verdict: 'notAConfirmation',
    confirmations: [],
  })
})
