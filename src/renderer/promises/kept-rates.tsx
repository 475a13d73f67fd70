import type { Formats } from '../../core/formats.ts'
import { dayAt, type Day } from '../../core/day.ts'
import { allDays, keptRanges } from '../../core/promises/kept-ranges.ts'
import type { KeptRate } from '../../core/promises/outcome.ts'
import { useShop } from '../ui/shop-context.ts'
import { useNow } from '../ui/use-now.ts'
import { useFormats } from '../ui/use-formats.ts'
import { useRead } from '../use-call.ts'

/** The kept rate of this month, a year and all years, each with its numerator and denominator. */
export function KeptRates() {
  const { zone } = useShop()
  const { month, year } = keptRanges(dayAt(useNow(), zone))
  return (
    <table className="panel kept-rates">
      <caption>Word kept, by the time the customer was told first</caption>
      <tbody>
        <Rate name="This month" {...month} />
        <Rate name="Last 12 months" {...year} />
        <Rate name="All years" {...allDays} />
      </tbody>
    </table>
  )
}

function Rate({ name, from, to }: { readonly name: string; readonly from: Day; readonly to: Day }) {
  const formats = useFormats()
  const { value } = useRead('promises.keptRate', { from, to }, { live: true, keepPrevious: true })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="share">{value ? formats.share(value.share) : ''}</td>
      <td>{value ? rateWords(value, formats) : ''}</td>
    </tr>
  )
}

/** "772 of 830 kept, 37 late and silent, 21 still open". */
function rateWords(
  { due, kept, lateButWarned, lateAndSilent, broken, open }: KeptRate,
  formats: Formats,
): string {
  if (due === 0) return 'No promise was due.'
  const parts: [number, string][] = [
    [lateButWarned, 'late but warned'],
    [lateAndSilent, 'late and silent'],
    [broken, 'broken'],
    [open, 'still open'],
  ]
  const rest = parts.filter(([n]) => n > 0).map(([n, words]) => `, ${formats.number(n)} ${words}`)
  return `${formats.number(kept)} of ${formats.number(due)} kept${rest.join('')}`
}
