/**
 * Loaded ahead of the app, in a process of its own, where Microsoft's servers are to be a local workplace: their names
 * lead to the address in MICROSOFT_AT, and everything else stays as it is.
 */
const MICROSOFT = ['https://graph.microsoft.com', 'https://login.microsoftonline.com']
const { MICROSOFT_AT } = process.env
const { fetch: overTheNetwork, Request } = globalThis

globalThis.fetch = (asked, init) => {
  const { href } = new URL(asked instanceof Request ? asked.url : asked)
  const server = MICROSOFT.find((one) => href.startsWith(`${one}/`))
  if (!server) return overTheNetwork(asked, init)
  const there = `${MICROSOFT_AT}${href.slice(server.length)}`
  return overTheNetwork(asked instanceof Request ? new Request(there, asked) : there, init)
}
