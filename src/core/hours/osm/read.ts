import { addDays, type Day } from '../../day.ts'
import { cutRule, daysWithYears, mostDatedDays } from './cut.ts'
import { hasYears, openByDate, osmDay, placeInYear, selects } from './days.ts'
import type { OsmRule } from './rule.ts'
import { parseOsm, type OsmRefusal } from './text.ts'
import {
  type ImportedDay,
  key,
  labelOf,
  tradingBlocks,
  type UsualYear,
  usualYear,
  yearlyDays,
} from './usual.ts'
import { specialOn, type SpecialDay } from '../special-day.ts'
import { type Block, checkWeek, closingMinutes, type Week, weekdayOf } from '../week.ts'

/** What an `opening_hours` text says in the words of a shop, or why it was not taken: nothing of it then is. */
export type OsmImport =
  | {
      readonly understood: true
      readonly week: Week
      readonly specialDays: readonly ImportedDay[]
      /** What the text says beyond that, in sentences. */
      readonly notes: readonly string[]
    }
  | { readonly understood: false; readonly refused: readonly OsmRefusal[] }

const mostSpecialDays = 40

/** Reads an OSM `opening_hours` text. Dates before `today` are left out. */
export function importOsm(text: string, today: Day): OsmImport {
  const { rules, refused } = parseOsm(text)
  const refuse = (part: string, reason: string): OsmImport => ({
    understood: false,
    refused: [{ part, reason }],
  })
  if (refused.length > 0) return { understood: false, refused }
  if (rules.length === 0) return refuse(text.trim(), 'Nothing is written here.')
  const cut = cutRule(rules, today)
  if (cut)
    return refuse(
      cut.part,
      'It may cut off the hours after midnight of the evening before. ' +
        (cut.open
          ? 'Write “,” before it to keep them.'
          : 'Let that evening end at 24:00, or write its hours out.'),
    )
  const usual = usualYear(rules)
  if (!usual)
    return refuse(
      rules
        .filter(({ dates }) => dates !== null)
        .map(({ part }) => part)
        .join('; '),
      'On these dates the hours differ from weekday to weekday. Enter them as weekly hours valid from a day.',
    )
  const week = checkWeek(usual.week)
  if (!week.ok) return refuse(text.trim(), week.problem.message)
  const yearly = yearlyDays(usual, rules, today)
  const dated = datedDays(usual, rules, yearly, today)
  if (yearly.length + dated.length > mostSpecialDays || daysWithYears(rules, today).length > mostDatedDays)
    return refuse(
      rules
        .filter(hasYears)
        .map(({ part }) => part)
        .join('; '),
      'These are too many special days. Enter them as weekly hours valid from a day.',
    )
  return {
    understood: true,
    week: week.value,
    specialDays: [...yearly, ...dated],
    notes: notesOn(rules, today),
  }
}

function datedDays(
  usual: UsualYear,
  rules: readonly OsmRule[],
  yearly: readonly ImportedDay[],
  today: Day,
): ImportedDay[] {
  const open = (day: Day) => openByDate(rules, osmDay(day), osmDay(addDays(day, -1)))
  const usualOn = (day: Day) => usual.days[placeInYear(day)] ?? usual.week[weekdayOf(day)]
  const rankable = yearly.map((one, id): SpecialDay => ({
    ...one,
    id,
    until: null,
    reason: '',
    source: 'owner',
  }))
  const runs: { from: Day; to: Day; blocks: readonly Block[]; differs: boolean; single: boolean }[] = []
  for (const day of daysWithYears(rules, today)) {
    const yesterday = addDays(day, -1)
    // What began yesterday is in the past: only its usual hours after midnight are not today's own.
    const evening =
      day === today && !usualOn(yesterday).some((block) => closingMinutes(block) > 1440)
        ? []
        : open(yesterday)
    const blocks = tradingBlocks(evening, open(day), open(addDays(day, 1)))
    const asUsual = usualOn(day)
    const named = rules.some((rule) => hasYears(rule) && selects(rule, osmDay(day)))
    const differs = key(blocks) !== key(asUsual)
    if (!differs && !named) continue
    // A yearly single day would win over a range.
    const single = specialOn(rankable, day) !== null
    const run = runs.at(-1)
    const joins =
      run && !single && !run.single && addDays(run.to, 1) === day && key(run.blocks) === key(blocks)
    if (joins) Object.assign(run, { to: day, differs: run.differs || differs })
    else runs.push({ from: day, to: day, blocks, differs, single })
  }
  return runs
    .filter(({ differs }) => differs)
    .map(({ from, to, blocks }) => {
      const label = labelOf(rules, (rule) => hasYears(rule) && selects(rule, osmDay(from)), blocks)
      return { from, to, yearly: false, blocks, label }
    })
}

function notesOn(rules: readonly OsmRule[], today: Day): string[] {
  return rules.flatMap((rule) => {
    const notes: string[] = []
    if (rule.holidays)
      notes.push(
        `“${rule.part}” is also for public holidays. Decide them under Holidays: nothing was set for them.`,
      )
    if (rule.comment !== '' && (rule.open || (rule.dates === null && rule.years === null)))
      notes.push(`The remark “${rule.comment}” is not kept.`)
    const ends = rule.dates?.map(({ years, to }) => years && years[1] * 10_000 + to) ?? []
    if (ends.length > 0 && ends.every((end) => end !== null && end < Number(today.replaceAll('-', ''))))
      notes.push(`“${rule.part}” is over and was left out.`)
    return notes
  })
}
