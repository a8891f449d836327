/** The ids that exist in the requirement catalogue, so that a part of the app cannot claim one that does not. */
const range = (letter: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => `${letter}-${String(from + n).padStart(letter === 'R' ? 3 : 2, '0')}`)

const REQUIREMENTS = [
  ...range('R', 1, 18), ...range('R', 20, 33), ...range('R', 35, 41), ...range('R', 45, 50), ...range('R', 55, 70),
  ...range('R', 75, 80), ...range('R', 85, 99), ...range('R', 105, 134), ...range('R', 140, 146), ...range('R', 150, 156),
  ...range('R', 160, 166), ...range('R', 170, 176), ...range('R', 180, 187), ...range('R', 190, 197), ...range('R', 200, 228),
] // prettier-ignore
const PRIVACY = [
  ...range('P', 1, 11), ...range('P', 20, 26), ...range('P', 30, 35), ...range('P', 40, 44), ...range('P', 50, 57),
] // prettier-ignore
const EDGE_CASES = [1, 2, 4, 5, 7, 10, 12, 13, 15, 16, 18, 19, 20, 21, 23, 26, 29, 30, 32, 33, 34, 38, 39, 41, 42, 43, 44, 45, 48, 51, 52, 54]
  .map((n) => `E-${String(n).padStart(2, '0')}`) // prettier-ignore

export const KNOWN_IDS = new Set([
  ...REQUIREMENTS,
  ...PRIVACY,
  ...EDGE_CASES,
  ...range('A', 1, 14),
  ...range('K', 1, 22),
  ...range('L', 1, 41),
  'L-03a',
])
