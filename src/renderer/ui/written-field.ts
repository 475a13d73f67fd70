/** A field that keeps its text itself. */
export interface OwnField {
  read(): Pick<Written, 'value' | 'caret'>
  write(text: Pick<Written, 'value' | 'caret'>): void
}

const ownFields = new WeakMap<EventTarget, OwnField>()

/** From now on this element is a field that keeps its text itself. */
export function keepsItsText(element: HTMLElement, own: OwnField): void {
  ownFields.set(element, own)
}

/** What is typed into letter by letter. */
type Field = HTMLInputElement | HTMLTextAreaElement

/** A field and what stood in it. */
export interface Written {
  readonly field: Field | HTMLElement
  readonly value: string
  /** The caret, or both ends of what is chosen; null where a field of this kind does not tell. */
  readonly caret: readonly [number, number] | null
}

const isPlain = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** What stands in a field now; null where the target is none. */
export function writtenIn(target: EventTarget | null): Written | null {
  const own = target && ownFields.get(target)
  if (own) return { field: target as HTMLElement, ...own.read() }
  if (!isPlain(target)) return null
  const { selectionStart: from, selectionEnd: to } = target
  return { field: target, value: target.value, caret: from === null || to === null ? null : [from, to] }
}

/** Gives a field back what stood in it, and its caret; whoever listens to the field hears of it as of typing. */
export function writeBack({ field, value, caret }: Written): void {
  const own = ownFields.get(field)
  if (own) return own.write({ value, caret })
  if (!isPlain(field)) return
  const kind = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  // React sets values past its own setter, and would not hear of one that was.
  Object.getOwnPropertyDescriptor(kind, 'value')!.set!.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (caret) field.setSelectionRange(...caret)
}

/** A field as if this code had been written into it. */
export function withCode({ field, value, caret }: Written, code: string): Written {
  const [from, to] = caret ?? [value.length, value.length]
  const at = from + code.length
  return { field, value: value.slice(0, from) + code + value.slice(to), caret: caret && [at, at] }
}
