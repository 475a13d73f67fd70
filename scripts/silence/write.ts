import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { measured, weeks, type Line } from './measure.ts'

const docs = resolve(import.meta.dirname, '../../docs')
const picture = 'pictures/silence.svg'

/** Writes the page and its chart. */
export function writeSilence(): void {
  const { page, chart } = silencePage()
  writeFileSync(join(docs, 'silence.md'), page)
  writeFileSync(join(docs, picture), chart)
}

/** What docs/silence.md says, and the chart in it. */
export function silencePage() {
  const { params, likelihood, lines } = measured()
  const ofThePaper = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
  const page = `# Who is still a customer: the model on real purchases

\`npm run silence\` writes this page and its chart. How it works in the shop stands in
[the decision](decisions/0047-who-is-still-a-customer.md).

The data: 2,357 customers of the music shop CDNOW who bought there first in the first quarter of 1997, with all they bought
until June 1998 (the public sample of Fader and Hardie, \`tests/data/cdnow\`). The model (BG/NBD; Fader, Hardie, Lee 2005) is
told of the first ${weeks} weeks and fitted by maximum likelihood; a day counts once.

| parameter | ours | the paper | apart |
|---|---|---|---|
${(['r', 'alpha', 'a', 'b'] as const)
  .map((name) => {
    const apart = Math.abs(params[name] / ofThePaper[name] - 1) * 100
    return `| ${name} | ${params[name].toFixed(4)} | ${ofThePaper[name]} | ${apart.toFixed(2)} % |`
  })
  .join('\n')}
| log-likelihood | ${likelihood.toFixed(1)} | -9582.4 | |

## What it expected of the next ${weeks} weeks, and what happened

![Visits a customer in weeks 40 to 78, expected and as they happened, by how often they came again before](${picture})

| came again in weeks 1-39 | customers | visits a customer expected | as they happened | likely still customers, on average | came again in weeks 40-78 |
|---|---|---|---|---|---|
${lines.map(rowOf).join('\n')}
| all | ${sum(lines, () => 1)} | ${mean(lines, ({ expected }) => expected).toFixed(2)} | ${mean(lines, ({ real }) => real).toFixed(2)} | ${percent(mean(lines, ({ alive }) => alive))} | ${percent(mean(lines, ({ cameAgain }) => cameAgain))} |

Who came once only has not stayed away from anything yet: the model holds all of them for customers, though few came again. That is
its known weakness, and why Wellkept speaks of a silence only from four visits on. Being still a customer is not the same as
coming in these weeks, so the last two columns need not agree.
`
  return { page, chart: chartOf(lines) }
}

const rowOf = ({ again, customers, expected, real, alive, cameAgain }: Line): string =>
  `| ${again} | ${customers} | ${expected.toFixed(2)} | ${real.toFixed(2)} | ${percent(alive)} | ${percent(cameAgain)} |`

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`

const sum = (lines: readonly Line[], of: (line: Line) => number): number =>
  lines.reduce((all, line) => all + line.customers * of(line), 0)

const mean = (lines: readonly Line[], of: (line: Line) => number): number =>
  sum(lines, of) / sum(lines, () => 1)

const [width, height, left, bottom] = [720, 360, 56, 48]

/** Two bars a group: expected, and as it happened. */
function chartOf(lines: readonly Line[]): string {
  const most = Math.ceil(Math.max(...lines.flatMap(({ expected, real }) => [expected, real])))
  const y = (value: number) => height - bottom - (value / most) * (height - bottom - 40)
  const step = (width - left - 16) / lines.length
  const bar = (x: number, value: number, fill: string) =>
    `<rect x="${x.toFixed(1)}" y="${y(value).toFixed(1)}" width="28" height="${(y(0) - y(value)).toFixed(1)}" fill="${fill}"/>`
  const groups = lines.map(({ again, expected, real }, i) => {
    const x = left + i * step + (step - 60) / 2
    const word = `<text x="${(x + 29).toFixed(1)}" y="${height - bottom + 18}" text-anchor="middle">${again}</text>`
    return bar(x, expected, '#2f6f4f') + bar(x + 30, real, '#c9a227') + word
  })
  const grid = Array.from({ length: most + 1 }, (_, n) => {
    const at = y(n).toFixed(1)
    return `<path d="M${left} ${at}H${width - 16}" stroke="#bbb" stroke-width="0.5"/><text x="${left - 8}" y="${at}" text-anchor="end" dominant-baseline="middle">${n}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Visits a customer in weeks 40 to 78 by how often they came again in weeks 1 to 39</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${grid.join('\n')}
${groups.join('\n')}
<text x="${(width + left) / 2}" y="${height - 8}" text-anchor="middle">came again in weeks 1 to 39</text>
<rect x="${left + 8}" y="10" width="12" height="12" fill="#2f6f4f"/><text x="${left + 26}" y="20">visits a customer expected in weeks 40 to 78</text>
<rect x="${left + 308}" y="10" width="12" height="12" fill="#c9a227"/><text x="${left + 326}" y="20">as they happened</text>
</svg>
`
}
