import { useEffect, useEffectEvent } from 'react'
import { useLocation, useSearch } from 'wouter'

/** Does what the address asks of a page, such as `/stock?tab=products`, once: it can be asked again. */
export function useAsked(name: string, onAsked: (value: string) => void): void {
  const asked = new URLSearchParams(useSearch()).get(name)
  const [path, navigate] = useLocation()
  const take = useEffectEvent((value: string) => {
    onAsked(value)
    navigate(`${path}?`, { replace: true })
  })
  useEffect(() => {
    if (asked !== null) take(asked)
  }, [asked])
}
