/**
 * What a printed title (职务) means, whatever the way it is written: 组织部部长 is 组织部长, and 区长 of 云岫区 is
 * 云岫区区长. Pure; titles and names as printed.
 *
 * A title is a place, a body, a unit of it and a head: 云岫区 + 区委 + 组织部 + 部长. The press leaves out whatever the
 * organisation beside it says already, and one of two like characters that meet (组织部长). Both are put back here, so
 * that an organisation followed by its title says the same wherever the line between the two is drawn.
 */
import { nameKey } from './name-key.ts';

/** What the title by itself means, as a key to compare: equal for equal meanings. `代理区长` has the post of `区长`. */
export function postOf(title: string): string {
  return withPlace(plain(abbreviated(nameKey(title))));
}

/** What is left of the post when the organisation (its key or any name) has been said: 书记 of 区委书记 at 云岫区委. */
export function postAt(organisation: string, title: string): string {
  return without(ownerOf(organisation), postOf(title));
}

/** What the title means together with the organisation (its key or any name) that it belongs to. */
export function officeOf(organisation: string, title: string): string {
  return abbreviated(ownerOf(organisation) + postAt(organisation, title));
}

/**
 * The posts that a title may mean at an organisation that is not known here: 校党委书记 is 党委书记 of a university.
 */
export function postsMeant(title: string): readonly string[] {
  const post = postOf(title);
  return [...new Set([post, ...KINDS.map(([kind]) => withoutKind(kind, post))])];
}

/** Whether many people hold such a post in one body at the same time: 副区长, 委员, 教授. */
export function isSharedPost(title: string): boolean {
  const whole = nameKey(title);
  return /副|名誉|荣誉/u.test(whole) || (SHARED.test(whole) && !ONLY.test(whole));
}

function ownerOf(organisation: string): string {
  return abbreviated(nameKey(organisation).replace(SESSION, ''));
}

/** 云岫区第五届人大常委会: every session has the same offices. */
const SESSION = /第?[〇零一二三四五六七八九十百\d]{1,4}届/gu;

const LEVEL = '省市区县州旗盟镇乡村';

/** Long and short for the same body. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:中国共产党|中共)(?=.)/u, ''],
  [/人民代表大会/gu, '人大'],
  [/(?:中国)?(?:人民)?政治协商会议/gu, '政协'],
  [/常务委员会/gu, '常委会'],
  [/纪律检查委员会/gu, '纪委'],
  [/监察委员会/gu, '监委'],
  [/工作委员会/gu, '工委'],
  [/管理委员会/gu, '管委会'],
  [new RegExp(`(?<=[${LEVEL}])委员会`, 'gu'), '委'],
  /** 区人大主任 is the 主任 of its 常委会. */
  [/人大(?=原?副?主任)/gu, '人大常委会'],
  /** A government is its place. */
  [new RegExp(`(?<=[${LEVEL}])(?:人民)?政府`, 'gu'), ''],
  [/(?<=街道)办事处/gu, ''],
  /** These are departments of the Party's committee, also of a place that is named without it. */
  [new RegExp(`(?<=[${LEVEL}])(?=(?:组织|宣传|统战)部|政法委)`, 'gu'), '委'],
  /** 云岫区区委 is 云岫区委; 云岫区区长 keeps both. */
  [new RegExp(`([${LEVEL}])\\1(?!长)`, 'gu'), '$1'],
];

function abbreviated(text: string): string {
  return SHORT_FORMS.reduce((short, [long, replacement]) => short.replace(long, replacement), text);
}

/**
 * How or when a title is held, which is no part of the title. 执行董事, 常务理事 and 候任会长 are posts of their own.
 */
const MANNER = new RegExp(
  [
    '前任',
    '时任',
    '现任',
    '新任',
    '首任',
    '挂职',
    '^前(?!海|进|台|端)',
    '(?<![中太平高草])原(?=副|主任|书记|局长|院长|校长|会长|主席|总|[省市区县]长|部长|党)',
    '代理(?![人商])',
    '代(?=副?[省市区县州镇乡]长|副?主任|行长|局长)',
    '(?:永远|终身)?(?:名誉|荣誉)',
    '常务(?!理事(?!长)|委员|董事)',
    '执行(?!官|董事|长|导演|秘书)',
  ].join('|'),
  'gu',
);

function plain(title: string): string {
  return title.replace(MANNER, '') || title;
}

/** 组织部长, 云岫副区长, 教育局长: the unit has lost its last character to the head. */
const CHIEF = new RegExp(
  `^(.*?)(副?)([${LEVEL}部局厅司署处科股室组院校园馆站所台社行会庭队团厂场矿店关])(长(?:助理)?)$`,
  'u',
);

/** The title with that character put back: 组织部部长. */
function withPlace(title: string): string {
  return title.replace(CHIEF, (whole, unit: string, deputy: string, place: string, rest: string) =>
    unit === '' || unit.endsWith(place) ? whole : unit + place + deputy + place + rest,
  );
}

/** A word that only says of what kind the organisation is, and the organisations that it can mean. */
const KINDS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:学校|校(?![长友医外区]))/u, /(?:大学|学院|[学分党]校|[中小]学)$/u],
  [/^(?:集团公司|总公司|集团|公司)/u, /公司|集团|股份|银行$/u],
  [/^医?院(?=党|纪委|团委|工会|领导|办公室)/u, /院$/u],
  [/^局(?=党|纪委|团委|工会|领导|办公室)/u, /局$/u],
  [/^厅(?=党|纪委|团委|工会|领导|办公室)/u, /厅$/u],
];

/**
 * The post without what the owner says: its name, the end of its name (区委书记 at 云岫区委), or what kind of body it
 * is.
 */
function without(owner: string, post: string): string {
  const named = owner.length < 2 ? -1 : post.lastIndexOf(owner);
  if (named >= 0 && isPost(post.slice(named + owner.length))) return post.slice(named + owner.length);
  for (let length = Math.min(owner.length, post.length - 2); length >= 2; length -= 1) {
    if (owner.endsWith(post.slice(0, length))) return post.slice(length);
  }
  const [level, rest] = [post.slice(0, 1), post.slice(1)];
  if (LEVEL.includes(level) && owner.endsWith(level) && isPost(rest)) return rest;
  const kind = KINDS.find(([word, body]) => word.test(post) && body.test(owner));
  return kind === undefined ? post : withoutKind(kind[0], post);
}

function withoutKind(kind: RegExp, post: string): string {
  const rest = post.replace(kind, '');
  return isPost(rest) ? rest : post;
}

/** 长 alone, and 员 of 委员, are the ends of a head. */
function isPost(text: string): boolean {
  return text.length >= 2 && !text.startsWith('长');
}

/** A body has only one of these, whatever they end in. */
const ONLY = /(?:主任委员|政治委员|司令员|总[一-龥]{2,4}师|总干事|总编辑|总教练|总顾问|总领事|董事会秘书)$/u;
const SHARED = new RegExp(
  `(?:${[
    '委员',
    '常委',
    '代表(?<!首席代表|法人代表)',
    '成员',
    '董事',
    '监事',
    '理事',
    '议员',
    '院士',
    '教授',
    '研究员',
    '讲师',
    '教师',
    '老师',
    '医师',
    '医生',
    '护师',
    '药师',
    '技师',
    '工程师',
    '会计师',
    '经济师',
    '设计师',
    '律师',
    '法官',
    '检察官',
    '审判员',
    '检察员',
    '专家',
    '科学家',
    '顾问',
    '记者',
    '编辑',
    '通讯员',
    '干事',
    '秘书',
    '助理',
    '教练(?<!主教练)',
    '领导',
    '巡视员',
    '调研员',
    '督学',
    '专员',
    '民警',
    '合伙人',
    '创始人',
    '发起人',
    '传承人',
    '负责人',
  ].join('|')})$`,
  'u',
);
