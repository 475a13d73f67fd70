import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { followOpening, readFirst } from './shop/opening.ts'
import { heedDrops } from './ui/drops.ts'
import { heedEscape } from './ui/one-escape.ts'
import { heedSecondClicks } from './ui/second-click.ts'
import './ui/wellkept.css'

const fonts = ['1em "Inter Variable"', '1em "Source Serif 4 Variable"']
followOpening()
heedSecondClicks(document)
heedDrops(window)
heedEscape(window)
const ready = [...readFirst(), ...fonts.map((font) => document.fonts.load(font))]
const soon = new Promise((resolve) => setTimeout(resolve, 100))

// All of it is there at once as a rule: drawn once, with it, is quicker than drawn twice, and nothing jumps.
void Promise.race([Promise.allSettled(ready), soon]).then(() => {
  createRoot(document.getElementById('root')!).render(<App />)
})
