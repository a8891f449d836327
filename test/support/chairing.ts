/** A chair at work in the tab: through the agenda, item by item, and to the end of the record. */
import type { Locator } from 'playwright-core'
import type { Visitor } from './town-window.ts'

const PLAINEST = /^(Done|Yes|In their words|Written down|Suitable|As shown)$/

export class Chair {
  readonly #visitor: Visitor

  constructor(visitor: Visitor) {
    this.#visitor = visitor
  }

  get #tab() {
    return this.#visitor.tab
  }

  async turnsTo(moment: 'Before' | 'During' | 'After'): Promise<void> {
    await this.#tab.getByRole('tab', { name: moment }).click()
    await this.#tab.getByRole('tab', { name: moment, selected: true }).waitFor()
  }

  /** The agenda as it stands beside the record, without who is here and what is asked for the record. */
  async agenda(): Promise<string[]> {
    const all = await this.#rail().getByRole('listitem').allInnerTexts()
    return all.slice(1, -1).map((title) => title.trim())
  }

  async opensItem(title: string): Promise<void> {
    // Whoever else is at an item is named beside its title.
    const named = new RegExp(`^${title.replace(/[?().]/g, '\\$&')}(.+ is here)*$`)
    await this.#rail().getByRole('listitem').filter({ hasText: named }).getByRole('button').click()
    await this.#tab.getByRole('heading', { level: 2, name: title }).waitFor()
  }

  /** The next item, or false at the end. */
  async goesOn(): Promise<boolean> {
    const next = this.#tab.getByRole('button', { name: /^Next: / })
    if ((await next.count()) === 0) return false
    await next.click()
    return true
  }

  /** An entry under the open item; `d `, `a ` and `v ` at its start say what it is. */
  async notes(text: string): Promise<void> {
    await this.composer().pressSequentially(text)
    await this.composer().press('Enter')
  }

  composer(): Locator {
    return this.#tab.getByRole('textbox', { name: /^Write under/ })
  }

  question(words: string | RegExp): Locator {
    return this.#tab.locator('[data-place^="line:"]').filter({ has: this.#tab.getByRole('group', { name: words }) })
  }

  /** The questions that are open to be answered now, and what has been answered to each. */
  async questions(): Promise<string[]> {
    return this.#tab.locator('[data-place^="line:"] [role="group"]').evaluateAll((groups) =>
      groups.map((group) => {
        const title = group.ownerDocument.getElementById(group.getAttribute('aria-labelledby') ?? '')?.textContent ?? ''
        const answer = group.querySelector('[aria-pressed="true"]')?.textContent
        return answer ? `${title} ${answer}` : title
      }),
    )
  }

  /** Presses an answer, and gives what it asks for. */
  async answers(
    words: string | RegExp,
    answer: string,
    given: { words?: string; who?: string; by?: string } = {},
  ): Promise<void> {
    const question = this.question(words)
    await question.getByRole('button', { name: answer, exact: true }).click()
    if (given.words !== undefined) await question.getByRole('textbox', { name: /In words|Why/ }).fill(given.words)
    if (given.who !== undefined) await question.getByLabel('Who does it').selectOption({ label: given.who })
    if (given.by !== undefined) await question.getByLabel('By when').fill(given.by)
  }

  /** How somebody took part, and for one who was not there what came from them. */
  async records(name: string, state: string, how?: string): Promise<void> {
    const person = this.#tab.getByRole('listitem').filter({ has: this.#tab.getByLabel(`Attendance of ${name}`) })
    await person.getByLabel(`Attendance of ${name}`).selectOption(state)
    if (how !== undefined) await person.getByRole('textbox').fill(how)
  }

  /** Whoever is asked about is here. */
  async findsEverybodyPresent(): Promise<void> {
    for (const choice of await this.#tab.getByRole('combobox', { name: /^Attendance of/ }).all()) {
      const isChild = (await choice.getAttribute('aria-label')) === 'Attendance of The child'
      await choice.selectOption(isChild ? 'Contributed' : 'Present')
    }
    const how = this.#tab.getByRole('textbox', { name: 'What they contributed, and how' })
    await how.fill('Drew a picture of the garden with their social worker')
  }

  /** Whatever the open item still asks for: a sentence, or the plainest answer to each of its questions. */
  async fillsWhatIsOpen(): Promise<void> {
    for (const question of await this.#tab.locator('[data-place^="line:"]').all()) {
      if ((await question.locator('[aria-pressed="true"]').count()) > 0) continue
      const plain = question.getByRole('button', { name: PLAINEST })
      if ((await plain.count()) > 0) await plain.click()
      const words = question.getByRole('textbox', { name: 'In words' })
      if ((await words.count()) > 0) await words.fill('Said and written down')
    }
    const delegates = this.#tab.getByRole('button', { name: /decides? day to day$/ })
    if ((await delegates.count()) > 0) await delegates.click()
    if ((await this.composer().count()) > 0) await this.notes('Talked through and agreed')
  }

  /** Waits until all of these stand under the open item, and gives what stands there in its order. */
  async readsEntries(wanted: string[]): Promise<string[]> {
    const fields = this.#tab.locator('[data-place^="entry:"] textarea')
    for (const text of wanted) await fields.and(this.#tab.getByText(text, { exact: true })).waitFor()
    return Promise.all((await fields.all()).map((one) => one.inputValue()))
  }

  /** Nothing is waiting to be saved, nor was anything typed. */
  async seesAllSaved(): Promise<void> {
    await this.#tab.getByText(/^(Saved \d\d:\d\d|All saved)$/).waitFor()
  }

  /** With the tabulator, to the next field for words in which nothing stands. */
  async tabsToEmptyField(): Promise<void> {
    const { page } = this.#visitor
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab')
      if ((await this.#tab.locator('textarea:focus').count()) === 0) continue
      if ((await this.#tab.locator('textarea:focus').inputValue()) === '') return
    }
    throw new Error('No empty field can be reached with the tabulator')
  }

  /** What was typed is with the server. */
  async seesItSaved(): Promise<void> {
    await this.#tab.getByText(/^Saved \d\d:\d\d$/).waitFor()
  }

  /** What stands between the record and its end. */
  async missing(): Promise<string[]> {
    const closing = this.#tab.getByRole('region', { name: /^(Missing before|Nothing is missing)/ })
    await closing.waitFor()
    return closing.getByRole('listitem').getByRole('button').allInnerTexts()
  }

  async pressesGap(words: string): Promise<void> {
    await this.#tab.getByRole('button', { name: words, exact: true }).click()
  }

  async closes(): Promise<void> {
    await this.#tab.getByRole('button', { name: 'Close the record' }).click()
  }

  #rail(): Locator {
    return this.#tab.getByRole('navigation', { name: 'Agenda' })
  }
}
