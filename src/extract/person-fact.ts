import type { PersonFact, RoleFact, TitleFact } from './facts.ts';
import type { PersonDraft } from './person.ts';
import { modalityOf } from './post.ts';
import type { Reading } from './reading.ts';
import type { Registry } from './registry.ts';
import type { NamedPlace, RoleReading } from './role.ts';
import { kindOf } from './suffix.ts';

/** Joins what was read of each person: mentions, each role once, each title once with the organisation it leads to. */
export function personFacts(reading: Reading, people: readonly PersonDraft[], places: readonly NamedPlace[], roles: readonly RoleReading[], registry: Registry): PersonFact[] {
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
  return [...first.values()].map(({ role, start, end, rule }) => ({ role, evidence: reading.evidence(start, end, rule) }));
}

function titlesOf(reading: Reading, person: PersonDraft, registry: Registry): TitleFact[] {
  const titles: TitleFact[] = [];
  for (const { post, change } of person.posts) {
    const organisation = post.organisation ? registry.canonical(post.organisation) : change ? assemblyBefore(reading.text, registry, post.start) : null;
    const isRepeated = titles.some((title) =>
      title.change === change && title.title.endsWith(post.title) && (title.organisation === organisation || organisation === null || person.rule === 'person.post-after-name'));
    if (isRepeated) continue;
    titles.push({ title: post.title, organisation, isOwnerInferred: organisation !== null && post.owner === null, modality: modalityOf(post.title), change, evidence: reading.evidence(post.start, post.end, 'title.printed') });
  }
  return titles;
}

/** How far back, in UTF-16 units, an election names its assembly. */
const nearby = 1_000;

const assembly = /^(?:第.{1,3}[届次])?(?:会员|理事|代表|全体|日前换届|换届|召开)/;

/** 大会选举…为会长: the association whose assembly it is stands before. */
function assemblyBefore(text: string, registry: Registry, at: number): string | null {
  const before = registry.places.filter(({ start }) => start < at && start > at - nearby).filter(({ organisation }) => kindOf(organisation) === 'ASSOCIATION');
  return (before.find(({ end }) => assembly.test(text.slice(end, end + 20))) ?? before.at(-1))?.organisation ?? null;
}
