import { isGiven } from '../load/condition.ts';
import type { Load } from '../load/loaders.ts';
import { after } from '../load/soon.ts';
import type { Soon } from '../load/soon.ts';
import { builder } from './builder.ts';
import { decodeIdOf } from './global-id.ts';
import type { NodeName } from './global-id.ts';
import { AgreementKind, AgreementStage, ArticleGenre, OrganisationCategory, PersonRole } from './vocabulary.ts';

const publication = 'The slug of a publication, a BAD_ARGUMENT error if there is none: only what it printed.';

/** What a tenure is proven to have been held by, as `officeHolders` has it. */
export const HELD_ON = 'Only what the archive proves to have been held on this day, as `officeHolders` confirms it: the holder is cited on the day, '
  + 'or before and after it, and nothing in between says that it ended or that somebody else held it.';

/** What a title means wherever one is asked for. */
export const TITLE_MEANING = 'In any wording: `区长`, `云岫区区长`. `区长` has whoever acts as 区长 too, and `副区长` the 常务副区长; '
  + '`代区长`, `常务副区长`, `名誉会长` and `原区长` ask for those alone.';

export const DateRange = builder.inputType('DateRange', {
  description: 'Days from one to another, both included. What has no known day lies in no range.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day that counts; open when left out.' }),
    to: t.field({ type: 'Date', description: 'The last day that counts; open when left out.' }),
  }),
});

const IdFilter = builder.inputType('IdFilter', {
  description: 'Which of some nodes something must have to do with. Given both, both conditions hold.',
  fields: (t) => ({
    all: t.idList({ description: 'With all of these. An empty list is no condition.' }),
    any: t.idList({ description: 'With at least one of these. Nothing fits an empty list.' }),
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
    page: t.int({ description: 'Only articles on this page of their issue (第N版).' }),
    genres: t.field({ type: [ArticleGenre], description: 'Only articles of one of these genres; none when the list is empty.' }),
    person: t.id({ description: 'The `id` of a person: the same as one of `people`, `all`.' }),
    people: t.field({ type: IdFilter, description: 'The `id`s of people: only articles that have them, in any role unless `role` is given.' }),
    role: t.field({ type: PersonRole, description: 'Only articles that have those people in this role; anybody, when none are given.' }),
    organisation: t.id({ description: 'The `id` of an organisation: the same as one of `organisations`, `all`.' }),
    organisations: t.field({ type: IdFilter, description: 'The `id`s of organisations: only articles that name them or titles of them.' }),
    source: t.string({ description: 'Only articles taken from this source (来源), as printed.' }),
    hasAgreement: t.boolean({ description: 'Only articles that report an agreement (协议), or only those that report none.' }),
    text: t.string({ description: 'Only articles that a search for this finds: see the `query` of `search`. Nothing but blanks, marks and words to leave out finds none.' }),
  }),
});

export const PersonFilter = builder.inputType('PersonFilter', {
  description: 'Which people to read. All conditions hold together.',
  fields: (t) => ({
    publication: t.string({ description: 'The slug of a publication, a BAD_ARGUMENT error if there is none: only people of that newspaper.' }),
    name: t.string({ description: 'Only people of this name in any form: as printed, in either script, in pinyin or its initials; blanks do not matter.' }),
    prefix: t.string({ description: 'Only people whose printed name or pinyin begins so: 林, `lin ch`; blanks do not matter. For suggestions while somebody types.' }),
    organisation: t.id({ description: 'The `id` of an organisation: only people printed with a title at it. Together with `title`: with that title at it.' }),
    title: t.string({ description: `Only people printed with a title of this meaning (职务). ${TITLE_MEANING}` }),
    citedOn: t.field({ type: DateRange, description: 'Only people in an article about these days, or of an issue of these days where no event is dated.' }),
  }),
});

export const OrganisationFilter = builder.inputType('OrganisationFilter', {
  description: 'Which organisations to read. All conditions hold together.',
  fields: (t) => ({
    publication: t.string({ description: 'The slug of a publication, a BAD_ARGUMENT error if there is none: only organisations that it named.' }),
    name: t.string({ description: 'Only organisations of this name in any form: whole or short, in either script, in pinyin or its initials; blanks do not matter.' }),
    categories: t.field({ type: [OrganisationCategory], description: 'Only bodies of one of these categories; none when the list is empty.' }),
  }),
});

export const AgreementFilter = builder.inputType('AgreementFilter', {
  description: 'Which agreements to read. All conditions hold together.',
  fields: (t) => ({
    publication: t.string({ description: publication }),
    kinds: t.field({ type: [AgreementKind], description: 'Only agreements of one of these kinds; none when the list is empty.' }),
    stages: t.field({ type: [AgreementStage], description: 'Only agreements reported at one of these stages; none when the list is empty.' }),
    parties: t.field({ type: IdFilter, description: 'The `id`s of organisations: only agreements that these are parties of (缔约方).' }),
    signatory: t.id({ description: 'The `id` of a person: only agreements that they signed (签署人).' }),
    signedOn: t.field({ type: DateRange, description: 'Only agreements signed in this range.' }),
    place: t.string({ description: 'Only agreements signed at this place, as printed; `text` finds a part of it.' }),
    text: t.string({ description: 'Only agreements that a search for this finds: see the `query` of `search`. Nothing but blanks, marks and words to leave out finds none.' }),
  }),
});

export const SearchFilter = builder.inputType('SearchFilter', {
  description: 'Which matches count. All conditions hold together.',
  fields: (t) => ({
    publication: t.string({ description: 'The slug of a publication, a BAD_ARGUMENT error if there is none: only what it printed, its people, and organisations that it named.' }),
    publishedOn: t.field({ type: DateRange, description: 'Only articles of issues dated in this range, and agreements signed in it.' }),
    person: t.id({ description: 'The `id` of a person: only articles that have them, and the agreements that such articles report.' }),
    organisation: t.id({ description: 'The `id` of an organisation: only articles that name it, and the agreements that such articles report.' }),
  }),
});

/** The fields of all filters that are ids, or hold ids, and what they are ids of. */
const NODE_OF: Readonly<Record<string, NodeName>> = {
  person: 'Person', signatory: 'Person', organisation: 'Organisation', people: 'Person', organisations: 'Organisation',
  parties: 'Organisation',
};

/**
 * The arguments of a field with the ids of its filter read.
 * @throws RequestError BAD_ID for the id of no node, or of one of another type
 */
function withIds<Arguments extends { readonly filter?: object | null | undefined }>(args: Arguments): Arguments {
  if (!isGiven(args.filter)) return args;
  const fields = Object.entries<unknown>({ ...args.filter }).map(([field, value]) => {
    const type = NODE_OF[field];
    return [field, type === undefined ? value : idsRead(type, `filter.${field}`, value)];
  });
  return { ...args, filter: Object.fromEntries(fields) as Arguments['filter'] };
}

/** An id, a list of ids, or an object of such lists. */
function idsRead(type: NodeName, argument: string, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((id) => decodeIdOf(type, String(id), argument));
  if (typeof value !== 'object') return decodeIdOf(type, String(value), argument);
  return Object.fromEntries(Object.entries(value).map(([name, ids]) => [name, idsRead(type, `${argument}.${name}`, ids)]));
}

/**
 * The list of a field with a filter.
 * @throws RequestError BAD_ID for what is no id in the filter, BAD_ARGUMENT for the slug of no newspaper
 */
export function filtered<Arguments extends Filtered, List>(load: Load, args: Arguments, list: (args: Arguments) => List): Soon<List> {
  const read = withIds(args);
  return after(load.requirePublication('filter.publication', args.filter?.publication), () => list(read)) as Soon<List>;
}

interface Filtered {
  readonly filter?: { readonly publication?: string | null | undefined } | null | undefined;
}
