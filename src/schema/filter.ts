import { builder } from './builder.ts';

const publication = 'The slug of a publication: only what it printed.';

const DateRange = builder.inputType('DateRange', {
  description: 'Days from one to another. What has no known day lies in no range.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day that counts; open when left out.' }),
    to: t.field({ type: 'Date', description: 'The last day that counts; open when left out.' }),
  }),
});

export const IssueFilter = builder.inputType('IssueFilter', {
  description: 'Which issues to read. All conditions hold together.',
  fields: (t) => ({
    publication: t.string({ description: publication }),
    publishedOn: t.field({ type: DateRange, description: 'Only issues dated in this range.' }),
    number: t.int({ description: 'Only issues with this running number (总第N期).' }),
  }),
});

export const ArticleFilter = builder.inputType('ArticleFilter', {
  description: 'Which articles to read. All conditions hold together.',
  fields: (t) => ({
    publication: t.string({ description: publication }),
    publishedOn: t.field({ type: DateRange, description: 'Only articles of issues dated in this range.' }),
    eventOn: t.field({ type: DateRange, description: 'Only articles on events of these days.' }),
  }),
});

export const PersonFilter = builder.inputType('PersonFilter', {
  description: 'Which people to read. All conditions hold together.',
  fields: (t) => ({ publication: t.string({ description: publication }) }),
});

export const OrganisationFilter = builder.inputType('OrganisationFilter', {
  description: 'Which organisations to read. All conditions hold together.',
  fields: (t) => ({ publication: t.string({ description: 'The slug of a publication: only organisations that it named.' }) }),
});

export const AgreementFilter = builder.inputType('AgreementFilter', {
  description: 'Which agreements to read. All conditions hold together.',
  fields: (t) => ({
    publication: t.string({ description: publication }),
    signedOn: t.field({ type: DateRange, description: 'Only agreements signed in this range.' }),
  }),
});
