import { addDays, type Day } from '../../day.ts'
import { dayOfAnyYear, hasYears, openByDate, openByEvening, osmDay, type OsmDay, selects } from './days.ts'
import type { OsmRule } from './rule.ts'
import { key } from './usual.ts'

/** Days named by rules with years that are looked at; more are too many to be special days. */
export const mostDatedDays = 800

/** The rule without which programs and people would agree about the hours after midnight. */
export function cutRule(rules: readonly OsmRule[], today: Day): OsmRule | null {
  if (!rules.some(({ times }) => times?.some(([, to]) => to > 1440))) return null
  const agree = (some: readonly OsmRule[], day: OsmDay, before: OsmDay) =>
    key(openByDate(some, day, before)) === key(openByEvening(some, day, before))
  const culprit = (day: OsmDay, before: OsmDay): OsmRule | null => {
    if (agree(rules, day, before)) return null
    const n = rules.findIndex((_, i) => !agree(rules.slice(0, i + 1), day, before))
    return rules[n]!
  }
  for (let n = 0; n < 366; n++)
    for (let weekday = 1; weekday <= 7; weekday++) {
      const found = culprit(dayOfAnyYear(n, weekday), dayOfAnyYear(n - 1, weekday - 1))
      if (found) return found
    }
  for (const day of daysWithYears(rules, today)) {
    const found = culprit(osmDay(day), osmDay(addDays(day, -1)))
    if (found) return found
  }
  return null
}

/** The days from today on that rules with years name, with the days before and after them. */
export function daysWithYears(rules: readonly OsmRule[], today: Day): readonly Day[] {
  const found = new Set<Day>()
  for (const rule of rules.filter(hasYears)) {
    const years = [
      ...(rule.years ?? []),
      ...(rule.dates ?? []).flatMap(({ years }) => (years ? [years] : [])),
    ].flat()
    const last = `${Math.max(...years)}-12-31`
    const first = `${Math.min(...years)}-01-01`
    for (
      let day = first > today ? first : today;
      day <= last && found.size <= mostDatedDays;
      day = addDays(day, 1)
    )
      if (selects(rule, osmDay(day)))
        for (const n of [-1, 0, 1]) if (addDays(day, n) >= today) found.add(addDays(day, n))
  }
  return [...found].toSorted()
}
