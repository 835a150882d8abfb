import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Node takes graphql's `main`, Vite its `module`: a schema made by one is a stranger to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/test-server.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
