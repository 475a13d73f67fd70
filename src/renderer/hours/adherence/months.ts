import type { Formats } from '../../../core/formats.ts'
import { comparable, type MonthShare } from '../../../core/hours/months.ts'
import type { LinePoint } from '../../ui/charts/line-chart.tsx'

const shareOf = ({ met, due }: MonthShare): number => met / due

/** The months as points of a line; the best, the weakest and the latest say their share. */
export function monthPoints(months: readonly MonthShare[], formats: Formats): readonly LinePoint[] {
  const said = new Set(extremes(months))
  return months.map((one) => {
    const { month, met, due } = one
    return {
      label: formats.month(month).slice(0, 3),
      value: due === 0 ? null : shareOf(one),
      says: said.has(one) ? formats.share(shareOf(one)) : '',
      words: `${formats.month(month)}: ${due === 0 ? 'no data' : `${formats.number(met)} of ${formats.number(due)} on time`}`,
    }
  })
}

/** What the line says: how the months compare, of those of which enough is known. */
export function monthsFinding(months: readonly MonthShare[], formats: Formats): string {
  const [weakest, best] = extremes(months)
  if (!weakest || !best) return 'No month can be compared yet'
  const known = comparable(months).length
  if (shareOf(weakest) === shareOf(best))
    return shareOf(best) === 1
      ? `Everything was on time in ${formats.number(known)} months`
      : `${formats.share(shareOf(best))} on time in each of ${formats.number(known)} months`
  return `On time by month: best ${formats.month(best.month)}, ${formats.share(shareOf(best))}; weakest ${formats.month(weakest.month)}, ${formats.share(shareOf(weakest))}`
}

/** The weakest, the best and the latest of the months that can be compared. */
function extremes(months: readonly MonthShare[]): readonly MonthShare[] {
  const known = comparable(months)
  const byShare = known.toSorted((a, b) => shareOf(a) - shareOf(b))
  const [weakest, best, latest] = [byShare[0], byShare.at(-1), known.at(-1)]
  return weakest && best && latest ? [weakest, best, latest] : []
}
