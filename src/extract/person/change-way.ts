import { either, oneOf } from '../../text/pattern.ts';
import type { TitleChange } from '../facts.ts';

/** A way to say that somebody gets or loses a post. */
export interface ChangeWay {
  readonly name: string;
  readonly change: TitleChange;
  readonly rule: string;
  /** The words right before the names. `AS_BEFORE`: any, if the people before got or lost theirs and these go on. */
  readonly before?: RegExp | 'AS_BEFORE';
  /** The words from the names to the posts. */
  readonly between?: RegExp;
  /** The words from the posts that were told just before of the same person to these. */
  readonly since?: RegExp;
  /** A sentence that says so, and is read otherwise where this way is deleted. It names 柳青 or 陶远 and a 县长 or 会长. */
  readonly example: string;
  /** A sentence that looks alike and does not say so. */
  readonly not: string;
}

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

const aside = '(?:（[^）]{0,30}）)?(?:等?\\d+人)?(?:同志|先生|女士)?';
const to = new RegExp(`^${aside}(?:为|担任|任|兼任)$`);
const ofPosts = `${aside}(?:兼任|担任)?的?$`;
const also = '(?:等?职务)?[，；、](?:并|同时)*';

/** Somebody takes a post: `verb` with what may stand around it, as in 全票当选第三届理事会. */
const takes = (verb: string): RegExp =>
  new RegExp(
    `^${aside}[^，。；任]{0,6}?${verb}${either([
      '(?:首|新)任',
      '[^，。；、]{0,4}第[^，。；、]{1,3}[届任](?:理事会|委员会)?',
      '[\\p{Script=Han}]{2,3}',
    ])}?$`,
    'u',
  );

/** All ways to say it, in the order in which they are tried. */
export const changeWays: readonly ChangeWay[] = [
  {
    name: 'loses another by decision',
    change: 'REMOVED',
    rule: 'title.removed',
    since: new RegExp(`^${also}免去(?:其|该同志)(?:所任|担任|兼任|原任)?的?$`),
    example: '柳青任县长，免去其会长职务',
    not: '柳青任县长，免去陶远的会长职务',
  },
  {
    name: 'gives up another',
    change: 'REMOVED',
    rule: 'title.resigned',
    since: new RegExp(`^${also}(?:辞去|不再担任|不再兼任)$`),
    example: '柳青任县长，不再担任会长',
    not: '柳青任县长，陶远不再担任会长',
  },
  {
    name: 'loses by decision',
    change: 'REMOVED',
    rule: 'title.removed',
    before: new RegExp(`${removing}了?[：\\s]*$`),
    between: new RegExp(`^${ofPosts}`),
    example: '免去柳青的县长职务',
    not: '免去职务的柳青任县长',
  },
  {
    name: 'gives up',
    change: 'REMOVED',
    rule: 'title.resigned',
    between: new RegExp(`^${aside}(?:因[^，。；]{0,12})?(?:请求)?(?:辞去|不再担任|不再兼任|卸任|离任)(?:了)?$`),
    example: '柳青因工作调动请求辞去县长职务',
    not: '柳青劝人辞去县长职务',
  },
  {
    name: 'is given',
    change: 'APPOINTED',
    rule: 'title.appointed',
    before: new RegExp(`${appointing}了?[：\\s]*[^，。；：的]{0,4}$`),
    between: to,
    example: '任命柳青为县长',
    not: '任命后，柳青为县长送行',
  },
  {
    name: 'is given as those before',
    change: 'APPOINTED',
    rule: 'title.appointed',
    before: 'AS_BEFORE',
    between: to,
    example: '任命柳青为县长，陶远为会长',
    not: '柳青辞去县长职务，陶远为会长送行',
  },
  {
    name: 'loses as those before',
    change: 'REMOVED',
    rule: 'title.removed',
    before: 'AS_BEFORE',
    between: new RegExp(`^(?!$)${ofPosts}`),
    example: '免去柳青的县长职务，陶远的会长职务',
    not: '任命柳青为县长，陶远的会长职务不变',
  },
  {
    name: 'is elected',
    change: 'APPOINTED',
    rule: 'title.took-office',
    between: takes('当选为?'),
    example: '柳青当选县长',
    not: '柳青祝贺，当选县长致谢',
  },
  {
    name: 'is made',
    change: 'APPOINTED',
    rule: 'title.took-office',
    between: takes('[获被](?:推举|推选|选举|任命|聘任|选|聘|增补|补选)为'),
    example: '柳青在会上一致被推举为会长',
    not: '柳青在会上一致被推举的会长',
  },
  {
    name: 'is hired',
    change: 'APPOINTED',
    rule: 'title.took-office',
    between: takes('(?:受聘|获聘|被聘|被聘任|获任)(?:为|担任)?'),
    example: '柳青受聘会长',
    not: '柳青祝贺受聘的会长',
  },
  {
    name: 'takes office',
    change: 'APPOINTED',
    rule: 'title.took-office',
    between: takes('(?:任|兼任|担任|出任|接任)'),
    example: '柳青出任县长',
    not: '柳青曾任县长',
  },
  {
    // 为 alone is for somebody more often than it says who is what
    name: 'becomes',
    change: 'APPOINTED',
    rule: 'title.took-office',
    between: new RegExp(`^(?![是系]?为$)${takes('为').source.slice(1)}`, 'u'),
    example: '柳青为新一届会长',
    not: '柳青为县长送行',
  },
];
