import named from '../../../resources/attributions.json'

/** A package that is part of the program, with its licence; `text` is empty where the package brings none. */
export interface NamedPackage {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly author: string
  readonly homepage: string
  readonly text: string
}

export const packages: readonly NamedPackage[] = named.packages

/** Data and typefaces, which others than the program's authors gathered or drew. */
export interface NamedWork {
  readonly what: string
  readonly from: string
  readonly licence: string
  readonly url: string
}

export const works: readonly NamedWork[] = [
  {
    what: 'Public holidays of the world',
    from: 'date-holidays, by commenthol and contributors, after the Wikipedia articles named in its licence below',
    licence: 'Program ISC; data CC BY-SA 3.0 (its package says CC-BY-3.0), used unchanged',
    url: 'https://github.com/commenthol/date-holidays',
  },
  {
    what: 'Groceries of the sample shop: codes and names',
    from: 'Open Food Facts and its contributors; categories, shelves and prices made up',
    licence: 'Open Database Licence (ODbL) 1.0',
    url: 'https://world.openfoodfacts.org',
  },
  {
    what: 'Customers and delicatessen of the sample shop',
    from: 'The Northwind sample database, by Microsoft; mail addresses and shelves added',
    licence: 'MIT',
    url: 'https://github.com/microsoft/sql-server-samples',
  },
  {
    what: 'Inter, the typeface of the pages and papers',
    from: 'The Inter Project Authors, as @fontsource-variable/inter',
    licence: 'SIL Open Font License 1.1',
    url: 'https://rsms.me/inter/',
  },
  {
    what: 'Source Serif 4, the typeface of titles',
    from: 'Adobe, as @fontsource-variable/source-serif-4',
    licence: 'SIL Open Font License 1.1',
    url: 'https://github.com/adobe-fonts/source-serif',
  },
  {
    what: 'SQLite, which keeps the shop file',
    from: 'D. Richard Hipp and others, inside better-sqlite3',
    licence: 'Public domain',
    url: 'https://www.sqlite.org/copyright.html',
  },
  {
    what: 'Chromium and Node.js, on which the program runs',
    from: 'Inside Electron; their many notices are in LICENSES.chromium.html beside the program',
    licence: 'BSD-3-Clause, MIT and others',
    url: 'https://www.electronjs.org',
  },
]
