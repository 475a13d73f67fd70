/** What the form of one kind of block gets. */
export interface FieldsProps<Block> {
  readonly block: Block
  readonly autoFocus: boolean
  readonly wrong: (field: string) => string | undefined
  readonly onChange: (block: Block) => void
  /** The caret is in this paragraph of the block's words. */
  readonly onCaret: (paragraph: number) => void
}

/** The block with an optional text, or without the field where that is empty. */
export function withField<Block extends object>(
  block: Block,
  field: keyof Block & string,
  text: string,
): Block {
  const { [field]: _, ...others } = block
  return (text === '' ? others : { ...others, [field]: text }) as Block
}
