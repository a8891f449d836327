/**
 * The little Markdown that Teams reads in cards and bots' messages: bold, italics, links, lists. Everything else stays
 * the text that it is; what comes out holds no markup but our own.
 */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark]!)

/** HTML for a text; lines of a list become lists, other lines keep their breaks. */
export function markdownHtml(text: string): string {
  const blocks: { list: 'ul' | 'ol' | null; lines: string[] }[] = []
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const [, bullet, number, item] = /^\s*(?:([-*])|(\d+[.)]))\s+(.*)$/.exec(line) ?? []
    const list = bullet ? 'ul' : number ? 'ol' : null
    const last = blocks.at(-1)
    if (last && last.list === list) last.lines.push(item ?? line)
    else blocks.push({ list, lines: [item ?? line] })
  }
  return blocks
    .map(({ list, lines }) => {
      const html = lines.map(inlineHtml)
      return list ? `<${list}>${html.map((item) => `<li>${item}</li>`).join('')}</${list}>` : html.join('<br>')
    })
    .join('')
}

/** Marks stand for nothing inside: one private character each, which no text is allowed to bring along. */
const HIDDEN_FROM = 0xe000

function inlineHtml(line: string): string {
  const escaped: string[] = []
  const hide = (mark: string) => String.fromCharCode(HIDDEN_FROM + escaped.push(mark) - 1)
  const clean = line.replace(/[\ue000-\uf8ff]/g, '')
  const hidden = clean.replace(/\\([\\`*_[\]<>~#|{}()+.!-])/g, (_, mark: string) => hide(mark))
  return escapeHtml(hidden)
    .replace(/\[([^\]]+)\]\(([^()\s]+)\)/g, (whole, words: string, url: string) =>
      isLink(url) ? `<a href="${url}" rel="noreferrer">${words}</a>` : whole,
    )
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*_])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*_])/g, '<em>$2</em>')
    .replace(/[\ue000-\uf8ff]/g, (mark) => escapeHtml(escaped[mark.charCodeAt(0) - HIDDEN_FROM] ?? ''))
}

const isLink = (url: string) => /^(https?:|mailto:)/i.test(url)
