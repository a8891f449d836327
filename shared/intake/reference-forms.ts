/**
 * Which of two references is the child's case's and which the placement's, where their forms say so: "LCS-104233" comes
 * from a case system, "PL-88120" is of a placement, and "OT33500/1" is the first placement of the case "OT33500".
 */
import { CASE_SYSTEMS, PLACEMENT_PREFIXES } from './vocabulary/reference-prefixes.ts'

export type BothReferences = { caseReference: string; placementReference: string }

/** `null` where the forms say nothing, or the same of both. */
export function whoseReferences([one, other, ...more]: string[]): BothReferences | null {
  if (!one || !other || more.length > 0) return null
  const ways = [
    { caseReference: one, placementReference: other },
    { caseReference: other, placementReference: one },
  ]
  const [fits, ...others] = ways.filter(fit)
  return fits && others.length === 0 ? fits : null
}

/** The case reference is not of a placement's form, nor the other way round, and at least one of the two says whose it is. */
function fit({ caseReference, placementReference }: BothReferences): boolean {
  if (isOfPlacement(caseReference) || isOfCase(placementReference)) return false
  return isOfCase(caseReference) || isOfPlacement(placementReference) || isPartOf(placementReference, caseReference)
}

export const isOfCase = (reference: string): boolean => CASE_SYSTEMS.includes(prefixOf(reference))
export const isOfPlacement = (reference: string): boolean => PLACEMENT_PREFIXES.includes(prefixOf(reference))

const prefixOf = (reference: string): string => /^\p{L}+(?=[-/ ]?\d)/u.exec(reference)?.[0].toUpperCase() ?? ''

const isPartOf = (part: string, whole: string): boolean =>
  part.startsWith(whole) && /^[/-]\d{1,2}$/.test(part.slice(whole.length))
