import type { Day, WallTime } from '../day.ts'
import { spokenDay, spokenDays } from '../day-words.ts'
import { formatBlocks } from './blocks-text.ts'
import type { ComingDays } from './coming-days.ts'

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
export function lateNotice({ day, at, due, opened }: LateOpening): Notice {
  const instead = due === null ? '' : ` instead of ${due}`
  const sorry = opened ? 'We are sorry to everyone who waited.' : 'We are sorry.'
  const verb = opened ? 'opened' : 'open'
  return {
    text: `We ${verb} at ${at} today${instead}. ${sorry}`,
    dated: `On ${spokenDay(day, day)} we opened at ${at}${instead}. We are sorry to everyone who waited.`,
  }
}

/** Says when the shop is back; `note` is the owner's own words for the door. */
export function pauseNotice(day: Day, until: WallTime, note: string): Notice {
  const why = note === '' ? '' : ` ${/[.!?]$/.test(note) ? note : `${note}.`}`
  return {
    text: `We are out for a moment and back at ${until}.${why}`,
    dated: `On ${spokenDay(day, day)} we are closed for a while and back at ${until}.${why}`,
  }
}

/** The special days, one a line, the labels in brackets. */
export function holidaysNotice(coming: readonly ComingDays[], today: Day): Notice {
  const lines = coming.map(({ from, to, special }) => {
    const label = special.label === '' ? '' : ` (${special.label})`
    return `${spokenDays(from, to, today)}${label}: ${formatBlocks(special.blocks)}`
  })
  const text = ['Our hours on special days:', ...lines].join('\n')
  return { text, dated: text }
}
