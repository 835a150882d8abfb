/** Who held which office when. */
import type { OfficeHolder as Holder } from '../load/certainty.ts';
import { officeHolders } from '../load/office-holder.ts';
import type { FieldReads } from '../query/field-reads.ts';
import { builder } from './builder.ts';
import { changesWith } from './changes-with.ts';
import { Evidence, confidenceOf } from './evidence.ts';
import { SURE_TENURES, UNKNOWN_SLUG, minConfidence } from './filter.ts';
import { Node, Organisation, Person, Tenure } from './node.ts';
import { OFFICE_ARGUMENTS, officeRead } from './office.ts';
import { declared } from './reads.ts';
import { related, required } from './related.ts';
import { Certainty, TitleModality } from './vocabulary.ts';

Tenure.implement({
  description:
    'One person holding one title at one organisation (任职), as far as the archive can prove. A person who returns to an office after its end, or after somebody else has held it in between, has another tenure. A tenure of modality FORMER proves only that the title was held before.',
  interfaces: [Node],
  fields: (t) => ({
    person: t.field({
      type: Person,
      description: 'The person who held the title.',
      extensions: changesWith('node'),
      resolve: required('person', 'personId'),
    }),
    organisation: t.field({
      type: Organisation,
      nullable: true,
      description: 'The organisation that the title belongs to; null if no article says.',
      extensions: changesWith('node'),
      resolve: related('organisation', 'organisationId'),
    }),
    title: t.exposeString('title', {
      description: 'The longest printed form of the title: 组织部部长 rather than 组织部长.',
    }),
    modality: t.expose('modality', { type: TitleModality, description: 'The capacity in which it was held.' }),
    firstCitedOn: t.expose('firstCitedOn', {
      type: 'Date',
      description:
        'The first day on which an article names the person with this title: the day of the reported event or, where none is dated, ' +
        'of the issue. For `FORMER`, the first day the person is called a former holder.',
    }),
    lastCitedOn: t.expose('lastCitedOn', {
      type: 'Date',
      description: 'The last such day, which does not mean that the tenure ended then.',
    }),
    startedOn: t.expose('startedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day of appointment or election (任命, 当选); null if no article reports it.',
    }),
    endedBy: t.expose('endedBy', {
      type: 'Date',
      nullable: true,
      description:
        'A day by which the tenure had ended: the person was removed then (免去), or is called a former holder (原); null if no article says so, which does not mean the tenure is current.',
    }),
    confidence: t.exposeFloat('confidence', confidenceOf('the surest of these articles is right')),
    firstEvidence: t.field({
      type: Evidence,
      description: 'The words that prove it on `firstCitedOn`: the first of `evidence`.',
      resolve: required('firstCitationOfTenure', 'id'),
    }),
    lastEvidence: t.field({
      type: Evidence,
      description: 'The words that prove it on `lastCitedOn`: the last of `evidence`.',
      resolve: required('lastCitationOfTenure', 'id'),
    }),
    evidence: t.field({
      type: [Evidence],
      description: 'The words that prove it, oldest first: at most 100, the latest always among them.',
      resolve: related('evidenceOfTenure', 'id'),
    }),
  }),
});

/**
 * The names of the offices, and all who hold or held them: few of those are answered with, so nothing is read of all.
 */
const holdersRead: FieldReads = {
  rows: [...officeRead, { relation: 'tenuresOfOffices', reads: { paths: 'all' } }],
};

const OfficeHolder = builder.objectRef<Holder>('OfficeHolder').implement({
  description: 'A person who held an office on a given day, or may have.',
  fields: (t) => ({
    tenure: t.expose('tenure', { type: Tenure, description: 'The tenure, with its evidence.' }),
    certainty: t.expose('certainty', { type: Certainty, description: 'How certain it is.' }),
  }),
});

builder.queryFields((t) => ({
  officeHolders: t.field({
    type: [OfficeHolder],
    description:
      'Who held an office on a given day (任职查询). These are the confirmed holders; of a post that several people share (副区长, 委员), ' +
      'the probable ones too. If nobody is confirmed, it is the probable holder; if nobody is probable either, the nearest holders before and ' +
      'after that day, as `UNKNOWN`. At most 100; empty if the archive knows of no holder.',
    args: {
      organisation: t.arg.string({ required: true, description: OFFICE_ARGUMENTS.organisation }),
      title: t.arg.string({
        required: true,
        description: `${OFFICE_ARGUMENTS.title} Nobody holds an office as a former holder.`,
      }),
      on: t.arg({ type: 'Date', required: true, description: 'The day in question.' }),
      publication: t.arg.string({
        description: `The slug of a publication: only holders whom it names. ${UNKNOWN_SLUG}`,
      }),
      minConfidence: t.arg.float(minConfidence(SURE_TENURES)),
    },
    resolve: declared(holdersRead, (_, args, { load }) => officeHolders(load, args)),
  }),
}));
