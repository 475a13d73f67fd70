import { type Html, html, trusted } from './html.ts'

/** Where whoever shows or prints the document puts its typefaces, so that paper looks alike everywhere. */
export const typefacesHere = '/* typefaces */'

/** A page for paper as one complete document without scripts or links. `css` is written by us, its words are in `language`. */
export const printedDocument = (title: string, css: string, body: Html, language = 'en'): string =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"
        />
        <title>${title}</title>
        <style>
          ${trusted(typefacesHere)}${trusted(css)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.html
