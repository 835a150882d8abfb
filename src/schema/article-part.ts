/** Types that only articles have, and how they are cut from the text of an article. */
import type { AnnotationRecord } from '../load/mention.ts';
import type { JumpRecord, OrganisationRecord, PersonRecord } from '../load/node.ts';
import { RequestError } from '../query/request-error.ts';
import type { CreditRecord } from '../load/person.ts';
import { builder } from './builder.ts';
import { Evidence, confidenceOf } from './evidence.ts';
import { Article, Organisation, Person } from './node.ts';
import { declared } from './reads.ts';
import { BylineRole } from './vocabulary.ts';

export const Byline = builder.objectRef<CreditRecord>('Byline').implement({
  description: 'A name in the byline of an article (署名).',
  fields: (t) => ({
    person: t.expose('person', { type: Person, description: 'The person credited.' }),
    role: t.expose('role', { type: BylineRole, description: 'How they contributed to the article.' }),
    confidence: t.exposeFloat('confidence', confidenceOf('the person contributed to the article')),
    evidence: t.expose('evidence', { type: Evidence, description: 'The name in the byline.' }),
  }),
});

interface ParagraphValue {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isCrosshead: boolean;
}

export const Paragraph = builder.objectRef<ParagraphValue>('Paragraph').implement({
  description: 'A paragraph of the body, or a crosshead in it.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Its text, without line breaks.' }),
    start: t.exposeInt('start', { description: 'Where it begins in the body, in UTF-16 code units from 0.' }),
    end: t.exposeInt('end', { description: 'Where it ends in the body, exclusive.' }),
    isCrosshead: t.exposeBoolean('isCrosshead', { description: 'Whether it is a crosshead (小标题).' }),
  }),
});

/** Which relation leads to the other part. */
const partTo = { from: 'partBeforeArticle', on: 'partAfterArticle' } as const;

export const Jump = builder.objectRef<JumpRecord>('Jump').implement({
  description: 'A jump line, which points to the rest of an article on another page (转版).',
  fields: (t) => ({
    page: t.exposeInt('page', { nullable: true, description: 'The page that the line names; null if it names none.' }),
    article: t.field({
      type: Article,
      nullable: true,
      description:
        'The other part; null if the archive lacks its page, or cannot tell which of several articles it is.',
      resolve: declared(
        {
          rows: [
            {
              relation: (_, literal) => partTo[literal('direction') as JumpRecord['direction']],
              key: ['articleId'],
              reads: { at: '' },
            },
          ],
        },
        ({ direction, articleId }, _, { load }) => load[partTo[direction]](articleId),
      ),
    }),
  }),
});

const NamedEntity = builder.unionType('NamedEntity', {
  description: 'Who or what a printed name refers to.',
  types: [Person, Organisation],
  resolveType: (entity: PersonRecord | OrganisationRecord) => entity.__typename,
});

export const Annotation = builder.objectRef<AnnotationRecord>('Annotation').implement({
  description: 'A span of the body that names a person or an organisation (标注).',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where the name begins in the body, in UTF-16 code units from 0.' }),
    end: t.exposeInt('end', { description: 'Where the name ends in the body, exclusive.' }),
    text: t.exposeString('text', { description: 'The name as printed.' }),
    confidence: t.exposeFloat('confidence', confidenceOf('the span names this person or organisation')),
    entity: t.field({
      type: NamedEntity,
      description: 'The person or organisation that is named.',
      resolve: declared({ types: { Person: { at: 'person' }, Organisation: { at: 'organisation' } } }, entityOf),
    }),
  }),
});

/** Each span names one of the two. */
function entityOf({ person, organisation }: AnnotationRecord): PersonRecord | OrganisationRecord {
  const entity = person ?? organisation;
  if (entity === null) throw new Error('A span names neither a person nor an organisation.');
  return entity;
}

interface Text {
  readonly body: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly isCrosshead: boolean }[];
}

export function paragraphsOf({ body, spans }: Text): ParagraphValue[] {
  return spans.map((span) => ({ ...span, text: body.slice(span.start, span.end) }));
}

export function crossheadsOf(text: Text): string[] {
  return paragraphsOf(text)
    .filter(({ isCrosshead }) => isCrosshead)
    .map((crosshead) => crosshead.text);
}

/** The first paragraph that is not a crosshead; empty for an article without one. */
export function leadOf(text: Text): string {
  return paragraphsOf(text).find(({ isCrosshead }) => !isCrosshead)?.text ?? '';
}

const LONGEST_EXCERPT = 1000;

/** @throws RequestError BAD_ARGUMENT */
export function excerptLength(length: number): number {
  if (length >= 1 && length <= LONGEST_EXCERPT) return length;
  throw new RequestError('BAD_ARGUMENT', `\`length\` must be between 1 and ${LONGEST_EXCERPT}; it is ${length}.`);
}
