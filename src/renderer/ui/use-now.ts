import { useEffect, useState } from 'react'

/** How old the time that is shown may be, ms. */
export const nowAgeMs = 15_000

/** The time, epoch ms, a quarter of a minute old at most. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), nowAgeMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
