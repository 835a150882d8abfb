/** An office (职位) as a succession: who held it, one after the other. */
import type { Office as OfficeRecord } from '../load/office-tenure.ts';
import { officeMeant } from '../load/office.ts';
import type { FieldReads } from '../query/field-reads.ts';
import { builder } from './builder.ts';
import { pageArguments } from './connection.ts';
import { TITLE_MEANING, UNKNOWN_SLUG } from './filter.ts';
import { OfficeTenureConnection, OfficeTenureEdge } from './list.ts';
import { declared } from './reads.ts';

/** How an office is asked for. */
export const OFFICE_ARGUMENTS = {
  organisation:
    'The organisation, by any form of its name: `云岫区`, `雲岫區人民政府`, `云岫区第五届人大常委会`, in pinyin or by its initials.',
  title: `The title. ${TITLE_MEANING}`,
  publication: `The slug of a publication: only tenures that its articles cite. ${UNKNOWN_SLUG}`,
};

/** The names of an office. */
export const officeRead: NonNullable<FieldReads['rows']> = [
  {
    relation: 'organisationsMeant',
    reads: { rows: [{ relation: 'keyOfOrganisation', key: ['id'], reads: { paths: ['key'] } }] },
  },
];

export const DayRange = builder.objectRef<{ readonly from: string; readonly to: string }>('DayRange').implement({
  description: 'Some days in a row, both ends included.',
  fields: (t) => ({
    from: t.expose('from', { type: 'Date', description: 'The first day.' }),
    to: t.expose('to', { type: 'Date', description: 'The last day.' }),
  }),
});

builder.objectFields(OfficeTenureEdge, (t) => ({
  gapBefore: t.expose('gapBefore', {
    type: DayRange,
    nullable: true,
    description:
      'The days before it on which nobody is proven to have held the office (空缺或无报道): from the day after the last citation of all ' +
      'earlier tenures. Null for the first tenure and where no day is missing.',
  }),
  overlapsPrevious: t.exposeBoolean('overlapsPrevious', {
    description:
      'Whether the tenure before it in the list is another person’s, and is cited on a later day than the first of this one (任期重叠).',
  }),
}));

const Office = builder.objectRef<OfficeRecord>('Office').implement({
  description: 'An office (职位): a post at an organisation, whoever holds it.',
  fields: (t) => ({
    tenures: t.field({
      type: OfficeTenureConnection,
      description:
        'Those who held it (历任), in the order of time: by the first day, then the last day on which they are cited. A holder who came back has a ' +
        'tenure for each time, and who first acted (代) one for that, told by its `modality`.',
      args: pageArguments,
      resolve: declared(
        { list: { relation: 'tenuresOfOffice', args: (args) => args } },
        ({ offices, modalities, publication }, args, { load }) =>
          load.tenuresOfOffice({ ...args, offices, modalities, publication }),
      ),
    }),
  }),
});

builder.queryFields((t) => ({
  office: t.field({
    type: Office,
    description:
      'An office (职位) by the names of its organisation and title. It is there even if the archive names nobody who held it: then it has no tenures.',
    args: {
      organisation: t.arg.string({ required: true, description: OFFICE_ARGUMENTS.organisation }),
      title: t.arg.string({ required: true, description: OFFICE_ARGUMENTS.title }),
      publication: t.arg.string({ description: OFFICE_ARGUMENTS.publication }),
    },
    resolve: declared({ rows: officeRead }, (_, args, { load }) => officeMeant(load, args)),
  }),
}));
