const base = 36
const tMin = 1
const tMax = 26
const firstNonAscii = 128

/** One label of a domain in the letters that mail servers know, without the `xn--` before it (RFC 3492). */
export function punycode(label: string): string {
  const points = [...label].map((letter) => letter.codePointAt(0)!)
  const basic = points.filter((point) => point < firstNonAscii)
  let out = String.fromCodePoint(...basic)
  if (basic.length > 0) out += '-'
  let [n, delta, bias, done] = [firstNonAscii, 0, 72, basic.length]
  while (done < points.length) {
    const next = points.reduce((least, point) => (point >= n && point < least ? point : least), Infinity)
    delta += (next - n) * (done + 1)
    n = next
    for (const point of points) {
      if (point < n) delta++
      if (point !== n) continue
      out += variableLength(delta, bias)
      bias = adapted(delta, done + 1, done === basic.length)
      delta = 0
      done++
    }
    delta++
    n++
  }
  return out
}

const threshold = (k: number, bias: number): number => Math.min(tMax, Math.max(tMin, k - bias))

function variableLength(delta: number, bias: number): string {
  let out = ''
  let rest = delta
  for (let k = base; ; k += base) {
    const t = threshold(k, bias)
    if (rest < t) return out + digit(rest)
    out += digit(t + ((rest - t) % (base - t)))
    rest = Math.floor((rest - t) / (base - t))
  }
}

/** 0-25 are a-z, 26-35 are 0-9. */
const digit = (value: number): string => String.fromCodePoint(value < 26 ? value + 97 : value + 22)

function adapted(delta: number, length: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2))
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + 38))
}
