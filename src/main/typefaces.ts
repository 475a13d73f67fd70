import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD'
const latinExtended =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF'

/** The WOFF2 files of @fontsource 5.3 in resources/typefaces, SIL Open Font License 1.1. */
const faces = [
  { family: 'Source Serif 4', weight: 600, range: latin, file: 'source-serif-4-600-latin' },
  { family: 'Inter', weight: 400, range: latin, file: 'inter-400-latin' },
  { family: 'Inter', weight: 400, range: latinExtended, file: 'inter-400-latin-ext' },
] as const

/** `@font-face` rules for 'Source Serif 4' (600) and 'Inter' (400), the files inside; read at each call. */
export async function typefaces(resources: string): Promise<string> {
  const rules = faces.map(async ({ family, weight, range, file }) => {
    const bytes = await readFile(join(resources, 'typefaces', `${file}.woff2`))
    return (
      `@font-face { font-family: '${family}'; font-weight: ${weight}; unicode-range: ${range}; ` +
      `src: url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2') }\n`
    )
  })
  return (await Promise.all(rules)).join('')
}
