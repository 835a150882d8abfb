import type { KeyHolder } from '../load/key-holder.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { declared } from './reads.ts';
import { KeyRole } from './vocabulary.ts';

const Viewer = builder.objectRef<KeyHolder>('Viewer').implement({
  description: 'Whoever asks, as the gateway knows them by their key (访问者).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The name that the key was given (名称).' }),
    role: t.expose('role', { type: KeyRole, description: 'What the key allows beside reading (权限).' }),
  }),
});

builder.queryFields((t) => ({
  viewer: t.field({
    type: Viewer,
    nullable: true,
    description:
      'Whoever asks, by the key in the header `Authorization` (访问者); null without a key. An answer that holds this is ' +
      'kept for nobody else.',
    extensions: changesWith('node'),
    resolve: declared({}, (_, __, { viewer }) => viewer),
  }),
}));
