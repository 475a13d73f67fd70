/** Letters that NFKD leaves whole although people type them without their stroke or tie. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ƶ: 'z',
  ɨ: 'i',
  ς: 'σ',
}

const plainLetters = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** Scripts written without spaces: every character is a word of its own. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu

/**
 * Text as search sees it: compatibility forms and accents gone (Unicode NFKD), lower case, words of letters and digits
 * parted by single spaces. Chinese, Japanese and Thai characters are words of their own. Folding twice changes nothing.
 */
export const fold = (text: string): string => folded(text, /\p{M}+/gu)

/** Marks that only accent or point a letter; not the vowels of Indian scripts and Thai, nor what makes ガ of カ. */
const accents =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu

/** Text as two are compared to tell whether they are one: folded, but for the marks that make another letter. */
export const identity = (text: string): string => folded(text, accents)

function folded(text: string, dropped: RegExp): string {
  const ascii = /^[\x20-\x7e]*$/.test(text)
  if (ascii)
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  const plainly = (one: string) => one.normalize('NFKD').replace(dropped, '')
  return plainly(plainly(text).toLowerCase())
    .replace(plainLetters, (letter) => plain[letter]!)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(spaceless, ' $& ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** More words than anybody types; FTS5 limits how deep an expression may be. */
const mostTerms = 32

/** The words somebody typed, folded, each once; every one has to begin a word of what is searched. */
export const searchTerms = (text: string): readonly string[] =>
  [...new Set(fold(text).split(' '))].filter((term) => term !== '').slice(0, mostTerms)
