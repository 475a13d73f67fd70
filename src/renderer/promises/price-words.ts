const money = new Intl.NumberFormat(navigator.language, { minimumFractionDigits: 2 })

/** 1250 hundredths as "12.50", in the PC's language. */
export const formatMinor = (minor: number): string => money.format(minor / 100)
