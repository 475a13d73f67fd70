import { use } from 'react'
import { formatsOf, formatsOfLocale, type Formats } from '../../core/formats.ts'
import { ShopContext } from './shop-context.ts'

/** How the open shop's country writes days, times, numbers and prices; before a shop is open, the PC's. */
export function useFormats(): Formats {
  const shop = use(ShopContext)
  return shop ? formatsOf(shop.country, shop.currency) : formatsOfLocale(navigator.language)
}
