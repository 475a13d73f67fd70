import type { CardsReader } from '../../import/cards.ts'
import type { TableRow } from '../../import/records.ts'
import type { LineMessage } from '../../import/report.ts'
import { cardColumns } from './columns.ts'
import { cardsIn } from './lines.ts'
import { cardRow, groupWords, hasMedia, isGroup } from './read.ts'
import { refusedCard } from './refused.ts'

/** Address cards (vCard 2.1, 3.0 and 4.0) as the table that an import of customers reads, a card a line. */
export const customerCards: CardsReader = {
  header: cardColumns,
  refused: refusedCard,
  *read(text, decode, problems: LineMessage[]): Generator<TableRow, void, undefined> {
    let [withMedia, first] = [0, 0]
    for (const card of cardsIn(text, decode)) {
      if (card.isOpen)
        problems.push({ line: card.line, message: 'This card is not closed. What stands in it was read.' })
      if (isGroup(card)) {
        problems.push({ line: card.line, message: `${groupWords(card)} It was left out.` })
        continue
      }
      if (hasMedia(card)) {
        if (withMedia === 0) first = card.line
        withMedia++
      }
      yield { ...cardRow(card), source: card.source }
    }
    if (withMedia > 0)
      problems.push({
        line: first,
        message: `${withMedia === 1 ? 'This card has' : `This and ${withMedia - 1} more cards have`} a picture, a sound or a key. Wellkept keeps none; the rest was read.`,
      })
  },
}
