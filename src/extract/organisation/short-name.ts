import { isFunctionWord } from '../../text/noun.ts';
import { either } from '../../text/pattern.ts';
import { cutWords } from '../../text/word.ts';
import { contractionsOf } from './abbreviation.ts';
import { governmentOf, ownBodies } from './alias.ts';
import type { AliasCluster } from './alias.ts';
import { stemsOf } from './company-stem.ts';
import { genericNames, standsAlone } from './generic-name.ts';
import { genericOwner } from '../title/generic-owner.ts';
import type { GenericName } from './generic-name.ts';
import { ofParagraph, ownerNear } from '../title/generic-owner.ts';
import { country } from '../lexicon/country.ts';
import { genericHeads } from '../lexicon/generic-head.ts';
import { otherNames } from '../lexicon/other-name.ts';
import { maskNames } from '../document/masked-text.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { PlaceOf } from '../place/place.ts';
import { zoneOf } from '../document/zone.ts';

/** A short form that only the article's own organisations make sense of, and the name it stands for. */
export interface ShortName extends OrganisationMention {
  readonly full: string;
}
const otherName = new RegExp(`^${either(otherNames)}`);
/** 云岫会展中心: the scene in a preposition's phrase. */
const aVenue = /^[\p{Script=Han}]{0,5}(?:中心|[馆厅园院场店社局所楼塔寺村]|集团|公司)/u;
/** Nouns that a place itself has: 云岫实际, 云岫人民. */
const ofPlace =
  /^(?:实际|特色|人|群众|干部|百姓|各界|两|经济|产业|企业|全|城乡|大地|速度|力量|模式|元素|故事|样板|经验)/;
/** What follows where a government is named in a post or an office of its own: 市政府秘书长. */
const inPost = /^(?:办公|秘书长|副秘书长|参事|代表团|网|门户|令|机关|工作报告|常务会议|领导|副?[省市区县]长)/;
/** The same where nothing but titles names the government: 县政府党组成员. */
const ofMember = new RegExp(`${inPost.source}|^党组副?(?:书记|成员)`);
const inCommittee = /^.{0,6}[部办]/;
/** 我市召开大会, 我市代表团出访: the paper speaks for the place; 我市旅游业红火 speaks of it. */
const speaks = (after: string): boolean =>
  /^(?:与|和|同|携手|牵手|代表团)/.test(after) || (!/^场/.test(after) && /^[vdp]/.test(cutWords(after)[0]?.tag ?? ''));
/** 上海 and 广东 are said of everything there. */
const ofRegion = /省$|^(?:北京|上海|天津|重庆|广州|深圳)市$/;
/** 第八师石门子市 is one authority of the corps and its city. */
const corpsCity = /第?[一二三四五六七八九十]+师[\p{Script=Han}]{2,5}市$/u;
/** 在临澜会见了客人: the city is where something happens. */
const atPlace = /[在到赴抵来回从于]/;
const levels = [...'市县区州旗'];
const quantified = /[各某几两三四数多个所家该每\d]$/;

/**
 * Finds 云岫 for 云岫区, 区委 for 云岫区委, 数据局 for 区数据局, 联谊会 for the one 联谊会 of the article, 中岫 for
 * 中岫集团. `clusters` are the names printed so far with a form of their own, `impliedPlaces` districts that only
 * titles imply; a word that two of them could mean is left alone.
 */
export function findShortNames(
  text: string,
  clusters: readonly AliasCluster[],
  impliedPlaces: readonly string[],
  placeOf: PlaceOf,
): ShortName[] {
  const forms = clusters.flatMap(({ name, aliases }) => [name, ...aliases]);
  const known = new Set(forms);
  const found = new Map<string, ShortName>();
  const masked = maskNames(text, forms);
  const add = (
    name: string,
    full: string,
    rule: string,
    fits: (start: number, end: number) => boolean = () => true,
  ): void => {
    if (name.length < 2 || known.has(name) || found.has(name)) return;
    for (let start = masked.indexOf(name); start >= 0; start = masked.indexOf(name, start + 1)) {
      const end = start + name.length;
      if (quantified.test(masked.slice(Math.max(0, start - 1), start)) || !fits(start, end)) continue;
      found.set(name, { start, end, name, full, rule });
      return;
    }
  };
  const unless =
    (pattern: RegExp) =>
    (_: number, end: number): boolean =>
      !pattern.test(masked.slice(end, end + 10));
  const isPlaceAlone = (start: number, end: number): boolean => {
    const after = masked.slice(end, end + 8);
    if (otherName.test(after) || after[0] === '—' || masked[start - 1] === '—') return false; // 云岫—临溪合作十周年
    if (!/^n/.test(cutWords(after)[0]!.tag) || /^[^\p{Script=Han}]/u.test(after) || ofPlace.test(after)) return true;
    const last = cutWords(masked.slice(Math.max(0, start - 4), start)).at(-1);
    return !aVenue.test(after) && last !== undefined && (/^[pv]/.test(last.tag) || isFunctionWord(last.text));
  };
  for (const place of impliedPlaces) {
    for (const form of levelForms(place)) add(form, place, 'organisation.level-form', unless(ofMember));
    const acting = levelForms(place).some(
      (form) => found.get(form)?.full === place && !masked.slice(0, found.get(form)!.start).endsWith('委、'),
    );
    if (acting && masked.includes(place)) add(place, place, 'organisation.place');
  }
  const governed = new Set(clusters.flatMap(({ name }) => governmentOf(name, placeOf)?.slice(0, -1) ?? []));
  for (const { name, aliases } of clusters) {
    const place = zoneOf(name) ? null : governmentOf(name, placeOf);
    if (place) {
      add(place, name, 'organisation.place');
      if (!ofRegion.test(place) || name.endsWith('政府'))
        add(
          place.slice(0, -1),
          name,
          'organisation.bare-place',
          (start, end) =>
            !(place.endsWith('市') && atPlace.test(masked.slice(start - 1, start))) && isPlaceAlone(start, end),
        );
      if (corpsCity.test(name)) add('师市', name, 'organisation.level-form');
      if (placeOf(place.at(-1)!) === place) {
        for (const form of levelForms(place)) add(form, name, 'organisation.level-form', unless(inPost));
        add(`我${place.at(-1)!}`, name, 'organisation.level-form', (_, end) => speaks(masked.slice(end, end + 8)));
      }
      continue;
    }
    const body = authorityOfPlace.exec(name);
    if (body) add(body[1]! + body[2]!, name, 'organisation.level-form', unless(inCommittee));
    const department = /^(?:.*[省市区县]委)(.{2,6}部)$/.exec(name);
    if (department) add(department[1]!, name, 'organisation.level-form');
    for (const form of [name, ...aliases]) {
      const elided = /^[省市区县]([^委].{1,}(?:局|委|办公室|中心|[商妇侨残文]联))$/.exec(form);
      if (elided && (form === name || !found.has(elided[1]!)))
        add(
          elided[1]!,
          name,
          'organisation.elided-level',
          form === name ? undefined : (start, end) => standsAlone(masked, start, end, false),
        );
    }
    for (const form of [name, ...aliases]) {
      const zone = zoneOf(form);
      if (!zone) continue;
      if (zone.place) add(zone.place + zone.sort, name, 'organisation.place');
      add(
        zone.sort,
        name,
        'organisation.place',
        (start, end) =>
          clusters.filter((other) => zoneOf(other.name)).length === 1 && standsAlone(masked, start, end, false),
      );
      const office = `${zone.sort}管委会`; // its 经开区 may be a known name of the text by itself
      const officeAt =
        known.has(office) || found.has(office) || clusters.filter((other) => zoneOf(other.name)).length > 1
          ? -1
          : text.indexOf(office);
      if (officeAt >= 0 && !known.has(`${zone.place}${office}`))
        found.set(office, {
          start: officeAt,
          end: officeAt + office.length,
          name: office,
          full: name,
          rule: 'organisation.place',
        });
      if (
        zone.place.length > 1 &&
        !governed.has(zone.place) &&
        !impliedPlaces.some((place) => place.slice(0, -1) === zone.place) &&
        !levels.some((level) => text.includes(zone.place + level))
      )
        add(zone.place, name, 'organisation.bare-place', isPlaceAlone);
    }
    for (const form of [name, ...aliases]) {
      const stem = /^([\p{Script=Han}]{2,4})集团$/u.exec(form.replace(country, ''))?.[1];
      if (stem && (form === name || cutWords(stem).length > 1)) add(stem, name, 'organisation.stem', unless(otherName));
    }
    const own = name.replace(governedPlace(name, governed), '');
    if (own.length >= 4 && own !== name && !genericHeads.has(own)) {
      add(
        own,
        name,
        'organisation.elided-place',
        (start, end) =>
          standsAlone(masked, start, end, false) && clusters.filter((other) => other.name.endsWith(own)).length === 1,
      );
    }
    for (const stem of stemsOf(name)) {
      const at = found.has(stem) || known.has(stem) ? -1 : placeBeside(text, stem, forms);
      if (at >= 0)
        found.set(stem, { start: at, end: at + stem.length, name: stem, full: name, rule: 'organisation.stem' });
    }
    for (const form of contractionsOf(name))
      add(
        form,
        name,
        'organisation.contraction',
        (start, end) => masked[end] !== '人' && !(form === '农商行' && /[市县区]/.test(masked[start - 1] ?? '')),
      ); // 农大人, 县农商行
  }
  const headline = text.slice(0, text.indexOf('\n'));
  const school = placeOf('校');
  /** 我校 and 学校 in a school's own paper. */
  const ownSchool = ({ word, fits }: GenericName): AliasCluster | null =>
    school && '学校 我校 本校 我院'.includes(word) && fits(school)
      ? (clusters.find(({ name, aliases }) => name === school || aliases.includes(school)) ?? null)
      : null;
  for (const generic of genericNames) {
    const owner = masked.includes(generic.word)
      ? (ownSchool(generic) ??
        genericOwner(clusters, generic, headline) ??
        (generic.isSubjectOnly || ofParagraph.test(generic.word) ? ownerNear(text, masked, clusters, generic) : null))
      : null;
    if (!owner) continue;
    const introducedAt = Math.min(
      ...[owner.name, ...owner.aliases].map((form) => text.indexOf(form)).filter((at) => at >= 0),
    );
    add(
      generic.word,
      owner.name,
      generic.isOwnerOnly ? 'organisation.generic-owner' : 'organisation.generic',
      (start, end) =>
        (start > introducedAt || start < headline.length) &&
        (generic.before?.test(masked.slice(end, end + 8)) ?? true) &&
        standsAlone(masked, start, end, generic.isSubjectOnly ?? false),
    );
  }
  for (const [word, sort] of ownBodies) {
    const generic: GenericName = { word, fits: (name) => sort.test(name), prefersOwnWord: true };
    const owner = masked.includes(word) ? (ownSchool(generic) ?? genericOwner(clusters, generic, headline)) : null;
    if (owner) add(word, owner.name, 'organisation.own', unless(/^[区士]/));
  }
  return [...found.values()];
}

/** 云岫区委, 云岫区委组织部: the place, its level and the body. */
const authorityOfPlace = new RegExp(
  '^(?!民[革盟建进]|农工党|致公党|九三学社|台盟|共青团)' +
    '.{2,}?([省市区县])((?:委|委.{2,6}部|纪委|政协|人大常委会))$',
);

/**
 * The place at a name's beginning: 云岫 in 云岫创新研究院 where the article names 云岫区, 青石街道 in 青石街道文化站.
 */
function governedPlace(name: string, governed: ReadonlySet<string>): string {
  const place = /^(?:.{2,3}[市州])?(?:.{2,3}[区县旗])?(?:.{2,3}(?:街道|[镇乡])|团场)?/.exec(name)![0];
  return place || [...governed].find((stem) => stem.length > 1 && name.startsWith(stem)) || '';
}

const levelForms = (place: string): string[] =>
  ['政府', '人民政府'].map((body) => place.at(-1)! + body).concat(`本${place.at(-1)!}`);
/** Where the text first has `stem` outside the longer names, with no other name going on from it; -1 when nowhere. */
function placeBeside(text: string, stem: string, names: readonly string[]): number {
  const longer = names.filter((name) => name.length > stem.length && name.includes(stem));
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    const end = at + stem.length;
    const isPart = longer.some((name) => text.startsWith(name, at - name.indexOf(stem)));
    if (!isPart && !otherName.test(text.slice(end, end + 4)) && standsAlone(text, at, end, false)) return at;
  }
  return -1;
}
