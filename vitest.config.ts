import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { findChromium } from './tests/browser/chromium.ts';

const TESTS = 'tests/**/*.test.ts';
/** Tests that take minutes; `npm run test:slow` runs them. */
const SLOW = 'tests/**/*.slow.test.ts';
/** Tests that wait for seconds to pass, because a database hangs for instance. */
const FAULTS = 'tests/**/*.fault.test.ts';
/** Without a browser `npm run test:browser` finds no test and fails, so that nobody takes it for a success. */
const WITHOUT_BROWSER = findChromium() === null ? ['tests/browser/**'] : [];

export default defineConfig({
  // Node takes graphql's `main`, Vite its `module`: a schema made by one is a stranger to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['tests/support/test-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // graphql-js leaves rejections behind: after the first error that nulls a list it waits for no other item. Random
    // documents meet this often; `serve` logs it.
    onUnhandledError: (error) =>
      !(
        error.name === 'GraphQLError' &&
        'VITEST_TEST_PATH' in error &&
        String(error.VITEST_TEST_PATH).includes('/tests/property/')
      ),
    // One core is left to Postgres, unless there are only two: it works while the tests wait for it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: [TESTS],
          exclude: [...configDefaults.exclude, SLOW, FAULTS, ...WITHOUT_BROWSER],
        },
      },
      {
        extends: true,
        test: { name: 'slow', include: [SLOW], exclude: [...configDefaults.exclude, FAULTS], testTimeout: 600_000 },
      },
      // Alone, after the others.
      {
        extends: true,
        test: { name: 'faults', include: [FAULTS], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
