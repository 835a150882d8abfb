import type { OrganisationFact } from '../extract/facts.ts';
import { isDivision } from '../extract/place/gazetteer.ts';
import { ancestorsOf } from '../resolve/organisation/ancestor.ts';
import { canonicalName } from '../resolve/organisation/canonical-name.ts';
import { contentId } from './id.ts';

/** The organisations that names may mean. It grows as articles are identified. */
export interface KnownOrganisations {
  /** The publication whose articles are identified. */
  readonly publicationId: string;
  /** Ids by canonical name, in the whole archive. */
  readonly byCanonical: Map<string, string>;
  /** Ids by key or printed name, in one publication. */
  readonly byName: Map<string, Set<string>>;
}

/** What tells an organisation from all others, and from which it descends: see `organisations` in `tables.ts`. */
export interface OrganisationIdentity {
  readonly canonical: string;
  readonly ancestors: readonly string[];
}

/**
 * The identity of the organisation with this key: its canonical name. A generic name (县公安局 of a place that the page does
 * not tell) means another body in every publication.
 */
export function identityOf(key: string, publicationId: string): OrganisationIdentity {
  const canonical = canonicalName(key);
  const within = (name: string) => (isGeneric(name) ? `${name} ${publicationId}` : name);
  return { canonical: within(canonical), ancestors: ancestorsOf(canonical).map(within) };
}

/** The organisation that a fact of an article means. */
export interface IdentifiedOrganisation {
  readonly id: string;
  readonly identity: OrganisationIdentity;
  readonly fact: OrganisationFact;
  readonly isNew: boolean;
}

/**
 * Decides which organisation of the archive each of an article's organisations is: the one with its canonical name, else the only
 * one of the publication with its key or one of its names, else a new one. What one article tells apart stays apart.
 * Adds what it learns to `known`.
 */
export function identifyOrganisations(
  facts: readonly OrganisationFact[],
  known: KnownOrganisations,
): IdentifiedOrganisation[] {
  const { publicationId, byCanonical, byName } = known;
  const named = facts.map((fact) => ({ fact, identity: identityOf(fact.key, publicationId) }));
  const taken = new Set(named.flatMap(({ identity }) => byCanonical.get(identity.canonical) ?? []));
  const identified = named.map(({ fact, identity }): IdentifiedOrganisation => {
    const same = byCanonical.get(identity.canonical);
    if (same !== undefined) return { id: same, identity, fact, isNew: false };
    const namesake = uniqueMatch(fact, known);
    if (namesake !== null && !taken.has(namesake)) {
      taken.add(namesake);
      return { id: namesake, identity, fact, isNew: false };
    }
    const id = organisationId(fact.key, publicationId);
    byCanonical.set(identity.canonical, id);
    return { id, identity, fact, isNew: true };
  });
  for (const { id, fact } of identified) {
    for (const name of tellingNames(fact)) byName.set(name, (byName.get(name) ?? new Set()).add(id));
  }
  return identified;
}

function organisationId(key: string, publicationId: string): string {
  return isGeneric(key) ? contentId('organisation', key, publicationId) : contentId('organisation', key);
}

function uniqueMatch(fact: OrganisationFact, { byName }: KnownOrganisations): string | null {
  const ids = new Set(tellingNames(fact).flatMap((name) => [...(byName.get(name) ?? [])]));
  const [id, ...others] = ids;
  return id === undefined || others.length > 0 ? null : id;
}

/** The key, and the printed names that are not generic. */
export function tellingNames({ key, name, aliases }: OrganisationFact): string[] {
  return [key, ...[name, ...aliases.map((alias) => alias.name)].filter((printed) => !isGeneric(printed))];
}

/** 区数据局, 市政府, 本市: the place of a level is left out, so that the name means another body in every place. */
const ELIDED_PLACE = /^[本我全该]?[省市州区县旗镇乡村]/;
/** 学校, 我院, 集团公司, 有限公司: the name says only what kind of body it is. */
const HEAD_WORDS = new RegExp(
  `^[本我全该贵]?(?:${[
    '学校',
    '大学',
    '学院',
    '中学',
    '小学',
    '幼儿园',
    '校',
    '院',
    '研究院',
    '研究所',
    '实验室',
    '医院',
    '卫生院',
    '集团',
    '总公司',
    '分公司',
    '公司',
    '企业',
    '股份',
    '有限',
    '责任',
    '控股',
    '联盟',
    '总会',
    '分会',
    '协会',
    '学会',
    '商会',
    '联合会',
    '基金会',
    '理事会',
    '委员会',
    '中心',
    '总部',
    '支部',
    '党委',
    '党组',
    '党支部',
    '党总支',
    '党工委',
    '政府',
    '法院',
    '检察院',
    '街道',
    '社区',
    '居委会',
    '村委会',
    '银行',
    '局',
    '厅',
    '办',
    '报社',
    '报',
  ].join('|')})+$`,
);

/**
 * Whether a name is generic: it says only what kind of body it is, or leaves out its place. Many bodies have such a
 * name.
 */
export function isGeneric(name: string): boolean {
  return (ELIDED_PLACE.test(name) && !beginsWithDivision(name)) || HEAD_WORDS.test(name);
}

/** 镇江市教育局: its first character is part of a place's name. */
function beginsWithDivision(name: string): boolean {
  const place = /^\p{Script=Han}{2,6}?[省市州区县旗]/u.exec(name)?.[0];
  return place !== undefined && isDivision(place);
}
