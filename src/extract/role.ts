import { matchesOf } from '../text/match.ts';
import type { PersonRole } from './facts.ts';
import type { Reading, Span } from './reading.ts';
import { spansWithin } from './span.ts';

/** A role that a predicate gives to a person in one place. */
export interface RoleReading extends Span {
  readonly name: string;
  readonly role: PersonRole;
  readonly rule: string;
}

/** A place where a person is named. */
export interface NamedPlace extends Span {
  readonly name: string;
}

/** Predicates in the order in which they are tried at one place; each with what tells it from a noun. */
const predicates: readonly (readonly [PersonRole | 'ESCORT', RegExp])[] = [
  ['ESCORT', /(?:的)?(?:陪同|带领|引领|引导)下|等?陪同(?:调研|考察|视察|走访|参加|活动|检查|慰问|督导|督查|参观|会见)?(?=[。，；、]|$|活动)|随团访问|随行|(?:一同|一起|一道)?参加(?:了)?(?:此次|活动|上述)?(?:调研|督导|视察|走访|考察|慰问|检查|看望)/],
  ['MET', /会见了?|接见了?|(?:举行|进行)(?:了)?会谈|会谈(?<=(?:分别|并|[^举行工作亲切])会谈)(?=[，。])|(?:亲切|友好|工作)会谈|会晤/],
  ['WITNESSED', /作为见证人|(?:共同|一同|现场)?见证了?(?=签|下|[，。；]|协议|了|仪式|双方|项目|合作|[^，。]{2,25}签|$)/],
  ['ATTENDED', /(?:应邀|受邀|莅临)?(?:出席|列席|参加)(?<!在(?:应邀|受邀|莅临)?(?:出席|列席|参加))(?!会见|接见|.{0,20}时(?:提出|指出|强调|表示))|在主席台(?:前排)?就座|到会(?!场)|到场(?!.{0,6}时)/],
  ['HOSTED', /主持(?!人)/],
  ['UNVEILED', /揭牌(?!仪式|活动|成立|暨|当天|后|的)|揭幕(?!仪式|战)/],
  ['SIGNED', /(?:签约(?!项目|企业|方式)|签署|签订|签定|签下|续签|签字|签名)(?!仪式|活动|现场|暨|大会|率|墙|作家|的|后|以来|当天|会)(?<!(?:见证人|没有|未)(?:签署|签订|签约|签字|签名))(?<!(?:见证|出席|举行|集中|参加|首次)(?:签署|签订|签约|签字))/],
  ['INSPECTED', /(?:调研|走访|考察|慰问|督导|视察|检查|看望|督查)(?!组|团|队|工作|院|会|报告|期间|时)|暗访|查看/],
  ['SPOKE', /致辞|致词|讲话|发言|表示(?!(?:衷心|诚挚|热烈|崇高|由衷|最|亲切)*的?(?:感谢|敬意|祝贺|欢迎|慰问|感激|问候|祝福|哀悼))|指出|强调|介绍|坦言|笑道|说道|说(?<=\S说)(?=[，。：；“”]|$)|告诉记者|对记者说|提醒|打趣(?:说)?|认为|提出(?!的|了?新)|阐述|作.{0,6}(?:报告|说明|总结|讲话|发言|汇报)|汇报|透露|解释|建议(?=[，：“])|要求(?=[，：“])|感慨|坦承|回忆|直言|呼吁|致欢迎辞|宣讲|授课|分享|推介|称(?=[，：“])/],
];
const leading = /(?:带领|率领|率)(?!下|的|队)/;
/** One group for each predicate, in their order. */
const any = new RegExp([...predicates.map(([, pattern]) => pattern), leading].map(({ source }) => `(${source})`).join('|'), 'g');
const transitive = new Set<string>(['MET', 'INSPECTED']);

const attendees = /(?:出席|参加|列席)[^，。；]{0,20}的(?:还)?有/g;

/** Gives every person the roles that the predicates of their sentences say: the names before a predicate are its subject. */
export function readRoles(reading: Reading, places: readonly NamedPlace[]): RoleReading[] {
  const { text } = reading;
  const found: RoleReading[] = [];
  let before: string[] = []; // the subject of the sentence before, for 他
  for (const sentence of reading.sentences) {
    const named = spansWithin(places, sentence.start, sentence.end);
    for (const match of matchesOf(text.slice(sentence.start, sentence.end), attendees)) {
      const at = sentence.start + match.index;
      for (const place of named) if (place.start > at) found.push({ name: place.name, role: 'ATTENDED', start: at, end: at + match[0].length, rule: 'role.attendees-are' });
    }
    const events = [...named.map((place) => ({ ...place, predicate: null as string | null })), ...predicatesOf(text, sentence)].sort((a, b) => a.start - b.start);
    let subject: string[] = [];
    let group: string[] = [];
    let objectUntil = -1;
    let last: (typeof events)[number] | null = null;
    for (const event of events) {
      if (event.predicate === null) {
        if (event.start < objectUntil) {
          if (last?.predicate === 'MET') found.push({ name: event.name, role: 'MET', start: event.start, end: event.end, rule: 'role.met' });
          else if (last?.predicate === 'LED') found.push({ name: event.name, role: 'ACCOMPANIED', start: event.start, end: event.end, rule: 'role.led' });
          continue;
        }
        if (last?.predicate === null && !isListed(text.slice(last.end, event.start))) group = [];
        group.push(event.name);
        last = event;
        continue;
      }
      const from = named.filter((place) => place.end <= event.start).at(-1)?.end ?? sentence.start;
      const between = text.slice(from, event.start);
      if (event.predicate === 'ESCORT' && /下$/.test(event.name)) {
        const escorts = groupOf(group, text, named, event.start);
        for (const name of escorts) found.push({ name, role: 'ACCOMPANIED', start: event.start, end: event.end, rule: 'role.accompanied' });
        group = group.filter((name) => !escorts.includes(name));
        if (group.length > 0) subject = group;
        group = [];
        last = event;
        continue;
      }
      if (group.length > 0) subject = group;
      else if (subject.length === 0 && /^(?:[^，。]{0,6}，)?[他她]们?/.test(text.slice(sentence.start, event.start))) subject = before;
      const isOwn = group.length > 0 || isCarried(between);
      group = [];
      if (event.predicate === 'LED') {
        const clauseEnd = text.slice(event.end, sentence.end).search(/[，。；]/);
        objectUntil = clauseEnd < 0 ? sentence.end : event.end + clauseEnd;
        last = event;
        continue;
      }
      const role = (event.predicate === 'ESCORT' ? 'ACCOMPANIED' : event.predicate) as PersonRole;
      if (isOwn && subject.length > 0 && canHold(role, between)) {
        for (const name of subject) found.push({ name, role, start: event.start, end: event.end, rule: `role.${role.toLowerCase()}` });
        if (role === 'WITNESSED' && /^下/.test(text.slice(event.end))) subject = [];
      }
      if (transitive.has(event.predicate)) {
        const clauseEnd = text.slice(event.end, sentence.end).search(/一行|[，。；]|并/);
        objectUntil = clauseEnd < 0 ? sentence.end : event.end + clauseEnd;
      }
      last = event;
    }
    if (subject.length > 0 || group.length > 0) before = group.length > 0 && subject.length === 0 ? group : subject;
  }
  return found;
}

/** Between two names of one subject: 、 or ， at once, a conjunction, or what the first one represents. */
const isListed = (between: string): boolean => /^(?:[、，（和与及同等]|以及|一行|同志|先生|女士|教授|院士|代表|率|副?[\p{Script=Han}]{1,4}(?:[、，和与及]|$))/u.test(between);

/** Only the names of the phrase right before 陪同下: 在庞皓然陪同下. */
function groupOf(group: readonly string[], text: string, named: readonly NamedPlace[], until: number): string[] {
  const own = named.filter((place) => place.end <= until && group.includes(place.name));
  const at = Math.max(text.lastIndexOf('在', until), text.lastIndexOf('由', until));
  const inside = own.filter((place) => place.start > at).map((place) => place.name);
  return inside.length > 0 ? inside : own.slice(-1).map((place) => place.name);
}

/** A predicate after another of the same subject: 主持会议并讲话; 出席并致辞; a new subject in between breaks it. */
const isCarried = (between: string): boolean => !/[，；](?:双方|三方|各方|仪式上|会上|现场|活动中|据|由|[^，；]{2,20}(?:公司|集团|代表团|企业|单位|部门|团队))[^，；]*$/.test(between) || /[他她]/.test(between);

/** Signing needs its subject near; so does speaking. */
function canHold(role: PersonRole, between: string): boolean {
  if (role === 'SIGNED') return !/，/.test(between) || /代表|共同|分别/.test(between);
  if (role === 'SPOKE') return between.length <= 90;
  return true;
}

function predicatesOf(text: string, sentence: Span): { start: number; end: number; name: string; predicate: string }[] {
  const clause = text.slice(sentence.start, sentence.end);
  return matchesOf(clause, any).flatMap((match) => {
    if (isQuoted(clause, match.index)) return [];
    const predicate = predicates[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.[0] ?? 'LED';
    const start = sentence.start + match.index;
    return [{ start, end: start + match[0].length, name: match[0], predicate }];
  });
}

/** Inside “…” a predicate is somebody's words, not the paper's. */
function isQuoted(clause: string, at: number): boolean {
  const open = clause.lastIndexOf('“', at);
  return open >= 0 && clause.indexOf('”', open) > at;
}
