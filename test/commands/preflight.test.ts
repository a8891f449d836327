import { describe, expect, test } from '@jest/globals'
import { runCommand } from '../support/run-command.ts'

describe('npm run preflight', () => {
  test('tries every permission of the local workplace, and says what each is for', async () => {
    const { status, stdout, stderr } = await runCommand('preflight', [])
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout).toContain('All 14 checks are in order.')
    expect(stdout).toContain('In order   Be refused the mail of judith.penhallow@merrowdale.example (Mail.ReadWrite)')
  })

  test('gives the same to a program', async () => {
    const { stdout } = await runCommand('preflight', ['--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      checks: expect.arrayContaining([expect.objectContaining({ id: 'outsideCalendar', outcome: 'works' })]),
    })
  })

  test('refuses an option that it does not know', async () => {
    const { status, stderr } = await runCommand('preflight', ['--quick'])
    expect(status).toBe(2)
    expect(stderr).toContain('npm run --silent preflight')
  })
})
