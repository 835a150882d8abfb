import { rate } from '../../src/extract/confidence/rate.ts';
import type {
  AgreementFact,
  ArticleFacts,
  ArticleReadings,
  ArticleText,
  EvidenceFact,
  OrganisationFact,
  PersonFact,
} from '../../src/extract/facts.ts';
import type { IssueHead } from '../../src/parse/issue-head.ts';
import type { ParsedArticle } from '../../src/parse/parsed-issue.ts';
import { contentHash } from '../../src/store/content-hash.ts';
import type { ExtractedPage } from '../../src/store/extracted-page.ts';
import type { FlowedText } from '../../src/text/flowed-text.ts';

/** An article to be put on a page: its printed texts, and the facts as functions of where the words lie in them. */
export interface ArticleFixture {
  readonly headline: string;
  readonly body: string;
  readonly byline?: string;
  readonly parsed?: Partial<ParsedArticle>;
  readonly facts?: (words: Words) => Partial<ArticleReadings>;
}

/** The evidence for words of the article; `field` is the body unless told. */
export type Words = (quote: string, field?: ArticleText) => EvidenceFact;

export const HEAD: IssueHead = {
  publication: { slug: 'xuhui-bao', name: '徐汇报', frequency: 'weekly', district: '徐汇区', city: '上海市' },
  publishedOn: { date: '2024-05-27', basis: 'INFERRED' },
  number: null,
  page: null,
};

/** A page as if it had been parsed and extracted. */
export function pageOf(
  file: string,
  fixtures: readonly ArticleFixture[],
  head: Partial<IssueHead> = {},
): ExtractedPage {
  let raw = '';
  const print = (text: string): FlowedText => {
    const flowed: FlowedText = { text, runs: [[0, raw.length, text.length]] };
    raw += `${text}\n\n`;
    return flowed;
  };
  const articles = fixtures.map(
    ({ headline, body, byline, parsed }, position): ParsedArticle => ({
      position,
      genre: 'NEWS',
      publishedOn: null,
      number: null,
      headline: print(headline),
      headlineLines: [headline],
      byline: byline === undefined ? null : print(byline),
      body: print(body),
      paragraphs: [{ start: 0, end: body.length, isCrosshead: false }],
      credits: [],
      source: null,
      captions: [],
      continuedFrom: null,
      continuedOn: null,
      ...parsed,
    }),
  );
  const facts = articles.map(
    (article, i): ArticleFacts =>
      rate(
        {
          event: null,
          people: [],
          organisations: [],
          agreements: [],
          doubts: [],
          ...fixtures[i]!.facts?.(wordsOf(article)),
        },
        (_, fact) => ({ confidence: 0.9, ...fact }),
      ),
  );
  const masthead = {
    publication: null,
    publishedOn: null,
    number: null,
    page: null,
    pageCount: null,
    lunar: null,
    editors: [],
  };
  const whole = { ...HEAD, ...head };
  return {
    raw,
    encoding: 'UTF_8',
    contentHash: contentHash(raw + JSON.stringify(whole), null),
    isStated: true,
    given: null,
    head: whole,
    issue: { file, masthead, teasers: [], articles },
    facts,
  };
}

function wordsOf(article: ParsedArticle): Words {
  return (quote, field = 'BODY') => {
    const text = { BODY: article.body, HEADLINE: article.headline, BYLINE: article.byline, SOURCE: article.source }[
      field
    ];
    const start = text?.text.indexOf(quote) ?? -1;
    if (start < 0) throw new Error(`The fixture does not print ${quote}.`);
    return { field, start, end: start + quote.length, quote, rule: 'fixture' };
  };
}

export function person(name: string, words: Words, rest: Partial<PersonFact> = {}): PersonFact {
  return { name, mentions: rest.mentions ?? [words(name)], roles: [], titles: [], ...rest };
}

export function organisation(name: string, words: Words, rest: Partial<OrganisationFact> = {}): OrganisationFact {
  return {
    name,
    key: name,
    kind: 'COMPANY',
    aliases: [],
    mentions: rest.mentions ?? [words(name)],
    impliedBy: null,
    ...rest,
  };
}

export function agreement(quote: string, words: Words, rest: Partial<AgreementFact> = {}): AgreementFact {
  return {
    kind: 'STRATEGIC',
    title: null,
    stage: 'SIGNED',
    signed: null,
    place: null,
    declaredCount: null,
    isRenewal: false,
    parties: [],
    signatories: [],
    hosts: [],
    attendees: [],
    witnesses: [],
    evidence: [words(quote)],
    ...rest,
  };
}

/** Of an article that is told of by its people alone. */
interface Told {
  readonly present?: string;
  readonly named?: string;
  readonly eventOn?: string;
  readonly parsed?: ArticleFixture['parsed'];
}

/** An article whose people are characters: 甲 and 乙 for `甲乙`. */
export function told(headline: string, { present = '', named = '', eventOn, parsed }: Told): ArticleFixture {
  return {
    headline,
    body: `${present}${named}。`,
    ...(parsed && { parsed }),
    facts: (words) => ({
      event: eventOn === undefined ? null : { date: eventOn, basis: 'STATED', evidence: words('。') },
      people: [
        ...Array.from(present, (name) => person(name, words, { roles: [{ role: 'ATTENDED', evidence: words(name) }] })),
        ...Array.from(named, (name) => person(name, words, { roles: [{ role: 'MENTIONED', evidence: words(name) }] })),
      ],
    }),
  };
}

/** An article about somebody who holds an office. */
export function titled(name: string, owner: string, title: string, headline = '会议'): ArticleFixture {
  return {
    headline,
    body: `${owner}${title}${name}讲话。`,
    facts: (words) => ({
      people: [
        person(name, words, {
          titles: [
            {
              title,
              organisation: owner,
              isOwnerInferred: false,
              modality: 'FULL',
              change: null,
              evidence: words(title),
            },
          ],
        }),
      ],
      organisations: [organisation(owner, words)],
    }),
  };
}

/** 徐汇区 signs with 新微集团; 刘琪 signs for the district. */
export const SIGNING: ArticleFixture = {
  headline: '徐汇区与新微集团签约',
  byline: '□ 记者 刘坤',
  body: '5月23日,徐汇区与上海新微科技集团有限公司签订战略合作协议。区委常委刘琪、新微集团总裁秦曦代表双方签约。',
  parsed: { credits: [{ name: '刘坤', role: 'REPORTER', title: '记者', organisation: null, start: 5, end: 7 }] },
  facts: (words) => ({
    event: { date: '2024-05-23', basis: 'INFERRED', evidence: words('5月23日') },
    people: [
      person('刘琪', words, {
        roles: [{ role: 'SIGNED', evidence: words('代表双方签约') }],
        titles: [
          {
            title: '区委常委',
            organisation: '徐汇区委',
            isOwnerInferred: true,
            modality: 'FULL',
            change: null,
            evidence: words('区委常委'),
          },
        ],
      }),
      person('秦曦', words, {
        titles: [
          {
            title: '总裁',
            organisation: '上海新微科技集团有限公司',
            isOwnerInferred: false,
            modality: 'FULL',
            change: null,
            evidence: words('新微集团总裁'),
          },
        ],
      }),
      person('刘坤', words, {
        mentions: [words('刘坤', 'BYLINE')],
        roles: [{ role: 'BYLINE', evidence: words('刘坤', 'BYLINE') }],
      }),
    ],
    organisations: [
      organisation('徐汇区', words, { kind: 'GOVERNMENT' }),
      organisation('上海新微科技集团有限公司', words, { aliases: [{ name: '新微集团', evidence: words('新微集团') }] }),
      organisation('徐汇区委', words, { kind: 'PARTY', mentions: [], impliedBy: words('区委常委') }),
    ],
    agreements: [
      agreement('签订战略合作协议', words, {
        signed: { date: 'XXXX-05-23', basis: 'PRINTED', evidence: words('5月23日') },
        parties: [
          { organisation: '徐汇区', evidence: words('徐汇区') },
          { organisation: '上海新微科技集团有限公司', evidence: words('上海新微科技集团有限公司') },
        ],
        signatories: [
          { person: '刘琪', onBehalfOf: '徐汇区', evidence: words('区委常委刘琪') },
          { person: '秦曦', onBehalfOf: '上海新微科技集团有限公司', evidence: words('新微集团总裁秦曦') },
        ],
      }),
    ],
    doubts: [{ kind: 'UNNAMED_PARTIES', count: 2, evidence: words('签订战略合作协议') }],
  }),
};
