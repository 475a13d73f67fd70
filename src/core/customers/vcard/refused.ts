import { property } from './write.ts'

/** Says why a card was left out; it is none that is read. */
const why = 'X-WELLKEPT-LEFT-OUT'

const saidBefore = new RegExp(String.raw`^${why}:.*(?:\r\n[ \t].*)*\r\n`, 'gim')

/** A card as it stands in its file, with why it was left out behind its first line. */
export const refusedCard = (source: string, words: string): string =>
  `${source.replace(saidBefore, '').replace(/^.*\r\n/, (begin) => `${begin}${property(why, words)}`)}\r\n`
