import type { Context } from '../store/context.ts'

/** The shop's country (ISO 3166 code), '' where it has none: how dates and numbers are written there. */
export const countryOf = ({ shop }: Pick<Context, 'shop'>): string => shop?.country ?? ''
