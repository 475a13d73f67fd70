import type { KindCount } from '../../core/today/calls.ts'

/** What comes after the number of things of a kind. */
export const kindWords = ({ words: [one, many] }: KindCount, count: number): string =>
  count === 1 ? one : many
