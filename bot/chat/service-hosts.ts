/** To which hosts the app may speak (B7): an activity says where answers go, and not every one may be believed. */
const TEAMS_HOSTS = ['smba.trafficmanager.net']
const THIS_COMPUTER = ['127.0.0.1', 'localhost', '[::1]']

type Whose = { local: true } | { local: false; serviceHosts?: string[] }

/** In the local workplace this computer alone, at any port; otherwise Teams' own hosts over https. */
export function isServiceUrlAllowed(serviceUrl: string, whose: Whose): boolean {
  const url = URL.parse(serviceUrl)
  if (!url || url.username || url.password) return false
  if (whose.local) return /^https?:$/.test(url.protocol) && THIS_COMPUTER.includes(url.hostname)
  const hosts = [...TEAMS_HOSTS, ...(whose.serviceHosts ?? [])]
  return url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname)
}
