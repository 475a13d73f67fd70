import type { Voice } from '../out/voice.ts'

/** The opening hours as an issue prints them. */
export interface PrintedHours {
  /** What they are where they are not simply the hours: a later change, special days. */
  readonly title: string | null
  readonly lines: readonly { readonly days: string; readonly times: string }[]
}

/** What an issue takes from the shop, and how the shop speaks. */
export interface ShopFacts {
  readonly name: string
  readonly address: string
  readonly email: string
  readonly phone: string
  readonly hours: readonly PrintedHours[]
  readonly voice: Voice
}
