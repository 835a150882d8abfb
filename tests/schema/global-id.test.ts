import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeGlobalId, encodeGlobalId } from '../../src/schema/global-id.ts';
import type { NodeName } from '../../src/schema/global-id.ts';

test.each<NodeName>(['Publication', 'Issue', 'Article', 'Person', 'Organisation', 'Agreement', 'Tenure'])(
  'an id of %s is base64url and contains what it was made of',
  (__typename) => {
    for (let time = 0; time < 100; time += 1) {
      const id = randomUUID();
      const globalId = encodeGlobalId({ __typename, id });
      expect(globalId).toBe(Buffer.from(`${__typename}:${id}`).toString('base64url'));
      expect(decodeGlobalId(globalId)).toEqual({ name: __typename, id });
    }
  },
);
