import { oneOf } from '../../text/pattern.ts';
import type { Span } from '../document/span.ts';
import type { PersonRole } from '../facts.ts';
import { inspections } from '../lexicon/inspection.ts';
import { endsClause, goesOnAs } from './clause.ts';
import { nextSubject, type NamedPlace, type PeopleGroup } from './people-group.ts';
import type { Act } from './way/way.ts';
import type { Predicate } from './predicate.ts';
import type { RoleReading } from './role-reading.ts';
import { isPredicate, type Element } from './sentence-elements.ts';
import type { Story } from './story.ts';
import { Subject } from './subject.ts';
import { Telling } from './telling.ts';

type People = readonly NamedPlace[];

/** How far, in UTF-16 units, an inspection is what 参加 means. */
const inspectionReach = 400;
/** How far behind the names of those led is told where they go. */
const journeyReach = 200;
/** How far the subject of a verb of saying may be. */
const speechReach = 90;

/** Reads who does what in one sentence, element by element. */
export class SentenceRoles {
  readonly found: RoleReading[] = [];
  readonly subject: Subject;
  readonly telling: Telling;
  /** Whom the last predicate is about: those met, those escorted. */
  private objects: People = [];
  /** Whom somebody takes along. */
  private followers: People = [];
  /** Who takes somebody along. */
  private leaders: People = [];
  private last: Element | null = null;
  private lastPredicate: Predicate | null = null;
  /** Whether somebody else leads the inspection: 由甲带领，乙走访…. */
  private isLed = false;
  private readonly text: string;
  private readonly sentence: Span;
  private readonly story: Story;

  constructor(text: string, sentence: Span, story: Story) {
    this.text = text;
    this.sentence = sentence;
    this.story = story;
    this.subject = new Subject(text.slice(sentence.start, sentence.end), story);
    this.telling = new Telling(text, story.isTold);
  }

  read(elements: readonly Element[]): void {
    elements.forEach((element, i) => {
      if (!isPredicate(element)) this.readGroup(element, elements[i + 1]);
      else if (this.readPredicate(element)) this.lastPredicate = element;
      else return;
      this.last = element;
    });
  }

  private readGroup(group: PeopleGroup, next: Element | undefined): void {
    const people = this.takeObjects(group, next);
    const part = people.length < group.people.length ? 'SUBJECT' : group.part;
    this.subject.name({ ...group, part }, people);
    if (people.length > 0 && part === 'SUBJECT') this.telling.end();
  }

  /** Takes from a group those whom the predicate before it is about, and gives back the others. */
  private takeObjects({ people, start, end }: PeopleGroup, next: Element | undefined): People {
    const { last } = this;
    if (last === null || !isPredicate(last) || endsClause(this.text.slice(last.end, start))) return people;
    if (last.act === 'LEAD') {
      this.followers = people;
      if (journey.test(this.text.slice(end, Math.min(this.sentence.end, end + journeyReach)))) this.visitWith(last);
      return [];
    }
    if (last.act === 'ESCORT') {
      if (last.word.endsWith('陪同')) this.objects = people;
      else this.give('ACCOMPANIED', people, last); // 随团访问的甲、乙
      return last.word.endsWith('陪同') ? [] : people;
    }
    if (last.act !== 'MET') return people;
    const rest = next && isPredicate(next) ? nextSubject(this.text, people, this.text.slice(end, next.start)) : [];
    this.objects = people.filter((place) => !rest.includes(place));
    this.give('MET', this.objects, last);
    return rest;
  }

  /** Whether the predicate is the paper's own, not one that somebody tells. */
  private readPredicate(predicate: Predicate): boolean {
    const gap = this.text.slice(this.last?.end ?? this.sentence.start, predicate.start);
    if (this.telling.includes(predicate, gap)) return false;
    const direct = this.subject.takeDirect();
    if (predicate.act === 'IN_COMPANY') {
      if (direct) this.readCompany(predicate, direct);
      return true;
    }
    const actors = this.subject.actorsOf(predicate, direct, gap);
    if (predicate.act === 'LEAD') this.leaders = actors;
    if (actors.length > 0 && this.canHold(predicate, actors, gap)) this.apply(predicate, actors, gap);
    return true;
  }

  /** 在甲、乙陪同下, 在甲见证下. */
  private readCompany(predicate: Predicate, { part, people }: PeopleGroup): void {
    const role = predicate.word.includes('见证') ? 'WITNESSED' : 'ACCOMPANIED';
    const isMarked = part === 'COMPANY' || role === 'WITNESSED';
    this.give(role, isMarked ? people : people.slice(-1), predicate);
    if (part === 'SUBJECT') this.subject.topic = isMarked ? [] : people.slice(0, -1);
  }

  /** Signing needs its subject near; so does speaking. */
  private canHold({ act, start }: Predicate, actors: People, gap: string): boolean {
    const between = this.text.slice(actors.at(-1)!.end, start);
    if (act === 'INSPECTED') return !between.includes('关于');
    if (act === 'SIGNED') return !between.includes('，') || goesOnAs(gap) || /代表|共同|分别/.test(between);
    if (act === 'SPOKE') return between.length <= speechReach;
    return true;
  }

  private apply(predicate: Predicate, actors: People, gap: string): void {
    const { act } = predicate;
    if (act === 'LEAD') this.lead(predicate, actors);
    else if (act === 'VISIT') this.visit(predicate, actors);
    else if (act === 'INSPECTED') this.inspect(predicate, actors, gap);
    else if (act === 'ATTENDED' && this.isJoining(predicate)) this.give('ACCOMPANIED', actors, predicate);
    else if (act !== 'SIGNED' || !this.isWitnessed(predicate))
      this.give(roles.get(act)!, this.withObjects(actors, gap + predicate.word), predicate);
    if (act === 'SPOKE') this.telling.begin(predicate);
    if (act === 'MET' && guests.test(this.text.slice(predicate.end, predicate.end + 20)))
      this.story.hosting = predicate;
  }

  /** 甲会见乙，并一同出席: both. */
  private withObjects(actors: People, words: string): People {
    return this.objects.length > 0 && /一同|共同|一起/.test(words) ? [...actors, ...this.objects] : actors;
  }

  /** 甲率考察团访问: the leader inspects. Guests are met if somebody is said to meet them. */
  private visit(predicate: Predicate, actors: People): void {
    this.story.visitors = actors;
    const words = this.text.slice(actors.at(-1)!.end, predicate.start);
    if (/(?:考察|参访|调研)[团组]/.test(words)) this.give('INSPECTED', actors, predicate);
  }

  private lead(predicate: Predicate, actors: People): void {
    const words = this.text.slice(this.sentence.start, this.sentence.end);
    const isAgent = this.subject.agents.length > 0;
    if (this.text[predicate.end] === '的') this.subject.topic = actors; // 由甲率领的代表团
    if (!(isAgent || /队$|率团/.test(predicate.word)) || !inspection.test(words)) return;
    this.give('INSPECTED', actors, predicate);
    this.story.inspectedAt = predicate.start;
    this.isLed = isAgent;
  }

  /** 甲率乙、丙来公司洽谈. */
  private visitWith(predicate: Predicate): void {
    this.give('INSPECTED', this.leaders, predicate);
    this.give('ACCOMPANIED', this.followers, predicate);
    this.followers = [];
  }

  private inspect(predicate: Predicate, actors: People, gap: string): void {
    const isEscorted = this.lastPredicate?.word.endsWith('陪同') === true && !endsClause(gap);
    if (isEscorted && this.objects.length === 0) return; // 陪同到村里调研
    const inspectors = isEscorted ? this.objects : actors;
    const goesAlong = this.isLed || (together.test(gap) && this.isNearInspection(predicate));
    this.give(goesAlong ? 'ACCOMPANIED' : 'INSPECTED', inspectors, predicate);
    this.give('ACCOMPANIED', this.followers, predicate);
    this.followers = [];
    this.story.inspectedAt = predicate.start;
  }

  /** 见证甲与乙签署. */
  private isWitnessed({ start }: Predicate): boolean {
    const { lastPredicate: before, text } = this;
    return before?.act === 'WITNESSED' && /^(?!下)[^，。；]{2,}$/.test(text.slice(before.end, start));
  }

  /** 甲深入企业调研。乙参加。 */
  private isJoining(predicate: Predicate): boolean {
    const after = this.lastPredicate?.act === 'ESCORT' ? /^(?:有关|相关|上述|此次)?(?:活动)?[，。；\n]/ : /^[，。；\n]/;
    const { word, end } = predicate;
    return word.endsWith('参加') && after.test(this.text.slice(end, end + 6)) && this.isNearInspection(predicate);
  }

  private isNearInspection({ start }: Predicate): boolean {
    const { inspectedAt } = this.story;
    return inspectedAt !== null && start - inspectedAt < inspectionReach;
  }

  private give(role: PersonRole, people: People, { start, end }: Span): void {
    for (const { name } of people) this.found.push({ name, role, start, end, rule: `role.${role.toLowerCase()}` });
  }
}

const inspection = new RegExp(oneOf(inspections));
const journey = /莅临|前往|到访|赴(?![会宴约])|(?<![以未本带到近原由往])来(?![自的源说看年])/;
const together = /(?:一同|一起|一道)$/;
/** 会见了客人, 会见代表团一行. */
const guests = /^[^，。；]{0,14}(?:客人|来宾|外宾|嘉宾|一行|团)/;

/** The role of who acts, for acts that give one. */
const roles: ReadonlyMap<Act, PersonRole> = new Map<Act, PersonRole>([
  ['ATTENDED', 'ATTENDED'],
  ['HOSTED', 'HOSTED'],
  ['SPOKE', 'SPOKE'],
  ['SIGNED', 'SIGNED'],
  ['WITNESSED', 'WITNESSED'],
  ['UNVEILED', 'UNVEILED'],
  ['MET', 'MET'],
  ['ESCORT', 'ACCOMPANIED'],
]);
