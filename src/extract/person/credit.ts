import { dispatchMedium } from '../../parse/dispatch.ts';
import type { ParsedArticle, ParsedCredit } from '../../parse/parsed-issue.ts';
import { foldText } from '../../text/fold.ts';
import type { EvidenceFact, PersonFact, TitleFact } from '../facts.ts';
import type { Registry } from '../organisation/registry.ts';

/** Adds what byline and captions say: who made the article, by which printed word and employer. */
export function addCredits(article: ParsedArticle, people: readonly PersonFact[], registry: Registry): PersonFact[] {
  const credited = [...new Set(article.credits.map(({ name }) => name))];
  const bare = credited
    .filter((name) => !people.some((person) => person.name === name))
    .map((name): PersonFact => ({ name, mentions: [], roles: [], titles: [] }));
  return [...people, ...bare].map((person) => withCredits(article, person, registry));
}

function withCredits(article: ParsedArticle, person: PersonFact, registry: Registry): PersonFact {
  const credits = article.credits.filter(({ name }) => name === person.name);
  if (credits.length === 0) return person;
  const evidence = credits.map((credit) => evidenceOf(article, credit));
  const titles = credits.flatMap((credit, i) => titleOf(credit, evidence[i]!, registry));
  return {
    ...person,
    mentions: [...person.mentions, ...evidence],
    roles: [...person.roles, { role: 'BYLINE', evidence: evidence[0]! }],
    titles: [
      ...person.titles,
      ...titles.filter(({ title }, i) => titles.findIndex((other) => other.title === title) === i),
    ],
  };
}

const evidenceOf = (article: ParsedArticle, { start, end }: ParsedCredit): EvidenceFact => ({
  field: 'BYLINE',
  start,
  end,
  quote: article.byline!.text.slice(start, end),
  rule: 'person.byline',
});

function titleOf({ title, organisation }: ParsedCredit, evidence: EvidenceFact, registry: Registry): TitleFact[] {
  if (title === null) return [];
  return [
    {
      title,
      organisation: organisation === null ? null : (registry.canonical(organisation) ?? organisation),
      isOwnerInferred: false,
      modality: 'FULL',
      change: null,
      evidence,
    },
  ];
}

/** The offices and media of the source line and the employers of the byline, with the words that name each. */
export function creditedNames(article: ParsedArticle): Map<string, EvidenceFact> {
  const employers = article.credits.flatMap(({ organisation }) => organisation ?? []);
  const printed = [
    ...splitSource(article.source?.text ?? '').map((name) => ['SOURCE', name] as const),
    ...[...employers, ...mediumOf(article)].map((name) => ['BYLINE', name] as const),
  ];
  const found = new Map<string, EvidenceFact>();
  for (const [field, name] of printed) {
    const start = (field === 'SOURCE' ? article.source : article.byline)!.text.indexOf(name);
    if (start >= 0 && !found.has(name))
      found.set(name, { field, start, end: start + name.length, quote: name, rule: 'organisation.source' });
  }
  return found;
}

/** 云岫新闻网7月16日电（通讯员 苗青禾）: the medium that the text was sent to. */
function mediumOf({ byline }: ParsedArticle): string[] {
  const medium = byline === null ? null : dispatchMedium(foldText(byline.text));
  return medium === null ? [] : [byline!.text.slice(0, medium.length)];
}

const account = /[“"]?([\p{Script=Han}A-Za-z0-9]{2,20}?)[”"]?(?:微信公众号|公众号|客户端|微博|视频号|APP|官网|官微)?$/u;

/** The media and offices that a source line names: 区投促办; 云岫发布、明州日报; “云栈湾发布”微信公众号. */
function splitSource(source: string): string[] {
  return source
    .split(/[、，,；;\s/|]+|和(?=[“"])/u)
    .map((part) => account.exec(part)?.[1] ?? '')
    .filter((name) => name.length > 1);
}
