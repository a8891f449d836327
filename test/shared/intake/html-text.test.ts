import { describe, expect, test } from '@jest/globals'
import { htmlToText } from '../../../shared/intake/html-text.ts'

const linesOf = (html: string) =>
  htmlToText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

describe('HTML as its reader sees it', () => {
  test.each([
    ['blocks are lines', '<p>One</p><div>Two<br>Three</div><ul><li>Four</li></ul>', ['One', 'Two', 'Three', 'Four']],
    ['a row is a line with tabs', '<table><tr><td>Age</td><td>9</td></tr></table>', ['Age\t9']],
    ['cells need not be closed', '<table><tr><td>Age<td>9<tr><td>Ref<td>1</table>', ['Age\t9', 'Ref\t1']],
    [
      'an empty cell keeps its place',
      '<table><tr><td></td><td>Child 1</td><td>Child 2</td></tr></table>',
      ['Child 1\tChild 2'],
    ],
    [
      'lines within a cell are one',
      '<table><tr><td>Carer</td><td><p>Jane</p><p>jane@example.org</p></td></tr></table>',
      ['Carer\tJane, jane@example.org'],
    ],
    [
      'a table that lays the page out is lines',
      '<table><tr><td><p>Dear all</p><table><tr><td>Age</td><td>9</td></tr></table></td></tr></table>',
      ['Dear all', 'Age\t9'],
    ],
    [
      'what is struck out is not there',
      'Start: <s>4pm</s> <del>5pm</del> <span style="text-decoration:line-through">6pm</span> 7pm',
      ['Start: 7pm'],
    ],
    [
      'what is hidden is not there',
      '<div style="display:none">a<div>b</div></div><span hidden>c</span><p style="font-size:0">d</p>e',
      ['e'],
    ],
    ['scripts and styles are not there', '<head><title>t</title></head><style>x</style><script>y</script>z', ['z']],
    [
      'quotations are marked',
      '<p>Hi</p><blockquote>One<blockquote>Two</blockquote></blockquote>Three',
      ['Hi', '>', '> One', '>>', '>> Two', '>', 'Three'],
    ],
    ['an address behind a name is shown', '<a href="mailto:jane@example.org">Jane</a>', ['Jane <jane@example.org>']],
    [
      'an address shown already is not shown twice',
      '<a href="mailto:jane@example.org">jane@example.org</a>',
      ['jane@example.org'],
    ],
    [
      'entities',
      'Fish &amp; chips &#163;4 &#x2013; &nbsp;O&rsquo;Hara &unknown;',
      ['Fish & chips £4 – O’Hara &unknown;'],
    ],
    ['a lone bracket is text', '3 < 4 and 5 > 4', ['3 < 4 and 5 > 4']],
    ['remarks are not there', 'a<!-- <p>b</p> -->c', ['ac']],
  ])('%s', (_, html, lines) => {
    expect(linesOf(html)).toEqual(lines)
  })
})
