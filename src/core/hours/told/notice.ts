import type { Day, WallTime } from '../../day.ts'
import { capital } from '../../out/capital.ts'
import type { Voice } from '../../out/voice.ts'
import type { ComingDays } from '../coming-days.ts'
import { outBlocks } from './out-blocks.ts'

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
export function lateNotice({ day, at, due: dueAt, opened }: LateOpening, voice: Voice): Notice {
  const { formats, say } = voice
  const time = formats.time(at)
  const dated = { day: formats.spoken(day, day), time }
  if (dueAt === null)
    return {
      text: opened ? say('notice.wasLate', { time }) : say('notice.late', { time }),
      dated: say('notice.lateOn', dated),
    }
  const due = formats.time(dueAt)
  return {
    text: opened ? say('notice.wasLateFor', { time, due }) : say('notice.lateFor', { time, due }),
    dated: say('notice.lateOnFor', { ...dated, due }),
  }
}

/** Says when the shop is back; `note` is the owner's own words for the door. */
export function pauseNotice(day: Day, until: WallTime, note: string, { formats, say }: Voice): Notice {
  const time = formats.time(until)
  const why = note === '' ? '' : ` ${/[.!?]$/.test(note) ? note : `${note}.`}`
  return {
    text: `${say('notice.pause', { time })}${why}`,
    dated: `${say('notice.pauseOn', { day: formats.spoken(day, day), time })}${why}`,
  }
}

/** The special days, one a line, the labels in brackets. */
export function holidaysNotice(coming: readonly ComingDays[], today: Day, voice: Voice): Notice {
  const lines = coming.map(({ from, to, special }) => {
    const label = special.label === '' ? '' : ` (${special.label})`
    const days = capital(voice.formats.spokenDays(from, to, today))
    return `${days}${label}${voice.colon} ${outBlocks(special.blocks, voice)}`
  })
  const text = [voice.say('notice.special'), ...lines].join('\n')
  return { text, dated: text }
}
