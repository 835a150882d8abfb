import graphqlEslint from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

const { configs: graphql, parser, rules } = graphqlEslint;
const documents = ['tests/clients/*.graphql', 'src/http/export/document/*.graphql', 'src/http/page/example/*.graphql'];
// One object for both: the plugin keeps the first configuration that it sees.
const language = { parser, parserOptions: { graphQLConfig: { schema: './schema.graphql', documents } } };
const plugins = { '@graphql-eslint': { rules } };
const schemaRules = graphql['flat/schema-recommended'].rules;
const [severity, naming] = schemaRules['@graphql-eslint/naming-convention'];

export default tseslint.config(
  { ignores: ['node_modules/', 'drizzle/', '.banmian/', 'sdk/dist/'] },
  {
    files: ['**/*.{ts,js}'],
    ignores: ['bin/banmian.js'],
    extends: [tseslint.configs.strict],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  // A test asserts what it reads. The rules of `extract` match by position, and what they match is there; the labeller
  // has a score for every line and state.
  {
    files: ['tests/**', 'bench/**', 'sdk/**', 'training/**', 'src/extract/**', 'src/parse/labeller/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // Features are told by tags: sink.add`k ${kind}`.
  {
    files: ['src/parse/labeller/**'],
    rules: { '@typescript-eslint/no-unused-expressions': ['error', { allowTaggedTemplates: true }] },
  },
  // Rules of reading grow one condition at a time; past 20 ways through it a function is divided by meaning.
  { files: ['src/extract/**', 'src/parse/**', 'training/**'], rules: { complexity: ['error', 20] } },
  // Nodes that are too old have to read it, to say so.
  { files: ['bin/banmian.js'], languageOptions: { ecmaVersion: 2020, sourceType: 'script' } },
  { files: ['*.config.*'], rules: { 'no-restricted-exports': 'off' } },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'vitest', importNames: ['it'], message: 'Use `test`, with a whole sentence as its title.' }],
        },
      ],
    },
  },
  {
    files: ['schema.graphql'],
    languageOptions: language,
    plugins,
    rules: {
      ...schemaRules,
      ...graphql['flat/schema-relay'].rules,
      // Without the ban on names that begin with "Type": a TypeFacet counts types as a YearFacet counts years.
      '@graphql-eslint/naming-convention': [
        severity,
        { ...naming, 'ObjectTypeDefinition,ObjectTypeExtension': { forbiddenSuffixes: ['Type'] } },
      ],
      // Connections also have `nodes`, and what belongs to one thing alone is a plain list: headlineLines, parties.
      // A change is no node; tests/schema.test.ts holds all other lists to nodes.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
      // Nodes alone have ids, and the interface Node holds them to it. Edges, spans and quotes are values.
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
  { files: documents, languageOptions: language, plugins, rules: graphql['flat/operations-recommended'].rules },
  // The examples are for people to read; no client's cache stands behind them that would need every id.
  { files: ['src/http/page/example/*.graphql'], rules: { '@graphql-eslint/require-selections': 'off' } },
);
