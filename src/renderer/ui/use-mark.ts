import { decimalMarkOf, type DecimalMark } from '../../core/numbers.ts'
import { useShop } from './shop-context.ts'

/** The mark that the shop's country writes before decimals. */
export const useMark = (): DecimalMark => decimalMarkOf(useShop().country)
