/**
 * Decides which of the people of one name is meant. Two people made into one are worse than one made into two, but
 * officials change posts often: a name means a new person only if the offices have nothing in common with those of any
 * known person of the name.
 */

/** A title at an organisation that a person is printed with. */
export interface Office {
  readonly title: string;
  readonly organisation: { readonly id: string; readonly key: string };
  /** Whether it is printed of the article's author. */
  readonly isByline: boolean;
}

/** A person of the name whom the archive knows. */
export interface KnownPerson {
  readonly id: string;
  /** Empty for the first person of the name, else the key of the first organisation that told this one apart. */
  readonly namesake: string;
  readonly titles: ReadonlySet<string>;
  readonly offices: readonly Office[];
}

/** A person of the name as an article prints them. */
export interface PrintedPerson {
  readonly titles: ReadonlySet<string>;
  readonly offices: readonly Office[];
  /** The ids of all organisations of the article. */
  readonly surroundings: ReadonlySet<string>;
}

export type IdentityRule =
  | 'person.first-seen'
  | 'person.shared-organisation'
  | 'person.shared-title'
  | 'person.shared-place'
  | 'person.shared-level'
  | 'person.both-authors'
  | 'person.organisation-in-article'
  | 'person.same-name'
  | 'person.namesake';

export interface Identity {
  /** null: a new person. */
  readonly person: KnownPerson | null;
  readonly rule: IdentityRule;
}

interface Reason {
  readonly rule: IdentityRule;
  holds(printed: PrintedPerson, known: KnownPerson): boolean;
}

/** The reasons for which two people of one name are the same person, the strongest first. */
const REASONS: readonly Reason[] = [
  /** 云岫区区长柳青; 云岫区委副书记、代区长柳青 a week before. */
  {
    rule: 'person.shared-organisation',
    holds: anyOffices((a, b) => a.organisation.id === b.organisation.id || a.organisation.key === b.organisation.key),
  },
  /** 总经理单望民, of 中岫股份 and later of its parent. */
  {
    rule: 'person.shared-title',
    holds: (printed, known) => [...printed.titles].some((title) => known.titles.has(title)),
  },
  /** 云岫区委常委 who becomes 云岫区教育局局长. */
  { rule: 'person.shared-place', holds: anyOffices((a, b) => sharePlace(a.organisation.key, b.organisation.key)) },
  /** 白河县县长 who becomes 青石县委书记. */
  {
    rule: 'person.shared-level',
    holds: anyOffices(
      (a, b) => levelOf(a.organisation.key) !== null && levelOf(a.organisation.key) === levelOf(b.organisation.key),
    ),
  },
  /** 晚报记者柳青 and 日报记者柳青: authors move more than they share names. */
  { rule: 'person.both-authors', holds: anyOffices((a, b) => a.isByline && b.isByline) },
  /** 柳青 without a title in an article about 江东大学: the one of 江东大学. */
  {
    rule: 'person.organisation-in-article',
    holds: ({ surroundings, offices }, known) =>
      offices.length === 0 && known.offices.some(({ organisation }) => surroundings.has(organisation.id)),
  },
  /** Nothing speaks against it: one of the two has no office to compare. */
  { rule: 'person.same-name', holds: (printed, known) => printed.offices.length === 0 || known.offices.length === 0 },
];

/**
 * Decides whom a printed name means among the people known by it. They come in a fixed order: of equals the first is
 * meant.
 */
export function identifyPerson(printed: PrintedPerson, known: readonly KnownPerson[]): Identity {
  for (const { rule, holds } of known.length === 1
    ? REASONS.filter(({ rule }) => rule !== 'person.organisation-in-article')
    : REASONS) {
    const person = known.find((candidate) => holds(printed, candidate));
    if (person !== undefined) return { person, rule };
  }
  return { person: null, rule: known.length === 0 ? 'person.first-seen' : 'person.namesake' };
}

function anyOffices(fits: (printed: Office, known: Office) => boolean): Reason['holds'] {
  return (printed, known) => printed.offices.some((a) => known.offices.some((b) => fits(a, b)));
}

/** 明州市 and 云岫区 in 明州市云岫区教育局, but not 国家市 in 国家市场监督管理总局. */
const PLACES =
  /(?:\p{Script=Han}{2,6}?(?:自治[区州县旗]|[省市县州旗盟镇乡区](?![场村域])|街道)|(?<=^|[省市州])\p{Script=Han}县)/gu;
/** 开发区, 高新区, 校区, 集市: not a place with a government of its level. */
const NO_PLACE = /(?:[校园社地城景片]区|[集超夜股楼]市)$/;

function placesOf(key: string): string[] {
  return [...key.matchAll(PLACES)].map(([place]) => place).filter((place) => !NO_PLACE.test(place));
}

/** 云岫区委 and 云岫区教育局; 明州市教委 and 明州海新科技集团. */
function sharePlace(one: string, other: string): boolean {
  const begins = (places: readonly string[], key: string) =>
    places.some((place) => key.includes(place) || key.startsWith(bare(place)));
  return begins(placesOf(one), other) || begins(placesOf(other), one);
}

function bare(place: string): string {
  const name = place.replace(/(?:自治[区州县旗]|街道|.)$/u, '');
  return name.length >= 2 ? name : place;
}

const LEVELS: readonly (readonly [name: string, ending: RegExp])[] = [
  ['province', /(?:省|自治区)$/],
  ['prefecture', /[市州盟]$/],
  ['county', /[区县旗]$/],
  ['township', /(?:[镇乡]|街道)$/],
];

/**
 * The level of a Party or government body: that of the last place in its name. null for a company or a school, which
 * have none.
 */
function levelOf(key: string): string | null {
  if (
    !/(?:[省市县州旗盟镇乡区委府局厅办部室会]|街道|人大|政协|法院|检察院)$/u.test(key) ||
    /(?:公司|集团|大学|学校|学院|[中小]学|协会|学会|商会|联合会|基金会|居委会|村委会)$/u.test(key)
  )
    return null;
  const place = placesOf(key).at(-1);
  return place === undefined ? null : (LEVELS.find(([, ending]) => ending.test(place))?.[0] ?? null);
}
