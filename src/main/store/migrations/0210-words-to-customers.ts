import { plainLanguage } from '../../../core/out/languages.ts'
import type { Migration } from './migration.ts'

/**
 * What goes out to customers is in the shop's language: that of its country, where it has one; where it has several the shop
 * is asked. The owner's own wording of a sentence stands in a table of its own.
 */
export const wordsToCustomers: Migration = {
  number: 210,
  name: 'words-to-customers',
  functions: { plainLanguageOf: (country: string) => plainLanguage(country) },
  statements: [
    `ALTER TABLE shop ADD COLUMN language TEXT NOT NULL DEFAULT ''`,
    `UPDATE shop SET language = plainLanguageOf(country)`,
    `CREATE TABLE ownWords (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      message TEXT NOT NULL,
      language TEXT NOT NULL,
      words TEXT NOT NULL CHECK (words <> ''),
      UNIQUE (message, language)
    ) STRICT`,
  ],
  images: { shop: ({ country }) => ({ language: plainLanguage(String(country)) }) },
}
