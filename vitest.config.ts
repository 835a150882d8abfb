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
    // Of random documents graphql-js leaves errors behind: it stops at the first that leaves null for a list, and nobody then hears of the
    // others. `serve` logs them.
    onUnhandledError: (error) => !(error.name === 'GraphQLError' && 'VITEST_TEST_PATH' in error && String(error.VITEST_TEST_PATH).includes('/tests/property/')),
  },
});
