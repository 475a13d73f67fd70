/** Epoch ms. */
export type Clock = () => number

/** The PC's clock; with `startsAt` (ISO) one that starts at that instant and runs on. Throws on what is no instant. */
export function startClock(startsAt = ''): Clock {
  if (startsAt === '') return Date.now
  const ahead = Date.parse(startsAt) - Date.now()
  if (Number.isNaN(ahead)) throw new Error(`--now is no instant: ${startsAt}`)
  return () => Date.now() + ahead
}
