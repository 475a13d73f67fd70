import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './ui/wellkept.css'
import { readAhead } from './use-call.ts'

// Asked at once instead of one after the other, while the window is still being drawn.
readAhead('shop.state', {})
readAhead('shop.details', {})
readAhead('today.list', {})

createRoot(document.getElementById('root')!).render(<App />)
