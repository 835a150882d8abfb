import { matchesOf } from '../../text/match.ts';
import { either } from '../../text/pattern.ts';
import type { PersonRole } from '../facts.ts';
import type { Reading } from '../document/reading.ts';
import { predicatesOf } from './role-predicate.ts';
import type { Span } from '../document/span.ts';
import { spansWithin } from '../document/span.ts';

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

const transitive = new Set<string>(['MET', 'INSPECTED']);

const reporting = /(?:说|表示|指出|强调|介绍|认为|提醒|坦言|建议|要求|希望|透露|称|呼吁|直言|叮嘱|勉励)$/;

const attendees = /(?:出席|参加|列席)[^，。；]{0,20}的(?:还)?有/g;

/**
 * Gives every person the roles that the predicates of their sentences say: the names before a predicate are its
 * subject.
 */
export function readRoles(reading: Reading, places: readonly NamedPlace[]): RoleReading[] {
  const { text } = reading;
  const found: RoleReading[] = [];
  let before: string[] = []; // the subject of the sentence before, for 他
  let open: NamedPlace[] = []; // a list that goes on after ；
  let inspectedAt = -1;
  for (const sentence of reading.sentences) {
    const named = spansWithin(places, sentence.start, sentence.end);
    for (const match of matchesOf(text.slice(sentence.start, sentence.end), attendees)) {
      const at = sentence.start + match.index;
      for (const place of named)
        if (place.start > at)
          found.push({
            name: place.name,
            role: 'ATTENDED',
            start: at,
            end: at + match[0].length,
            rule: 'role.attendees-are',
          });
    }
    const speaker = speakerOf(text, sentence, named);
    if (speaker)
      found.push({ name: speaker.name, role: 'SPOKE', start: speaker.start, end: speaker.end, rule: 'role.quoted' });
    const events = [
      ...named.map((place) => ({ ...place, predicate: null as string | null })),
      ...predicatesOf(text, sentence),
    ].sort((a, b) => a.start - b.start);
    let subject: string[] = [];
    let group = open.map(({ name }) => name);
    let objectUntil = -1;
    let last: (typeof events)[number] | null = open.length > 0 ? { ...open.at(-1)!, predicate: null } : null;
    let listed = open; // the places of `group`
    let isReported = false; // 韦国栋说，孩子参加培训后胆子大了
    for (const event of events) {
      if (event.predicate === null) isReported = false;
      else if (isReported && event.predicate !== 'SPOKE') continue;
      else if (event.predicate === 'SPOKE' && /[，：]/.test(text[event.end] ?? ''))
        isReported = reporting.test(event.name);
      if (event.predicate === null) {
        if (event.start < objectUntil) {
          if (last?.predicate === 'MET')
            found.push({ name: event.name, role: 'MET', start: event.start, end: event.end, rule: 'role.met' });
          else if (last?.predicate === 'LED')
            found.push({ name: event.name, role: 'ACCOMPANIED', start: event.start, end: event.end, rule: 'role.led' });
          continue;
        }
        if (isObject(text.slice(Math.max(last?.end ?? 0, sentence.start), event.start))) continue;
        if (last?.predicate === null && !isListed(text.slice(last.end, event.start))) group = [];
        if (group.length === 0) listed = [];
        group.push(event.name);
        listed = [...listed, event];
        last = event;
        continue;
      }
      const from = named.filter((place) => place.end <= event.start).at(-1)?.end ?? sentence.start;
      const between = text.slice(from, event.start);
      if (event.predicate === 'ESCORT' && /下$/.test(event.name)) {
        const escorts = groupOf(group, text, named, event.start);
        for (const name of escorts)
          found.push({ name, role: 'ACCOMPANIED', start: event.start, end: event.end, rule: 'role.accompanied' });
        group = group.filter((name) => !escorts.includes(name));
        if (group.length > 0) subject = group;
        group = [];
        last = event;
        continue;
      }
      if (group.length > 0) subject = group;
      else if (
        subject.length === 0 &&
        /^(?:[^，。]{0,6}，)?(?:[他她]们?|这[位名])/.test(text.slice(sentence.start, event.start))
      )
        subject = before;
      const isOwn = group.length > 0 || isCarried(between);
      group = [];
      if (event.name === '陪同') {
        // 郝云飞陪同崔文远一行走访: the guest walks, the host goes along
        for (const name of subject)
          found.push({ name, role: 'ACCOMPANIED', start: event.start, end: event.end, rule: 'role.accompanied' });
        subject = [];
        last = event;
        continue;
      }
      if (event.predicate === 'LED') {
        const clauseEnd = text.slice(event.end, sentence.end).search(/[，。；]/);
        objectUntil = clauseEnd < 0 ? sentence.end : event.end + clauseEnd;
        last = event;
        continue;
      }
      const isEscort =
        event.predicate === 'ESCORT' ||
        (event.name === '参加' &&
          inspectedAt >= 0 &&
          event.start - inspectedAt < 300 &&
          /[。；\n]/.test(text[event.end] ?? '。'));
      const role = (isEscort ? 'ACCOMPANIED' : event.predicate) as PersonRole;
      if (
        role === 'SIGNED' &&
        last?.predicate === 'WITNESSED' &&
        /^(?!下)[^，。；]{2,}$/.test(text.slice(last.end, event.start))
      )
        continue; // 见证甲与乙签署
      if (isOwn && subject.length > 0 && canHold(role, between, event.name)) {
        for (const name of subject)
          found.push({ name, role, start: event.start, end: event.end, rule: `role.${role.toLowerCase()}` });
        if (role === 'INSPECTED') inspectedAt = event.start;
        if (role === 'WITNESSED' && /^下/.test(text.slice(event.end))) subject = [];
      }
      if (transitive.has(event.predicate)) {
        const clauseEnd = text.slice(event.end, sentence.end).search(/一行|[，。；]|并/);
        objectUntil = clauseEnd < 0 ? sentence.end : event.end + clauseEnd;
      }
      last = event;
    }
    open = group.length > 0 && last?.predicate === null && text.slice(last.end, sentence.end) === '；' ? listed : [];
    if (subject.length > 0 || group.length > 0) before = group.length > 0 && subject.length === 0 ? group : subject;
  }
  return found;
}

/** Between two names of one subject: 、 or ， at once, a conjunction, or what the first one represents. */
const isListed = (between: string): boolean => !/^等[^，]*(?:被|获)[^，]*，/.test(between) && listLink.test(between);

/** What may stand between two names of one list. */
const listLink = new RegExp(
  `^${either([
    '[、，；（和与及同等]',
    '[在由][^，。；]{0,20}$',
    '以及',
    '一行',
    '(?:分别|还|又|也|现场|共同|当场)[与和同]',
    '同志',
    '先生',
    '女士',
    '教授',
    '院士',
    '代表',
    '率',
    String.raw`[\p{Script=Han}]{0,4}[长记任理裁席员授师士监官委](?:[、，和与及]|$)`,
  ])}`,
  'u',
);

/** 向所长韦国栋提议, 耿大山是韦国栋的学生: whom somebody speaks to, or whose somebody is, does not speak. */
const isObject = (before: string): boolean => /^是|(?:^|[^方走去一])[向给对][^，。；：“”、和与]{0,20}$/.test(before);

const sayer = /说(?:出)?这[^，。；]{0,3}话的[^，。；]{0,8}?(?:是|叫)/;

/**
 * Who said the words that stand alone before the sentence (“……。”村民韦国栋笑得合不拢嘴。), who answers in an interview
 * (韦国栋：……), 说这话的人叫韦国栋.
 */
function speakerOf(text: string, sentence: Span, named: readonly NamedPlace[]): NamedPlace | null {
  const first = named[0];
  if (!first) return null;
  const lead = text.slice(sentence.start, first.start);
  if (first.start === sentence.start && text[first.end] === '：' && (text[sentence.start - 1] ?? '\n') === '\n')
    return first;
  const said = sayer.exec(lead);
  if (said) return first;
  if (
    text[sentence.start - 1] !== '”' ||
    !/[。！？]/.test(text[sentence.start - 2] ?? '') ||
    lead.length > 25 ||
    /[，。；：、向对在让给把被由]/.test(lead)
  )
    return null;
  return /[\n。！？”]/.test(text[text.lastIndexOf('“', sentence.start) - 1] ?? '\n') ? first : null;
}

/** Only the names of the phrase right before 陪同下: 在岑皓然陪同下. */
function groupOf(group: readonly string[], text: string, named: readonly NamedPlace[], until: number): string[] {
  const own = named.filter((place) => place.end <= until && group.includes(place.name));
  const at = Math.max(text.lastIndexOf('在', until), text.lastIndexOf('由', until));
  const inside = own.filter((place) => place.start > at).map((place) => place.name);
  return inside.length > 0 ? inside : own.slice(-1).map((place) => place.name);
}

/** A predicate after another of the same subject: 主持会议并讲话; 出席并致辞; a new subject in between breaks it. */
const isCarried = (between: string): boolean => !newSubject.test(between) || /[他她]/.test(between);

/** …，双方签署; …，中岫集团签署: another subject begins. */
const subjects = ['双方', '三方', '各方', '仪式上', '会上', '现场', '活动中', '据', '由'];
const bodies = '[^，；]{2,20}(?:公司|集团|代表团|企业|单位|部门|团队)';
const newSubject = new RegExp(`[，；]${either([...subjects, bodies])}[^，；]*$`);

/** Signing needs its subject near; so does speaking. */
function canHold(role: PersonRole, between: string, predicate: string): boolean {
  if (predicate === '希望') return between === '';
  if (role === 'INSPECTED') return !between.includes('关于');
  if (role === 'SIGNED') return !/，/.test(between) || /代表|共同|分别/.test(between);
  if (role === 'SPOKE') return between.length <= 90;
  return true;
}
