/** Letters before a number that say whose reference it is, wherever it comes from. An authority's own initials do not. */

/** Liquidlogic's children's system, and Mosaic: what they number are children's cases. */
export const CASE_SYSTEMS = ['LCS', 'LL', 'MOS', 'MOSAIC', 'CASE']

export const PLACEMENT_PREFIXES = ['PL', 'PLC', 'PLA', 'PLCMT', 'PLACEMENT']
