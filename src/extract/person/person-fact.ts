import type { PersonFact, RoleFact, TitleFact } from '../facts.ts';
import type { Post } from './cast-context.ts';
import { canOwn, levelOfHead } from '../title/owner-by-head.ts';
import type { PersonDraft } from './person.ts';
import { modalityOf } from '../title/post.ts';
import type { Reading } from '../document/reading.ts';
import type { Registry } from '../organisation/registry.ts';
import type { NamedPlace, RoleReading } from '../role/role.ts';
import { kindOf } from '../organisation/suffix.ts';

/** Joins what was read of each person: mentions, each role once, each title once with the organisation it leads to. */
export function personFacts(
  reading: Reading,
  people: readonly PersonDraft[],
  places: readonly NamedPlace[],
  roles: readonly RoleReading[],
  registry: Registry,
): PersonFact[] {
  const placesOf = groupByName(places);
  const rolesOf = groupByName(roles);
  return people.map((person) => ({
    name: person.name,
    mentions: (placesOf.get(person.name) ?? []).map(({ start, end }) => reading.evidence(start, end, person.rule)),
    roles: eachOnce(reading, rolesOf.get(person.name) ?? []),
    titles: titlesOf(reading, person, registry),
  }));
}

function groupByName<T extends { readonly name: string }>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.name);
    if (group) group.push(item);
    else groups.set(item.name, [item]);
  }
  return groups;
}

function eachOnce(reading: Reading, roles: readonly RoleReading[]): RoleFact[] {
  const first = new Map<string, RoleReading>();
  for (const role of roles) if (!first.has(role.role)) first.set(role.role, role);
  return [...first.values()].map(({ role, start, end, rule }) => ({
    role,
    evidence: reading.evidence(start, end, rule),
  }));
}

function titlesOf(reading: Reading, person: PersonDraft, registry: Registry): TitleFact[] {
  const titles: TitleFact[] = [];
  for (const { post, change, rule } of person.posts) {
    const named = post.organisation
      ? (bodyMeant(reading, registry, post) ?? registry.canonical(post.organisation))
      : change
        ? assemblyBefore(reading.text, registry, post.start)
        : null;
    const unit = unitMeant(registry, post);
    const title = unit?.title ?? post.title;
    const organisation =
      unit?.organisation ??
      named ??
      (rule === 'person.post-after-name' ? soleOwner(titles, post.title) : null) ??
      (post.organisation === null ? bodyOfLevel(registry, post.title) : null);
    const before =
      change === null
        ? -1
        : titles.findIndex(
            (other) => other.change === null && other.title === title && other.organisation === organisation,
          );
    if (before >= 0) titles.splice(before, 1); // 旗财政局局长何福全…, 免去何福全的旗财政局局长职务
    const isRepeated = titles.some(
      (other) =>
        other.change === change &&
        other.title.endsWith(title) &&
        (other.organisation === organisation || organisation === null || person.rule === 'person.post-after-name'),
    );
    if (isRepeated) continue;
    titles.push({
      title,
      organisation,
      isOwnerInferred: organisation !== null && post.owner === null,
      modality: modalityOf(title),
      change,
      evidence: reading.evidence(post.start, post.end, 'title.printed'),
    });
  }
  return titles;
}

/** 市长柳青 where no place is told but 市政府 is printed, 政协委员 where one 政协 is. */
function bodyOfLevel(registry: Registry, title: string): string | null {
  const level = levelOfHead(title);
  if (level)
    return registry.facts.some(({ name, mentions }) => name === `${level}政府` && mentions.length > 0)
      ? `${level}政府`
      : null;
  const assemblies = title === '政协委员' ? registry.facts.filter(({ name }) => name.endsWith('政协')) : [];
  return assemblies.length === 1 ? assemblies[0]!.name : null;
}

/** 技术中心主任柳青 where the article has one 远图集团技术中心: the unit is a body with a name of its own. */
function unitMeant(registry: Registry, { title }: Post): { title: string; organisation: string } | null {
  const [, unit, head] = ownUnit.exec(title) ?? [];
  if (unit === undefined) return null;
  const named = registry.facts.filter(
    ({ name, mentions }) => mentions.length > 0 && name.length > unit.length + 2 && name.endsWith(unit),
  );
  return named.length === 1 ? { title: head!, organisation: named[0]!.name } : null;
}
const ownUnit =
  /^([\p{Script=Han}]{1,6}(?:中心|实验室|研究院|设计院|分公司))(常务副主任|副?(?:主任|院长|经理|总经理))$/u;

/** 柳青教授: whose professor, the post printed before the name has told. */
function soleOwner(titles: readonly TitleFact[], title: string): string | null {
  const owners = new Set(titles.flatMap(({ organisation }) => organisation ?? []));
  const [owner] = owners;
  return owners.size === 1 && owner !== undefined && canOwn(title, owner) && /教授|研究员/.test(title) ? owner : null;
}

/**
 * 该公司总经理沙棠: the last one named before, of that sort. 公司总经理 where the article has several: the one that a
 * sentence before begins with, else the last.
 */
function bodyMeant(reading: Reading, registry: Registry, { organisation, owner, start }: Post): string | null {
  const generic = /^该?(公司|集团|企业|学校|校|大学|学院|医院|院|协会|商会|合作社|银行|行)$/.exec(organisation ?? '');
  if (!generic) return null;
  const isPointed = organisation!.startsWith('该') || reading.text[(owner?.start ?? start) - 1] === '该';
  if (!isPointed && registry.canonical(organisation!) !== organisation) return null;
  const kind = kinds[generic[1]!]!;
  const fitting = registry.places.filter(
    (place) =>
      place.start < start &&
      place.start > start - nearby &&
      kind.test(kindOf(place.organisation)) &&
      !(/公司|集团/.test(generic[1]!) && works.test(place.organisation)) &&
      place.organisation !== organisation,
  );
  const subject = isPointed
    ? undefined
    : fitting.findLast((place) => reading.sentences.some((sentence) => sentence.start === place.start));
  return (subject ?? fitting.at(-1))?.organisation ?? null;
}

const company = /^COMPANY$/;
/** A mine or a plant that 公司副总经理柳青 visits is no 公司. */
const works = /(?:[厂矿店社场]|酒店|超市|事务所|剧院)$/;
const school = /^(?:UNIVERSITY|SCHOOL)$/;
const kinds: Readonly<Record<string, RegExp>> = {
  公司: company,
  集团: company,
  企业: company,
  银行: company,
  行: company,
  学校: school,
  校: school,
  大学: school,
  学院: school,
  医院: /^HOSPITAL$/,
  院: /^(?:HOSPITAL|RESEARCH)$/,
  协会: /^ASSOCIATION$/,
  商会: /^ASSOCIATION$/,
  合作社: company,
};

/** How far back, in UTF-16 units, an election names its assembly. */
const nearby = 1_000;

const assembly = /^(?:第.{1,3}[届次])?(?:会员|理事|代表|全体|日前换届|换届|召开)/;

/** 大会选举…为会长: the association whose assembly it is stands before. */
function assemblyBefore(text: string, registry: Registry, at: number): string | null {
  const before = registry.places
    .filter(({ start }) => start < at && start > at - nearby)
    .filter(({ organisation }) => kindOf(organisation) === 'ASSOCIATION');
  return (before.find(({ end }) => assembly.test(text.slice(end, end + 20))) ?? before.at(-1))?.organisation ?? null;
}
