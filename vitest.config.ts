import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { findChromium } from './tests/browser/chromium.ts';

const TESTS = 'tests/**/*.test.ts';
/** What starts programs, or takes minutes. It has a script of its own, `npm run test:slow`. */
const SLOW = 'tests/**/*.slow.test.ts';
/** What waits for seconds to pass, as a gateway does whose database hangs. */
const FAULTS = 'tests/**/*.fault.test.ts';
/** `npm run test:browser` finds no test then and fails, so that a missing browser cannot pass unseen where one is needed. */
const WITHOUT_BROWSER = findChromium() === null ? ['tests/browser/**'] : [];

export default defineConfig({
  // Node takes graphql's `main`, Vite its `module`: a schema made by one is a stranger to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['tests/support/test-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Of random documents graphql-js leaves errors behind: it stops at the first that leaves null for a list, and nobody then hears of the
    // others. `serve` logs them.
    onUnhandledError: (error) =>
      !(
        error.name === 'GraphQLError' &&
        'VITEST_TEST_PATH' in error &&
        String(error.VITEST_TEST_PATH).includes('/tests/property/')
      ),
    // One core is left to Postgres, but of two none is: it works while the tests wait for it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          // Files of one worker share what they import, as the trained models: else half of the time goes into imports.
          isolate: false,
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
