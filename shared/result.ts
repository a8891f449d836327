/** What a use case or rule answers when a person can act on a "no": a value, or a refusal from a closed set. */
export type Result<Value, Reason extends string = string> =
  { ok: true; value: Value } | { ok: false; refusal: Refusal<Reason> }

/** A rule said no. `detail` holds words for the screen and never anything about a person. */
export type Refusal<Reason extends string = string> = { reason: Reason; detail?: string }

export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

export const refuse = <Reason extends string>(
  reason: Reason,
  detail?: string,
): { ok: false; refusal: Refusal<Reason> } => ({
  ok: false,
  refusal: detail === undefined ? { reason } : { reason, detail },
})
