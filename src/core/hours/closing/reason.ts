import { monthNamed } from '../../out/month-names.ts'
import { dayWord, isShortDay, plain } from '../../when-words.ts'
import { after, before, listed, ofMore, ofOneDay, unlikeNames, unlikeWords } from './reason-words.ts'

/** What goes on with the days, rather than to begin a reason. */
const goesOn =
  /^['’]?(?:[&+/\p{Dash}]|(?:to|until|till|through|thru|bis|au|à|jusqu|jusque|al|hasta|fino|tot|t\/m|and|n|as well|und|u|sowie|et|ainsi|y|así|e|ed|en(?! (?:formation|deuil|cong))|or|oder|ou|o|of|plus|also|auch|then|from|von|vom|ab)(?!\p{L}))/iu
/** Said of a single day, its morning: today am, dentist. In a reason it is a word. */
const inMorning = /^am(?!\p{L})/iu

/**
 * Whether what stands behind the days may say more of them, anywhere in it: further days, until when, which part of the day, when it
 * is open again. That it is a holiday says nothing more where several days are given.
 */
export function mayBeDays(reason: string, isOneDay: boolean): boolean {
  if (/[\d?]/.test(reason) || goesOn.test(reason) || beginsWithMonth(reason)) return true
  if (isOneDay && inMorning.test(reason)) return true
  const said = plain(reason)
  return ofMore.test(said) || (isOneDay && ofOneDay.test(said)) || namesDay(said, reason)
}

const beginsWithMonth = (reason: string): boolean => monthNamed(/^\p{L}+/u.exec(reason)?.[0] ?? '') !== null

/** Whether a word names a day or month; a short one, which may be another word, only where days are named. */
const namesDay = (said: string, reason: string): boolean =>
  [...said.matchAll(/\p{L}+/gu)].some(({ 0: word, index }) => {
    const [left, right] = [said.slice(0, index), said.slice(index + word.length)]
    if (monthNamed(word) !== null) return (word.length > 6 && word !== 'juillet') || before.test(left)
    const isCapital = /\p{Lu}/u.test(reason.charAt(index))
    if ((!dayWord(word) && word !== 'ma') || (isCapital && word === 'tom')) return false
    if (word !== 'ma' && !isShortDay(word)) return true
    return standsAsDay(word, left, right) || beginsAnother(word, left, right, isCapital)
  })

/** mon and so as Monday and Sunday: behind what leads to a day, or at the end, and nothing follows that would make them a word. */
function standsAsDay(word: string, left: string, right: string): boolean {
  if (!after.test(right) && !isDayBehind(right)) return false
  // At sea, nothing to do.
  if (/(?:en|la) $/.test(left) && word === 'mer') return false
  if (left.endsWith('to ') && word === 'do') return false
  return before.test(left) || (unlikeNames.test(word) && /\p{L} $/u.test(left) && !isNoDay(left))
}

/** "Fri ill, Sat wedding": another day with a reason of its own. */
const beginsAnother = (word: string, left: string, right: string, isCapital: boolean): boolean =>
  /^\s+\p{L}/u.test(right) &&
  (isCapital
    ? unlikeNames.test(word) && listed.test(left)
    : unlikeWords.test(word) && /[,;&+/]\s*$/.test(left))

/** What makes a short word at the end of a text that word: und so, für mi hijo y mí, we think so. */
const isNoDay = (left: string): boolean =>
  /(?<!\p{L})(?:to|my|get(?:ting)?|got|be|we|i|you|they|can|must|will|think|say|hope|por|para|de|con|per|von|mit|bei|with|of)\s$/u.test(
    left,
  )

/** "Mo-Fr": the one that follows is a day. */
function isDayBehind(right: string): boolean {
  const next = /^\.?\s*\p{Dash}+\s*(\p{L}+)/u.exec(right)?.[1]
  return next !== undefined && dayWord(next) !== null
}
