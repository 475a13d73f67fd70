const from = 'Imported from '

/** Where an answer comes from that a file brought; of a yes also the column, which can take it back. */
export const importSource = (fileName: string, column = ''): string =>
  `${from}${fileName}${column === '' ? '' : ` (“${column}”)`}`

/** Whether a file brought an answer, and not the owner. */
export const isFromFile = (source: string): boolean => source.startsWith(from)

/** Whether a yes from this source may have been brought by a column; older shop files do not say by which. */
export function mayBeFrom(source: string, column: string): boolean {
  if (!isFromFile(source)) return false
  return source.endsWith(` (“${column}”)`) || !source.endsWith('”)')
}
