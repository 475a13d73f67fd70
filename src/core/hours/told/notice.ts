import type { Day, WallTime } from '../../day.ts'
import type { Formats } from '../../formats.ts'
import { blocksWords } from '../blocks-text.ts'
import type { ComingDays } from '../coming-days.ts'

/** A short notice for the door or a message, and the same for a newsletter that is read on another day. */
export interface Notice {
  readonly text: string
  readonly dated: string
}

/** A late opening: still to come at `at`, or past when `opened`. `due` is null where no opening was due. */
export interface LateOpening {
  readonly day: Day
  readonly at: WallTime
  readonly due: WallTime | null
  readonly opened: boolean
}

/** Says a late opening as it is, without an excuse. */
export function lateNotice({ day, at, due, opened }: LateOpening, formats: Formats): Notice {
  const time = formats.time(at)
  const instead = due === null ? '' : ` instead of ${formats.time(due)}`
  const sorry = opened ? 'We are sorry to everyone who waited.' : 'We are sorry.'
  const verb = opened ? 'opened' : 'open'
  return {
    text: `We ${verb} at ${time} today${instead}. ${sorry}`,
    dated: `On ${formats.spoken(day, day)} we opened at ${time}${instead}. We are sorry to everyone who waited.`,
  }
}

/** Says when the shop is back; `note` is the owner's own words for the door. */
export function pauseNotice(day: Day, until: WallTime, note: string, formats: Formats): Notice {
  const time = formats.time(until)
  const why = note === '' ? '' : ` ${/[.!?]$/.test(note) ? note : `${note}.`}`
  return {
    text: `We are out for a moment and back at ${time}.${why}`,
    dated: `On ${formats.spoken(day, day)} we are closed for a while and back at ${time}.${why}`,
  }
}

/** The special days, one a line, the labels in brackets. */
export function holidaysNotice(coming: readonly ComingDays[], today: Day, formats: Formats): Notice {
  const lines = coming.map(({ from, to, special }) => {
    const label = special.label === '' ? '' : ` (${special.label})`
    return `${formats.spokenDays(from, to, today)}${label}: ${blocksWords(special.blocks, formats)}`
  })
  const text = ['Our hours on special days:', ...lines].join('\n')
  return { text, dated: text }
}
