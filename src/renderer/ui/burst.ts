/*
 * A scanner types like a keyboard, only faster than a hand. Which keys are one scan is told by their times alone.
 */

/** Longest time between the first keys of a scan, ms; a hand needs more between two keys. */
export const handMs = 60

/** The same once three keys came so fast: from there on a busy PC may stumble without the scan falling apart. */
const stumbleMs = 160

/** Three keys this fast are no hand: they never act as keys. */
const noHand = 3

/** A code has at least as many characters; less is swallowed and says nothing. */
const shortestCode = 6

/** A key as it was pressed. */
export interface PressedKey {
  /** Its character; '' for any other key. */
  readonly text: string
  /** Whether a scanner can end with it: Enter, Tab. */
  readonly ends: boolean
  readonly atMs: number
}

/** What was held back is told apart: a hand's keys, to be pressed now, or a scan's, never to be pressed. */
export interface Told<Held> {
  readonly release: readonly Held[]
  readonly dropped: readonly Held[]
  /** The code that was scanned; null where it was none. */
  readonly scan: string | null
}

/** Holds keys back until their speed has told whose they are. */
export interface Burst<Held> {
  /** Says of what was held before, and what becomes of this key. */
  press(key: PressedKey, held: Held): { readonly key: 'hold' | 'swallow' | 'pass'; readonly told: Told<Held> }
  /** No key came for a while. */
  rest(): Told<Held>
  /** Whether a key at this time belongs to what is held. */
  goesOn(atMs: number): boolean
  /** How long to wait for the next key before it is a rest, ms. */
  patience(): number
}

/** A new, empty burst. */
export function burst<Held>(): Burst<Held> {
  let held: Held[] = []
  let code = ''
  let lastMs = Number.NEGATIVE_INFINITY

  const isScan = () => held.length >= noHand
  const longest = () => (isScan() ? stumbleMs : handMs)
  const goesOn = (atMs: number) => held.length > 0 && atMs - lastMs <= longest()
  const rest = (): Told<Held> => {
    const told = isScan()
      ? { release: [], dropped: held, scan: code.length >= shortestCode ? code : null }
      : { release: held, dropped: [], scan: null }
    held = []
    code = ''
    return told
  }
  return {
    goesOn,
    // A little longer than a key may take, as it may already be on its way.
    patience: () => longest() + 20,
    rest,
    press({ text, ends, atMs }, own) {
      // What came before was somebody else's, or a scan that sends nothing at its end.
      const before = goesOn(atMs) ? nothing : rest()
      if (text !== '' && !(text === ' ' && held.length === 0)) {
        held.push(own)
        code += text
        lastMs = atMs
        return { key: 'hold', told: before }
      }
      if (isScan()) {
        lastMs = atMs
        return { key: 'swallow', told: ends ? rest() : before }
      }
      return { key: 'pass', told: held.length > 0 ? rest() : before }
    },
  }
}

const nothing = { release: [], dropped: [], scan: null }
