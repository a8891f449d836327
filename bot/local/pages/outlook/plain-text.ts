/** The words of a mail or an invitation without its dress. Nothing of the HTML is ever drawn. */
const BREAKS_AFTER = new Set(['P', 'DIV', 'TR', 'LI', 'H1', 'H2', 'H3', 'H4', 'UL', 'OL', 'TABLE', 'BLOCKQUOTE'])
const SILENT = new Set(['STYLE', 'SCRIPT', 'HEAD', 'TITLE'])

export function plainText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  return textIn(body)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/^_{8,}$/gm, '———')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function textIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s*\n\s*/g, ' ')
  if (!(node instanceof HTMLElement) || SILENT.has(node.tagName)) return ''
  if (node.tagName === 'BR') return '\n'
  const inner = [...node.childNodes].map(textIn).join('')
  if (node.tagName === 'LI') return `\n• ${inner.trim()}`
  if (node instanceof HTMLAnchorElement) return withAddress(inner, node.getAttribute('href') ?? '')
  return BREAKS_AFTER.has(node.tagName) ? `\n${inner}\n` : inner
}

const withAddress = (words: string, href: string) => (!href || words.includes(href) ? words : `${words} <${href}>`)

export type TextPiece = { text: string } | { here: string } | { away: string }

/** Splits text at its web addresses: those of this very place can be opened, all others are merely named. */
export function withLinks(text: string, origin: string): TextPiece[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (!/^https?:/.test(piece)) return { text: piece }
      return URL.parse(piece)?.origin === origin ? { here: piece } : { away: piece }
    })
}
