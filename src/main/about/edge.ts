/** What other features may ask of links from one thing to another. */
export { shownAbout, thingNamed } from './named.ts'
