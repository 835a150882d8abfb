import { matchesOf } from '../text/match.ts';
import { isFunctionWord, nounStart } from '../text/noun.ts';
import { either, oneOf } from '../text/pattern.ts';
import { cutWords } from '../text/word.ts';
import { contractSides, enterpriseSorts } from './lexicon/apposition.ts';
import { country } from './lexicon/country.ts';
import { vague } from './lexicon/vague-name.ts';
import { readName } from './name.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import { findPostHeads } from './post.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';
import { endingPattern, isOrganisationName } from './suffix.ts';

const longest = 40;
const ending = new RegExp(endingPattern, 'g');

/**
 * Names that end as organisations' names do: 区人才工作局, 明州海新科技集团有限公司. The longest name from one start
 * counts.
 */
export function findByEnding(reading: Reading): OrganisationMention[] {
  const { text } = reading;
  const found: OrganisationMention[] = [];
  for (const sentence of reading.sentences) {
    const clause = text.slice(sentence.start, sentence.end);
    const posts = findPostHeads(clause);
    for (const match of matchesOf(clause, ending)) {
      const told = sentence.start + match.index + match[0].length;
      // 卫生健康委员会 begins as 卫生健康委 does
      const end = match[0].endsWith('委') && text.startsWith('员会', told) ? told + 2 : told;
      const after = text.slice(end, end + 4);
      if (partyBody.test(match[0]) && /^(?:副?书记|副?主任|委员|常委|秘书|成员|宣传|办公室|会议|理论|工作)/.test(after))
        continue;
      if (isOtherWord(match[0], after, clause.slice(Math.max(0, match.index - 16), match.index))) continue;
      if (after[0] === '门' && match[0].endsWith('部')) continue; // 财政部门
      if (
        match[0] === '工会' &&
        /^(?:常务)?副?主席/.test(after) &&
        /(?:公司|集团|股份|重工|[厂矿局]|医院|大学|学院|学校|银行)$/.test(clause.slice(0, match.index))
      )
        continue; // 远图重工工会主席: the firm's
      if (after[0] === '长' && /[副代兼原]/.test(clause[match.index - 1] ?? '')) continue;
      const held =
        posts.findLast((post) => sentence.start + post.end < end && isHeld(text, sentence.start + post.end))?.end ?? 0;
      const start = Math.max(clauseStart(text, sentence.start, end - match[0].length), sentence.start + held);
      // the second 局 of 教育局局长
      if (text.slice(end - 2 * match[0].length, end - match[0].length) === match[0]) continue;
      let from = Math.max(nounStart(text, start, end), start);
      if (end - start < longest && isUnbrokenLocalName(text.slice(start, end))) from = start;
      from += leadingWord.exec(text.slice(from, end))?.[0].length ?? 0;
      const described = apposition.exec(text.slice(from, end))?.[0].length ?? 0;
      if (described > 0 && isOrganisationName(text.slice(from + described, end))) from += described;
      from += leadingVerb.exec(text.slice(from, end))?.[0].length ?? 0;
      from = withBrand(text, start, from, end);
      const second = secondOf(text, from, end);
      if (second) {
        found.push({
          start: from,
          end: end - second.length - 1,
          name: text.slice(from, end - second.length - 1),
          rule: 'organisation.ending',
        });
        from = end - second.length;
      }
      const team = teamOf.exec(text.slice(from, end));
      const to = team && isOrganisationName(team[1]!) ? from + team[1]!.length : end;
      const name = text.slice(from, to);
      if (isPlanned(text, from, name)) continue;
      const last = found.at(-1);
      if (last && from === last.end && branch.test(name)) {
        found.splice(-1, 1, { ...last, end, name: text.slice(last.start, end) });
        continue;
      }
      if (
        name.length > longest ||
        !isOrganisationName(name) ||
        /\d家?$/.test(text.slice(Math.max(start, from - 8), from)) ||
        /^家/.test(name) ||
        vague.test(name)
      )
        continue;
      if (text[from - 1] === '《' && text[end] === '》') continue; // a title
      if (last && from <= last.start && to > last.end && isContinuation(text, last, to)) found.pop();
      else if (last && from < last.end) continue;
      found.push({ start: from, end: to, name, rule: 'organisation.ending' });
    }
  }
  return found;
}

/**
 * 青崖县人民政府和县农业农村局: the dictionary takes 和县 for a place; both sides are bodies of their own. So they are
 * where the text names each of them without the other: 远图电气与德国贝格公司, but neither half of 规划与设计集团公司.
 */
function secondOf(text: string, from: number, end: number): string | null {
  const name = text.slice(from, end);
  // 青石乡和县经济开发区
  const town = /^[\p{Script=Han}]{1,4}?(?:[镇乡]|街道)[和与及]([市县区].{3,})$/u.exec(name)?.[1];
  if (town !== undefined && isOrganisationName(town)) return town;
  const joined = joinedNames.exec(name);
  if (!joined || !isOrganisationName(joined[2]!)) return null;
  if (isOrganisationName(joined[1]!)) return joined[2]!;
  if (!/(?:公司|集团|银行|医院|大学)$/.test(name) || joined[1]!.length < 4) return null;
  return (country.test(joined[2]!) || namedWithout(text, joined[2]!, name)) && namedWithout(text, joined[1]!, name)
    ? joined[2]!
    : null;
}
const joinedNames = /^(.{3,}?)[和与及](.{3,})$/;

/** Whether the text names `part` outside `whole`. */
const namedWithout = (text: string, part: string, whole: string): boolean => text.replaceAll(whole, '').includes(part);

/**
 * 资助计算机与信息学院, 支持云岫区各学校, 筹建明州商会: verbs with an object. 资助管理中心 and 支持中心 begin with
 * their own work.
 */
const verbs = [
  '支持',
  '资助',
  '健全',
  '优化',
  '面向',
  '筹建',
  '反哺',
  '回馈',
  '扎根',
  '走进',
  '赋能',
  '助推',
  '打进',
  '打到',
];
const leadingVerb = new RegExp(
  `^(?:全力|大力|积极|继续|鼎力|共同|加快|深入)?${oneOf(verbs)}` +
    String.raw`(?!(?:管理|服务|保障)?(?:中心|办|科))(?=[\p{Script=Han}]{2})`,
  'u',
);

/**
 * 云陵跨越软件股份有限公司: a company's name of trades alone lacks its brand, which the dictionary takes for a verb
 * (启程) or for nothing; 成立软件股份有限公司 stays as it is.
 */
function withBrand(text: string, start: number, from: number, end: number): number {
  const trade = companyForm.exec(text.slice(from, end))?.[1];
  if (
    trade === undefined ||
    trade.length > 6 ||
    !cutWords(trade).every((word) => word.text.length > 1 && /^(?:n|vn|b|j)$/.test(word.tag))
  )
    return from;
  const brand = cutWords(text.slice(start, from)).at(-1);
  if (
    !brand ||
    brand.text.length !== 2 ||
    isFunctionWord(brand.text) ||
    !/^v/.test(brand.tag) ||
    founding.test(brand.text)
  )
    return from;
  const own = nounStart(text, start, from - brand.text.length);
  return from - brand.text.length - own <= 4 ? Math.max(own, start) : from;
}
const companyForm = /^([\p{Script=Han}]{2,})(?:股份|有限责任|有限)公司$|^([\p{Script=Han}]{2,})股份有限公司$/u;
const founding = /^(?:成立|注册|创办|开办|组建|经营|控股|参股|投资|收购|合并|重组|并购|转让|加盟|进入|任职|就职)$/;

/** 青石区人民医院代表队 stands for the hospital. */
const teamOf = /^(.{3,}?)(?:代表队|参赛队)$/;

/**
 * 加快建设海外服务中心, 算力中心项目: a centre that is being planned or built is no body yet, unless it has a place of
 * its own.
 */
function isPlanned(text: string, from: number, name: string): boolean {
  if (!name.endsWith('中心') || /[省市区县镇乡](?!域)|街道/.test(name.replace(building, ''))) return false;
  return (
    building.test(name) ||
    building.test(text.slice(from, from + 2)) ||
    isBuilding.test(text.slice(Math.max(0, from - 4), from)) ||
    /^(?:项目|工程|选址|[一二三]期)/.test(text.slice(from + name.length, from + name.length + 2))
  );
}
const building = /^(?:建设|推进|打造|共建|新建|在建)(?!工程|项目|管理|用地|质量)/;
const isBuilding = /(?:筹建|拟建|在建|争创|建设|推进|打造|共建)$/;

/**
 * 学会了炒茶, 理事会议, 烟酒店, 派出所社区民警, 市总工会法律工作部: words that only end as names do, and the inner
 * units of a body.
 */
const isOtherWord = (word: string, after: string, before: string): boolean =>
  (word === '学会' && /^(?:了|如何|怎|用|做)/.test(after)) ||
  (word.endsWith('会') && /^[议见谈晤诊场]/.test(after)) ||
  (word === '社区' &&
    // 青石街道社区食堂, 青石镇社区事务受理服务中心
    (before.endsWith('街道') || (/[镇乡]$/.test(before) && /^(?:事务|食堂|卫生|服务|党群|文化|教育)/.test(after)))) ||
  (word === '政协' && after.startsWith('委员')) || // 政协委员
  (word === '组织部' && after[0] === '分') || // 县政协组织部分委员
  (word === '酒店' && before.endsWith('烟')) ||
  (/(?:大|中|小)学$/.test(word) && after[0] === '生') || // 中小学生
  (word === '门诊部' && before.endsWith('医院')) ||
  (word === '社区' && /(?:派出|司法|警务|总|[^邮]政)[所署局队]$/.test(before)) ||
  (innerUnit.test(word) && ofBody.test(before));
const innerUnit = /^(?:委员会|工作部)$/;
const ofBody = new RegExp(
  `${either([
    '(?:法院|检察院)(?:审判|检察)',
    String.raw`人民代表大会[\p{Script=Han}]{2,8}`,
    String.raw`(?:总工会|妇联|团委|残联|侨联|科协|文联|工商联|大学|学院|集团|公司)[\p{Script=Han}]{2,4}`,
    '(?:^|[、，])(?:检察|审判)',
  ])}$`,
  'u',
);

/** A post that somebody holds there; 市长 in 市长望岛管委会 is none. */
const isHeld = (text: string, end: number): boolean =>
  '兼、，'.includes(text[end] ?? ' ') || readName(text, end) !== null;

const branch = /^(?:.{2,6})(?:分公司|分行|支行|分院|院区|分局|分会|分校|分社|分部)$/;

/** 大学 + 农学院: the longer name goes on from the shorter one without anything that names a post between them. */
const isContinuation = (text: string, last: Span, end: number): boolean =>
  !/[，。；：！？]/.test(text.slice(last.start, end));

/** 临溪县好又来餐饮店: from the delimiter on, a place and words that no sentence is made of. */
function isUnbrokenLocalName(name: string): boolean {
  if (!/^[\p{Script=Han}]{2,3}[市区县镇]/u.test(name) || name.length > 16 || /[的了在与和由向对将被把是为]/.test(name))
    return false;
  const place = /^[\p{Script=Han}]{2,3}?[市区县镇]/u.exec(name)![0];
  if (nounStart(place, 0, place.length) > 0) return false;
  return cutWords(name).every(
    ({ text, tag }) => text.length === 1 || (!isFunctionWord(text) && !/^(?:v|d|p|c|t|r)$/.test(tag)),
  );
}

/** A verb or particle of one character that the dictionary leaves at a name's beginning. */
const leadingWords = [
  '记',
  '访',
  '看',
  '听',
  '到',
  '来',
  '让',
  '请',
  '受',
  '好',
  '拉上',
  '及',
  '并',
  '以',
  '率',
  '经(?![济贸信开发合营纬管委])',
  '致',
  '据',
  '进(?![出修步口士贤化取才])',
  '入职',
  '其中',
  '建设单位',
  '施工单位',
  '主办单位',
  '承办单位',
  '牵头单位',
  '能看上',
  '看上',
  '报(?=[省市区县州])',
];
const leadingWord = new RegExp(
  [
    String.raw`^${either(leadingWords)}(?=[\p{Script=Han}]{3})`,
    // 本报讯明州市…
    String.raw`^讯(?=[\p{Script=Han}]{4})`,
    // 柳青经市人大常委会…
    String.raw`^[\p{Script=Han}]{2,8}经(?=[省市区县州旗师][\p{Script=Han}]{2})`,
  ].join('|'),
  'u',
);
/**
 * 承建单位江沅建工集团, 县级龙头企业岚溪茶业有限公司: what the body is said to be. 企业管理公司 and 中小企业协会 begin
 * a name.
 */
const descriptions = [
  '单位',
  '[央国民车药酒房]企',
  '上市公司',
  `${oneOf(contractSides)}方`,
  `${oneOf(enterpriseSorts)}企业(?![家集联协商])`,
];
const apposition = new RegExp(String.raw`^.{0,8}?${either(descriptions)}(?=[\p{Script=Han}]{4})`, 'u');
const partyBody = /^(?:党委|党工委|党支部|党总支|纪委|团委|工会|常委会|理事会|组织部|宣传部|统战部|政法委)$/;

/** After the last delimiter that cannot stand inside a name; brackets that close stay inside. */
function clauseStart(text: string, from: number, to: number): number {
  let depth = 0;
  for (let i = to - 1; i >= from; i -= 1) {
    const c = text[i]!;
    if (c === '）') depth += 1;
    else if (c === '（') {
      if (depth === 0) return i + 1;
      depth -= 1;
    } else if (/[，。、；：！？“”‘’《》〈〉\n　—]/.test(c)) return i + 1;
  }
  return from;
}
