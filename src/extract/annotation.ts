import type { ParsedArticle, ParsedIssue } from '../parse/parsed-issue.ts';
import { sourceSpan } from '../text/flowed-text.ts';
import type { AgreementFact, AgreementKind, ArticleFacts, PersonFact } from './facts.ts';

/** The words that annotators use for kinds of agreements. */
export const agreementKindWords: Record<AgreementKind, string> = {
  STRATEGIC: '战略合作协议',
  FRAMEWORK: '框架协议',
  COOPERATION: '合作协议',
  MEMORANDUM: '合作备忘录',
  UNDERSTANDING: '谅解备忘录',
  RESPONSIBILITY: '责任书',
  DONATION: '捐赠协议',
  PROJECT: '项目签约',
  OTHER: '其他',
};

/**
 * Writes what was read in the form of hand annotations: one object a file, with issue, teasers and articles. Offsets of
 * agreements' evidence are UTF-16 units of the raw file; agreements only announced stand apart.
 */
export function annotate(issue: ParsedIssue, facts: readonly ArticleFacts[]): object {
  const { masthead } = issue;
  return {
    id: issue.file.replace(/\.[^.]+$/, ''),
    file: issue.file,
    issue: {
      newspaper: masthead.publication,
      date: masthead.publishedOn,
      issueNumber: masthead.number,
      pageNumber: masthead.page,
      pages: masthead.pageCount,
      lunar: masthead.lunar,
      editors: masthead.editors,
    },
    teasers: issue.teasers.map((teaser) => ({ pages: teaser.printedPages, text: teaser.title.text })),
    articles: issue.articles.map((article, i) => annotateArticle(article, facts[i]!)),
  };
}

function annotateArticle(article: ParsedArticle, facts: ArticleFacts): object {
  const body = article.body.text;
  const names = (...roles: string[]): string[] =>
    article.credits.filter((credit) => roles.includes(credit.role)).map((credit) => credit.name);
  return {
    headline: article.headline?.text ?? null,
    headlineLines: article.headlineLines,
    subheads: article.paragraphs.filter((p) => p.isCrosshead).map((p) => body.slice(p.start, p.end)),
    byline: {
      reporters: names('REPORTER', 'CORRESPONDENT'),
      photographers: names('PHOTOGRAPHER'),
      printed: article.byline?.text ?? null,
    },
    source: article.source?.text ?? null,
    genre: article.genre.toLowerCase(),
    published:
      article.publishedOn || article.number ? { date: article.publishedOn, issueNumber: article.number } : undefined,
    captions: article.captions.map((caption) => caption.text),
    bodyStart: firstCharacters(body, 12),
    bodyEnd: lastCharacters(body, 12),
    paragraphs: article.paragraphs.filter((p) => !p.isCrosshead).length,
    continuesFrom: article.continuedFrom ? `第${article.continuedFrom.page ?? ''}版` : null,
    continuesOn: article.continuedOn ? `第${article.continuedOn.page ?? ''}版` : null,
    incomplete: article.continuedFrom !== null || article.continuedOn !== null,
    persons: facts.people.map(annotatePerson),
    organisations: facts.organisations.map((organisation) => ({
      name: organisation.name,
      aliases: organisation.aliases.map((alias) => alias.name),
      ...(organisation.mentions.length === 0 ? { implied: true } : {}),
    })),
    agreements: facts.agreements
      .filter((agreement) => agreement.stage !== 'ANNOUNCED')
      .map((agreement) => annotateAgreement(article, agreement)),
    announced: facts.agreements
      .filter((agreement) => agreement.stage === 'ANNOUNCED')
      .map((agreement) => annotateAgreement(article, agreement)),
  };
}

/** The beginning of a text, up to `count` characters that are not blank, without line ends. */
function firstCharacters(text: string, count: number): string {
  let end = 0;
  for (let seen = 0; end < text.length && seen < count; end += 1) if (!/\s/.test(text[end]!)) seen += 1;
  return joinLines(text.slice(0, end));
}

function lastCharacters(text: string, count: number): string {
  let start = text.length;
  for (let seen = 0; start > 0 && seen < count; start -= 1) if (!/\s/.test(text[start - 1]!)) seen += 1;
  return joinLines(text.slice(start));
}

function joinLines(text: string): string {
  return text.replace(/\s*\n\s*/g, '').trim();
}

const annotatePerson = (person: PersonFact): object => ({
  name: person.name,
  titles: person.titles.map(({ title, organisation, change }) => ({
    title,
    org: organisation,
    ...(change ? { change: change.toLowerCase() } : {}),
  })),
  roles: person.roles.length > 0 ? person.roles.map(({ role }) => role.toLowerCase()) : ['other'],
});

function annotateAgreement(article: ParsedArticle, agreement: AgreementFact): object {
  const evidence = agreement.evidence[0]!;
  const flowed = evidence.field === 'HEADLINE' ? article.headline! : article.body;
  return {
    kind: agreementKindWords[agreement.kind],
    title: agreement.title,
    date: agreement.signed?.date ?? null,
    place: agreement.place,
    parties: agreement.parties.map((party) => party.organisation),
    signatories: agreement.signatories.map(({ person, onBehalfOf }) => ({ person, onBehalfOf })),
    witnesses: agreement.witnesses.map(({ person }) => person),
    ...(agreement.stage === 'BACKGROUND' ? { background: true } : {}),
    ...(agreement.stage === 'ANNOUNCED' ? { stage: 'announced' } : {}),
    ...(agreement.declaredCount !== null ? { declaredCount: agreement.declaredCount } : {}),
    ...(agreement.isRenewal ? { renewal: true } : {}),
    evidence: { quote: evidence.quote, ...(sourceSpan(flowed, evidence.start, evidence.end) ?? {}) },
  };
}
