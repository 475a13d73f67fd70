/** What people and programs write where there is nothing to write. */
const noValues = new Set(
  'n/a #n/a #na #ref! #value! #name? na n.a. none no nil null (null) undefined unknown unbekannt kein keine keiner ohne k.a. aucun aucune sans ninguno sin nessuno senza tbd ? x'.split(
    ' ',
  ),
)

/** Whether text in the place of a code, a number or an address says that there is none: `n/a`, `-`, `0000`. */
export function isNoValue(text: string): boolean {
  const value = text.trim()
  return (
    /^[0\s\u2010-\u2015-]+$/.test(value) || !/[\p{L}\p{N}?]/u.test(value) || noValues.has(value.toLowerCase())
  )
}

/** Whether a spreadsheet has cut a long number short, as `4,00638E+12`, so that many share what is left. */
export const isCutShort = (text: string): boolean =>
  /^\d+(?:[.,]\d+)?E\+?\d+$/i.test(text.replace(/[\s\u2010-\u2015-]/g, ''))
