/** The signs of a no as files kept them before signs were of sixteen digits. */
export const asOlderSigns = (whose: string): string =>
  whose
    .split(' ')
    .map((sign, i) => sign.slice(0, i === 0 ? 8 : 9))
    .join(' ')
