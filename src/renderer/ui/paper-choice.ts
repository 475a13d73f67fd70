import { papers, type Paper } from '../../core/paper.ts'

const key = 'wellkept.paper'

/** Countries whose offices print on Letter (CLDR paper size data). */
const letterCountries = ['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']

/** The paper last used on this PC, else what the shop's country prints on. */
export function paperAtHome(country: string): Paper {
  const last = localStorage.getItem(key)
  return papers.find((one) => one === last) ?? (letterCountries.includes(country) ? 'Letter' : 'A4')
}

/** Keeps the choice for the next time, on this PC. */
export const rememberPaper = (paper: Paper): void => localStorage.setItem(key, paper)
