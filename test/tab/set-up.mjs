// What browsers have and jsdom lacks.
import { TextDecoder, TextEncoder } from 'node:util'

// teams-js asks for its list of hosts as soon as it is imported; without a fetch the whole run would end there.
globalThis.fetch ??= async () => new Response('{}', { status: 404 })
globalThis.TextEncoder ??= TextEncoder
globalThis.TextDecoder ??= TextDecoder
globalThis.matchMedia ??= (media) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} })
if (globalThis.Element) globalThis.Element.prototype.scrollIntoView ??= () => {}
if (globalThis.window) globalThis.scrollTo = () => {}
globalThis.CSS ??= { escape: (text) => text.replace(/[^\w-]/g, '\\$&') }

// Who looks for a control by its name asks of each element in it whether it is shown, and jsdom answers by trying every
// rule of every sheet: two thirds of all the time of these tests. Here an element is styled by what it carries itself,
// and laid out as its kind is; what a sheet does to it is asked of a real browser.
const IN_A_LINE = new Set('A B BUTTON CODE EM I INPUT LABEL MARK SELECT SMALL SPAN STRONG TEXTAREA'.split(' '))
/** Fluent's tabs hold their words a second time, unseen, so that the chosen one is no wider. */
const UNSEEN = 'fui-Tab__content--reserved-space'

function styleWithoutSheets(element) {
  const usual = {
    display: IN_A_LINE.has(element.tagName) ? 'inline' : 'block',
    visibility: element.classList?.contains(UNSEEN) ? 'hidden' : 'visible',
  }
  const valueOf = (name) => element.style?.getPropertyValue(name) || usual[name] || ''
  return new Proxy(element.style ?? {}, {
    get(style, name) {
      if (name === 'getPropertyValue') return valueOf
      const own = Reflect.get(style, name, style)
      return typeof own === 'function' ? own.bind(style) : own || usual[name] || own
    },
  })
}
if (globalThis.window) globalThis.getComputedStyle = styleWithoutSheets
