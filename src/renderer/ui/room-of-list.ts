/** About what stands above a list, CSS pixels: the window's head and the page's. */
const aboveList = 280

/** The room a list has on a page not yet drawn, CSS pixels: with it the rows are drawn at once with the page. */
export const roomOfList = () => ({ width: window.innerWidth, height: window.innerHeight - aboveList })
