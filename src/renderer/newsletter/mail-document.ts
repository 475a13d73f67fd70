import type { Place } from './place.ts'

/* The document of a mail's preview, with an element without words before each block's part (core/newsletter/places.ts). */

// Laid over a part, for the mail's own grounds lie on it.
const look = `[data-here]{position:relative}
[data-here]::after{content:'';position:absolute;inset:0;border-left:3px solid #2f5d43;background:#2f5d4314;pointer-events:none}
p[data-here]::after{inset:-4px -8px}
[data-picks]{cursor:pointer}`

/** Writes a mail over the one before; what is in sight stays where it was. */
export function writeMail(mail: Document, html: string): void {
  const at = mail.scrollingElement?.scrollTop ?? 0
  mail.documentElement.innerHTML = html
  const style = mail.createElement('style')
  style.textContent = look
  mail.head.append(style)
  for (const mark of marks(mail)) for (const part of partOf(mark)) part.setAttribute('data-picks', '')
  mail.scrollingElement?.scrollTo({ top: at, behavior: 'instant' })
}

/** Marks the part of a place, and brings it in sight where it is not. */
export function markPlace(mail: Document, place: Place | null): void {
  for (const marked of mail.querySelectorAll('[data-here]')) marked.removeAttribute('data-here')
  const mark = place && marks(mail).find(({ dataset }) => dataset['block'] === place.key)
  if (!mark) return
  const parts = partOf(mark)
  const paragraph = place.paragraph === null ? undefined : paragraphsOf(parts)[place.paragraph]
  const here = paragraph ? [paragraph] : parts
  for (const one of here) one.setAttribute('data-here', '')
  show(mail, here)
}

/** Which place of an issue something in its mail comes from; null for what comes from none. */
export function placeOf(target: EventTarget | null): Place | null {
  const element = target as Element | null
  const mail = element?.ownerDocument
  if (!element || !mail) return null
  for (const mark of marks(mail)) {
    const parts = partOf(mark)
    if (!parts.some((part) => part.contains(element))) continue
    const paragraph = paragraphsOf(parts).findIndex((one) => one.contains(element))
    return { key: mark.dataset['block'] ?? '', paragraph: paragraph < 0 ? null : paragraph }
  }
  return null
}

/** The marks of the blocks; the last one only ends the block before it. */
const marks = (mail: Document): HTMLElement[] =>
  [...mail.querySelectorAll<HTMLElement>('i[data-block]')].slice(0, -1)

function partOf(mark: HTMLElement): Element[] {
  const parts: Element[] = []
  for (
    let next = mark.nextElementSibling;
    next && !next.matches('i[data-block]');
    next = next.nextElementSibling
  )
    parts.push(next)
  return parts
}

const paragraphsOf = (parts: readonly Element[]): Element[] =>
  parts.flatMap((part) => [...part.querySelectorAll('p')])

function show(mail: Document, parts: readonly Element[]): void {
  const boxes = parts.map((part) => part.getBoundingClientRect())
  const top = Math.min(...boxes.map((box) => box.top))
  const bottom = Math.max(...boxes.map((box) => box.bottom))
  const height = mail.documentElement.clientHeight
  const isInSight =
    (top >= 0 && bottom <= height) || (bottom - top > height && top < height / 2 && bottom > height / 2)
  if (isInSight || boxes.length === 0) return
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  // In the middle, or from its beginning where it is too long for that.
  const by = bottom - top > height ? top - 12 : (top + bottom - height) / 2
  mail.scrollingElement?.scrollBy({ top: by, behavior: isStill ? 'instant' : 'smooth' })
}
