import type {
  Alternative,
  ArticleFacts,
  DoubtFact,
  EvidenceFact,
  RatedAgreement,
  RatedOrganisation,
  RatedPerson,
} from '../extract/facts.ts';
import type { ParsedArticle } from '../parse/parsed-issue.ts';
import { lineOf, lineStarts, sourceSpan, type FlowedText } from '../text/flowed-text.ts';

/** A fact, or a part of the fact before it (a title of a person, a party of an agreement), with its evidence. */
export interface ExplainedFact {
  readonly kind:
    | 'event'
    | 'person'
    | 'organisation'
    | 'agreement'
    | 'title'
    | 'role'
    | 'alias'
    | 'signed'
    | 'party'
    | 'signatory'
    | 'host'
    | 'attendee'
    | 'witness'
    | 'doubt';
  readonly isPart: boolean;
  readonly value: string;
  /** How likely it is to be right, from 0 to 1; null for what is not rated. */
  readonly confidence: number | null;
  readonly rule: string;
  /** How else the words could be read, best first. */
  readonly alternatives: readonly Alternative[];
  readonly quote: string;
  /** The line of the raw file where the quote begins, counted from 1. */
  readonly line: number | null;
}

/** A fact whose quote has not been looked up in the raw file. */
type UnlocatedFact = readonly [
  kind: ExplainedFact['kind'],
  value: string,
  evidence: EvidenceFact,
  confidence: number | null,
];
/** A fact and its parts. */
type FactWithParts = readonly [fact: UnlocatedFact, ...parts: UnlocatedFact[]];

/** Every fact of an article with its rule and its quote: event, people, organisations, agreements and doubts. */
export function explainArticle(article: ParsedArticle, facts: ArticleFacts, raw: string): ExplainedFact[] {
  const starts = lineStarts(raw);
  const locate = ([kind, value, evidence, confidence]: UnlocatedFact, isPart: boolean): ExplainedFact => {
    const { field, start, end, rule, quote, alternatives = [] } = evidence;
    const text = textOf(article, field);
    const span = text && sourceSpan(text, start, end);
    const line = span ? lineOf(starts, span.start) : null;
    return { kind, isPart, value, confidence, rule, alternatives, quote, line };
  };
  const { event, people, organisations, agreements, doubts } = facts;
  const explained: readonly FactWithParts[] = [
    ...(event ? [[['event', `${event.date} ${event.basis}`, event.evidence, null]] satisfies FactWithParts] : []),
    ...people.map(explainPerson),
    ...organisations.map(explainOrganisation),
    ...agreements.map(explainAgreement),
    ...doubts.map(explainDoubt),
  ];
  return explained.flatMap(([whole, ...parts]) => [locate(whole, false), ...parts.map((part) => locate(part, true))]);
}

function textOf(article: ParsedArticle, field: EvidenceFact['field']): FlowedText | null {
  switch (field) {
    case 'HEADLINE':
      return article.headline;
    case 'BODY':
      return article.body;
    case 'BYLINE':
      return article.byline;
    case 'SOURCE':
      return article.source;
  }
}

function explainPerson({ name, mentions, titles, roles, confidence }: RatedPerson): FactWithParts {
  return [
    ['person', times(name, mentions.length), firstOf(mentions), confidence],
    ...titles.map(({ title, organisation, isOwnerInferred, modality, change, ...fact }): UnlocatedFact => {
      const notes = [
        modality === 'FULL' ? null : modality,
        change,
        isOwnerInferred ? 'owner from the context' : null,
      ].filter((note) => note !== null);
      return [
        'title',
        `${title} @ ${organisation ?? '-'}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`,
        fact.evidence,
        fact.confidence,
      ];
    }),
    ...roles.map((role): UnlocatedFact => ['role', role.role, role.evidence, role.confidence]),
  ];
}

function explainOrganisation({
  name,
  key,
  kind,
  aliases,
  mentions,
  impliedBy,
  confidence,
}: RatedOrganisation): FactWithParts {
  const notes = [kind, key === name ? null : `in the archive ${key}`, mentions.length === 0 ? 'implied' : null].filter(
    (note) => note !== null,
  );
  return [
    [
      'organisation',
      `${times(name, mentions.length)} (${notes.join(', ')})`,
      mentions[0] ?? firstOf([impliedBy]),
      confidence,
    ],
    ...aliases.map((alias): UnlocatedFact => ['alias', alias.name, alias.evidence, alias.confidence]),
  ];
}

function explainAgreement({
  kind,
  title,
  stage,
  signed,
  place,
  declaredCount,
  isRenewal,
  parties,
  signatories,
  hosts,
  attendees,
  witnesses,
  evidence,
  confidence,
}: RatedAgreement): FactWithParts {
  const notes = [
    stage,
    title && `《${title}》`,
    place && `at ${place}`,
    declaredCount && `${declaredCount} declared`,
    isRenewal ? 'renewed' : null,
  ].filter(Boolean);
  return [
    ['agreement', `${kind} (${notes.join(', ')})`, firstOf(evidence), confidence],
    ...(signed ? [['signed', `${signed.date} ${signed.basis}`, signed.evidence, null] as const] : []),
    ...parties.map((party): UnlocatedFact => ['party', party.organisation, party.evidence, party.confidence]),
    ...signatories.map(
      (signatory): UnlocatedFact => [
        'signatory',
        `${signatory.person} for ${signatory.onBehalfOf ?? '-'}`,
        signatory.evidence,
        signatory.confidence,
      ],
    ),
    ...(
      [
        ['host', hosts],
        ['attendee', attendees],
        ['witness', witnesses],
      ] as const
    ).flatMap(([role, people]) =>
      people.map((person): UnlocatedFact => [role, person.person, person.evidence, person.confidence]),
    ),
  ];
}

const explainDoubt = ({ kind, count, evidence }: DoubtFact): FactWithParts => [
  ['doubt', count === null ? kind : `${kind} (${count})`, evidence, null],
];

const times = (name: string, mentions: number): string => (mentions > 1 ? `${name} ×${mentions}` : name);

/** The first evidence of a fact. Every fact has some: the extractor makes none without. */
function firstOf([first]: readonly (EvidenceFact | null)[]): EvidenceFact {
  if (!first) throw new Error('A fact has no evidence.');
  return first;
}
