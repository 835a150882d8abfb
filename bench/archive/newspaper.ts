import { contentId } from '../../src/store/id.ts';
import { pinyinSlug } from '../../src/text/pinyin.ts';
import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { byRank, createChoice } from './choice.ts';
import type { Choice } from './choice.ts';
import { inventBody, postAt } from './firm.ts';
import { inventName, traditionalForm } from './name.ts';
import { fillOffices } from './office.ts';
import type { Offices } from './office.ts';
import { organisation } from './subject.ts';
import type { Organisation, Person, Post } from './subject.ts';

/** One newspaper with everybody and everything in it. */
export interface Newspaper {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly frequency: string;
  readonly city: string;
  readonly district: Organisation;
  /** The name of the district without its level. */
  readonly place: string;
  readonly offices: Offices;
  /** Holders of offices on a day, the high ones often. */
  officials(day: number, count: number): { readonly person: Person; readonly post: Post }[];
  reporter(): Person;
  /** Somebody of whom nothing else was printed. */
  resident(): Person;
  /** A body of the place, or one that all know: new ones now and then, old ones often. */
  body(): Organisation;
  /** Somebody who speaks for the body, mostly the same person. */
  speakerOf(body: Organisation): { readonly person: Person; readonly post: Post };
  readonly sources: readonly string[];
}

const heads = [...'云清东临南北安石柳青永长龙凤白望平松桐梅竹荷槐枫桂兰菊芦沙杏'];
const tails = [...'溪岭坪屏汀泊渡畈堰埠塘浒岫陂滘圩墟沚'];
/** Of which places' names are invented. */
export const placeCharacters = [...heads, ...tails].join('');

/** The newspaper of that rank; the same for the same rank and seed. `shared` are bodies that all newspapers know. */
export function inventNewspaper(rank: number, seed: number, shared: readonly Organisation[]): Newspaper {
  const random = createRandom(seed * 1_000_003 + rank);
  const place = heads[rank % heads.length]! + tails[rank % tails.length]!;
  const level = rank % 5 === 0 ? '市' : random.pick(['区', '县']);
  const district = organisation(`${place}${level}`, 'GOVERNMENT', null, `${place}${level}人民政府`);
  const name = `${place}${random.pick(level === '市' ? ['日报', '晚报'] : ['报', '周报'])}`;
  const slug = pinyinSlug(name);
  const id = contentId('publication', slug);
  const people = new Map<string, Person[]>();

  const newPerson = (of: Organisation | null): Person => {
    for (;;) {
      const isTwin = of !== null && people.size > 20 && random.chance(0.02);
      const plain = isTwin ? [...people.keys()][random.int(0, people.size - 1)]! : inventName(random);
      const bearers = people.get(plain) ?? [];
      const namesake = bearers.length === 0 ? '' : of?.name;
      if (namesake === undefined || bearers.some((bearer) => bearer.namesake === namesake)) continue;
      const known = bearers[0]?.name ?? (random.chance(0.02) ? traditionalForm(plain) : plain);
      const made: Person = {
        kind: 'person',
        id: contentId('person', id, known, namesake),
        publicationId: id,
        name: known,
        namesake,
        forms: random.chance(0.06) ? [known, traditionalForm(known)] : [known],
      };
      people.set(plain, [...bearers, made]);
      return made;
    }
  };

  const offices = fillOffices(district, newPerson, random);
  const post = createChoice(offices.posts, byRank(0.7));
  const reporters = Array.from({ length: random.int(8, 20) }, () => newPerson(null));
  const local: Organisation[] = [];
  const addLocal = () => {
    const made = inventBody(place, random);
    if (!local.some(({ id: known }) => known === made.id)) local.push(made);
  };
  for (let bodies = 0; bodies < 6; bodies += 1) addLocal();
  const speakers = new Map<Organisation, { person: Person; post: Post }[]>();

  return {
    id,
    slug,
    name,
    frequency: level === '市' ? 'daily' : 'weekly',
    city: level === '市' ? district.name : `${heads[(rank * 7 + 3) % heads.length]!}州市`,
    district,
    place,
    offices,
    officials(day, count) {
      const found = new Map<Person, { person: Person; post: Post }>();
      for (let tries = 0; found.size < count && tries < count * 4; tries += 1) {
        const holder = offices.holderOf(post(random), day);
        if (holder !== null) found.set(holder.person, holder);
      }
      return [...found.values()];
    },
    reporter: pickFrom(reporters, random),
    resident: () => newPerson(null),
    body() {
      if (random.chance(0.15)) return shared[skewed(shared.length, random)]!;
      if (random.chance(0.2)) addLocal();
      return local[skewed(local.length, random)]!;
    },
    speakerOf(body) {
      const known = speakers.get(body) ?? [];
      speakers.set(body, known);
      if (known.length > 0 && random.chance(0.85)) return random.pick(known);
      const speaker = { person: newPerson(body), post: postAt(body, random) };
      known.push(speaker);
      return speaker;
    },
    sources: [
      `${district.name}融媒体中心`,
      `${place}发布`,
      ...offices.posts.slice(-8).map(({ owner }) => owner.name),
      '东川日报',
      '华岳新闻网',
      '海陵晚报',
    ],
  };
}

function pickFrom<Item>(items: readonly Item[], random: Random): () => Item {
  const choice: Choice<Item> = createChoice(items, byRank(3));
  return () => choice(random);
}

/** The first places often, the last rarely. */
function skewed(length: number, random: Random): number {
  const share = random.int(0, 2 ** 20 - 1) / 2 ** 20;
  return Math.floor(length * share ** 2.5);
}
