/** A key of a scan: what it wrote, and which key it is. */
export interface ScannedKey {
  readonly text: string
  readonly code: string
  readonly shiftKey: boolean
}

/** The figure that stands on a key; null where none does. */
export const figureOn = (code: string): string | null => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? null

/** What codes have beside letters and figures (Code 39), and scanners write in brackets. */
const inCodes = /^[-+_.()/$%]$/

/**
 * What a scanner meant that types by another keyboard than the PC's: on a French one the keys of an American's figures write
 * `&é"'(`. What has figures is as it was meant, and what can be is left alone; else each key is read as an American one.
 */
export function scannedText(keys: readonly ScannedKey[]): string {
  const written = keys.map(({ text }) => text).join('')
  const figures = keys.filter(isFigure)
  const isOther = areFigures(keys) || figures.some(({ text }) => !inCodes.test(text))
  if (/\d/.test(written) || figures.length === 0 || !isOther) return written
  return keys.map(american).join('')
}

/** Whether all are keys of figures, whatever they wrote: no word comes so. */
export const areFigures = (keys: readonly ScannedKey[]): boolean => keys.length > 0 && keys.every(isFigure)

const isFigure = ({ code, shiftKey }: ScannedKey): boolean => !shiftKey && figureOn(code) !== null

const marks: Readonly<Record<string, string>> = { Minus: '-', Period: '.', Slash: '/' }

function american(key: ScannedKey): string {
  const { code, shiftKey, text } = key
  if (isFigure(key)) return figureOn(code)!
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  return (!shiftKey && marks[code]) || text
}
