/** Bodies of events and mails: kept as HTML, given back as HTML or as plain text. */
const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
  '&amp;': '&',
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** What the service keeps of a body: a whole HTML document. */
export function keptHtml(content: string, contentType: 'html' | 'text'): string {
  if (contentType === 'html' && /<html[\s>]/i.test(content)) return content
  const inner =
    contentType === 'html'
      ? content
      : `<div class="PlainText">${escapeHtml(content).replaceAll(/\r?\n/g, '<br>\r\n')}</div>`
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${inner}</body></html>`
}

export function plainText(html: string): string {
  return html
    .replace(/<head[\s\S]*?<\/head>/gi, '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, '')
    .replace(/\r?\n/g, ' ')
    .replace(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, href: string, words: string) =>
      words.includes(href) ? words : `${words}<${href}>`.replace('<', '&lt;').replace('>', '&gt;'),
    )
    .replace(/<(br|\/p|\/div|\/tr|\/li|\/h\d)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The first 255 characters, as lists show them. */
export const preview = (html: string): string =>
  plainText(html)
    .replace(/\s*\n\s*/g, '\r\n')
    .slice(0, 255)
