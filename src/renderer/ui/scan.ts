import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent } from 'react'
import { burst, handMs, type Told } from './burst.ts'
import { isTyped } from './is-typed.ts'
import { areFigures, figureOn, scannedText, type ScannedKey } from './scanned-text.ts'
import { withCode, writeBack, writtenIn, type Written } from './written-field.ts'

/** What takes a scanned code; false leaves it to what is behind. */
type Taker = (code: string) => boolean

const takers: Taker[] = []
let unclaimed: (code: string) => void = () => {}

/** While this is shown it takes what is scanned, wherever the focus is; what came last is asked first. */
export function useScan(take: Taker): void {
  const taking = useEffectEvent(take)
  useEffect(() => {
    const taker: Taker = (code) => taking(code)
    takers.push(taker)
    return () => void takers.splice(takers.indexOf(taker), 1)
  }, [])
}

/** A scan must never seem to be lost: where nothing takes it, that is said. */
export function sayUnclaimed(code: string): void {
  notifications.show({
    id: 'scan',
    withBorder: true,
    message: `“${code}” was scanned, and nothing here takes it. On Stock it chooses the product.`,
  })
}

function deliver(code: string): void {
  if (!takers.toReversed().some((take) => take(code))) unclaimed(code)
}

interface HeldKey extends ScannedKey {
  readonly event: KeyboardEvent
  readonly target: EventTarget | null
  /** A list that jumps to the letter by itself, and what was chosen in it before. */
  readonly select: { readonly list: HTMLSelectElement; readonly value: string } | null
  /** It does by itself what it does where it is pressed. */
  readonly isOwn: boolean
}

/** A key that went into a field. */
interface WrittenKey extends ScannedKey {
  /** What stood there. */
  readonly before: Written | null
  readonly atMs: number
}

/**
 * The one listener for the keyboard wedge. Where nothing is being written, single keys wait until
 * their speed has told whose they are (80 ms, too short to be felt): a scan never reaches a shortcut, a row's key or a button, and what a hand pressed is pressed then. Where something is being
 * written, every character goes in as it comes; by the scan's Enter or Tab a field that takes scans (`data-takes-scan`)
 * has its code taken, one made for codes (`data-keeps-scan`) keeps it, and any other gets back what stood in it. No Enter that
 * comes as fast as a scan's saves a form. Returns how to stop.
 */
export function listenForScans(onUnclaimed: (code: string) => void): () => void {
  unclaimed = onUnclaimed
  const held = burst<HeldKey>()
  const written = burst<WrittenKey>()
  let field: EventTarget | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Until when a second Enter, as some scanners send it, belongs to the scan that was. */
  let overMs = Number.NEGATIVE_INFINITY

  const settle = ({ release, dropped, scan }: Told<HeldKey>) => {
    for (const key of release) press(key)
    for (const { select } of dropped) if (select) choose(select.list, select.value)
    if (scan !== null) deliver(scannedText(dropped))
  }
  const onKey = (event: KeyboardEvent) => {
    // What was held back and pressed then comes by here once more.
    if (!event.isTrusted || event.isComposing || modifiers.has(event.key)) return
    const ends = event.key === 'Enter' || event.key === 'Tab'
    if (ends && event.timeStamp <= overMs) return stop(event)
    overMs = Number.NEGATIVE_INFINITY
    if (isTyped(event.target) && !held.goesOn(event.timeStamp)) return onWritten(event, ends)
    const text = textOf(event)
    if (event.repeat && text.trim() !== '') return stop(event)
    const list = event.target instanceof HTMLSelectElement ? event.target : null
    // A list jumps to the letter by itself, and gets its choice back where it was a scan; figures that are arrows only move.
    const isOwn = list !== null || event.key.length !== 1
    const { code, shiftKey } = event
    const select = list && { list, value: list.value }
    clearTimeout(timer)
    const own = { event, text, code, shiftKey, target: event.target, select, isOwn }
    const { key, told } = held.press({ text, ends, atMs: event.timeStamp }, own)
    if (key === 'swallow' || (key === 'hold' && !isOwn)) stop(event)
    if (key === 'swallow' && ends) overMs = event.timeStamp + handMs
    settle(told)
    if (key !== 'pass') timer = setTimeout(() => settle(held.rest()), held.patience())
  }
  const onWritten = (event: KeyboardEvent, ends: boolean) => {
    const text = textOf(event)
    // A key that is held down is a hand's, and so is one that writes nothing: an arrow, Backspace, Ctrl+A.
    if (event.repeat || (text === '' && !ends)) return void written.rest()
    // What goes into another field is another's.
    if (event.target !== field) written.rest()
    field = event.target
    const { code, shiftKey, timeStamp: atMs } = event
    const own = { text, code, shiftKey, before: writtenIn(event.target), atMs }
    const { key, told } = written.press({ text, ends, atMs }, own)
    if (!ends || key !== 'swallow' || !(event.target instanceof HTMLElement)) return
    if (taken(event.target, told)) {
      stop(event)
      overMs = atMs + handMs
    } else if (savesBy(event) && isCode(told.dropped) && isRush([...told.dropped, own]))
      event.preventDefault()
  }
  /** Whether a scan was taken out of its field. */
  const taken = ({ dataset }: HTMLElement, { scan, dropped }: Told<WrittenKey>): boolean => {
    // What is too short for a code stays where it is.
    if (scan === null || !isCode(dropped)) return false
    const code = areFigures(dropped) ? scannedText(dropped) : scan
    const { before } = dropped[0]!
    if (dataset['keepsScan'] !== undefined) {
      if (before && code !== scan) writeBack(withCode(before, code))
      return false
    }
    if (dataset['takesScan'] === undefined) {
      if (!isSurelyScanned(code, dropped)) return false
      if (before) writeBack(before)
    }
    deliver(code)
    return true
  }
  window.addEventListener('keydown', onKey, true)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onKey, true)
  }
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'])

/** A word may come in a rush, as over a remote desktop, and must not be taken away: a code has a figure in it. */
const isSurelyScanned = (code: string, keys: readonly WrittenKey[]): boolean =>
  /\d/.test(code) && isRush(keys)

/** Codes have no blanks. */
const isCode = (keys: readonly WrittenKey[]): boolean => !keys.some(({ text }) => /\s/.test(text))

/** Whether keys came faster than a hand's, on the whole. */
const isRush = (keys: readonly WrittenKey[]): boolean =>
  keys.at(-1)!.atMs - keys[0]!.atMs <= (keys.length - 1) * handMs

/** Whether a key saves the form of its field: one of several lines takes its Enter as text, or has its own way with it. */
const savesBy = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' && target instanceof HTMLInputElement && target.form !== null

/** The separator of GS1 codes (0x1D), as scanners type it. */
const separator = '\u001d'

/**
 * The character a key writes; '' for keys that write none and for shortcuts. A figure's key that writes none is that figure, as
 * those of the number block are while NumLock is off.
 */
function textOf({ key, code, ctrlKey, altKey, metaKey }: KeyboardEvent): string {
  if (ctrlKey && !altKey && key === ']') return separator
  if (metaKey || ctrlKey !== altKey) return ''
  return key.length === 1 ? key : ctrlKey ? '' : (figureOn(code) ?? '')
}

function stop(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Presses a key that was held back where it was pressed, unless it has done so by itself. */
function press({ event, target, isOwn }: HeldKey): void {
  if (isOwn) return
  const gone = target instanceof Node && !target.isConnected
  const to = (gone ? null : target) ?? document.activeElement ?? document.body
  const { key, code, location, shiftKey, ctrlKey, altKey, metaKey } = event
  const same = { key, code, location, shiftKey, ctrlKey, altKey, metaKey }
  to.dispatchEvent(new KeyboardEvent('keydown', { ...same, bubbles: true, cancelable: true, composed: true }))
}

/** Gives a list back what was chosen in it. */
function choose(list: HTMLSelectElement, value: string): void {
  if (list.value === value) return
  list.value = value
  list.dispatchEvent(new Event('change', { bubbles: true }))
}
