import { createHash } from 'node:crypto';
import { reindex } from '../../src/store/reindex.ts';
import { agreementParties, agreementPeople, agreements } from '../../src/store/agreement-tables.ts';
import * as facts from '../../src/store/fact-tables.ts';
import * as tables from '../../src/store/tables.ts';
import type { Database } from '../../src/store/database.ts';
import { officeOf, postOf } from '../../src/text/title.ts';

/** The id of a row of the hand-made archive: the same for the same name. */
export function idOf(...name: (string | number | null)[]): string {
  const hex = createHash('sha256').update(name.join('/')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

export const PUBLICATION = { id: idOf('publication', 'yunxi-bao'), slug: 'yunxi-bao', name: '云溪报' };

/**
 * An archive made by hand: three issues of 云溪报, of 2024-03-04 (101), of 2024-03-11 (102) and of an unknown day, each
 * with four articles on pages 1 and 3, and the same people and organisations in all of them.
 */
export async function fillArchive(database: Database): Promise<void> {
  await addPublication(database);
  await addIssue(database, { publishedOn: '2024-03-04', number: 101 });
  await addIssue(database, { publishedOn: '2024-03-11', number: 102 });
  await addIssue(database, { publishedOn: null, number: null });
  await reindex(database);
}

/** Adds this many issues a day apart, each with people and organisations of its own beside those of all issues. */
export async function multiplyArchive(database: Database, times: number): Promise<void> {
  for (let copy = 1; copy <= times; copy += 1) {
    const publishedOn = new Date(Date.UTC(2023, 0, copy)).toISOString().slice(0, 10);
    await addIssue(database, { publishedOn, number: copy, mark: `第${copy}` });
  }
  await reindex(database);
}

async function addPublication({ drizzle }: Database): Promise<void> {
  const name = '云溪区';
  const district = { id: idOf('organisation', name), key: name, canonical: name, name, kind: 'GOVERNMENT' as const };
  await drizzle.insert(tables.organisations).values(district);
  await drizzle
    .insert(tables.publications)
    .values({ ...PUBLICATION, frequency: 'weekly', city: '临江市', districtId: district.id });
}

interface IssueOptions {
  readonly publishedOn: string | null;
  readonly number: number | null;
  /** Gives some people and organisations names of their own. */
  readonly mark?: string;
}

async function addIssue({ drizzle }: Database, { publishedOn, number, mark = '' }: IssueOptions): Promise<void> {
  const day = publishedOn ?? 'undated';
  const issueId = idOf('issue', day);
  const ids = { front: idOf('page', day, 1), third: idOf('page', day, 3) };
  const company = `${mark}青禾集团`;
  const chief = `白露${mark}`;

  const organisation = (name: string) => ({ id: idOf('organisation', name), key: name, canonical: name, name });
  await drizzle
    .insert(tables.organisations)
    .values([
      { ...organisation('云溪区'), kind: 'GOVERNMENT' },
      { ...organisation('云溪区委'), kind: 'PARTY' },
      { ...organisation(company), kind: 'COMPANY' },
    ])
    .onConflictDoNothing();
  const person = (name: string, pinyin: string) => ({
    id: idOf('person', name),
    name,
    pinyin,
  });
  await drizzle
    .insert(tables.people)
    .values([
      person('林澄', 'lin cheng'),
      person(chief, 'bai lu'),
      person('沈一苇', 'shen yi wei'),
      person('顾远', 'gu yuan'),
    ])
    .onConflictDoNothing();

  await drizzle.insert(tables.issues).values({
    id: issueId,
    publicationId: PUBLICATION.id,
    key: day,
    number,
    publishedOn,
    publishedOnBasis: publishedOn === null ? null : 'STATED',
  });
  const page = (id: string, pageNumber: number) => ({
    id,
    issueId,
    key: `page ${pageNumber}`,
    file: `${day}-${pageNumber}.txt`,
    contentHash: id,
    number: pageNumber,
    raw: '云溪',
    importedAt: new Date('2024-04-01T00:00:00.123Z'),
  });
  await drizzle.insert(tables.pages).values([page(ids.front, 1), page(ids.third, 3)]);
  await drizzle.insert(tables.teasers).values([
    { pageId: ids.front, ordinal: 0, title: '新港开工首船靠泊', pages: [3] },
    { pageId: ids.front, ordinal: 1, title: '百工展', pages: [8, 9] },
  ]);

  const signing = text(
    [
      `3月1日，云溪区与${company}签署《战略合作协议》。区长林澄、${mark}青禾总裁${chief}签字，区委书记顾远见证。`,
      '山高水长',
      `双方2023年4月签过备忘录。`,
    ],
    1,
  );
  const port = text([`新港开工，林 澄到场。`]);
  const article = (
    name: string,
    columns: Partial<typeof tables.articles.$inferInsert>,
    { body, paragraphs }: Text,
  ) => ({
    id: idOf('article', day, name),
    issueId,
    pageId: ids.front,
    position: 0,
    page: 1,
    genre: 'NEWS' as const,
    headline: name,
    headlineLines: [name],
    byline: null,
    source: null,
    captions: [],
    eventOn: null,
    eventOnBasis: null,
    isIncomplete: false,
    hasContinuedFrom: false,
    continuedFromPage: null,
    hasContinuedOn: false,
    continuedOnPage: null,
    publishedOn,
    publicationId: PUBLICATION.id,
    body,
    paragraphs,
    ...columns,
  });
  await drizzle.insert(tables.articles).values([
    article(
      'signing',
      {
        headline: `云溪区与${company}签约`,
        headlineLines: ['携手同行', `云溪区与${company}签约`],
        byline: '□ 记者 沈一苇',
        eventOn: '2024-03-01',
        eventOnBasis: 'INFERRED',
        isIncomplete: true,
        hasContinuedOn: true,
        continuedOnPage: 3,
      },
      signing,
    ),
    article(
      'notice',
      { position: 1, genre: 'NOTICE', headline: '停水公告', headlineLines: ['停水公告'], source: '区水务局' },
      text(['明日停水。']),
    ),
    article(
      'tail',
      {
        pageId: ids.third,
        page: 3,
        headline: null,
        headlineLines: [],
        isIncomplete: true,
        hasContinuedFrom: true,
        continuedFromPage: 1,
      },
      text(['云溪区将再接再厉。']),
    ),
    article(
      'port',
      {
        pageId: ids.third,
        page: 3,
        position: 1,
        headline: '新港开工 首船靠泊',
        headlineLines: ['新港开工', '首船靠泊'],
      },
      port,
    ),
  ]);

  const proof = (name: string, { body }: Text, quote: string) => {
    const start = body.indexOf(quote);
    const end = start + quote.length;
    return {
      articleId: idOf('article', day, name),
      field: 'BODY' as const,
      start,
      end,
      quote,
      rule: 'test.by-hand',
      confidence: name === 'port' ? 0.6 : 0.9,
      rawStart: start,
      rawEnd: end,
      line: 1,
    };
  };
  const signed = (quote: string) => proof('signing', signing, quote);
  const credited = { ...signed('云'), field: 'BYLINE' as const, start: 5, end: 8, quote: '沈一苇' };
  const ported = (quote: string) => proof('port', port, quote);
  const inSigning = { articleId: idOf('article', day, 'signing'), publishedOn };
  const inPort = { articleId: idOf('article', day, 'port'), publishedOn };
  const personId = (name: string) => ({ personId: idOf('person', name) });
  const organisationId = (name: string) => ({ organisationId: idOf('organisation', name) });

  await drizzle.insert(facts.credits).values({ ...credited, ordinal: 0, ...personId('沈一苇'), role: 'REPORTER' });
  await drizzle.insert(facts.articlePeople).values([
    ...['沈一苇', '林澄', chief, '顾远'].map((name, ordinal) => ({
      ...inSigning,
      ...personId(name),
      ordinal,
      publicationId: PUBLICATION.id,
      isPresent: name !== '沈一苇',
      citedOn: '2024-03-01',
      confidence: name === '顾远' ? 0.7 : 0.95,
    })),
    {
      ...inPort,
      ...personId('林澄'),
      ordinal: 0,
      publicationId: PUBLICATION.id,
      isPresent: true,
      citedOn: publishedOn,
      confidence: 0.6,
    },
  ]);
  await drizzle.insert(facts.articlePersonRoles).values([
    { ...credited, ...personId('沈一苇'), role: 'BYLINE' },
    { ...signed('林澄'), ...personId('林澄'), role: 'SIGNED' },
    { ...signed('林澄'), ...personId('林澄'), role: 'ATTENDED' },
    { ...signed(chief), ...personId(chief), role: 'SIGNED' },
    { ...signed('顾远'), ...personId('顾远'), role: 'WITNESSED' },
    { ...ported('林 澄'), ...personId('林澄'), role: 'ATTENDED' },
  ]);
  const office = (name: string, title: string) => ({
    ordinal: 0,
    title,
    ...organisationId(name),
    modality: 'FULL' as const,
    post: postOf(title),
    office: officeOf(name, title),
    citedOn: '2024-03-01',
  });
  await drizzle.insert(facts.printedTitles).values([
    { ...signed('区长'), ...personId('林澄'), ...office('云溪区', '区长'), isOwnerInferred: true },
    { ...signed('总裁'), ...personId(chief), ...office(company, '总裁'), isOwnerInferred: false },
    {
      ...signed('区委书记'),
      ...personId('顾远'),
      ...office('云溪区委', '书记'),
      isOwnerInferred: true,
      confidence: 0.4,
    },
  ]);
  await drizzle.insert(facts.articleOrganisations).values(
    ['云溪区', company, '云溪区委'].map((name, ordinal) => ({
      ...inSigning,
      ...organisationId(name),
      ordinal,
      isImplied: name === '云溪区委',
      confidence: name === '云溪区委' ? 0.7 : 0.95,
      publicationId: PUBLICATION.id,
    })),
  );
  const mention = (quote: string, subject: object) => ({
    ...signed(quote),
    name: quote,
    isImplied: false,
    publishedOn,
    ...subject,
  });
  await drizzle
    .insert(facts.mentions)
    .values(
      [
        { ...credited, name: '沈一苇', isImplied: false, ...personId('沈一苇') },
        mention('云溪区', organisationId('云溪区')),
        mention(company, organisationId(company)),
        mention('林澄', personId('林澄')),
        { ...mention(`${mark}青禾`, organisationId(company)), ...spanAfter(signing, `、${mark}青禾`, 1) },
        mention(chief, personId(chief)),
        { ...mention('区委书记', organisationId('云溪区委')), isImplied: true },
        mention('顾远', personId('顾远')),
      ].map((row, ordinal) => ({ ...row, ordinal })),
    );
  await drizzle
    .insert(facts.mentions)
    .values({ ...ported('林 澄'), name: '林澄', isImplied: false, publishedOn, ordinal: 0, ...personId('林澄') });

  const strategic = { agreementId: idOf('agreement', day, 0), signedOn: '2024-03-01' };
  const memorandum = { agreementId: idOf('agreement', day, 1), signedOn: null };
  await drizzle.insert(agreements).values([
    {
      ...signed('签署《战略合作协议》'),
      id: strategic.agreementId,
      ordinal: 0,
      kind: 'STRATEGIC',
      title: '战略合作协议',
      stage: 'SIGNED',
      signedOn: '2024-03-01',
      signedOnBasis: 'INFERRED',
      isRenewal: false,
      publicationId: PUBLICATION.id,
    },
    {
      ...signed('签过备忘录'),
      id: memorandum.agreementId,
      ordinal: 1,
      kind: 'MEMORANDUM',
      stage: 'BACKGROUND',
      signedOnText: '2023-04',
      declaredCount: 2,
      confidence: 0.5,
      isRenewal: true,
      publicationId: PUBLICATION.id,
    },
  ]);
  const words = signed('云溪区');
  await drizzle.insert(agreementParties).values(
    [strategic, memorandum].flatMap((agreement) => [
      { ...words, ...agreement, ...organisationId('云溪区'), ordinal: 0 },
      { ...words, quote: company, ...agreement, ...organisationId(company), ordinal: 1 },
    ]),
  );
  const by = (name: string, onBehalfOf: string) => ({
    ...words,
    quote: name,
    ...strategic,
    ...personId(name),
    onBehalfOfId: idOf('organisation', onBehalfOf),
  });
  await drizzle.insert(agreementPeople).values([
    { ...by('林澄', '云溪区'), capacity: 'SIGNATORY', ordinal: 0 },
    { ...by(chief, company), capacity: 'SIGNATORY', ordinal: 1 },
    { ...words, quote: '顾远', ...strategic, ...personId('顾远'), capacity: 'WITNESS', ordinal: 0 },
  ]);
}

interface Text {
  readonly body: string;
  readonly paragraphs: { start: number; end: number; isCrosshead: boolean }[];
}

function text(paragraphs: readonly string[], crosshead = -1): Text {
  let start = 0;
  const spans = paragraphs.map((paragraph, index) => {
    const span = { start, end: start + paragraph.length, isCrosshead: index === crosshead };
    start = span.end + 2;
    return span;
  });
  return { body: paragraphs.join('\n\n'), paragraphs: spans };
}

/** The span of `found` in the body without its first `skip` units. */
function spanAfter({ body }: Text, found: string, skip: number) {
  const start = body.indexOf(found) + skip;
  const end = start + found.length - skip;
  return { start, end, rawStart: start, rawEnd: end };
}

/** A newspaper without any issue. */
export async function addNewspaper({ sql }: Pick<Database, 'sql'>, slug: string): Promise<void> {
  await sql`insert into publications (id, slug, name) values (${idOf('publication', slug)}, ${slug}, ${slug})`;
}
