/** The tags of an HTML text and the words between them. One pass, whatever the text holds; a "<" that opens no tag is text. */

export type HtmlToken = { kind: 'text'; text: string } | { kind: 'open' | 'close'; name: string; attributes: string }

export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open !== at) yield { kind: 'text', text: decoded(html.slice(at, open < 0 ? undefined : open)) }
    if (open < 0) return
    const tag = TAG.exec(html.slice(open, open + 24))
    const isRemark = /^<[!?]/.test(html.slice(open, open + 2))
    if (!tag && !isRemark) {
      yield { kind: 'text', text: '<' }
      at = open + 1
      continue
    }
    const mark = html.startsWith('<!--', open) ? '-->' : '>'
    const end = html.indexOf(mark, open)
    // A tag that never ends swallows the rest, as it does in a browser.
    if (end < 0) return
    if (tag) {
      const attributes = html.slice(open + tag[0].length, Math.min(end, open + LONGEST_TAG))
      yield { kind: tag[1] === '/' ? 'close' : 'open', name: tag[2]!.toLowerCase(), attributes }
    }
    at = end + mark.length
  }
}

const TAG = /^<(\/?)([a-z][a-z0-9:]{0,20})/i
const LONGEST_TAG = 2_000

const NAMED: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', hellip: '…', pound: '£', bull: '•', middot: '·', eacute: 'é', Eacute: 'É', egrave: 'è', agrave: 'à', aacute: 'á', iacute: 'í', oacute: 'ó', uacute: 'ú', ouml: 'ö', uuml: 'ü', auml: 'ä', ccedil: 'ç', ntilde: 'ñ', shy: '', zwnj: '', zwj: '', check: '✓', times: '×',
} // prettier-ignore

function decoded(text: string): string {
  return text.replace(/[\n\r\t]+/g, ' ').replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED[name] ?? whole
    const code = decimal ? Number(decimal) : parseInt(hex!, 16)
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isCharacter ? String.fromCodePoint(code) : ''
  })
}
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,10}));?/gi
