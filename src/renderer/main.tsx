import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './ui/wellkept.css'

createRoot(document.getElementById('root')!).render(<App />)
