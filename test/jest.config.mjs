import { dirname } from 'node:path'

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      // Data in JSON is imported as such, with its type beside it.
      experimental: { keepImportAttributes: true },
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  },
]
const base = {
  rootDir: dirname(import.meta.dirname),
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.tsx?$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.cache', '<rootDir>/.data'],
}

export default {
  // Jest leaves one processor alone by itself: on two that would be one test after the other.
  maxWorkers: '100%',
  // A busy machine takes its time; nothing here is true or false by how long it takes.
  testTimeout: 60_000,
  projects: [
    { ...base, displayName: 'rules', testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.test.ts'] },
    {
      ...base,
      displayName: 'tab',
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/test/tab/set-up.mjs'],
      testMatch: ['<rootDir>/test/tab/**/*.test.tsx'],
    },
  ],
}
