import { cutWords } from '../../text/word.ts';
import { genericHeads } from '../lexicon/generic-head.ts';

/** A branch is no short form's long form: 远图软件 is not 远图软件股份有限公司临溪分公司. */
const branch = /(?:分公司|子公司|支行|分行|分院|校区|院区|分局|分会)$/;

/** 区教育局 of 云岫区教育局; a bare common noun is nobody's tail. */
export function isTail(short: string, long: string): boolean {
  if (genericHeads.has(short) || short.length < 3) return false;
  return (
    long.endsWith(short) &&
    !/附属$|[与和]$|^(?:民[革盟建进]|农工党|致公党|九三学社|台盟|共青团)/.test(long.slice(0, -short.length))
  );
}

/**
 * 海昇绿能 of 海昇绿能（明州）科技有限公司. A name that ends like a body of its own is no beginning of a department's.
 */
export function isHead(short: string, long: string): boolean {
  if (short.length < 3 || genericHeads.has(short) || !long.startsWith(short)) return false;
  if (branch.test(long) && !branch.test(short)) return false;
  const rest = long.slice(short.length).replace(/（.{1,6}）/, ''); // 云图智能 of 云图智能科技（明州）有限公司
  if (rest === '社') return /[日晚]报$/.test(short);
  if (/(?:大学|学院|医院|局|委|区|市|县|省|街道|银行|协会|总会)$/.test(short))
    return short.endsWith('银行') && /^股份有限公司$|^有限(?:责任)?公司$/.test(rest);
  return companyRest.test(rest) && !(short.endsWith('股份') && !long.includes('股份'));
}

/** What a company is called behind its short name: （明州）, 智能科技股份有限公司. */
const companyRest = new RegExp(
  String.raw`^(?:（.{1,6}）|[\p{Script=Han}]{0,8})?(?:股份|集团|有限|责任|公司|科技|控股)*` +
    '(?:公司|集团|有限公司|有限责任公司|株式会社)$',
  'u',
);

const endingsThatAgree: readonly (readonly [RegExp, RegExp])[] = [
  [/村委会$/, /村民委员会$/],
  [/居委会$/, /居民委员会$/],
  [/附中$/, /附属.*中学$/],
  [/附小$/, /附属.*小学$/],
  [/支行$/, /支行$/],
  [/分行$/, /分行$/],
  [/[省市区县州旗]委$/, /[省市区县州旗]委员会$/],
  [/集团公司$/, /集团/],
  [/集团$/, /集团/],
  [/股份$/, /股份/],
  [/公司$/, /公司$/],
  [/银行$/, /银行/],
  [/农商行$/, /银行/],
  [/管委会$/, /(?:管委会|管理委员会)$/],
  [/党委$/, /党委$|党的?委员会$/],
  [/委$/, /委员会$/],
  [/局$/, /局$/],
  [/所$/, /所$/],
  [/医院$/, /医院$/],
  [/学院$/, /学院$/],
  [/[一二三四五六七八九]院$/, /第?[一二三四五六七八九].*医院$/],
  [/检察院$/, /检察院$/],
  [/法院$/, /法院$/],
  [/院$/, /研究院|院$/],
  [/大学$/, /大学$/],
  [/师大|大$/, /大学/],
  [/作协$/, /作家协会$/],
  [/科协$/, /科学技术协会$/],
  [/文联$/, /文学艺术界联合会$/],
  [/妇联$/, /妇女联合会$/],
  [/残联$/, /残疾人联合会$/],
  [/侨联$/, /华侨联合会$/],
  [/工商联$/, /工商业联合会$/],
  [/联社$/, /联社$/],
  [/协$/, /协会$/],
  [/联$/, /联合会$/],
  [/协会$/, /协会$/],
  [/会$/, /会$/],
  [/中心$/, /中心$/],
  [/办$/, /办公室$/],
  [/学校$/, /学校$/],
  [/厅$/, /厅$/],
  [/街道$/, /街道/],
  [/金租$/, /金融租赁/],
  [/组织$/, /组织$/],
  [/联盟$/, /联盟$/],
  [/支队$/, /支队$/],
  [/大队$/, /大队$/],
];

/**
 * 海新集团 of 明州海新科技集团有限公司, 市科委 of 明州市科学技术委员会, 云岫城投集团 of
 * 明州云岫城市建设投资（集团）有限公司.
 */
export function isAbbreviation(short: string, long: string): boolean {
  if (
    short.length < 3 ||
    genericHeads.has(short) ||
    long.length < short.length + 2 ||
    long.startsWith(short) ||
    short.endsWith('委员会')
  )
    return false;
  if (branch.test(long) && !branch.test(short)) return false;
  const agreeing = endingsThatAgree.find(([ending]) => ending.test(short));
  if (agreeing ? !agreeing[1].test(long) : !/公司$/.test(long)) return false;
  const bare = long.replace(/[（）()]/g, '');
  if (!isSubsequence(short, bare)) return false;
  if (bare.slice(0, 2) === short.slice(0, 2) || (agreeing && (bare[0] === short[0] || bare[2] === short[0])))
    return true; // [2]: after a place that no dictionary knows
  const inner = agreeing ? bare.indexOf(short.slice(0, 2)) : -1; // 青石法院 of 明州市青石区人民法院
  if (inner > 0 && levels.includes(bare[inner - 1]!) && levels.includes(bare[inner + 2]!)) return true;
  const withoutPlace = afterPlace(bare);
  return (
    withoutPlace !== bare &&
    (withoutPlace[0] === short[0] || (/^[省市区县州旗]$/.test(short[0]!) && bare.slice(0, 4).includes(short[0]!)))
  );
}

const levels = '省市区县州旗镇乡村';

/** 城市建设投资集团有限公司 of 东城城市建设投资集团有限公司, 作家协会 of 临澜市作家协会. */
function afterPlace(name: string): string {
  const place = cutWords(name)[0];
  if (place?.tag === 'ns' && place.text.length < name.length - 3) return name.slice(place.text.length);
  return name.replace(/^(?:中国|北京|上海|天津|重庆|广州|深圳|.{2}[省市区县](?!建|政|场|民|域))+/u, '');
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const c of short) {
    at = long.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

const localPrefix = /^(?:.{2,3}省)?(?:(.{2,3})[市州])?(?:(.{2,3})[区县旗])?/u;

/**
 * The short forms that newspapers make of a name by its words' first characters and that no ending gives away:
 * 海联会 and 区海联会 of 汀兰区海外联谊会, 农商行 of 临澜农商银行, 市一中 of 东川市第一中学.
 */
export function contractionsOf(name: string): readonly string[] {
  const [prefix, city, district] = localPrefix.exec(name)!;
  const level = /[省市州区县旗]$/.exec(prefix)?.[0] ?? '';
  const core = name.slice(prefix.length);
  if (/农(?:村)?商(?:业)?银行(?:股份)?(?:有限公司)?$/.test(name)) return ['县农商行', '市农商行', '区农商行', '农商行'];
  // 江东医科大学第二附属医院
  const affiliated = /^(.)?.*大学(?:附属)?第([一二三四五六七八九十])(?:附属)?医院$/.exec(name);
  if (affiliated) return [`${affiliated[1]!}大${affiliated[2]!}附院`, `${affiliated[2]!}附院`];
  // 省茶叶协会机械化专业委员会
  const committee = /^(.{2,}?[协学商总研究联合促进]会)?(.{2,8})专(?:业委员|委)会$/.exec(name);
  if (committee)
    return [
      `${committee[1] ?? ''}${committee[2]!}专委会`,
      `${committee[2]!}专委会`,
      `${committee[2]!}专业委员会`,
    ].filter((form) => form !== name);
  const league = /^共青团.{2,}([省市区县州旗])委(?:员会)?$/.exec(name); // 共青团临溪县委
  if (league) return [`团${league[1]!}委`];
  if (name.endsWith('红十字会') && level) return [`${level}红会`, `${level}红十字会`];
  const university = /^.{2,6}?([农师工科医财交林海民])[业范程技科经通洋族]大学$/.exec(name); // 松北农业大学
  if (university) return [`${university[1]!}大`];
  const numbered = /^第([一二三四五六七八九十])(?:人民|高级|初级|实验)?(医院|中学|小学|幼儿园)$/.exec(core);
  if (numbered && level) {
    const short = numbered[1]! + { 医院: '院', 中学: '中', 小学: '小', 幼儿园: '幼' }[numbered[2]!]!;
    return [level + short, `${district ?? city ?? ''}${short}`]; // 县一中, 临溪一中
  }
  const association = /^((?:[\p{Script=Han}]{2}){1,3})(会|协会|联合会|促进会)$/u.exec(core);
  if (!association || !/[谊进究]会$|协会$|联合会$/.test(core)) return [];
  const initials = [...association[1]!].filter((_, i) => i % 2 === 0).join('');
  const type = { 会: '会', 协会: '协', 联合会: '联', 促进会: '促会' }[association[2]!]!;
  const short = initials + type;
  return [level && level + short, short.length >= 3 ? short : ''].filter((form) => form !== '');
}
