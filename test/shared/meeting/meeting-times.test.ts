import { describe, expect, test } from '@jest/globals'
import { chatIn, timesWords, toldByCall } from '../../../shared/meeting/meeting-times.ts'
import { instant } from '../../../shared/dates/time.ts'

const at = (time: string, day = '2026-11-04') => instant(`${day}T${time}:00Z`)
const slot = { start: at('10:00'), end: at('11:00') }

describe('what the call in Teams says of the meeting', () => {
  test('its first beginning and its last end count, since a call may break off', () => {
    expect(toldByCall('began', at('10:02'), slot, {})).toEqual({ began: at('10:02') })
    expect(toldByCall('began', at('10:20'), slot, { began: at('10:02') })).toBeNull()
    expect(toldByCall('ended', at('10:15'), slot, { began: at('10:02') })).toEqual({ ended: at('10:15') })
    const broken = { began: at('10:02'), ended: at('10:15') }
    expect(toldByCall('ended', at('11:10'), slot, broken)).toEqual({ ended: at('11:10') })
  })

  test('nothing, where somebody only tries the link beforehand or looks in long afterwards', () => {
    expect(toldByCall('began', at('15:00', '2026-11-03'), slot, {})).toBeNull()
    expect(toldByCall('ended', at('15:05', '2026-11-03'), slot, {})).toBeNull()
    expect(toldByCall('ended', at('09:00', '2026-11-06'), slot, { began: at('10:02') })).toBeNull()
  })

  test('people come early: half an hour before counts', () => {
    expect(toldByCall('began', at('09:30'), slot, {})).toEqual({ began: at('09:30') })
    expect(toldByCall('began', at('09:29'), slot, {})).toBeNull()
  })
})

test('in the record it stands in London time', () => {
  expect(timesWords({ began: instant('2026-07-01T09:02:00Z'), ended: instant('2026-07-01T10:05:00Z') })).toBe(
    'Began at 10:02, ended at 11:05',
  )
  expect(timesWords({ ended: at('11:05') })).toBe('Ended at 11:05')
  expect(timesWords(undefined)).toBe('')
})

test('the chat of a meeting stands in its link', () => {
  expect(chatIn('https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zm9v%40thread.v2/0?context=%7b%7d')).toBe(
    '19:meeting_Zm9v@thread.v2',
  )
  expect(chatIn('https://teams.microsoft.com/meet/2345678?p=abc')).toBeNull()
  expect(chatIn('https://teams.microsoft.com/l/meetup-join/%E0%A4%A/0')).toBeNull()
})
