/** What other features may ask of the sample shop. */
export { fillSample } from './fill.ts'
