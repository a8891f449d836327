/** How what somebody looks for is taken apart: into words, each found by how it begins. */

/** As short as it may be. */
export const SHORTEST = 2

export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
