import { isZone } from '../../core/day.ts'
import type { Problem } from '../../core/result.ts'
import { cutTo } from '../../core/text-length.ts'

const pcZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const known = new Set<string>()

const isKnown = (zone: string): boolean => {
  if (!known.has(zone) && isZone(zone)) known.add(zone)
  return known.has(zone)
}

/** A shop's zone as its file names it; that of the PC where it names none, or one that this PC does not know. */
export const usableZone = (zone: string | null | undefined): string =>
  typeof zone === 'string' && isKnown(zone) ? zone : pcZone()

/** What the owner should know of a shop's place: a zone or a country that is none. */
export function placeNotices({
  zone,
  country,
}: {
  readonly zone: string
  readonly country: string
}): Problem[] {
  const notices: Problem[] = []
  if (!isKnown(zone))
    notices.push({
      code: 'no-zone',
      message: `The time zone of this shop, “${cutTo(zone, 60)}”, is not known on this PC. Times are those of ${pcZone()} until you choose one in Settings.`,
    })
  if (!/^[A-Z]{2}$/.test(country))
    notices.push({
      code: 'no-country',
      message: `The country of this shop, “${cutTo(country, 60)}”, is none. Holidays and ways of writing are not known until you choose one in Settings.`,
    })
  return notices
}
