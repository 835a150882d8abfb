import type { AliasRecord } from '../load/alias.ts';
import { builder } from './builder.ts';
import { Evidence } from './evidence.ts';

export const Alias = builder.objectRef<AliasRecord>('Alias').implement({
  description: 'Another printed form of a name: in the other script, or shortened (简称).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name as printed, without spaces.' }),
    evidence: t.expose('evidence', { type: Evidence, description: 'Where it was first printed.' }),
  }),
});
