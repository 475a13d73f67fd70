/** More is a note, of which the beginning is enough; whatever tells somebody stands whole. */
const mostWhole = 100

interface ValueCellProps {
  readonly words: string
  /** Whether it gives way to another value. */
  readonly isOver?: boolean
}

/** A value of a line, in a table of them. */
export const ValueCell = ({ words, isOver = false }: ValueCellProps) => (
  <td className={`${words.length > mostWhole ? 'clip' : 'long-words'}${isOver ? ' was' : ''}`} title={words}>
    {words}
  </td>
)
