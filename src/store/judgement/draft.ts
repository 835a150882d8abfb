import { sql } from 'drizzle-orm';
import type { FactReference, OrganisationReference } from '../judgement-tables.ts';
import type { Transaction } from '../transaction.ts';
import type { Draft } from './judgement-row.ts';
import { printedNameOf } from './fact-finder.ts';
import { draftOfIdentity, isIdentityRequest } from './identity.ts';
import { JudgementError } from './judgement-error.ts';
import { MAX_VALUE_LENGTH, requireText, requireValue } from './judgement-value.ts';
import type { Correction, CorrectedField, JudgedType, JudgementRequest } from './request.ts';

/** The nodes whose fields can be corrected. */
export const TYPE_OF_FIELD: Readonly<Record<CorrectedField, JudgedType>> = {
  ORGANISATION_CATEGORY: 'Organisation',
  ARTICLE_EVENT_ON: 'Article',
  TITLE: 'Article',
  TITLE_ORGANISATION: 'Article',
  AGREEMENT_KIND: 'Agreement',
  AGREEMENT_SIGNED_ON: 'Agreement',
  AGREEMENT_DECLARED_COUNT: 'Agreement',
  AGREEMENT_PARTY: 'Agreement',
  AGREEMENT_SIGNATORY: 'Agreement',
};

/**
 * What stands where somebody wants something else, and the words by which it is found again.
 * @throws JudgementError
 */
export async function draftOf(tx: Transaction, request: JudgementRequest): Promise<Draft> {
  if (isIdentityRequest(request)) return draftOfIdentity(tx, request);
  const { subject } = request;
  if (request.kind === 'CORRECT') {
    if (TYPE_OF_FIELD[request.field] !== subject.type)
      throw invalid(`${request.field} is corrected of a node of the type ${TYPE_OF_FIELD[request.field]}.`);
    requireValue(request.field, request.value);
    if (subject.type === 'Agreement') return ofAgreement(tx, subject.id, request);
    if (subject.type === 'Article') return ofArticle(tx, subject.id, request);
    return ofOrganisation(tx, subject.id, request);
  }
  if (request.kind === 'HIDE' && subject.type === 'Agreement') return ofAgreement(tx, subject.id, null);
  if (subject.type !== 'Person' && subject.type !== 'Organisation')
    throw invalid(`A node of the type ${subject.type} cannot be ${request.kind === 'HIDE' ? 'hidden' : 'renamed'}.`);
  if (request.kind === 'RENAME') requireText('name', request.value, MAX_VALUE_LENGTH);
  const value = request.kind === 'RENAME' ? request.value : null;
  if (subject.type === 'Organisation') {
    const { name, canonical } = await organisation(tx, subject.id);
    return whole({ canonical }, null, named(name, value), value);
  }
  const [person] = await tx.execute<{ name: string }>(sql`select name from people where id = ${subject.id}`);
  if (person === undefined) throw notFound('Person', subject.id);
  return whole({}, null, named(person.name, value), value);
}

function named(name: string, value: string | null): string {
  if (name === value) throw invalid('This is its name already.');
  return name;
}

function whole(reference: FactReference, field: Draft['field'], expected: string, value: string | null): Draft {
  return { pageId: null, articleId: null, field, reference, expected, value };
}

async function ofOrganisation(tx: Transaction, id: string, { field, value }: Correction): Promise<Draft> {
  const { canonical, kind } = await organisation(tx, id);
  differs(kind, value);
  // An earlier correction gives way to this one, which is then compared with what the reader says.
  const [earlier] = await tx.execute<{ expected: string }>(sql`
    select expected from judgements
    where subject_id = ${id} and field = ${field} and undone_at is null and conflict is null order by ordinal limit 1`);
  return whole({ canonical }, field, earlier?.expected ?? kind, value);
}

async function ofArticle(tx: Transaction, id: string, correction: Correction): Promise<Draft> {
  const [article] = await tx.execute<{ pageId: string; headline: string | null; eventOn: string | null }>(sql`
    select page_id as "pageId", headline, event_on::text as "eventOn" from articles where id = ${id}`);
  if (article === undefined) throw notFound('Article', id);
  const { field, value, of, title } = correction;
  const place = { pageId: article.pageId, articleId: id, field };
  const { headline } = article;
  if (field === 'ARTICLE_EVENT_ON') {
    differs(article.eventOn, value);
    return { ...place, reference: { headline }, expected: article.eventOn, value };
  }
  if (of === undefined || title === undefined) throw invalid('Say whose title, and which.');
  requireText('title', title, MAX_VALUE_LENGTH);
  const name = await printedNameOf(tx, id, of);
  if (name === null) throw invalid('The article names no such person.');
  const [printed] = await tx.execute<{ quote: string; organisationId: string | null }>(sql`
    select quote, organisation_id as "organisationId" from printed_titles
    where article_id = ${id} and person_id = ${of} and title = ${title} order by ordinal limit 1`);
  if (printed === undefined) throw invalid(`The article prints no title ${title} of ${name}.`);
  const reference = { headline, name, quote: printed.quote };
  if (field === 'TITLE') {
    differs(title, value);
    return { ...place, reference, expected: title, value };
  }
  differs(printed.organisationId, value);
  const { from, to } = await replacement(tx, printed.organisationId, value);
  return { ...place, reference: { ...reference, ...from, ...to }, expected: printed.organisationId, value };
}

/** `correction`: null to hide the agreement. */
async function ofAgreement(tx: Transaction, id: string, correction: Correction | null): Promise<Draft> {
  const [found] = await tx.execute<{
    pageId: string;
    articleId: string;
    headline: string | null;
    quote: string;
    kind: string;
    signedOn: string | null;
    declaredCount: string | null;
  }>(sql`
    select a.page_id as "pageId", a.id as "articleId", a.headline, g.quote, g.kind, g.signed_on::text as "signedOn",
      g.declared_count::text as "declaredCount"
    from agreements g join articles a on a.id = g.article_id where g.id = ${id}`);
  if (found === undefined) throw notFound('Agreement', id);
  const { pageId, articleId, headline, quote } = found;
  const reference: FactReference = { headline, agreement: { id, quote } };
  const place = { pageId, articleId, field: correction?.field ?? null };
  if (correction === null) return { ...place, reference, expected: 'shown', value: null };
  const { field, value, of } = correction;
  const simple = (expected: string | null): Draft => {
    differs(expected, value);
    return { ...place, reference, expected, value };
  };
  if (field === 'AGREEMENT_KIND') return simple(found.kind);
  if (field === 'AGREEMENT_SIGNED_ON') return simple(found.signedOn);
  if (field === 'AGREEMENT_DECLARED_COUNT') return simple(found.declaredCount);
  if (of === undefined) throw invalid('Say which party or signatory.');
  differs(of, value);
  if (field === 'AGREEMENT_PARTY') {
    const [party] = await tx.execute<{ quote: string }>(sql`
      select quote from agreement_parties where agreement_id = ${id} and organisation_id = ${of}`);
    if (party === undefined) throw invalid('The agreement has no such party.');
    const { from, to } = await replacement(tx, of, value);
    return { ...place, reference: { ...reference, quote: party.quote, ...from, ...to }, expected: of, value };
  }
  const [signatory] = await tx.execute<{ quote: string }>(sql`
    select quote from agreement_people where agreement_id = ${id} and person_id = ${of} and capacity = 'SIGNATORY'`);
  const name = await printedNameOf(tx, articleId, of);
  if (signatory === undefined || name === null) throw invalid('The agreement has no such signatory.');
  const other = value === null ? null : await printedNameOf(tx, articleId, value);
  if (value !== null && other === null) throw invalid('The article of the agreement does not name the new signatory.');
  return { ...place, reference: { ...reference, quote: signatory.quote, name }, expected: name, value: other };
}

/** Names two organisations so that they are known when they come back with other ids. */
async function replacement(
  tx: Transaction,
  before: string | null,
  after: string | null,
): Promise<{ readonly from: { from?: OrganisationReference }; readonly to: { to?: OrganisationReference } }> {
  const named = async (id: string) => ({ id, canonical: (await organisation(tx, id)).canonical });
  return {
    from: before === null ? {} : { from: await named(before) },
    to: after === null ? {} : { to: await named(after) },
  };
}

async function organisation(tx: Transaction, id: string) {
  const [found] = await tx.execute<{ name: string; canonical: string; kind: string }>(
    sql`select name, canonical, kind from organisations where id = ${id}`,
  );
  if (found === undefined) throw notFound('Organisation', id);
  return found;
}

function differs(now: string | null, value: string | null): void {
  if (now === value) throw invalid('This value stands there already.');
}

function invalid(message: string): JudgementError {
  return new JudgementError('BAD_ARGUMENT', message);
}

function notFound(type: JudgedType, id: string): JudgementError {
  return new JudgementError('NOT_FOUND', `The archive has no ${type.toLowerCase()} ${id}.`);
}
