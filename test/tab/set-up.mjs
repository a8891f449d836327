// What browsers have and jsdom lacks.
import { TextDecoder, TextEncoder } from 'node:util'

// teams-js asks for its list of hosts as soon as it is imported; without a fetch the whole run would end there.
globalThis.fetch ??= async () => new Response('{}', { status: 404 })
globalThis.TextEncoder ??= TextEncoder
globalThis.TextDecoder ??= TextDecoder
globalThis.matchMedia ??= (media) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} })
if (globalThis.Element) globalThis.Element.prototype.scrollIntoView ??= () => {}
globalThis.CSS ??= { escape: (text) => text.replace(/[^\w-]/g, '\\$&') }
