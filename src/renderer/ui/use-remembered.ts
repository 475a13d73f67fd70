import { useState } from 'react'

/** One of a few, remembered on this PC; the first of `known` until another was chosen. */
export function useRemembered<One extends string>(
  name: string,
  known: readonly [One, ...One[]],
): [One, (one: One) => void] {
  const key = `wellkept.chosen.${name}`
  const [chosen, setChosen] = useState(() => {
    const before = localStorage.getItem(key)
    return known.find((one) => one === before) ?? known[0]
  })
  return [
    chosen,
    (one) => {
      setChosen(one)
      localStorage.setItem(key, one)
    },
  ]
}
