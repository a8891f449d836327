import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/local/',
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, '..', '..', '..', 'dist', 'local'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
  },
})
