import { capital } from './capital.ts'
import type { Language } from './languages.ts'

/** A piece of a sentence: words, or a place for a value. */
export type Piece = string | { readonly param: string }

// `{{first name}}` is the reader's and not ours.
const place = /(?<!\{)\{([^{}]*)\}(?!\})/g

/** A sentence as typed, in its pieces. */
export function piecesOf(text: string): readonly Piece[] {
  const found = [...text.matchAll(place)]
  const words = text.split(/(?<!\{)\{[^{}]*\}(?!\})/)
  return words.flatMap((one, i): Piece[] => [
    ...(one === '' ? [] : [one]),
    ...(found[i] ? [{ param: found[i][1]! }] : []),
  ])
}

/** The names of the places in a sentence. */
export const placesIn = (text: string): readonly string[] =>
  [...text.matchAll(place)].map(([, name]) => name!)

/** What stands before a value changes with it: `a las 9:00`, `a la 1:00`; `dal 7`, `dall’8`. */
const before: Readonly<Partial<Record<Language, (words: string, value: string) => string>>> = {
  es: (words, value) => (value.startsWith('1:') ? words.replace(/\blas $/i, 'la ') : words),
  it: (words, value) => (/^(8|11)\s/.test(value) ? words.replace(/\b(d?al) $/i, '$1l’') : words),
}

/** Values in words of ours, which may begin a sentence; a name or a code stays as it is written. */
const ours = new Set(['day', 'days', 'month', 'first', 'hours'])

/** A sentence's words and values in their order, each value with its name. */
export function filled(
  text: string,
  values: Readonly<Record<string, string>>,
  language: Language,
): readonly { readonly words: string; readonly param?: string }[] {
  const pieces = piecesOf(text)
  return pieces.map((piece, i) => {
    if (typeof piece !== 'string') {
      const value = values[piece.param] ?? `{${piece.param}}`
      return { words: i === 0 && ours.has(piece.param) ? capital(value) : value, param: piece.param }
    }
    const next = pieces[i + 1]
    const value = next !== undefined && typeof next !== 'string' ? values[next.param] : undefined
    return { words: value === undefined ? piece : (before[language]?.(piece, value) ?? piece) }
  })
}
