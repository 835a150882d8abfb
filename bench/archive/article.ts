import type { DateBasis } from '../../src/extract/facts.ts';
import type { Random } from '../random.ts';
import { isoDay } from './day.ts';
import { createDraft, person } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Newspaper } from './newspaper.ts';
import type { Change } from './office.ts';
import { createProse } from './prose.ts';
import { drawWriter, writeChanges } from './story.ts';
import type { Setting } from './story.ts';
import type { Vocabulary } from './word.ts';

/** An article as it is set on its page. */
export interface Article {
  readonly draft: Draft;
  readonly page: number;
  readonly genre: 'NEWS' | 'NOTICE';
  readonly captions: readonly string[];
  readonly eventOn: string | null;
  readonly eventOnBasis: DateBasis | null;
  readonly continuedFrom: number | null;
  readonly continuedOn: number | null;
}

interface Place {
  readonly newspaper: Newspaper;
  readonly page: number;
  /** The day of the issue, and whether it prints it. */
  readonly day: number;
  readonly isDated: boolean;
  readonly changes: readonly Change[];
}

const SHORTEST = 300;
const LONGEST = 1_400;

/** Writes one article of an issue: of what changed in office when something did, else of anything. */
export function writeArticle(
  { newspaper, page, day, isDated, changes }: Place,
  words: Vocabulary,
  random: Random,
): Article {
  if (changes.length === 0 && random.chance(0.05)) return writeNotice(newspaper, page, words, random);
  const draft = createDraft();
  const eventDay = day - (changes.length > 0 ? 0 : random.int(0, 3));
  const setting: Setting = {
    newspaper,
    random,
    prose: createProse(words, newspaper.place, random),
    day: eventDay,
    changes,
  };
  const write = changes.length > 0 ? writeChanges : drawWriter(random)[0];
  write(draft, setting);
  fill(draft, setting, lengthOf(random));
  sign(draft, newspaper, random);
  const hasEvent = isDated && random.chance(0.75);
  return {
    draft,
    page,
    genre: 'NEWS',
    captions: random.chance(0.15) ? [`图为${setting.prose.title()}。`] : [],
    eventOn: hasEvent ? isoDay(eventDay) : null,
    eventOnBasis: hasEvent ? (random.chance(0.8) ? 'INFERRED' : 'PRINTED') : null,
    continuedFrom: null,
    continuedOn: null,
  };
}

/**
 * The rest of an article that begins on another page: it has no headline, and goes on about who was in the first part.
 */
export function writeTail(head: Article, { newspaper, page, day }: Place, words: Vocabulary, random: Random): Article {
  const draft = createDraft();
  const setting: Setting = { newspaper, random, prose: createProse(words, newspaper.place, random), day, changes: [] };
  const [known] = head.draft.appearances.keys();
  if (known !== undefined) draft.paragraph(person(known, 'SPOKE'), `还说，${setting.prose.sentence()}`);
  fill(draft, setting, SHORTEST);
  return {
    draft,
    page,
    genre: 'NEWS',
    captions: [],
    eventOn: null,
    eventOnBasis: null,
    continuedFrom: head.page,
    continuedOn: null,
  };
}

function writeNotice(newspaper: Newspaper, page: number, words: Vocabulary, random: Random): Article {
  const draft = createDraft();
  const prose = createProse(words, newspaper.place, random);
  draft.headline(`${prose.title()}公告`);
  draft.paragraph(prose.paragraph(SHORTEST));
  draft.source(random.pick(newspaper.sources));
  return {
    draft,
    page,
    genre: 'NOTICE',
    captions: [],
    eventOn: null,
    eventOnBasis: null,
    continuedFrom: null,
    continuedOn: null,
  };
}

/** Most often about 600 characters, now and then twice that. */
function lengthOf(random: Random): number {
  return Math.min(
    LONGEST,
    SHORTEST + Math.floor((random.int(0, 400) + random.int(0, 400)) * (random.chance(0.15) ? 1.8 : 1)),
  );
}

function fill(draft: Draft, { prose }: Setting, length: number): void {
  while (draft.texts.BODY.length < length)
    draft.paragraph(prose.paragraph(Math.min(160, Math.max(20, length - draft.texts.BODY.length - 40))));
}

function sign(draft: Draft, newspaper: Newspaper, random: Random): void {
  if (random.chance(0.3)) draft.source(random.pick(newspaper.sources));
  if (random.chance(0.2)) return;
  const reporter = newspaper.reporter();
  const other = newspaper.reporter();
  const credited = (who: typeof reporter, role: 'REPORTER' | 'CORRESPONDENT') => (into: Draft) => {
    const words = into.say(who.name);
    into.mention(who, words);
    into.appear(who, words, 'BYLINE');
    into.credit(who, role, words);
  };
  draft.byline(
    '□ 记者 ',
    credited(reporter, 'REPORTER'),
    ...(other !== reporter && random.chance(0.25) ? [' 通讯员 ', credited(other, 'CORRESPONDENT')] : []),
  );
}
