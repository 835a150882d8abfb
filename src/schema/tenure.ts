/** Who held which office when. */
import type { OfficeHolder as Holder } from '../load/certainty.ts';
import { officeHolders } from '../load/office-holder.ts';
import { present } from '../load/soon.ts';
import { builder } from './builder.ts';
import { Evidence } from './evidence.ts';
import { TITLE_MEANING } from './filter.ts';
import { Node, Organisation, Person, Tenure } from './node.ts';
import { Certainty, TitleModality } from './vocabulary.ts';

Tenure.implement({
  description: 'One person holding one title at one organisation (任职), as far as the archive proves. Who comes back to an office has another tenure. One of the modality FORMER only tells that it was held before.',
  interfaces: [Node],
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'Who held it.',
      resolve: ({ personId }, _, { load }) => present(load.person(personId)),
    }),
    organisation: t.field({
      type: Organisation,
      nullable: true,
      description: 'The body that the title belongs to; null when no article tells.',
      resolve: ({ organisationId }, _, { load }) => (organisationId === null ? null : load.organisation(organisationId)),
    }),
    title: t.exposeString('title', { description: 'The longest form that was printed: of 组织部长 and 组织部部长 the second.' }),
    modality: t.expose('modality', { type: TitleModality, description: 'In what way it was held.' }),
    firstCitedOn: t.expose('firstCitedOn', { type: 'Date', description: 'The first day on which an article has the person in this office: that of an event, or of the issue where no event is dated.' }),
    lastCitedOn: t.expose('lastCitedOn', { type: 'Date', description: 'The last such day. It says nothing of what came after.' }),
    startedOn: t.expose('startedOn', { type: 'Date', nullable: true, description: 'The day on which it was given (任命, 当选); null when no article says so.' }),
    endedBy: t.expose('endedBy', {
      type: 'Date',
      nullable: true,
      description: 'A day from which it was no longer held: it was taken then (免去), or the person is called a former holder (原); null when no article says so, which does not make it current.',
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that prove it, oldest first: the last, and the first 99 of the others.',
      resolve: ({ id }, _, { load }) => load.evidenceOfTenure(id),
    }),
  }),
});

const OfficeHolder = builder.objectRef<Holder>('OfficeHolder').implement({
  description: 'Somebody who held an office on a day, or may have.',
  fields: (t) => ({
    tenure: t.expose('tenure', { type: Tenure, description: 'The tenure that says so, with its evidence.' }),
    certainty: t.expose('certainty', { type: Certainty, description: 'How sure it is.' }),
  }),
});

builder.queryFields((t) => ({
  officeHolders: t.field({
    type: [OfficeHolder],
    description: 'Who held an office on a day (任职查询). The confirmed holders if there are any, for a post that many share (副区长, 委员) with the probable ones; else the '
      + 'probable one; else, as unknown, those cited nearest before and after. Nobody when the archive knows of no holder.',
    args: {
      organisation: t.arg.string({ required: true, description: 'Any form of the name of the organisation, in any script: `云岫区`, `雲岫區人民政府`.' }),
      title: t.arg.string({ required: true, description: `The title. ${TITLE_MEANING} Nobody holds an office as a former holder.` }),
      on: t.arg({ type: 'Date', required: true, description: 'The day that is asked about.' }),
      publication: t.arg.string({ description: 'The slug of a publication, a BAD_ARGUMENT error if there is none: only what its articles tell.' }),
    },
    resolve: (_, args, { load }) => officeHolders(load, args),
  }),
}));
