/**
 * Stands in for `temporal-polyfill` in the build: browsers that know Temporal (Teams has, since early 2026) are not made
 * to load it again, the others fetch it before anything else runs.
 */
import type * as Polyfill from 'temporal-polyfill'

const native = (globalThis as { Temporal?: typeof Polyfill.Temporal }).Temporal

export const Temporal = native ?? (await import('temporal-polyfill/implementation')).Temporal
