import { describe, expect, test } from '@jest/globals'
import { isProven } from '../../../shared/intake/sender-proof.ts'

const from = { name: 'Sola Akintola', email: 'sola.akintola@fernhillcare.example' }
const AS_EXCHANGE_WRITES =
  'spf=pass (sender IP is 192.0.2.10) smtp.mailfrom=fernhillcare.example; dkim=pass (signature was verified) header.d=fernhillcare.example;dmarc=pass action=none header.from=fernhillcare.example;compauth=pass reason=100'

describe('who wrote a mail is proven', () => {
  test.each([
    ['by all that Exchange looks at', AS_EXCHANGE_WRITES],
    ['by DMARC', 'dmarc=pass action=none header.from=fernhillcare.example'],
    [
      'by DMARC, where the sender has not set it up and would pass',
      'dmarc=bestguesspass header.from=fernhillcare.example',
    ],
    ['by what Exchange makes of everything', 'spf=none; dkim=none; dmarc=none; compauth=pass reason=109'],
    ['by a signature of their own domain', 'mx.example; dkim=pass header.d=fernhillcare.example header.s=s1'],
    ['by a server of a part of their domain', 'mx.example; spf=pass smtp.mailfrom=bounce@mail.fernhillcare.example'],
  ])('%s', (_, check) => {
    expect(isProven({ from, checks: [check] })).toBe(true)
  })

  test('by our own mail system, for whoever writes from inside', () => {
    expect(isProven({ from, checks: [], internal: true })).toBe(true)
  })
})

describe('who wrote a mail is not proven', () => {
  test.each([
    ['where nothing was looked at', []],
    ['where nothing was found', ['spf=none; dkim=none; dmarc=none; compauth=none']],
    ['where Exchange is not sure itself', ['dmarc=none; compauth=softpass reason=202']],
    ['where DMARC fails', ['spf=pass smtp.mailfrom=fernhillcare.example; dmarc=fail header.from=fernhillcare.example']],
    ['where another domain is vouched for', ['spf=pass smtp.mailfrom=bulk.example; dkim=pass header.d=bulk.example']],
    ['where the checks are about another sender', ['dmarc=pass header.from=bulk.example']],
    [
      'where the words of a pass are the sender’s own',
      ['spf=none (dmarc=pass) smtp.mailfrom="dmarc=pass"; dmarc=none'],
    ],
    ['where only an earlier server says so', ['dmarc=none', AS_EXCHANGE_WRITES]],
  ])('%s', (_, checks) => {
    expect(isProven({ from, checks })).toBe(false)
  })

  test('where nobody is named', () => {
    expect(isProven({ from: null, checks: [AS_EXCHANGE_WRITES], internal: true })).toBe(false)
  })
})
