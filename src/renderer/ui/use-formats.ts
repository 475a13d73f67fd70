import { use } from 'react'
import { formatsOf, type Formats } from '../../core/formats.ts'
import { ShopContext } from './shop-context.ts'

/** How the open shop's country writes days, times and numbers; before a shop is open, the PC's. */
export const useFormats = (): Formats =>
  formatsOf(use(ShopContext)?.country ?? new Intl.Locale(navigator.language).region ?? '')
