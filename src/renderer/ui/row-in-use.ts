/** In CSS, of a list's row: it has the focus, or a menu that was opened from it has. Such a row is drawn wherever it is: no key acts on another. */
export const rowInUse = ':is(:focus-within, :has([aria-expanded="true"]))'
