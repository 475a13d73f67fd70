/** What other features may ask of the promises. */
export { promisesDone, promisesNamed } from './about.ts'
export { dueBefore, readyBetween } from './due.ts'
export { breakPromise, closePromise, makePromise, readyPromise, warnOf } from './keeping.ts'
export { movePromises } from './merged.ts'
export { movePromise, toldAbout } from './moving.ts'
export { keepDaysIn } from './other-zone.ts'
export { priceCapOnFile, priceCapsOnFile } from './prices.ts'
export { promisesToday } from './today.ts'
