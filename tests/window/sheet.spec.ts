import { expect, test, type Page } from '@playwright/test'
import { parts } from '../../src/core/checklists/own-line.ts'
import { planWeek } from '../../src/core/checklists/plan-week.ts'
import { sheetHtml } from '../../src/core/checklists/to-html.ts'
import { daysFrom } from '../../src/core/day.ts'
import { formatsOf } from '../../src/core/formats.ts'
import { papers, type Paper } from '../../src/core/paper.ts'

/** A week whose days have these many lines in each of their parts, besides the times. */
function sheet(paper: Paper, [opening, through, closing]: readonly [number, number, number]): string {
  const counts = { opening, day: through, closing }
  const ownLines = parts.flatMap((part) =>
    Array.from({ length: counts[part] }, (_, i) => ({
      lineId: i,
      part,
      weekday: null,
      text: `${part} ${i}${i % 3 === 0 ? ' with as many words as need a second row of the column' : ''}`,
    })),
  )
  const facts = {
    week: '2026-W48',
    shopName: 'Corner Shop',
    hours: Object.fromEntries(
      daysFrom('2026-11-23', '2026-11-29').map((day) => [day, [['07:00', '19:00']] as const]),
    ),
    ownLines,
    pulls: Array.from({ length: through }, (_, i) => ({
      batchId: i,
      day: '2026-11-20',
      words: `Batch ${i}`,
    })),
    promises: [],
    pickUps: [],
    contacts: [],
    contactsFrom: '2026-11-23',
    now: '2026-11-23T06:00',
  }
  const formats = formatsOf('DE')
  return sheetHtml(planWeek(facts, formats), paper, formats)
}

/** The lines that stand alone of their day in a column, and headings that end one. */
const alone = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('table')].flatMap((table) => {
      const columns = new Map<number, HTMLTableRowElement[]>()
      for (const row of table.querySelectorAll<HTMLTableRowElement>('tbody tr')) {
        // Columns lie further apart than that.
        const left = Math.floor(row.getBoundingClientRect().left / 100)
        columns.set(left, [...(columns.get(left) ?? []), row])
      }
      if (columns.size < 2) return []
      return [...columns.values()].flatMap((rows) => {
        const lines = rows.filter((row) => row.className !== 'group')
        const ends = rows.at(-1)!.className === 'group' ? ['a heading at the end'] : []
        return [...ends, ...(lines.length < 2 ? lines.map((row) => row.innerText.trim()) : [])]
      })
    }),
  )

for (const paper of papers)
  test(`no line of a short day stands alone in a column of ${paper}, nor does a heading end one`, async ({
    page,
  }) => {
    const found: string[] = []
    for (const counts of [
      [0, 0, 0],
      [1, 0, 0],
      [0, 2, 1],
      [1, 1, 1],
    ] as const) {
      for (let mm = 60; mm < 150; mm += 4) {
        await page.setContent(
          sheet(paper, counts).replace('</style>', `.days { height: ${mm}mm; column-fill: auto }</style>`),
        )
        found.push(...(await alone(page)).map((what) => `${counts.join(' ')}, ${mm} mm: ${what}`))
      }
    }
    expect(found).toEqual([])
  })
