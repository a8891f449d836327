import { describe, expect, test } from '@jest/globals'
import { markdownHtml } from '../../../bot/local/pages/chat/markdown.ts'

describe('the Markdown of cards', () => {
  test.each([
    ['**Hold by** Tue', '<strong>Hold by</strong> Tue'],
    ['_soon_ and *late*', '<em>soon</em> and <em>late</em>'],
    ['one\ntwo', 'one<br>two'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['[open](https://example.org/a?b=1&c=2)', '<a href="https://example.org/a?b=1&amp;c=2" rel="noreferrer">open</a>'],
  ])('%j is drawn as %j', (text, html) => expect(markdownHtml(text)).toBe(html))

  test.each([
    ['\\*not bold\\*', '*not bold*'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\[no\\](https://example.org)', '[no](https://example.org)'],
  ])('%j stays as it is', (text, html) => expect(markdownHtml(text)).toBe(html))

  test.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['\\<b\\>', '&lt;b&gt;'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    [
      '[x](https://a.example/"onmouseover="y)',
      '<a href="https://a.example/&quot;onmouseover=&quot;y" rel="noreferrer">x</a>',
    ],
    ['\ue000\ue001', ''],
  ])('%j brings no markup of its own', (text, html) => expect(markdownHtml(text)).toBe(html))
})
