import { dirname } from 'node:path'
import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '.cache/**', '.data/**'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tab/tsconfig.json'],
        tsconfigRootDir: dirname(import.meta.dirname),
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A port may be asynchronous where one of its implementations is not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      'no-restricted-globals': [
        'error',
        { name: 'Date', message: 'Days and moments live in shared/dates/time.ts.' },
        { name: 'Intl', message: 'Days and moments live in shared/dates/time.ts.' },
      ],
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: nodeGlobals() },
  },
  {
    // A test reads what came over the network as it is, and fails where it is not what it should be.
    files: ['test/**/*.{ts,tsx}'],
    rules: Object.fromEntries(
      ['assignment', 'member-access', 'argument', 'return', 'call']
        .map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off'])
        .concat([['@typescript-eslint/no-explicit-any', 'off']]),
    ),
  },
  {
    files: ['tab/**/*.tsx', 'bot/local/pages/**/*.tsx', 'test/tab/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
  },
)

function nodeGlobals() {
  return Object.fromEntries(
    ['console', 'process', 'URL', 'Buffer', 'fetch', 'Response', 'globalThis', 'setTimeout'].map((name) => [
      name,
      'readonly',
    ]),
  )
}
