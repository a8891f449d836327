import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  logLevel: 'warn',
  resolve: { alias: [{ find: /^temporal-polyfill$/, replacement: join(import.meta.dirname, 'temporal.ts') }] },
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    // The manifest tells which chunk needs which, and so what a first load costs: a test keeps it small.
    manifest: true,
    chunkSizeWarningLimit: 1000,
    // The first load as one file: cut into many by what later pages share with it, the same code packs less well.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: /\/tab\/(main|app)\.tsx$/ }] } } },
  },
})
