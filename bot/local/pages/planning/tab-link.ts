/** Where in the tab a link leads: by its address, or as Teams writes links to tabs. `null` for a link to elsewhere. */
export function pageInTab(url: string, origin: string): string | null {
  const link = URL.parse(url, origin)
  if (!link) return null
  if (link.origin === origin && isTab(link.pathname)) return `${link.pathname}${link.search}`
  if (link.hostname !== 'teams.microsoft.com' || !link.pathname.startsWith('/l/entity/')) return null
  const subPage = subPageIn(link.searchParams.get('context'))
  const web = link.searchParams.get('webUrl')
  const page = web ? URL.parse(web)?.pathname : undefined
  if (page && isTab(page)) return page
  return subPage ? `/tab/meetings/${encodeURIComponent(subPage)}` : '/tab/'
}

const isTab = (path: string) => path === '/tab' || path.startsWith('/tab/')

function subPageIn(context: string | null): string | null {
  try {
    const { subEntityId } = JSON.parse(context ?? '{}') as { subEntityId?: unknown }
    return typeof subEntityId === 'string' ? subEntityId : null
  } catch {
    return null // a link that was cut short still leads to the tab
  }
}
