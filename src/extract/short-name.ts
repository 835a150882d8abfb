import { governmentOf } from './alias.ts';
import type { AliasCluster } from './alias.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { PlaceOf } from './place.ts';
import { findPlaces } from './span.ts';
import { kindOf } from './suffix.ts';

/** A short form that only the article's own organisations make sense of, and the name it stands for. */
export interface ShortName extends OrganisationMention {
  readonly full: string;
}

const genericOf: readonly (readonly [string, (name: string) => boolean])[] = [
  ['学校', (name) => ['UNIVERSITY', 'SCHOOL'].includes(kindOf(name))], ['该校', (name) => ['UNIVERSITY', 'SCHOOL'].includes(kindOf(name))], ['学院', (name) => name.endsWith('学院')], ['医院', (name) => name.endsWith('医院')],
  ['集团', (name) => /集团/.test(name)], ['公司', (name) => /公司$/.test(name)], ['协会', (name) => name.endsWith('协会')], ['商会', (name) => name.endsWith('商会')],
  ['联谊会', (name) => name.endsWith('联谊会')], ['总会', (name) => name.endsWith('总会')], ['联盟', (name) => name.endsWith('联盟')], ['公团', (name) => name.endsWith('公团')],
  ['分中心', (name) => name.endsWith('分中心')], ['合作中心', (name) => name.endsWith('合作中心')], ['办事处', (name) => /街道$|办事处$/.test(name)], ['管委会', (name) => /管委会$|管理委员会$|开发区$|经开区$|高新区$/.test(name)], ['街道', (name) => /街道$|街道办事处$/.test(name)], ['社区', (name) => name.endsWith('社区')], ['联队', (name) => name.endsWith('联队')], ['基金会', (name) => name.endsWith('基金会')],
];

/**
 * Finds 徐汇 for 徐汇区, 区委 for 徐汇区委, 数据局 for 区数据局, 联谊会 for the one 联谊会 of the article, 中智 for 中智集团.
 * `clusters` are the names printed so far with a form of their own, `impliedPlaces` districts that only titles imply; a word
 * that two of them could mean is left alone.
 */
export function findShortNames(text: string, clusters: readonly AliasCluster[], impliedPlaces: readonly string[], placeOf: PlaceOf): ShortName[] {
  const names = clusters.map(({ name }) => name);
  const found = new Map<string, ShortName>();
  const masked = maskNames(text, clusters.flatMap(({ name, aliases }) => [name, ...aliases]));
  const add = (name: string, full: string, rule: string, after = ''): void => {
    if (name.length < 2 || names.includes(name) || found.has(name)) return;
    for (let start = masked.indexOf(name); start >= 0; start = masked.indexOf(name, start + 1)) {
      if (after && new RegExp(`^(?:${after})`).test(masked.slice(start + name.length))) continue;
      if (!/[各某几两三四数多个所家该\d]$/.test(masked.slice(0, start))) {
        found.set(name, { start, end: start + name.length, name, full, rule });
        return;
      }
    }
  };
  for (const place of impliedPlaces) for (const form of levelForms(place)) add(form, place, 'organisation.level-form');
  for (const name of names) {
    const place = governmentOf(name, placeOf);
    const level = place?.at(-1) ?? '';
    if (place) {
      add(place, name, 'organisation.place');
      if (level !== '市' && level !== '省' || name.endsWith('政府')) add(place.slice(0, -1), name, 'organisation.bare-place', `${level}|市|区|县|路|站`);
      if (placeOf(level) === place) for (const form of levelForms(place)) add(form, name, 'organisation.level-form');
      continue;
    }
    const body = /^.{2,}?([省市区县])((?:委|委.{2,6}部|纪委|政协|人大常委会))$/.exec(name);
    if (body) add(body[1]! + body[2]!, name, 'organisation.level-form', '.{0,6}[部办]');
    const department = /^(?:.*[省市区县]委)(.{2,6}部)$/.exec(name);
    if (department) add(department[1]!, name, 'organisation.level-form');
    const elided = /^[省市区县](.{2,}(?:局|委|办公室|中心))$/.exec(name);
    if (elided) add(elided[1]!, name, 'organisation.elided-level');
    const zone = /^([\p{Script=Han}]{2,4})(?:国家级)?(?:经济技术开发区|经济开发区|高新技术产业开发区|经开区|高新区|开发区|新区)(?:管委会|管理委员会)?$/u.exec(name)?.[1];
    if (zone) add(zone, name, 'organisation.bare-place', '[区县市路站镇]|经|高新|开发');
    const stem = /^([\p{Script=Han}]{2,4})集团$/u.exec(name)?.[1];
    if (stem) add(stem, name, 'organisation.stem', '集团|股份|科技|公司|有限|控股|大学|[省市区县路]');
  }
  for (const [generic, fits] of genericOf) {
    const owner = genericOwner(clusters, fits, text.slice(0, text.indexOf('\n')));
    if (owner) add(generic, owner, ownersOnly.has(generic) ? 'organisation.generic-owner' : 'organisation.generic');
  }
  return [...found.values()];
}

/** The one body that a common noun means: the only one of its sort, parts of it left out, or the only one in the headline. */
function genericOwner(clusters: readonly AliasCluster[], fits: (name: string) => boolean, headline: string): string | null {
  const fitting = clusters.filter(({ name }) => fits(name));
  const whole = fitting.filter(({ name }) => !fitting.some((other) => other.name !== name && name.startsWith(other.name)));
  if (whole.length === 1) return whole[0]!.name;
  const told = whole.filter(({ name, aliases }) => [name, ...aliases].some((form) => headline.includes(form)));
  return told.length === 1 ? told[0]!.name : null;
}

/** Nouns that lead a title to its owner but are too common to be called a name of it. */
const ownersOnly = new Set(['公司', '医院', '学院', '办事处']);

/** Common nouns that stand alone in the text and that more than one of its organisations could mean. */
export function findAmbiguousNames(text: string, names: readonly string[]): OrganisationMention[] {
  const masked = maskNames(text, names);
  return genericOf.flatMap(([name, fits]) => {
    const start = names.filter(fits).length > 1 ? masked.indexOf(name) : -1;
    return start < 0 ? [] : [{ start, end: start + name.length, name, rule: 'organisation.ambiguous' }];
  });
}

const levelForms = (place: string): string[] => ['政府', '人民政府'].map((body) => place.at(-1)! + body).concat(`本${place.at(-1)!}`);

/** The text with every known name blanked out, so that a short form is seen only where it stands alone. */
function maskNames(text: string, names: readonly string[]): string {
  const units = text.split('');
  for (const spans of findPlaces(text, names).values()) for (const { start, end } of spans) units.fill('\0', start, end);
  return units.join('');
}
