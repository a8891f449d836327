import { describe, expect, test } from '@jest/globals'
import { parseMail } from '../../bot/mailbox/parse-mail.ts'

const mail = (...lines: string[]) => lines.join('\r\n')

describe('an e-mail taken apart', () => {
  test('who, when, to whom, about what, and what it says', async () => {
    const raw = mail(
      'From: "Fenwick, Orla" <orla.fenwick@ashcombe.example.gov.uk>',
      'To: Placement Planning <planning@ashcombe.example.gov.uk>, Team: a@example.org, b@example.org;',
      'Cc: c@example.org',
      'Reply-To: replies@ashcombe.example.gov.uk',
      'Date: Fri, 18 Jun 2027 16:05:12 +0100',
      'Subject: =?utf-8?Q?Placement_confirmation_=E2=80=93_AP-1?=',
      'Authentication-Results: mx.example; spf=pass',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Case ref: ASH-1',
    )
    expect(await parseMail(raw)).toEqual({
      from: { name: 'Orla Fenwick', email: 'orla.fenwick@ashcombe.example.gov.uk' },
      replyTo: 'replies@ashcombe.example.gov.uk',
      to: ['planning@ashcombe.example.gov.uk', 'a@example.org', 'b@example.org', 'c@example.org'],
      subject: 'Placement confirmation – AP-1',
      sent: '2027-06-18T15:05:12Z',
      text: 'Case ref: ASH-1\n',
      html: null,
      checks: ['mx.example; spf=pass'],
      automatic: false,
      attachments: [],
    })
  })

  test('a date without an offset names no moment', async () => {
    expect((await parseMail(mail('Date: Fri, 18 Jun 2027 16:05:12', '', 'x'))).sent).toBeNull()
  })

  test('a sender without a name is called by the address, and no sender is none', async () => {
    expect((await parseMail(mail('From: edt@ashcombe.example.gov.uk', '', 'x'))).from).toEqual({
      name: 'edt@ashcombe.example.gov.uk',
      email: 'edt@ashcombe.example.gov.uk',
    })
    expect((await parseMail(mail('Subject: x', '', 'x'))).from).toBeNull()
  })

  test.each([
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: no', false],
    ['X-Autoreply: yes', true],
    ['Subject: ordinary', false],
  ])('%s: sent by a machine is %s', async (header, automatic) => {
    expect((await parseMail(mail(header, '', 'x'))).automatic).toBe(automatic)
  })

  test('attachments are known by name only', async () => {
    const raw = mail(
      'Content-Type: multipart/mixed; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'See attached', '--b',
      'Content-Type: application/pdf', 'Content-Disposition: attachment; filename="form.pdf"', '', 'x', '--b--',
    ) // prettier-ignore
    expect(await parseMail(raw)).toMatchObject({ text: 'See attached\n', attachments: ['form.pdf'] })
  })

  test.each([[''], ['\u0000\u0001'], ['no header at all']])('%j is an e-mail that says little', async (raw) => {
    expect(await parseMail(raw)).toMatchObject({ from: null, sent: null })
  })
})
