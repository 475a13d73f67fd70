import { useEffect, useEffectEvent, useRef } from 'react'
import { markPlace, placeOf, writeMail } from './mail-document.ts'
import { goTo, type Place } from './place.ts'

interface MailFrameProps {
  /** The mail with its places marked; none while it is being made. */
  readonly html: string | undefined
  readonly place: Place | null
  readonly height: string
}

/**
 * The mail as its reader sees it, following the caret: the part that is written at is marked and in sight. A click on a part puts the
 * caret there. The sheet is empty at first and written on by the window; no script runs in it.
 */
export function MailFrame({ html, place, height }: MailFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const follow = useEffectEvent(() => {
    const { current } = frame
    if (current?.contentDocument) markPlace(current.contentDocument, place)
  })
  const write = useEffectEvent(() => {
    const { current } = frame
    if (!current?.contentDocument || html === undefined) return
    writeMail(current.contentDocument, html)
    follow()
  })
  useEffect(() => write(), [html])
  useEffect(() => follow(), [place])
  const pick = (event: MouseEvent) => {
    // A link in the mail is for its reader.
    event.preventDefault()
    const picked = placeOf(event.target)
    if (picked) goTo(picked)
  }
  return (
    <iframe
      ref={frame}
      title="The newsletter as a mail"
      src="/preview/empty"
      sandbox="allow-same-origin"
      style={{ width: '100%', height, border: '1px solid var(--wk-line)', background: '#fff' }}
      onLoad={({ currentTarget }) => {
        currentTarget.contentDocument?.addEventListener('click', pick)
        write()
      }}
    />
  )
}
