import './town/zod-without-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './town/town.css'

createRoot(document.getElementById('root')!).render(<App />)
