/** What needs an answer, as inputs. An input has the id of its question, which says what the answer changes. */
import { choicesFor, exampleFor, type Open } from '../../../shared/placement/open-questions.ts'
import type { Input } from './card.ts'
import { choose, shortened, write } from './parts.ts'

export const questionInputs = (open: Open[], typed: Record<string, string> = {}): Input[] =>
  open.map((question) => inputFor(question, typed[question.id]))

export function inputFor({ id, text, choices }: Open, value?: string): Input {
  const label = shortened(text, 300)
  const among = choices ?? choicesFor(id)
  if (among) {
    const titled = among.map((choice) => ({ ...choice, title: shortened(choice.title, 100) }))
    return choose(id, label, titled, value)
  }
  return write(id, label, { maxLength: 500, placeholder: exampleFor(id), value })
}
