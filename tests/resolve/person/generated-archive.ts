/**
 * An archive of which it is known who is who: people with offices over ten years, newspapers that name them in either
 * script, with a title or without, and namesakes. All names are invented.
 */
import { createRandom } from '../../../bench/random.ts';
import type { Random } from '../../../bench/random.ts';
import type { Occurrence, Office } from '../../../src/resolve/person/profile.ts';
import { officeOf } from '../../../src/text/title.ts';

/** An occurrence, and whose it is. */
export interface KnownOccurrence extends Occurrence {
  readonly bearer: number;
}

export interface ArchiveSize {
  readonly people: number;
  readonly papers: number;
  /** How many people have the name of somebody else. */
  readonly namesakes: number;
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧尹鹿郎水单游宁蓝甘'];
const GIVEN = [...'鹤鸣松远岚川禾青溪岫渊澜舟柏棠秋冬云帆野望舒辰朗峻霁峰岭原若微遥静安和平国华志明建军'];
const TRADITIONAL: Readonly<Record<string, string>> = {
  鹤: '鶴',
  鸣: '鳴',
  远: '遠',
  岚: '嵐',
  渊: '淵',
  澜: '瀾',
  云: '雲',
  霁: '霽',
  岭: '嶺',
  遥: '遙',
  静: '靜',
  国: '國',
  华: '華',
  军: '軍',
  张: '張',
  刘: '劉',
  陈: '陳',
  杨: '楊',
  赵: '趙',
  黄: '黃',
  吴: '吳',
  孙: '孫',
  马: '馬',
  罗: '羅',
  郑: '鄭',
  谢: '謝',
  韩: '韓',
  冯: '馮',
  萧: '蕭',
  单: '單',
  游: '游',
  宁: '寧',
  蓝: '藍',
};
const CITIES = ['临岚市', '泽川市', '岫原市', '沅江市', '棠河市'];
const DISTRICTS = ['白鹿区', '青潭区', '云岫区', '栖山县', '柳河县', '望舒区', '石渡县', '沙湾区', '双溪县', '枫林区'];
const DEPARTMENTS = ['教育局', '民政局', '财政局', '住房和城乡建设局', '农业农村局', '卫生健康委员会', '文化和旅游局'];
const COMPANY_STEMS = ['海曜', '青禾', '中岫', '远帆', '云栖', '朗润', '启岩', '嘉澜', '博岭', '恒溪'];

interface Place {
  readonly city: string;
  readonly district: string;
}

interface Spell {
  readonly from: number;
  readonly to: number;
  readonly offices: readonly Office[];
}

interface Bearer {
  readonly name: string;
  readonly spells: readonly Spell[];
  readonly papers: readonly number[];
  readonly isAuthor: boolean;
  readonly fame: number;
}

interface Paper {
  readonly id: string;
  readonly place: Place;
  readonly isTraditional: boolean;
}

const LAST_DAY = 3650;

/** The occurrences of all names in all papers, in the order of their days. The same seed makes the same archive. */
export function generateArchive(seed: number, { people, papers, namesakes }: ArchiveSize): KnownOccurrence[] {
  const random = createRandom(seed);
  const places = CITIES.flatMap((city, i) =>
    [0, 1].map((k): Place => ({ city, district: DISTRICTS[(i * 2 + k) % DISTRICTS.length]! })),
  );
  const allPapers = Array.from(
    { length: papers },
    (_, i): Paper => ({
      id: `paper ${i}`,
      place: places[i % places.length]!,
      isTraditional: i % 7 === 3,
    }),
  );
  const names = new Set<string>();
  while (names.size < people - namesakes) names.add(inventName(random));
  const all = [...names];
  const bearers: Bearer[] = [];
  while (bearers.length < people) {
    const name = all[bearers.length] ?? random.pick(all);
    const bearer = inventBearer(random, name, places, allPapers);
    // Nothing could tell apart two of one name who hold one office after the other.
    const isTold = !bearers.some((other) => other.name === name && haveOneOffice(other, bearer));
    if (isTold) bearers.push(bearer);
  }
  return bearers
    .flatMap((bearer, i) => occurrencesOf(random, bearer, i, allPapers))
    .sort((a, b) => (a.citedOn! < b.citedOn! ? -1 : 1));
}

function haveOneOffice(one: Bearer, other: Bearer): boolean {
  const offices = ({ spells }: Bearer) =>
    spells.flatMap((spell) => spell.offices.map((held) => officeOf(held.body!.key, held.title)));
  return offices(one).some((held) => offices(other).includes(held));
}

function inventName(random: Random): string {
  const length = random.chance(0.25) ? 1 : 2;
  return random.pick(SURNAMES) + Array.from({ length }, () => random.pick(GIVEN)).join('');
}

const body = (key: string) => ({ id: `body ${key}`, key });
const office = (title: string, key: string): Office => ({ title, body: body(key), isFormer: false });

function inventBearer(random: Random, name: string, places: readonly Place[], papers: readonly Paper[]): Bearer {
  const place = random.pick(places);
  const local = papers.flatMap((paper, i) => (paper.place === place ? i : []));
  const inCity = papers.flatMap((paper, i) => (paper.place.city === place.city ? i : []));
  const kind = random.int(1, 100);
  const fame = random.int(2, 40);
  const read = (careers: readonly Spell[], isAuthor = false): Bearer => ({
    name,
    spells: careers,
    // A reporter writes for a newspaper or two.
    papers: isAuthor ? local.slice(0, random.int(1, 2)) : random.chance(0.5) ? local : inCity,
    isAuthor,
    fame,
  });
  const from = random.int(0, 1500);
  const to = random.int(2200, LAST_DAY);
  if (kind <= 55) return read(inventCareer(random, place, places));
  if (kind <= 72) {
    const company = `${random.chance(0.5) ? place.city.slice(0, 2) : ''}${random.pick(COMPANY_STEMS)}${random.pick(['科技', '实业', '置业'])}${random.pick(['集团', '有限公司', '股份有限公司'])}`;
    return read([{ from, to, offices: [office(random.pick(['董事长', '总经理', '总裁']), company)] }]);
  }
  if (kind <= 82) {
    const school = `${place.district}${random.pick(['第一', '第二', '实验', '育才'])}${random.pick(['中学', '小学'])}`;
    return read([{ from, to, offices: [office(random.pick(['校长', '教师', '副校长']), school)] }]);
  }
  if (kind <= 88) {
    const court = `${place.district}人民${random.pick(['法院', '检察院'])}`;
    return read([{ from, to, offices: [office(court.endsWith('法院') ? '法官' : '检察官', court)] }]);
  }
  if (kind <= 92) {
    const hospital = `${place.district}${random.pick(['中心', '中医', '第二人民'])}医院`;
    return read([{ from, to, offices: [office(random.pick(['院长', '主任医师', '护士长']), hospital)] }]);
  }
  return read([{ from, to, offices: [] }], true);
}

/** Three to five posts one after the other, mostly in one place. */
function inventCareer(random: Random, home: Place, places: readonly Place[]): Spell[] {
  const spells: Spell[] = [];
  let place = home;
  for (let day = random.int(0, 1200); day < LAST_DAY && spells.length < 5; ) {
    const to = Math.min(LAST_DAY, day + random.int(500, 1300));
    spells.push({ from: day, to, offices: inventOffices(random, place) });
    day = to + random.int(5, 60);
    if (random.chance(0.12)) place = random.pick(places.filter(({ city }) => city === place.city));
  }
  return spells;
}

function inventOffices(random: Random, { city, district }: Place): Office[] {
  const kind = random.int(1, 10);
  const government = random.chance(0.5) ? district : `${district}人民政府`;
  const head = `${district.slice(-1)}长`;
  if (kind <= 2) return [office('副书记', `${district}委`), office(head, government)];
  if (kind === 3) return [office('书记', `${district}委`)];
  if (kind <= 5) return [office(`副${head}`, government)];
  if (kind === 6) return [office('部长', `${district}委组织部`), office('常委', `${district}委`)];
  const bureau = `${random.chance(0.2) ? city : ''}${district}${random.pick(DEPARTMENTS)}`;
  return [office(random.chance(0.6) ? '局长' : '副局长', bureau)];
}

function occurrencesOf(random: Random, bearer: Bearer, index: number, papers: readonly Paper[]): KnownOccurrence[] {
  if (bearer.papers.length === 0) return [];
  return bearer.spells.flatMap((spell, i) => {
    const before = bearer.spells[i - 1];
    const count = Math.max(2, Math.round((bearer.fame * (spell.to - spell.from)) / LAST_DAY) * 2);
    return Array.from({ length: count }, (_, k): KnownOccurrence => {
      const paper = papers[random.pick(bearer.papers)]!;
      const isBare = !bearer.isAuthor && random.chance(0.15);
      const told = random.chance(0.3) ? spell.offices.slice(0, 1) : spell.offices;
      const former = before !== undefined && k < 2 ? before.offices.map((one) => ({ ...one, isFormer: true })) : [];
      const surroundings = [
        ...(random.chance(0.7) ? spell.offices : []).flatMap(({ body: at }) => at?.id ?? []),
        `body ${paper.place.district}`,
      ];
      const day = Math.min(LAST_DAY, k === 0 ? spell.from : random.int(spell.from, spell.to));
      return {
        bearer: index,
        articleId: `article ${index} ${i} ${k}`,
        name: paper.isTraditional ? [...bearer.name].map((one) => TRADITIONAL[one] ?? one).join('') : bearer.name,
        publicationId: paper.id,
        offices: isBare ? [] : [...told, ...former],
        isAuthor: bearer.isAuthor,
        bodies: new Set(surroundings),
        citedOn: new Date(Date.UTC(2015, 0, 1 + day)).toISOString().slice(0, 10),
      };
    });
  });
}
