/** What the form of one kind of block gets. */
export interface FieldsProps<Block> {
  readonly block: Block
  readonly autoFocus: boolean
  readonly wrong: (field: string) => string | undefined
  readonly onChange: (block: Block) => void
}
