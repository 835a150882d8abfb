import { readFileSync } from 'node:fs';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { expect, test } from 'vitest';
import config from '../../codegen.config.ts';
import { schema } from '../../src/schema/schema.ts';

const scalars = Object.values(schema.getTypeMap())
  .filter((type) => isScalarType(type) && !isSpecifiedScalarType(type))
  .map(({ name }) => name);
const guide = readFileSync('docs/clients.md', 'utf8');

test.each(['GraphQL Code Generator', 'Relay', 'gql.tada', 'genql'])(
  'docs/clients.md says how to configure %s for every scalar',
  (tool) => {
    const [line] = new RegExp(`^\\| ${tool} \\|.*$`, 'm').exec(guide) ?? [''];
    for (const scalar of scalars) expect(line).toMatch(new RegExp(`\\b${scalar}"?: ?['"]?string\\b`));
  },
);

test('the settings in docs/clients.md for GraphQL Code Generator are those of the package here', () => {
  const [settings] = Object.values(config.generates).map(
    (output) => (output as { config: { scalars: object } }).config.scalars,
  );
  expect(guide).toContain(
    `scalars: { ${Object.entries(settings!)
      .map(([name, type]) => `${name}: '${String(type)}'`)
      .join(', ')} }`,
  );
});
