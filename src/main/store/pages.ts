/** Rows by their ids, a page at a time, until there are no more: `read` answers those behind an id, in its order. */
export async function* pages<Row extends { readonly id: number }>(
  read: (after: number) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[], void, undefined> {
  for (let after = 0; ;) {
    const page = await read(after)
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last.id
  }
}
