import { configDefaults, defineConfig } from 'vitest/config';
import { findChromium } from './tests/browser/chromium.ts';

export default defineConfig({
  // Node takes graphql's `main`, Vite its `module`: a schema made by one is a stranger to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    // `npm run test:browser` then finds no test and fails, so that a missing browser cannot pass unseen where one is needed.
    exclude: [...configDefaults.exclude, ...(findChromium() === null ? ['tests/browser/**'] : [])],
    globalSetup: ['tests/support/test-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // graphql-js stops at the first error that leaves null for a list, and nobody then hears of others that it has placed; `serve` logs them.
    onUnhandledError: (error) => !(error.name === 'GraphQLError' && 'path' in error && Array.isArray(error.path)),
  },
});
