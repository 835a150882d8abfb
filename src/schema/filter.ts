import { builder } from './builder.ts';
import { WRONG_ID } from './global-id.ts';
import { AgreementKind, AgreementStage, ArticleGenre, OrganisationCategory, PersonRole } from './vocabulary.ts';

/** What happens with an unknown slug; every field that takes one says so. */
export const UNKNOWN_SLUG = 'An unknown slug is a `BAD_ARGUMENT` error.';
const publication = `The slug of a publication: only what it printed. ${UNKNOWN_SLUG}`;

/** When a tenure counts as held on a day: as in `officeHolders`. */
export const HELD_ON =
  'Only tenures proven to have been held on this day, as `officeHolders` confirms them: the holder is named in the office on the day, ' +
  'or before and after it, and nothing in between says that the tenure ended or that somebody else held the office.';

/** How a title is understood wherever it is an argument. */
export const TITLE_MEANING =
  'In any wording: `区长`, `云岫区区长`. `区长` includes acting holders, and `副区长` the 常务副区长; ' +
  '`代区长`, `常务副区长`, `名誉会长` and `原区长` match those alone.';

/** Whoever is in an office, only these count. */
export const SURE_TENURES = 'As if there were only tenures';

/** An argument that leaves out what is less likely to be right. */
export const minConfidence = (what: string) => ({
  description: `${what} with at least this \`confidence\`.`,
  extensions: { isShare: true },
});

export const DateRange = builder.inputType('DateRange', {
  description:
    'A range of days, both ends included. A range with neither end restricts nothing; any other leaves out items whose day is not known.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day; open when left out.' }),
    to: t.field({ type: 'Date', description: 'The last day; open when left out.' }),
  }),
});

const IdFilter = builder.inputType('IdFilter', {
  description: `Matches by ids. When both fields are given, both must match. ${WRONG_ID}`,
  fields: (t) => ({
    all: t.idList({ description: 'All of these ids must match. An empty list matches everything.' }),
    any: t.idList({ description: 'At least one of these ids must match. An empty list matches nothing.' }),
  }),
});

export const IssueFilter = builder.inputType('IssueFilter', {
  description: 'Selects issues. All conditions must hold.',
  fields: (t) => ({
    publication: t.string({ description: publication }),
    publishedOn: t.field({ type: DateRange, description: 'Only issues published in this range of days.' }),
    number: t.int({ description: 'Only issues with this running number (总第N期).' }),
  }),
});

export const ArticleFilter = builder.inputType('ArticleFilter', {
  description: 'Selects articles. All conditions must hold.',
  fields: (t) => ({
    publication: t.string({ description: publication }),
    publishedOn: t.field({ type: DateRange, description: 'Only articles published in this range of days.' }),
    eventOn: t.field({ type: DateRange, description: 'Only articles on events in this range of days.' }),
    page: t.int({ description: 'Only articles on this page of their issue (第N版), from 1.' }),
    genres: t.field({
      type: [ArticleGenre],
      description: 'Only articles of one of these genres; an empty list matches nothing.',
    }),
    people: t.field({
      type: IdFilter,
      description: 'The `id`s of people: only articles that name them, in any role unless `role` is given.',
    }),
    role: t.field({
      type: PersonRole,
      description:
        'Only articles in which the `people` play this role; without `people`, in which anybody does. On `Person.articles` the ' +
        'argument `role` is the one that is about that person.',
    }),
    organisations: t.field({
      type: IdFilter,
      description: 'The `id`s of organisations: only articles that name them, or titles at them.',
    }),
    source: t.string({ description: 'Only articles credited to this source (来源), exactly as printed.' }),
    hasAgreement: t.boolean({
      description: '`true`: only articles that report an agreement (协议); `false`: only articles that report none.',
    }),
    text: t.string({
      description:
        'Only articles that `search` would find with this as its `query`. A query without a word to look for finds none.',
      extensions: { isQuery: true },
    }),
  }),
});

export const PersonFilter = builder.inputType('PersonFilter', {
  description: 'Selects people. All conditions must hold.',
  fields: (t) => ({
    publication: t.string({ description: `The slug of a publication: only people that it names. ${UNKNOWN_SLUG}` }),
    name: t.string({
      description:
        'Only people of this name in any form: as printed, in either script, in pinyin or by its initials. Spaces are ignored.',
    }),
    prefix: t.string({
      description:
        'Only people whose printed name, in either script, or pinyin begins with this: 林, `lin ch`. Spaces are ignored. ' +
        'For suggestions as somebody types.',
    }),
    organisation: t.id({
      description: `The \`id\` of an organisation: only people named with a title at it; together with \`title\`, with that title. ${WRONG_ID}`,
    }),
    title: t.string({ description: `Only people named with this title (职务). ${TITLE_MEANING}` }),
    namedOn: t.field({
      type: DateRange,
      description:
        'Only people named on a day in this range, with whatever title. The day is that of the reported event or, where none is ' +
        'dated, of the issue. For the holders of an office on a day use `tenures(on:)` or `officeHolders`.',
    }),
    minConfidence: t.float(minConfidence('Only people')),
  }),
});

export const OrganisationFilter = builder.inputType('OrganisationFilter', {
  description: 'Selects organisations. All conditions must hold.',
  fields: (t) => ({
    publication: t.string({
      description: `The slug of a publication: only organisations that it names. ${UNKNOWN_SLUG}`,
    }),
    name: t.string({
      description:
        'Only organisations of this name in any form: whole or short, in either script, in pinyin or by its initials. Spaces are ignored.',
    }),
    categories: t.field({
      type: [OrganisationCategory],
      description: 'Only organisations in one of these categories; an empty list matches nothing.',
    }),
    minConfidence: t.float(minConfidence('Only organisations')),
  }),
});

export const AgreementFilter = builder.inputType('AgreementFilter', {
  description: 'Selects agreements. All conditions must hold.',
  fields: (t) => ({
    publication: t.string({ description: publication }),
    kinds: t.field({
      type: [AgreementKind],
      description: 'Only agreements of one of these kinds; an empty list matches nothing.',
    }),
    stages: t.field({
      type: [AgreementStage],
      description: 'Only agreements reported at one of these stages; an empty list matches nothing.',
    }),
    parties: t.field({
      type: IdFilter,
      description: 'The `id`s of organisations: only agreements to which they are parties (缔约方).',
    }),
    signatory: t.id({ description: `The \`id\` of a person: only agreements that they signed (签署人). ${WRONG_ID}` }),
    signedOn: t.field({ type: DateRange, description: 'Only agreements signed in this range of days.' }),
    place: t.string({
      description: 'Only agreements signed at this place, exactly as printed; `text` also finds a part of it.',
    }),
    isRenewal: t.boolean({
      description:
        '`true`: only agreements that renew an earlier one (续签); `false`: only agreements that renew none.',
    }),
    minConfidence: t.float(minConfidence('Only agreements')),
    text: t.string({
      description:
        'Only agreements that `search` would find with this as its `query`. A query without a word to look for finds none.',
      extensions: { isQuery: true },
    }),
  }),
});

export const SearchFilter = builder.inputType('SearchFilter', {
  description: 'Selects search results. All conditions must hold.',
  fields: (t) => ({
    publication: t.string({
      description: `The slug of a publication: only what it printed, and the people and organisations that it names. ${UNKNOWN_SLUG}`,
    }),
    datedOn: t.field({
      type: DateRange,
      description:
        'Only articles published and agreements signed in this range. People and organisations have no day and are left out.',
    }),
    people: t.field({
      type: IdFilter,
      description: 'The `id`s of people: only articles that name them, and agreements reported in those.',
    }),
    organisations: t.field({
      type: IdFilter,
      description:
        'The `id`s of organisations: only articles that name them, or titles at them, and agreements reported in those.',
    }),
  }),
});
