import type { AliasRecord } from '../load/alias.ts';
import { builder } from './builder.ts';
import { Evidence } from './evidence.ts';

export const Alias = builder.objectRef<AliasRecord>('Alias').implement({
  description: 'Another name that a person or an organisation is printed under: in the other script, in short (简称).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name as printed, without blanks.' }),
    evidence: t.expose('evidence', { type: Evidence, description: 'The first place that prints it.' }),
  }),
});
