import type { PlaceOf } from './place.ts';
import { cutWords } from '../text/word.ts';
import { genericHeads } from './lexicon/organisation-ending.ts';

/** Printed names of one organisation: the longest form and the others. */
export interface AliasCluster {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** A link that the text itself makes: （以下简称…）. */
export interface Introduction {
  readonly full: string;
  readonly shortName: string;
}

/**
 * Groups printed names into organisations. A short name joins a longer one when the text introduces it, when it is the longer
 * one's tail (区教育局, 云岫区教育局), its beginning (东铭绿能), or an abbreviation that keeps the order of its characters and its
 * ending (新微集团, 上海新微科技集团有限公司). Two candidates mean no link: a bad link is worse than none.
 */
export function clusterNames(names: readonly string[], introductions: readonly Introduction[], placeOf: PlaceOf): AliasCluster[] {
  const parent = new Map<string, string>(names.map((name) => [name, name]));
  const root = (name: string): string => (parent.get(name) === name ? name : root(parent.get(name)!));
  const link = (a: string, b: string): void => {
    const [x, y] = [root(a), root(b)];
    if (x !== y) parent.set(x.length >= y.length ? y : x, x.length >= y.length ? x : y);
  };
  for (const { full, shortName } of introductions) if (parent.has(full) && parent.has(shortName)) link(full, shortName);
  const governments = new Map<string, string>(); // the first name of each place
  const bodies: string[] = [];
  for (const name of names) {
    const place = governmentOf(name, placeOf);
    if (place === null) bodies.push(name);
    else if (governments.has(place)) link(governments.get(place)!, name);
    else governments.set(place, name);
  }
  for (const name of names) for (const body of ['管委会', '管理委员会']) if (/区$/.test(name) && parent.has(name + body)) link(name, name + body);
  for (const name of names) if (/街道$/.test(name) && parent.has(`${name}办事处`)) link(name, `${name}办事处`);
  const introduced = new Set(introductions.map(({ shortName }) => shortName));
  const isListing = bodies.length > mostNames; // a directory, not an article: every name would be compared with every other
  for (const name of isListing ? [] : [...bodies].sort((a, b) => b.length - a.length)) {
    if (introduced.has(name)) continue;
    for (const relation of [isTail, isHead, isAbbreviation]) {
      const owners = new Set(bodies.filter((other) => other.length > name.length && relation(name, other)).map(root));
      owners.delete(root(name));
      if (owners.size === 1) link(name, [...owners][0]!);
      if (owners.size > 0) break;
    }
  }
  const clusters = new Map<string, string[]>();
  for (const name of names) clusters.set(root(name), [...(clusters.get(root(name)) ?? []), name]);
  return [...clusters.values()].map((members) => {
    const name = members.reduce((best, member) => (member.length > best.length ? member : best));
    return { name, aliases: members.filter((member) => member !== name) };
  });
}

/** No article names more organisations. */
const mostNames = 500;

/** The place whose government a name means: 上海市徐汇区人民政府, 徐汇区政府, 徐汇区, 区政府 → 徐汇区. Null for other names. */
export function governmentOf(name: string, placeOf: PlaceOf): string | null {
  const match = /^(?:.*?[省市](?=.{2,}[市区县州旗]))?(.*?)([省市区县州旗])(?:人民)?(政府)?$/.exec(name);
  if (!match) return null;
  if (match[1] === '') return match[3] ? placeOf(match[2]!) : null;
  return /(?:经开|高新|开发|示范|新技术|街|社|园|校)$/.test(match[1]!) ? null : match[1]! + match[2]!;
}

/** 区教育局 of 云岫区教育局; a bare common noun is nobody's tail. */
function isTail(short: string, long: string): boolean {
  if (genericHeads.has(short) || short.length < 3) return false;
  return long.endsWith(short) && !/附属$|[与和]$/.test(long.slice(0, -short.length));
}

/** 东铭绿能 of 东铭绿能（上海）科技有限公司. A name that ends like a body of its own is no beginning of a department's. */
function isHead(short: string, long: string): boolean {
  if (short.length < 3 || genericHeads.has(short) || !long.startsWith(short)) return false;
  const rest = long.slice(short.length);
  if (/(?:大学|学院|医院|局|委|区|市|县|省|街道|银行|协会|总会)$/.test(short)) return false;
  return /^(?:（.{1,6}）|[\p{Script=Han}]{0,8})?(?:股份|集团|有限|责任|公司|科技|控股)*(?:公司|集团|有限公司|有限责任公司)$/u.test(rest) && !(short.endsWith('股份') && !long.includes('股份'));
}

const endingsThatAgree: readonly (readonly [RegExp, RegExp])[] = [
  [/集团公司$/, /集团/], [/集团$/, /集团/], [/股份$/, /股份/], [/公司$/, /公司$/], [/银行$/, /银行/], [/管委会$/, /(?:管委会|管理委员会)$/], [/委$/, /委员会$/], [/局$/, /局$/], [/所$/, /所$/],
  [/医院$/, /医院$/], [/学院$/, /学院$/], [/[一二三四五六七八九]院$/, /第?[一二三四五六七八九].*医院$/], [/院$/, /研究院|院$/], [/大学$/, /大学$/], [/师大|大$/, /大学/],
  [/作协$/, /作家协会$/], [/科协$/, /科学技术协会$/], [/文联$/, /文学艺术界联合会$/], [/妇联$/, /妇女联合会$/], [/残联$/, /残疾人联合会$/], [/侨联$/, /华侨联合会$/], [/工商联$/, /工商业联合会$/], [/检察院$/, /检察院$/], [/法院$/, /法院$/], [/协会$/, /协会$/], [/会$/, /会$/], [/中心$/, /中心$/], [/办$/, /办公室$/], [/学校$/, /学校$/], [/厅$/, /厅$/], [/街道$/, /街道/], [/金租$/, /金融租赁/],
];

/** 新微集团 of 上海新微科技集团有限公司, 市科委 of 上海市科学技术委员会, 徐汇城投集团 of 上海徐汇城市建设投资（集团）有限公司. */
function isAbbreviation(short: string, long: string): boolean {
  if (short.length < 3 || genericHeads.has(short) || long.length < short.length + 2 || long.startsWith(short)) return false;
  const agreeing = endingsThatAgree.filter(([ending]) => ending.test(short)).slice(0, 1);
  if (agreeing.length > 0 && !agreeing[0]![1].test(long)) return false;
  const bare = long.replace(/[（）()]/g, '');
  if (agreeing.length === 0 && !/公司$/.test(long)) return false;
  if (!isSubsequence(short, bare)) return false;
  const place = cutWords(bare)[0];
  const withoutPlace = place?.tag === 'ns' && place.text.length < bare.length - 3 ? bare.slice(place.text.length) : bare.replace(/^(?:中国|北京|上海|天津|重庆|广州|深圳|.{2}[省市区县](?!建|政|场|民|域))+/u, '');
  return bare.startsWith(short[0]!) && bare.slice(0, 2) === short.slice(0, 2) || (withoutPlace !== bare && (withoutPlace[0] === short[0] || /^[省市区县]$/.test(short[0]!) && bare.slice(0, 4).includes(short[0]!))) || (bare[0] === short[0] && agreeing.length > 0);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const c of short) {
    at = long.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
