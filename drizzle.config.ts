import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/store/vocabulary.ts',
    './src/store/tables.ts',
    './src/store/fact-tables.ts',
    './src/store/agreement-tables.ts',
    './src/store/derived-tables.ts',
    './src/store/access-tables.ts',
    './src/store/change-tables.ts',
    './src/store/resolution-tables.ts',
    './src/store/judgement-tables.ts',
  ],
  out: './drizzle',
  casing: 'snake_case',
});
