import { useSyncExternalStore } from 'react'

const names = {
  panel: '--wk-panel',
  line: '--wk-line',
  hover: '--wk-hover',
  kept: '--wk-kept',
  risk: '--wk-risk',
  broken: '--wk-broken',
  text: '--mantine-color-text',
  quiet: '--mantine-color-dimmed',
} as const

/** The page's colours as a canvas needs them. */
export type ChartColours = Readonly<Record<keyof typeof names, string>>

/** A canvas is not repainted where the PC forces its own colours: it is drawn in them. */
const forcedNames = {
  panel: 'Canvas',
  line: 'GrayText',
  hover: 'Canvas',
  kept: 'CanvasText',
  risk: 'CanvasText',
  broken: 'Highlight',
  text: 'CanvasText',
  quiet: 'CanvasText',
} as const satisfies Record<keyof typeof names, string>

const attribute = 'data-mantine-color-scheme'
const forced = matchMedia('(forced-colors: active)')
const dark = matchMedia('(prefers-color-scheme: dark)')
let known: { readonly key: string; readonly colours: ChartColours } | undefined

function colours(): ChartColours {
  const key = `${document.documentElement.getAttribute(attribute)} ${forced.matches} ${dark.matches}`
  if (known?.key !== key)
    known = {
      key,
      colours: read(forced.matches ? forcedNames : mapped(names, (name) => `var(${name})`)),
    }
  return known.colours
}

/** Any CSS colours as the canvas takes them, by an element that wears one after the other. */
function read(css: Readonly<Record<keyof typeof names, string>>): ChartColours {
  const probe = document.createElement('span')
  probe.style.forcedColorAdjust = 'none'
  document.body.append(probe)
  const found = mapped(css, (colour) => {
    probe.style.color = colour
    return getComputedStyle(probe).color
  })
  probe.remove()
  return found
}

const mapped = (
  from: Readonly<Record<keyof typeof names, string>>,
  to: (value: string) => string,
): ChartColours =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, to(value)])) as ChartColours

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: [attribute] })
  for (const query of [forced, dark]) query.addEventListener('change', changed)
  return () => {
    observer.disconnect()
    for (const query of [forced, dark]) query.removeEventListener('change', changed)
  }
}

/** The colours of light or dark, whichever is on, or those that the PC forces. */
export const useChartColours = (): ChartColours => useSyncExternalStore(subscribe, colours)

/** Slanted lines on a ground, so that a state shows without its colour. */
export function hatched(line: string, ground: string): CanvasPattern | string {
  const size = 8
  const tile = new OffscreenCanvas(size, size)
  const pen = tile.getContext('2d')
  if (!pen) return ground
  pen.fillStyle = ground
  pen.fillRect(0, 0, size, size)
  pen.strokeStyle = line
  pen.lineWidth = 1.5
  pen.beginPath()
  for (const x of [-size, 0, size]) {
    pen.moveTo(x, size)
    pen.lineTo(x + size, 0)
  }
  pen.stroke()
  return pen.createPattern(tile, 'repeat') ?? ground
}

/** Words with a rim of the stroke's colour, so that they can be read on lines. */
export function haloed(ctx: CanvasRenderingContext2D, words: string, x: number, y: number): void {
  ctx.lineWidth = 4
  ctx.lineJoin = 'round'
  ctx.strokeText(words, x, y)
  ctx.fillText(words, x, y)
}
