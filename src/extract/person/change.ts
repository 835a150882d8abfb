import type { Span } from '../document/span.ts';
import type { TitleChange } from '../facts.ts';
import { either, oneOf } from '../../text/pattern.ts';
import type { LastRead, PostChange } from './post-draft.ts';

const appointing = oneOf([
  '选举产生',
  '任命',
  '聘任',
  '聘请',
  '推选',
  '推举',
  '选举',
  '选出',
  '增选',
  '补选',
  '续聘',
  '增补',
  '递补',
  '表决通过',
  '聘',
  '任',
  '决定',
]);
const removing = oneOf(['免去', '撤销', '解聘']);

/** Words right before the names. */
const appoints = new RegExp(`${appointing}了?[：\\s]*[^，。；：的]{0,4}$`);
const removes = new RegExp(`${removing}了?[：\\s]*$`);
const aside = '(?:（[^）]{0,30}）)?(?:等?\\d+人)?(?:同志|先生|女士)?';
const to = new RegExp(`^${aside}(?:为|担任|任|兼任)$`);
const of = new RegExp(`^${aside}(?:兼任|担任)?的?$`);
const loses = new RegExp(`^${aside}(?:因[^，。；]{0,12})?(?:请求)?(?:辞去|不再担任|不再兼任|卸任|离任)(?:了)?$`);
const takes = new RegExp(
  `^${aside}[^，。；任]{0,6}?${either([
    '当选为?',
    '[获被](?:推举|推选|选举|任命|聘任|选|聘|增补|补选)为',
    '(?:受聘|获聘|被聘|被聘任|获任)(?:为|担任)?',
    '任',
    '兼任',
    '担任',
    '出任',
    '接任',
    '为',
  ])}(?:(?:首|新)任|[^，。；、]{0,4}第[^，。；、]{1,3}[届任](?:理事会|委员会)?|[\\p{Script=Han}]{2,3})?$`,
  'u',
);
/** A post that is planned, was held before, or lasts: 拟任, 曾任, 任期内. */
const proposed = /(?:拟|提名|推荐|候选|曾|历|原|前|现|时|期)(?:任|为|担任)?$/;
const isOpen = (between: string): boolean => /任期|在任/.test(between) || proposed.test(between);
const candidate = /^(?:人选|候选)/;

/** Of somebody whose posts were told just before: …任县审计局局长，免去其县财政局局长职务. */
const removesToo = /^(?:等?职务)?[，；、](?:并|同时)*免去(?:其|该同志)(?:所任|担任|兼任|原任)?的?$/;
const losesToo = /^(?:等?职务)?[，；、](?:并|同时)*(?:辞去|不再担任|不再兼任)$/;

/**
 * What is said of the people in `list` by the words around them and the posts behind them: 任命柳青为县财政局局长, 免去杜若兰
 * 的县财政局局长职务, 柳青当选会长, 柳青辞去县长职务. `last` is what was read before, `previous` what was said there. Null
 * when nothing is given or taken.
 */
export function changeOf(
  text: string,
  sentence: Span,
  list: { readonly start: number; readonly names: readonly Span[] },
  posts: Span,
  last: LastRead | null,
  previous: TitleChange | null,
): PostChange | null {
  const name = list.names.at(-1)!;
  const loss = last !== null && last.end > name.end ? anotherLoss(text, name, posts, last) : null;
  if (loss !== null) return loss;
  const before = text.slice(Math.max(sentence.start, list.start - 8), list.start);
  const between = text.slice(name.end, posts.start);
  if (between.length > 50 || isOpen(between) || candidate.test(text.slice(posts.end, posts.end + 2))) return null;
  return said(before, between, /[，；、\n]$/.test(before) || before === '' ? previous : null);
}

/** What the words before and behind the names say. `previous` is what was said of those before, if these go on. */
function said(before: string, between: string, previous: TitleChange | null): PostChange | null {
  if (removes.test(before) && of.test(between)) return { change: 'REMOVED', rule: 'title.removed' };
  if (loses.test(between)) return { change: 'REMOVED', rule: 'title.resigned' };
  if (to.test(between) && (appoints.test(before) || previous === 'APPOINTED'))
    return { change: 'APPOINTED', rule: 'title.appointed' };
  if (of.test(between) && between !== '' && previous === 'REMOVED') return { change: 'REMOVED', rule: 'title.removed' };
  return takes.test(between) && !/^[是系]?为$/.test(between)
    ? { change: 'APPOINTED', rule: 'title.took-office' }
    : null;
}

/** What the person whose posts were told just before loses besides. */
function anotherLoss(text: string, name: Span, posts: Span, last: LastRead): PostChange | null {
  if (last.names.at(-1)!.start !== name.start) return null;
  const since = text.slice(last.end, posts.start);
  if (removesToo.test(since)) return { change: 'REMOVED', rule: 'title.removed' };
  return losesToo.test(since) ? { change: 'REMOVED', rule: 'title.resigned' } : null;
}
