/** How long to wait before a job is tried again: longer each time, up to an hour, and never in step with others. */

/** In all this is about half a day, which outlasts most outages of what the jobs talk to. */
export const MOST_TRIES = 20

const FIRST_SECONDS = 5
const LONGEST_SECONDS = 60 * 60

/** Seconds to wait after so many tries in vain. `random` is from 0 to 1; `asked` is what the other side wants at least. */
export function delayBefore(tries: number, random: number, asked = 0): number {
  const full = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (tries - 1))
  // The app's clock shows whole seconds, so one that has just begun has to be over, too.
  return Math.max(full * (0.5 + random / 2), asked > 0 ? Math.ceil(asked) + 1 : 0)
}
