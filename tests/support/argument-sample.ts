import { idOf } from './archive.ts';
import type { Samples } from './argument-path.ts';
import { encodeGlobalId } from '../../src/schema/global-id.ts';

const person = encodeGlobalId({ __typename: 'Person', id: idOf('person', '林澄') });

/** Values, as a document writes them, for the arguments that must be given; all are of the hand-made archive. */
export const argumentSamples: Samples = {
  id: JSON.stringify(person),
  ids: JSON.stringify([person]),
  slug: '"yunxi-bao"',
  publication: '"yunxi-bao"',
  name: '"林澄"',
  organisation: '"云溪区"',
  title: '"区长"',
  by: '{ number: 101 }',
  on: '"2024-03-01"',
  query: '"云溪"',
  field: 'NAME',
  groupBy: 'KIND',
  direction: 'ASC',
};

/** The same for the inputs of mutations, which name what is to be made. */
export const mutationSamples: Samples = {
  text: '"版面"',
  file: '"a.txt"',
  publication: '{ slug: "yunxiu-bao", name: "云岫报" }',
  slug: '"yunxiu-bao"',
  name: '"云岫报"',
  date: '"2025-03-01"',
  basis: 'STATED',
  person: JSON.stringify(person),
  other: JSON.stringify(person),
  node: JSON.stringify(person),
  articles: JSON.stringify([encodeGlobalId({ __typename: 'Article', id: idOf('article', '101') })]),
  field: 'TITLE',
  reason: '"原文如此"',
  judgement: JSON.stringify(idOf('judgement', '1')),
};
