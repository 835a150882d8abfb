import type { Random } from './random.ts';
import {
  departments,
  firmStems,
  firmPosts,
  givenCharacters,
  placeStems,
  posts,
  surnames,
  trades,
  universities,
  universityPosts,
} from './vocabulary.ts';

/** An invented district with everybody who appears in its paper. */
export interface FixturePlace {
  readonly level: '区' | '县' | '市';
  readonly stem: string;
  readonly secretary: string;
  readonly mayor: string;
  /** Deputies with their whole post: 副县长, 县委常委、宣传部部长. */
  readonly deputies: readonly Official[];
  readonly heads: readonly Official[];
  readonly firms: readonly Firm[];
  readonly university: string;
  readonly universityPeople: readonly Official[];
  readonly reporters: readonly string[];
}

export interface Official {
  readonly name: string;
  readonly post: string;
}

export interface Firm {
  readonly full: string;
  readonly short: string;
  readonly person: Official;
}

export function createFixturePlace(random: Random): FixturePlace {
  const level = random.pick(['区', '县', '市'] as const);
  const taken = new Set<string>();
  const name = (): string => {
    for (;;) {
      const given = random.chance(0.8) ? 2 : 1;
      const made = random.pick(surnames) + Array.from({ length: given }, () => random.pick(givenCharacters)).join('');
      if (!taken.has(made)) {
        taken.add(made);
        return made;
      }
    }
  };
  const official = (post: string): Official => ({ name: name(), post });
  return {
    level,
    stem: random.pick(placeStems),
    secretary: name(),
    mayor: name(),
    deputies: [
      `${level}委副书记`,
      `${level}委常委、常务副${level}长`,
      `${level}委常委、宣传部部长`,
      `${level}委常委、组织部部长`,
      `副${level}长`,
      `副${level}长`,
      `${level}人大常委会主任`,
      `${level}政协主席`,
    ].map(official),
    heads: random.sample(departments, 7).map((department) => official(`${level}${department}${random.pick(posts)}`)),
    firms: random.sample(firmStems, 8).map((stem) => firm(random, stem, name())),
    university: random.pick(universities),
    universityPeople: random.sample(universityPosts, 3).map(official),
    reporters: Array.from({ length: 4 }, name),
  };
}

function firm(random: Random, stem: string, person: string): Firm {
  const isGroup = random.chance(0.4);
  const full = `${random.pick(placeStems)}${stem}${random.pick(trades)}${isGroup ? '集团' : ''}${random.pick(['有限公司', '股份有限公司', '有限责任公司'])}`;
  return { full, short: isGroup ? `${stem}集团` : stem, person: { name: person, post: random.pick(firmPosts) } };
}
