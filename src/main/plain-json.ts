const maxSize = 1_000_000
const maxDepth = 32

/**
 * True when a value that came from another process is plain JSON of at most 1 MB (characters) and 32 levels: no cycles,
 * dates, maps, buffers or prototypes. A field that is undefined counts as left out. JSON can also say a field named
 * `__proto__`, which copying would make a prototype: that is never plain.
 */
export function isPlainJson(value: unknown): boolean {
  let left = maxSize
  const fits = (part: unknown, depth: number): boolean => {
    left -= typeof part === 'string' ? part.length + 2 : 8
    if (left < 0 || depth > maxDepth) return false
    if (part === null || typeof part === 'boolean' || typeof part === 'string') return true
    if (typeof part === 'number') return Number.isFinite(part)
    if (Array.isArray(part))
      return Object.keys(part).length === part.length && part.every((p) => fits(p, depth + 1))
    if (typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype) return false
    return Object.entries(part).every(([key, field]) => {
      left -= key.length + 3
      return key !== '__proto__' && (field === undefined || fits(field, depth + 1))
    })
  }
  return fits(value, 0)
}
