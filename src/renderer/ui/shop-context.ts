import { spokenLanguage, type Language } from '../../core/out/languages.ts'
import { createContext, use } from 'react'
import type { ShopDetails } from '../../core/shop/calls.ts'

export const ShopContext = createContext<ShopDetails | null>(null)

/** The open shop: its zone and name. Only inside the frame. */
export function useShop(): ShopDetails {
  const shop = use(ShopContext)
  if (!shop) throw new Error('useShop outside of the frame')
  return shop
}

/** The language that the open shop speaks to its customers, for `lang` on what is written to them. */
export function useSpoken(): Language {
  const { country, language } = useShop()
  return spokenLanguage(country, language)
}
