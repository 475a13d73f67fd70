/** Lanczos’ approximation with g = 7 (Godfrey’s coefficients): 15 digits for every positive number. */
const first = 0.99999999999980993
const others = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
const halfLnTau = 0.5 * Math.log(2 * Math.PI)

/** The logarithm of the gamma function, of a positive number. */
export function lnGamma(x: number): number {
  // Close to 0 by Γ(x) = Γ(x + 1) / x, where the sum loses no digits.
  if (x < 0.5) return lnGamma(x + 1) - Math.log(x)
  const sum = others.reduce((all, one, i) => all + one / (x + i), first)
  const t = x + 6.5
  return halfLnTau + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

const most = 20_000
const mostBelow = 10
const large = 1e200
const lnLarge = Math.log(large)

/**
 * Gauss’ hypergeometric function ₂F₁(a, b; c; z) for 0 <= z < 1, times (1 - z)^power: what is too large for a number alone may be small
 * with its power.
 */
export function hyper2F1(a: number, b: number, c: number, z: number, power = 0): number {
  // Where the series itself would go slowly to its end, Euler’s other form of it does not; it loses digits where its terms change signs.
  const excess = c - a - b
  return excess > 0 || Math.min(c - a, c - b) < -mostBelow
    ? series(a, b, c, z, power)
    : series(c - a, c - b, c, z, power + excess)
}

/** It ends where a term adds nothing any more. */
function series(a: number, b: number, c: number, z: number, power: number): number {
  let [term, sum, lnScale] = [1, 1, 0]
  for (let n = 0; n < most; n++) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
    if (Math.abs(term) <= Math.abs(sum) * 1e-16) break
    if (Math.abs(term) > large) {
      term /= large
      sum /= large
      lnScale += lnLarge
    }
  }
  if (sum === 0) return 0
  return Math.sign(sum) * Math.exp(Math.log(Math.abs(sum)) + lnScale + power * Math.log1p(-z))
}
