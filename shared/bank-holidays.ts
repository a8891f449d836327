/**
 * England and Wales bank holidays as proclaimed, substitutes included (L-29, L-30). Data, not a calculation: an extra
 * day is proclaimed now and then. Nothing is counted before `knownFrom` or beyond `knownUntil`.
 */
import type { LocalDate } from './time.ts'

export type BankHolidays = {
  knownFrom: LocalDate
  knownUntil: LocalDate
  days: Map<LocalDate, string>
}

const BY_YEAR: Record<number, [monthAndDay: string, name: string][]> = {
  2019: [
    ['01-01', "New Year's Day"],
    ['04-19', 'Good Friday'],
    ['04-22', 'Easter Monday'],
    ['05-06', 'Early May bank holiday'],
    ['05-27', 'Spring bank holiday'],
    ['08-26', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ],
  2020: [
    ['01-01', "New Year's Day"],
    ['04-10', 'Good Friday'],
    ['04-13', 'Easter Monday'],
    ['05-08', 'Early May bank holiday (VE day)'],
    ['05-25', 'Spring bank holiday'],
    ['08-31', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-28', 'Boxing Day (substitute day)'],
  ],
  2021: [
    ['01-01', "New Year's Day"],
    ['04-02', 'Good Friday'],
    ['04-05', 'Easter Monday'],
    ['05-03', 'Early May bank holiday'],
    ['05-31', 'Spring bank holiday'],
    ['08-30', 'Summer bank holiday'],
    ['12-27', 'Christmas Day (substitute day)'],
    ['12-28', 'Boxing Day (substitute day)'],
  ],
  2022: [
    ['01-03', "New Year's Day (substitute day)"],
    ['04-15', 'Good Friday'],
    ['04-18', 'Easter Monday'],
    ['05-02', 'Early May bank holiday'],
    ['06-02', 'Spring bank holiday'],
    ['06-03', 'Platinum Jubilee bank holiday'],
    ['08-29', 'Summer bank holiday'],
    ['09-19', 'Bank holiday for the State Funeral of Queen Elizabeth II'],
    ['12-26', 'Boxing Day'],
    ['12-27', 'Christmas Day (substitute day)'],
  ],
  2023: [
    ['01-02', "New Year's Day (substitute day)"],
    ['04-07', 'Good Friday'],
    ['04-10', 'Easter Monday'],
    ['05-01', 'Early May bank holiday'],
    ['05-08', 'Bank holiday for the coronation of King Charles III'],
    ['05-29', 'Spring bank holiday'],
    ['08-28', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ],
  2024: [
    ['01-01', "New Year's Day"],
    ['03-29', 'Good Friday'],
    ['04-01', 'Easter Monday'],
    ['05-06', 'Early May bank holiday'],
    ['05-27', 'Spring bank holiday'],
    ['08-26', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ],
  2025: [
    ['01-01', "New Year's Day"],
    ['04-18', 'Good Friday'],
    ['04-21', 'Easter Monday'],
    ['05-05', 'Early May bank holiday'],
    ['05-26', 'Spring bank holiday'],
    ['08-25', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ],
  2026: [
    ['01-01', "New Year's Day"],
    ['04-03', 'Good Friday'],
    ['04-06', 'Easter Monday'],
    ['05-04', 'Early May bank holiday'],
    ['05-25', 'Spring bank holiday'],
    ['08-31', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-28', 'Boxing Day (substitute day)'],
  ],
  2027: [
    ['01-01', "New Year's Day"],
    ['03-26', 'Good Friday'],
    ['03-29', 'Easter Monday'],
    ['05-03', 'Early May bank holiday'],
    ['05-31', 'Spring bank holiday'],
    ['08-30', 'Summer bank holiday'],
    ['12-27', 'Christmas Day (substitute day)'],
    ['12-28', 'Boxing Day (substitute day)'],
  ],
  2028: [
    ['01-03', "New Year's Day (substitute day)"],
    ['04-14', 'Good Friday'],
    ['04-17', 'Easter Monday'],
    ['05-01', 'Early May bank holiday'],
    ['05-29', 'Spring bank holiday'],
    ['08-28', 'Summer bank holiday'],
    ['12-25', 'Christmas Day'],
    ['12-26', 'Boxing Day'],
  ],
}

export const ENGLAND: BankHolidays = {
  knownFrom: '2019-01-01' as LocalDate,
  knownUntil: '2028-12-31' as LocalDate,
  days: new Map(
    Object.entries(BY_YEAR).flatMap(([year, days]) => days.map(([day, name]) => [`${year}-${day}` as LocalDate, name])),
  ),
}
