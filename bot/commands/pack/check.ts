/** Every cell of a practice that nobody has stated yet. */
import { cellsOf } from '../../../shared/practice/pack-cells.ts'
import type { PracticePack } from '../../../shared/practice/practice-pack.ts'
import { dayWords } from '../../../shared/dates/time.ts'

export function checkLines(pack: PracticePack): string[] {
  const cells = cellsOf(pack)
  const count = (from: string) => cells.filter((cell) => cell.from === from).length
  const gaps = cells.filter(({ from }) => from === 'gap')
  return [
    `${pack.name}, version ${pack.version}, for placements that start from ${dayWords(pack.effectiveFrom)}: accepted.`,
    `${cells.length} cells: ${count('stated')} stated by the source, ${count('law')} by the law, ${gaps.length} that the authority has to confirm.`,
    ...(gaps.length > 0 ? ['', 'To confirm:'] : []),
    ...gaps.flatMap(({ path, is, says }) => [`  ${path}: ${is}`, `    ${says}`]),
  ]
}
