import { modalityOf } from '../../extract/title/post.ts';
import { officeOf, postOf } from '../../text/title.ts';
import type { Conflict, JudgementRow } from './judgement-row.ts';
import type { Transaction } from '../transaction.ts';
import {
  findAgreement,
  findArticle,
  findOrganisation,
  findParty,
  findSignatory,
  findTitle,
  personPrinted,
} from './fact-finder.ts';
import { agreementRemoval, partyChange, rowsOf, signatoryChange } from './agreement-change.ts';
import type { Cells, RowChange } from './judged-row.ts';

/** What a judgement about one article comes to: the changes of rows, or why it is not applied. */
export type Outcome =
  | { readonly articleId: string; readonly changes: readonly RowChange[] }
  | { readonly conflict: Conflict };

/** The value that stands there now: an `unnamed` one is another than was judged, but has no words for it. */
interface Found {
  readonly value: string | null;
  /** The changes that put the value there; null if the archive does not have what it names. */
  readonly change: (value: string | null) => Promise<readonly RowChange[] | null>;
}

/** Works out what a judgement about one article changes, from what the article says now. */
export async function outcomeOf(tx: Transaction, judgement: JudgementRow): Promise<Outcome> {
  const article = await findArticle(tx, judgement);
  if (article === null) return { conflict: 'SUBJECT_GONE' };
  const found = await findFact(tx, judgement, article);
  if (found === null) return { conflict: 'TEXT_CHANGED' };
  const { value, expected } = judgement;
  // A reader that has come to read what was judged needs no correction.
  if (found.value === value) return { articleId: article.id, changes: [] };
  if (found.value !== expected) return { conflict: 'VALUE_CHANGED' };
  const changes = await found.change(value);
  return changes === null ? { conflict: 'VALUE_GONE' } : { articleId: article.id, changes };
}

async function findFact(
  tx: Transaction,
  judgement: JudgementRow,
  { id: articleId, isSame }: { readonly id: string; readonly isSame: boolean },
): Promise<Found | null> {
  const { field, reference, expected } = judgement;
  switch (field) {
    case 'ARTICLE_EVENT_ON': {
      const [row] = isSame ? await rowsOf(tx, 'articles', { id: articleId }) : [];
      return row === undefined ? null : { value: text(row['event_on']), change: async (day) => eventOn(row, day) };
    }
    case 'TITLE':
    case 'TITLE_ORGANISATION': {
      const row = await findTitle(tx, articleId, reference, field === 'TITLE' ? expected : null);
      if (row === null) return null;
      return field === 'TITLE'
        ? { value: text(row['title']), change: async (title) => (title === null ? null : titleChange(row, title)) }
        : titleOwner(tx, row, judgement);
    }
    default: {
      const agreement = await findAgreement(tx, articleId, reference);
      return agreement === null ? null : findInAgreement(tx, judgement, agreement);
    }
  }
}

async function findInAgreement(tx: Transaction, judgement: JudgementRow, agreement: Cells): Promise<Found | null> {
  const match = { id: agreement['id'] };
  const update = (cells: Cells): RowChange[] => [{ operation: 'UPDATE', relation: 'agreements', match, cells }];
  const { reference } = judgement;
  switch (judgement.field) {
    case 'AGREEMENT_KIND':
      return { value: text(agreement['kind']), change: async (kind) => update({ kind }) };
    case 'AGREEMENT_DECLARED_COUNT':
      return {
        value: text(agreement['declared_count']),
        change: async (count) => update({ declared_count: count === null ? null : Number(count) }),
      };
    case 'AGREEMENT_SIGNED_ON':
      return {
        value: text(agreement['signed_on']),
        change: async (day) => [
          ...update({ signed_on: day, signed_on_basis: day === null ? null : 'STATED', signed_on_text: null }),
          ...(['agreement_parties', 'agreement_people'] as const).map(
            (relation): RowChange => ({
              operation: 'UPDATE',
              relation,
              match: { agreement_id: agreement['id'] },
              cells: { signed_on: day },
            }),
          ),
        ],
      };
    case 'AGREEMENT_PARTY': {
      const party = await findParty(tx, agreement['id'], reference);
      return {
        value: await asJudged(tx, judgement, text(party?.['organisation_id'])),
        change: async (value) => {
          const to = await organisationOf(tx, value, reference.to);
          return party === null || to === undefined ? null : partyChange(tx, party, to?.id ?? null);
        },
      };
    }
    case 'AGREEMENT_SIGNATORY': {
      const signatory = await findSignatory(tx, agreement['id'], reference);
      const articleId = String(agreement['article_id']);
      const person = text(signatory?.['person_id']);
      const isJudged = person !== null && (await personPrinted(tx, articleId, judgement.expected ?? '')) === person;
      const isWanted = person !== null && (await personPrinted(tx, articleId, judgement.value ?? '')) === person;
      return {
        value: isWanted ? judgement.value : isJudged ? judgement.expected : person,
        change: async (name) => {
          const to = name === null ? null : await personPrinted(tx, articleId, name);
          return signatory === null || (name !== null && to === null) ? null : signatoryChange(tx, signatory, to);
        },
      };
    }
    default:
      // The agreement is hidden: it is none.
      return { value: 'shown', change: async () => agreementRemoval(agreement['id']) };
  }
}

function titleOwner(tx: Transaction, row: Cells, judgement: JudgementRow): Promise<Found> {
  return asJudged(tx, judgement, text(row['organisation_id'])).then((value) => ({
    value,
    change: async (wanted) => {
      const owner = await organisationOf(tx, wanted, judgement.reference.to);
      if (owner === undefined) return null;
      const office = owner === null ? null : officeOf(owner.key, String(row['title']));
      return titleRow(row, { organisation_id: owner?.id ?? null, is_owner_inferred: false, office });
    },
  }));
}

function titleChange(row: Cells, title: string): RowChange[] {
  const key = text(row['key']);
  const office = key === null ? null : officeOf(key, title);
  // What a title says of how it is held stands in its words, except that it is held no more, which may stand before it.
  const modality = row['modality'] === 'FORMER' ? 'FORMER' : modalityOf(title);
  return titleRow(row, { title, modality, post: postOf(title), office });
}

function titleRow(row: Cells, cells: Cells): RowChange[] {
  const match = { article_id: row['article_id'], person_id: row['person_id'], ordinal: row['ordinal'] };
  return [{ operation: 'UPDATE', relation: 'printed_titles', match, cells }];
}

/** The day on which people and titles are cited is that of the event, else that of the issue. */
function eventOn(article: Cells, day: string | null): RowChange[] {
  const cited = { cited_on: day ?? article['published_on'] };
  const match = { article_id: article['id'] };
  return [
    {
      operation: 'UPDATE',
      relation: 'articles',
      match: { id: article['id'] },
      cells: { event_on: day, event_on_basis: day === null ? null : 'STATED' },
    },
    { operation: 'UPDATE', relation: 'article_people', match, cells: cited },
    { operation: 'UPDATE', relation: 'printed_titles', match, cells: cited },
  ];
}

/** An organisation that has come back with another id is the one that was judged. */
async function asJudged(
  tx: Transaction,
  { expected, value, reference: { from, to } }: JudgementRow,
  id: string | null,
): Promise<string | null> {
  if (id === null) return null;
  if (to !== undefined && (await findOrganisation(tx, to))?.id === id) return value;
  return from !== undefined && (await findOrganisation(tx, from))?.id === id ? expected : id;
}

/** null for none, undefined if the archive does not have it. */
async function organisationOf(tx: Transaction, value: string | null, to: JudgementRow['reference']['to']) {
  if (value === null) return null;
  return (to === undefined ? null : await findOrganisation(tx, to)) ?? undefined;
}

function text(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : null;
}
