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

const attribute = 'data-mantine-color-scheme'
let known: { readonly scheme: string | null; readonly colours: ChartColours } | undefined

function colours(): ChartColours {
  const scheme = document.documentElement.getAttribute(attribute)
  if (!known || known.scheme !== scheme) {
    const style = getComputedStyle(document.documentElement)
    const read = Object.entries(names).map(([name, variable]) => [
      name,
      style.getPropertyValue(variable).trim(),
    ])
    known = { scheme, colours: Object.fromEntries(read) as ChartColours }
  }
  return known.colours
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: [attribute] })
  return () => observer.disconnect()
}

/** The colours of light or dark, whichever is on. */
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
