/** What a figure is held against. `ratio`: medians; `ratio-p95`: p95 of ours against p95 of the baseline, and `plus` on top. */
export type Target =
  | { readonly of: 'ratio'; readonly most: number }
  | { readonly of: 'ratio-p95'; readonly most: number; readonly plus: number }
  | { readonly of: 'p95' | 'longest'; readonly most: number }

/** One line of the table. */
export interface Figure {
  readonly goal: string
  readonly what: string
  readonly unit: 'ms' | 'MB' | 'rows' | 'scans' | 'reads' | 'nodes'
  readonly ours: readonly number[]
  readonly baseline?: readonly number[]
  readonly target: Target
}

/** The value that `share` (0-1) of the samples do not exceed, by nearest rank. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)
export const p95 = (samples: readonly number[]): number => quantile(samples, 0.95)
export const longest = (samples: readonly number[]): number => Math.max(...samples)

/** Runs the candidates in turn, `rounds` times each: what disturbs the machine disturbs all alike. */
export async function alternate<K extends string>(
  rounds: number,
  candidates: Readonly<Record<K, () => Promise<number> | number>>,
): Promise<Record<K, number[]>> {
  const names = Object.keys(candidates) as K[]
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, number[]>
  for (let round = 0; round < rounds; round++)
    for (const name of names) samples[name].push(await candidates[name]())
  return samples
}

/** Runs something and says how long it took, ms. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Whether the figure reaches its goal. */
export function isMet({ ours, baseline = [], target }: Figure): boolean {
  switch (target.of) {
    case 'ratio':
      return median(ours) <= target.most * median(baseline)
    case 'ratio-p95':
      return p95(ours) <= target.most * p95(baseline) + target.plus
    case 'p95':
      return p95(ours) <= target.most
    case 'longest':
      return longest(ours) <= target.most
  }
}

/** The table as text, one line a figure. */
export function tableOf(figures: readonly Figure[]): string {
  const header = ['goal', 'what', 'ours median / p95', 'baseline median / p95', 'ratio', 'wanted', 'met']
  const lines = [header, ...figures.map(cellsOf)]
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)))
  const text = lines.map((line) => `| ${line.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`)
  text.splice(1, 0, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`)
  return text.join('\n')
}

function cellsOf(figure: Figure): string[] {
  const { goal, what, ours, baseline, unit, target } = figure
  return [
    goal,
    what,
    pair(ours, unit, target),
    baseline ? pair(baseline, unit, target) : '',
    baseline ? (median(ours) / median(baseline)).toFixed(2) : '',
    wanted(target, unit),
    isMet(figure) ? 'yes' : 'NO',
  ]
}

function pair(samples: readonly number[], unit: Figure['unit'], target: Target): string {
  if (samples.length === 1) return `${number(samples[0]!)} ${unit}`
  const last = target.of === 'longest' ? `, longest ${number(longest(samples))}` : ''
  return `${number(median(samples))} / ${number(p95(samples))}${last} ${unit}`
}

function wanted(target: Target, unit: Figure['unit']): string {
  switch (target.of) {
    case 'ratio':
      return `<= ${target.most}x`
    case 'ratio-p95':
      return `p95 <= ${target.most}x + ${target.plus} ${unit}`
    case 'p95':
      return `p95 <= ${target.most} ${unit}`
    case 'longest':
      return `all <= ${target.most} ${unit}`
  }
}

const number = (value: number): string =>
  value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
