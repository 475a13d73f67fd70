import type { Html } from '../../html.ts'

/** What stands on a sign between the head and the foot: its title, the size of the shop's name, and its body. */
export interface SignContent {
  readonly title: string
  readonly name: number
  readonly body: Html
}

/** A size of type as a style: whole tenths of a point. */
export const pt = (size: number): string => `font-size: ${Math.floor(size * 10) / 10}pt`
