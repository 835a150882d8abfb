import type { AliasRecord } from '../load/alias.ts';
import { builder } from './builder.ts';
import { Evidence, confidenceOf } from './evidence.ts';

export const Alias = builder.objectRef<AliasRecord>('Alias').implement({
  description: 'Another printed form of a name: in the other script, or shortened (简称).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name as printed, without spaces.' }),
    confidence: t.exposeFloat('confidence', confidenceOf('this form of the name means the same')),
    evidence: t.expose('evidence', { type: Evidence, description: 'Where it was first printed.' }),
  }),
});
