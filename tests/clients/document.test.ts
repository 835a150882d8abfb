import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documents } from './gateway.ts';

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));

test.each(Object.entries(documents))('%s.graphql is valid by schema.graphql', (_, document) => {
  expect(validate(schema, parse(document))).toEqual([]);
});
