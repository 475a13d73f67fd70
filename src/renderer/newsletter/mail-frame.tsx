import { useEffect, useState } from 'react'
import { markPlace, placeOf, writeMail } from './mail-document.ts'
import { goTo, type Place } from './place.ts'

interface MailFrameProps {
  /** The mail with its places marked. */
  readonly html: string
  readonly place: Place | null
  readonly height: string
}

/**
 * The mail as its reader sees it, following the caret: the part that is written at is marked and in sight. A click on a part puts
 * the caret there. The sheet is empty at first and written on by the window; no script runs in it.
 */
export function MailFrame({ html, place, height }: MailFrameProps) {
  /** Once it is loaded: before, what is written on it would be lost. */
  const [sheet, setSheet] = useState<Document | null>(null)
  useEffect(() => {
    if (sheet) writeMail(sheet, html)
  }, [sheet, html])
  useEffect(() => {
    if (sheet) markPlace(sheet, place)
  }, [sheet, html, place])
  useEffect(() => {
    sheet?.addEventListener('click', pick)
    return () => sheet?.removeEventListener('click', pick)
  }, [sheet])
  return (
    <iframe
      title="The newsletter as a mail"
      src="/preview/empty"
      sandbox="allow-same-origin"
      style={{ width: '100%', height, border: '1px solid var(--wk-line)', background: '#fff' }}
      onLoad={({ currentTarget }) => setSheet(currentTarget.contentDocument)}
    />
  )
}

function pick(event: MouseEvent): void {
  // A link in the mail is for its reader.
  event.preventDefault()
  const picked = placeOf(event.target)
  if (picked) goTo(picked)
}
