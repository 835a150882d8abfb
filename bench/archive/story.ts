import type { AgreementKind, PersonRole } from '../../src/extract/facts.ts';
import type { Random } from '../random.ts';
import { crossheads, fields, goals, instruments, remarks } from '../vocabulary.ts';
import { byRank, createChoice } from './choice.ts';
import { isoDay, printedDate, printedDay } from './day.ts';
import { joined, named, official, person, personAs, title } from './draft.ts';
import type { Draft, Part } from './draft.ts';
import type { Newspaper } from './newspaper.ts';
import type { Change } from './office.ts';
import type { Prose } from './prose.ts';
import type { Organisation, Person, Post } from './subject.ts';

/** What a story is made of. */
export interface Setting {
  readonly newspaper: Newspaper;
  readonly random: Random;
  readonly prose: Prose;
  /** The day of the event. */
  readonly day: number;
  /** Changes of office that nobody has reported yet. */
  readonly changes: readonly Change[];
}

/** Writes an article's headline and body. */
export type Writer = (draft: Draft, setting: Setting) => void;

const kinds: readonly AgreementKind[] = [
  'STRATEGIC',
  'COOPERATION',
  'FRAMEWORK',
  'MEMORANDUM',
  'PROJECT',
  'UNDERSTANDING',
  'DONATION',
  'RESPONSIBILITY',
  'OTHER',
];
const kind = createChoice(kinds, byRank(1));

type Holder = { readonly person: Person; readonly post: Post };

/** The holders with what they did; nothing when there are none. */
function listed(holders: readonly Holder[], role: PersonRole, did: string): Part[] {
  return holders.length === 0
    ? []
    : [...joined(holders.map(({ person: who, post }) => [official(who, post, role)])), did];
}

function writeSigning(draft: Draft, { newspaper, random, day }: Setting): void {
  const { district } = newspaper;
  const bodies = new Set([
    random.chance(0.6) ? district : newspaper.body(),
    newspaper.body(),
    ...(random.chance(0.2) ? [newspaper.body(), newspaper.body()] : []),
  ]);
  if (bodies.size < 2) bodies.add(district);
  const parties = [...bodies].slice(0, 4);
  const speakers = new Map<Organisation, Holder>();
  const officials = newspaper.officials(day, random.int(2, 4));
  for (const party of parties) {
    const speaker = party === district ? officials.pop() : newspaper.speakerOf(party);
    if (speaker !== undefined && ![...speakers.values()].some(({ person: who }) => who === speaker.person))
      speakers.set(party, speaker);
  }
  const signers = new Set([...speakers.values()].map(({ person: who }) => who));
  const present = officials.filter(({ person: who }) => !signers.has(who));
  const instrument = random.pick(instruments);
  const isPast = random.chance(0.06);
  const place = `${newspaper.place}${random.pick(['会展中心', '行政中心', '国际酒店', '大剧院'])}`;
  draft.headline(
    named(parties[0]!, random.pick(parties[0]!.forms)),
    '与',
    named(parties[1]!, random.pick(parties[1]!.forms)),
    `签署${instrument}`,
  );
  draft.paragraph(
    `${printedDay(day)}，`,
    ...joined(
      parties.map((party) => [named(party)]),
      '、',
    ),
    `在${place}举行签约仪式。`,
    ...listed(present.slice(0, 1), 'HOSTED', '主持。'),
    ...listed(present.slice(1), 'WITNESSED', '见证签约。'),
  );
  let evidence: ReturnType<Draft['say']> | null = null;
  draft.paragraph(
    ...joined(
      [...speakers].map(([, { person: who, post }]) => [official(who, post, 'SIGNED', 'ATTENDED')]),
      '、',
    ),
    '代表各方',
    (into) => {
      evidence = into.say(`签署《${instrument}》`);
    },
    `。${random.pick(remarks)}。`,
  );
  const [spokesman] = speakers.values();
  if (spokesman !== undefined)
    draft.paragraph(person(spokesman.person, 'SPOKE'), `表示，${random.pick(goals)}，${random.pick(remarks)}。`);
  const isDated = !isPast && random.chance(0.94);
  draft.agree({
    kind: kind(random),
    title: random.chance(0.8) ? instrument : null,
    stage: isPast ? 'BACKGROUND' : random.chance(0.05) ? 'ANNOUNCED' : 'SIGNED',
    signedOn: isDated ? isoDay(day) : null,
    signedOnBasis: isDated ? 'INFERRED' : null,
    signedOnText: isDated ? null : isoDay(day - random.int(60, 900)).slice(0, 7),
    place: random.chance(0.5) ? place : null,
    declaredCount: null,
    isRenewal: random.chance(0.03),
    words: evidence!,
    parties,
    people: [
      ...[...speakers].map(([onBehalfOf, { person: who }]) => ({
        person: who,
        capacity: 'SIGNATORY' as const,
        onBehalfOf,
      })),
      ...present.slice(0, 1).map(({ person: who }) => ({ person: who, capacity: 'HOST' as const, onBehalfOf: null })),
      ...present.slice(1).flatMap(({ person: who }) => [
        { person: who, capacity: 'ATTENDEE' as const, onBehalfOf: null },
        { person: who, capacity: 'WITNESS' as const, onBehalfOf: null },
      ]),
    ],
  });
}

function writeBatchSigning(draft: Draft, { newspaper, random, day }: Setting): void {
  const firms = new Set(Array.from({ length: random.int(2, 5) }, () => newspaper.body()));
  firms.delete(newspaper.district);
  const [chief] = newspaper.officials(day, 1);
  const count = random.int(8, 40);
  draft.headline(`${count}个项目集中签约`);
  draft.headline(named(newspaper.district), '举行重点产业项目签约仪式');
  let evidence: ReturnType<Draft['say']> | null = null;
  draft.paragraph(
    `${printedDay(day)}，`,
    named(newspaper.district),
    '重点产业项目集中签约仪式举行，',
    (into) => {
      evidence = into.say(`${count}个项目现场签约`);
    },
    `，总投资${random.int(10, 300)}亿元。`,
  );
  draft.paragraph(
    ...joined(
      [...firms].map((firm) => [named(firm)]),
      '、',
    ),
    (into) => into.doubt('UNNAMED_PARTIES', count, into.say(`等${count}家企业`)),
    '参加。',
    ...(chief === undefined ? [] : [official(chief.person, chief.post, 'ATTENDED', 'SPOKE'), '出席并讲话。']),
  );
  draft.agree({
    kind: 'PROJECT',
    title: null,
    stage: 'SIGNED',
    signedOn: isoDay(day),
    signedOnBasis: 'INFERRED',
    signedOnText: null,
    place: null,
    declaredCount: count,
    isRenewal: false,
    words: evidence!,
    parties: [newspaper.district, ...[...firms].slice(0, 3)],
    people: [],
  });
}

function writeInspection(draft: Draft, setting: Setting): void {
  const { newspaper, random, day } = setting;
  const [chief, ...others] = newspaper.officials(day, random.int(1, 3));
  const [firm, other] = [newspaper.body(), newspaper.body()];
  if (chief === undefined) return writeFeature(draft, setting);
  const spelled =
    chief.person.name.length === 2 && random.chance(0.2)
      ? [...chief.person.name].join('　')
      : random.pick(chief.person.forms);
  draft.headline(personAs(chief.person, spelled, 'INSPECTED'), `调研${random.pick(fields)}工作`);
  draft.headline(random.pick(goals));
  draft.paragraph(
    `${printedDay(day)}，`,
    official(chief.person, chief.post, 'INSPECTED'),
    '深入',
    named(firm),
    '、',
    named(other),
    `，调研${random.pick(fields)}工作。`,
    ...listed(others, 'ACCOMPANIED', '参加。'),
  );
  const speaker = newspaper.speakerOf(firm);
  draft.paragraph(
    '在',
    named(firm, random.pick(firm.forms)),
    '，',
    person(chief.person, 'SPOKE'),
    '听取了',
    official(speaker.person, speaker.post, 'MET'),
    '的介绍。',
  );
  draft.paragraph(person(chief.person, 'SPOKE'), `强调，${random.sample(remarks, 2).join('；')}。`);
}

function writeMeeting(draft: Draft, { newspaper, random, day }: Setting): void {
  const {
    district,
    offices: { posts },
  } = newspaper;
  const level = district.name.at(-1)!;
  const [chief, chair, ...others] = newspaper.officials(day, random.int(2, 5));
  const unit = random.pick(posts).owner;
  draft.headline(`全${level}${random.pick(fields)}工作会议召开`);
  draft.paragraph(
    `${printedDay(day)}，`,
    named(district),
    `${random.pick(fields)}工作会议召开。`,
    ...(chief === undefined ? [] : [official(chief.person, chief.post, 'ATTENDED', 'SPOKE'), '出席会议并讲话。']),
    ...(chair === undefined ? [] : [official(chair.person, chair.post, 'HOSTED', 'ATTENDED'), '主持会议。']),
    ...listed(others, 'ATTENDED', '参加。'),
  );
  draft.paragraph(
    named(unit),
    '等单位作了发言，',
    (into) => into.doubt('UNNAMED_PEOPLE', 20, into.say('20余人')),
    '参加讨论。',
  );
  if (chief !== undefined)
    draft.paragraph(
      personAs(chief.person, random.pick(chief.person.forms), 'SPOKE'),
      `要求，${random.sample(remarks, 3).join('。')}。`,
    );
}

/** The appointments and removals of the last days: an article of its own, as the people's congress decides them. */
export function writeChanges(draft: Draft, { newspaper, changes, day }: Setting): void {
  draft.headline(named(newspaper.district), '人大常委会举行会议');
  draft.paragraph(`${printedDay(day)}，`, named(newspaper.district), '人大常委会举行会议。会议决定任免事项。');
  for (const { change, term } of changes) {
    if (change === 'APPOINTED')
      draft.paragraph(
        '任命',
        person(term.person),
        '为',
        title(
          term.person,
          term.actingUntil < day ? term.post : (newspaper.offices.holderOf(term.post, day)?.post ?? term.post),
          'APPOINTED',
        ),
        '。',
      );
    else draft.paragraph('免去', person(term.person), '的', title(term.person, term.post, 'REMOVED'), '职务。');
  }
}

function writeFeature(draft: Draft, { newspaper, random, day, prose }: Setting): void {
  draft.headline(prose.title());
  const body = newspaper.body();
  if (random.chance(0.25))
    draft.paragraph(
      '“这几年变化真大。”居民',
      person(newspaper.resident(), 'SPOKE'),
      `告诉记者，${random.pick(goals)}。`,
    );
  if (random.chance(0.5)) {
    const speaker = newspaper.speakerOf(body);
    draft.paragraph(
      official(speaker.person, speaker.post, 'SPOKE'),
      `介绍，`,
      named(body),
      `${random.pick(remarks)}。`,
    );
  }
  if (random.chance(0.5)) draft.crosshead(random.pick(crossheads));
  const [expert] = newspaper.officials(day, 1);
  if (expert !== undefined)
    draft.paragraph(official(expert.person, expert.post, 'SPOKE'), `说，${random.pick(remarks)}。`);
}

function writeVisit(draft: Draft, { newspaper, random, day, prose }: Setting): void {
  const guest = newspaper.body();
  const { person: visitor, post } = newspaper.speakerOf(guest);
  const [host, ...others] = newspaper.officials(day, 3);
  draft.headline(named(guest, random.pick(guest.forms)), '来访');
  draft.headline(prose.title());
  const opening: Part[] = [
    `${printedDate(day)}，`,
    official(visitor, post, 'MET'),
    '一行到',
    named(newspaper.district),
    '考察。',
  ];
  draft.paragraph(
    ...opening,
    ...(host === undefined
      ? []
      : [official(host.person, host.post, 'MET'), '会见客人。', ...listed(others, 'ATTENDED', '参加。')]),
  );
}

/** Running prose about nobody, as briefs and essays are. */
function writeEssay(draft: Draft, { prose, newspaper, random }: Setting): void {
  draft.headline(prose.title());
  draft.headline(prose.title());
  if (random.chance(0.3)) draft.paragraph('近日，', named(newspaper.body()), `${random.pick(remarks)}。`);
}

export const drawWriter = createChoice<readonly [Writer, number]>(
  [
    [writeSigning, 9.5],
    [writeBatchSigning, 1.5],
    [writeInspection, 10],
    [writeMeeting, 14],
    [writeFeature, 14],
    [writeVisit, 6],
    [writeEssay, 45],
  ],
  ([, weight]) => weight,
);
