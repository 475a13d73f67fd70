/** A point and what the function is there. */
interface Found {
  readonly at: readonly number[]
  readonly value: number
}

const mostSteps = 2000

/**
 * The lowest point of a function by Nelder and Mead’s simplex (1965), from a start, to where the corners are within `near` of each
 * other; stops after each look at the function.
 */
export function* descend(
  of: (at: readonly number[]) => number,
  start: readonly number[],
  { step, near }: { readonly step: number; readonly near: number },
): Generator<undefined, Found, undefined> {
  function* look(at: readonly number[]): Generator<undefined, Found, undefined> {
    const value = of(at)
    yield
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  const corners = [yield* look(start)]
  for (const i of start.keys()) corners.push(yield* look(start.map((one, j) => (i === j ? one + step : one))))
  for (let n = 0; n < mostSteps; n++) {
    corners.sort((a, b) => a.value - b.value)
    const [lowest, highest] = [corners[0]!, corners.at(-1)!]
    if (areNear(corners, lowest, near)) break
    const middle = start.map((_, i) => mean(corners.slice(0, -1).map(({ at }) => at[i]!)))
    function* along(by: number) {
      return yield* look(middle.map((one, i) => one + by * (highest.at[i]! - one)))
    }
    const mirrored = yield* along(-1)
    if (mirrored.value < lowest.value) {
      const further = yield* along(-2)
      corners[corners.length - 1] = further.value < mirrored.value ? further : mirrored
    } else if (mirrored.value < corners.at(-2)!.value) corners[corners.length - 1] = mirrored
    else {
      const between = yield* along(mirrored.value < highest.value ? -0.5 : 0.5)
      if (between.value < Math.min(mirrored.value, highest.value)) corners[corners.length - 1] = between
      else
        for (const [i, { at }] of corners.entries())
          if (i > 0) corners[i] = yield* look(at.map((one, j) => (one + lowest.at[j]!) / 2))
    }
  }
  return corners.toSorted((a, b) => a.value - b.value)[0]!
}

const areNear = (corners: readonly Found[], lowest: Found, near: number): boolean =>
  corners.every(({ at }) => at.every((one, i) => Math.abs(one - lowest.at[i]!) <= near))

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
