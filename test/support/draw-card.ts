/** Draws a card with Microsoft's own renderer, in a page of the test's, and gives what it thought of it. */
import { AdaptiveCard, SerializationContext, Versions, type IMarkdownProcessingResult } from 'adaptivecards'
import type { Card } from '../../bot/chat/cards/card.ts'

// The page of the tests lays nothing out, so that text has to be put there as markup.
AdaptiveCard.onProcessMarkdown = (text: string, result: IMarkdownProcessingResult) => {
  result.outputHtml = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  result.didProcess = true
}

export function drawCard(card: Card): { words: string; warnings: string[] } {
  const drawn = new AdaptiveCard()
  const context = new SerializationContext(Versions.v1_5)
  drawn.parse(JSON.parse(JSON.stringify(card)), context)
  // The server's types know no pages.
  const page = drawn.render() as { textContent: string } | undefined
  if (!page) throw new Error('The card could not be drawn')
  const parsed = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message)
  return {
    words: page.textContent,
    warnings: [...parsed, ...drawn.validateProperties().validationEvents.map(({ message }) => message)],
  }
}
