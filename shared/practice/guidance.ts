/** What a practice is read with, each a press away for whoever chairs, and whether it is law or guidance (R-099, K-22). */
import type { Practice } from '../people/attendees.ts'
import type { RuleStatus } from '../meeting/plan.ts'

export type Guidance = { title: string; link: string; status: RuleStatus }

/** The practice's own first, then what everybody works by and it does not name. */
export function guidanceOf({ pack, fallback }: Practice): Guidance[] {
  const own = pack.guidance ?? []
  const others = pack === fallback ? [] : (fallback.guidance ?? [])
  return [...own, ...others.filter(({ link }) => !own.some((cell) => cell.link === link))].map(
    ({ is, link, status }) => ({ title: is, link, status }),
  )
}
