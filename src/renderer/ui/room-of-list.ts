/** The room a list has at most, CSS pixels: with it the rows are there when the page is drawn first, not one drawing later. */
export const roomOfList = () => ({ width: window.innerWidth, height: window.innerHeight })
