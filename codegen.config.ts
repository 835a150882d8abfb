import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: 'tests/clients/*.graphql',
  generates: {
    'sdk/dist/client.ts': {
      // Without the plugin `typescript`: the first of these two writes the enums and inputs too.
      plugins: ['typescript-operations', 'typescript-graphql-request'],
      config: {
        // As texts, documents would hold a fragment as often as other fragments use it, which the gateway refuses.
        documentMode: 'documentNode',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { ID: 'string', Date: 'string', DateTime: 'string' },
      },
    },
  },
};

export default config;
