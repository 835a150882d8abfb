import {
  asksOthers,
  endsClause,
  goesOnAs,
  isPluralPronoun,
  isPronounFirst,
  mayGoOn,
  ownClause,
  startsAnew,
} from './clause.ts';
import type { NamedPlace, PeopleGroup } from './people-group.ts';
import type { Act } from './way/way.ts';
import type { Predicate } from './predicate.ts';
import type { Story } from './story.ts';

type People = readonly NamedPlace[];

/** Acts of two sides: who acts with somebody, and that one too. */
const mutual: ReadonlySet<Act> = new Set<Act>(['MET', 'SIGNED', 'INSPECTED', 'ATTENDED', 'WITNESSED', 'UNVEILED']);

/** Acts whose list of people often ends with people without names: 甲、乙，各乡镇负责人参加. */
const listing: ReadonlySet<Act> = new Set<Act>(['MET', 'ATTENDED', 'ESCORT', 'WITNESSED']);

/** Keeps track of who acts in a sentence, from clause to clause. */
export class Subject {
  /** Whom the sentence is about so far. */
  topic: People = [];
  /** Who act in the clause alone: 会议由甲主持. */
  agents: People = [];
  /** The people named last, whatever their part. */
  named: People = [];
  /** The people right before the next predicate. */
  private direct: PeopleGroup | null = null;
  /** Whether another subject has begun, which is no person. */
  private isBroken = false;
  private readonly story: Story;

  constructor(words: string, story: Story) {
    this.story = story;
    if (isPluralPronoun(words)) this.topic = story.topic;
    else if (isPronounFirst(words)) this.topic = story.single;
  }

  /** People are named. `people` are those of the group that no predicate before has for its objects. */
  name(group: PeopleGroup, people: People): void {
    this.direct = people.length > 0 ? { ...group, people } : null;
    if (this.direct === null) return;
    if (group.part !== 'OBJECT') this.named = people;
    this.agents = group.part === 'AGENT' ? people : [];
    if (group.part !== 'SUBJECT') return;
    this.isBroken = false;
    this.topic = people;
  }

  /** Takes the people right before a predicate: the next one has others. */
  takeDirect(): PeopleGroup | null {
    const { direct } = this;
    this.direct = null;
    return direct;
  }

  /** Who does what a predicate says. `gap` are the words before it, from the name or predicate before that. */
  actorsOf({ act }: Predicate, direct: PeopleGroup | null, gap: string): People {
    this.follow(act, direct, gap);
    const isSameClause = !endsClause(gap);
    if (this.agents.length > 0 && isSameClause) return this.agents;
    this.agents = [];
    if (direct?.part === 'PARTNER' && isSameClause && mutual.has(act)) return this.withPartners(direct.people);
    if (isPronounFirst(ownClause(gap))) this.resume();
    return this.isBroken || (listing.has(act) && asksOthers(gap)) ? [] : this.topic;
  }

  /** Sees who the subject of a predicate is: who stands right before it, or still the one before, or nobody. */
  private follow(act: Act, direct: PeopleGroup | null, gap: string): void {
    const isSubject = direct?.part === 'SUBJECT';
    if (isSubject || (direct?.part === 'COMPANY' && this.topic.length === 0)) {
      const isShared = mutual.has(act) || goesOnAs(gap) || direct.leading.length === 0;
      this.topic = isShared ? direct.people : direct.leading;
    }
    if (this.changes(act, isSubject, gap)) this.isBroken = true;
  }

  /** 他: the subject before, else who was named last. */
  private resume(): void {
    this.isBroken = false;
    if (this.topic.length === 0) this.topic = this.named.length > 0 ? this.named : this.story.single;
  }

  /** Whether the words before a predicate begin another subject, which is no person: …，双方签署. */
  private changes(act: Act, isDirect: boolean, gap: string): boolean {
    if (startsAnew(gap, isDirect && listing.has(act))) return true;
    return !isDirect && endsClause(gap) && !mayGoOn(gap);
  }

  /** 与甲签约 without a subject is nothing that 甲 did with somebody. */
  private withPartners(partners: People): People {
    return this.topic.length > 0 ? [...this.topic, ...partners] : [];
  }
}
