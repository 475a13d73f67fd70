/** A pattern for LIKE that finds a text in JSON, whatever spaces are in it; it finds somewhat more, never less. */
export const likeInJson = (text: string): string =>
  `%${JSON.stringify(text).slice(1, -1).replaceAll('\\', '_').replaceAll('%', '_').replace(/\s+/g, '%')}%`
