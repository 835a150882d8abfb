import type { WeighAntecedents } from './antecedent-choice.ts';
import { canonicalName } from './cluster.ts';
import { resolveBodies } from './coreference.ts';
import type { Introduction } from './introduction.ts';
import type { EvidenceFact, OrganisationFact } from '../facts.ts';
import type { OrganisationMention } from './organisation-mention.ts';
import type { PlaceOf } from '../place/place.ts';
import type { Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';
import { findPlaces } from '../document/span.ts';
import { kindOfBody } from './kind.ts';
import { zoneOf } from '../document/zone.ts';

/** The organisations of one article: every printed name leads to the fact it belongs to. */
export interface Registry {
  readonly facts: readonly OrganisationFact[];
  /** The canonical name of a printed or completed name; null for a name that is not an organisation in this article. */
  canonical(name: string): string | null;
  /** Every printed name, left to right, not overlapping. */
  readonly places: readonly (Span & { readonly organisation: string; readonly rule: string })[];
}

/** What is settled: the bodies that were seen, and what tells how they hang together. */
export interface SeenBodies {
  readonly mentions: readonly OrganisationMention[];
  /** Completed names with the words of the title that proves each. */
  readonly implied: ReadonlyMap<string, Span>;
  readonly introductions: readonly Introduction[];
  /** People with a post, and the body that they hold it in. */
  readonly people?: readonly (Span & { readonly name: string; readonly organisation: string | null })[];
  /** Names of source line and byline. */
  readonly credits?: ReadonlyMap<string, EvidenceFact>;
}

/**
 * Settles what was seen: joins the names of one body, looks for its other forms, finds every place of each, and keeps
 * apart the bodies that only titles imply.
 */
export function settleOrganisations(
  reading: Reading,
  seen: SeenBodies,
  placeOf: PlaceOf,
  weigh: WeighAntecedents,
): Registry {
  const { mentions, introductions, people = [], credits = new Map<string, EvidenceFact>() } = seen;
  const rules = new Map<string, string>();
  const introduced = new Map<string, Span>(); // short names that may stand in their bracket alone
  for (const mention of mentions) {
    if (!rules.has(mention.name)) rules.set(mention.name, mention.rule);
    if (mention.rule === 'organisation.introduced' || mention.rule === 'organisation.short-name')
      introduced.set(mention.name, mention);
  }
  const implied = new Map([...seen.implied].filter(([name]) => !rules.has(name)));
  const credited = new Map([...credits].filter(([name]) => !ownOffice.test(name)));
  const { clusters, found } = resolveBodies(
    {
      text: reading.text,
      bodyStart: reading.bodyStart,
      names: [...rules.keys()],
      unread: [...credited.keys()],
      implied: [...implied.keys()],
      introductions,
      people,
      placeOf,
    },
    weigh,
  );
  for (const { name, rule } of found) {
    rules.set(name, rule);
    implied.delete(name);
  }
  const places = findPlaces(reading.text, [...rules.keys()]);
  const canonical = new Map<string, string>();
  const facts = clusters.map((cluster): OrganisationFact => {
    const members = [cluster.name, ...cluster.aliases];
    const printed = members.filter((member) => rules.has(member) || credited.has(member));
    const sources = printed.flatMap((member) => (rules.has(member) ? [] : [credited.get(member)!]));
    const name =
      zoneOfPosts(reading.text, printed, places) ??
      (printed.includes(cluster.name) || printed.every((form) => isStemOf(form, cluster.name))
        ? cluster.name
        : canonicalName(printed));
    for (const member of members) canonical.set(member, name);
    const evidence = (span: Span, member: string) => reading.evidence(span.start, span.end, rules.get(member)!);
    const spans = printed
      .flatMap((member) => (places.get(member) ?? []).map((span) => ({ span, member })))
      .sort((a, b) => a.span.start - b.span.start);
    const impliedSpan = members.map((member) => implied.get(member)).find((span) => span !== undefined);
    return {
      name,
      key: keyOf(cluster.name, placeOf),
      kind: sources.length === members.length ? kindOfSource(name) : kindOfBody(cluster.name),
      aliases: printed
        .filter((member) => member !== name)
        .flatMap((member) => {
          const span = places.get(member)?.[0];
          if (span)
            return [member, ...doubled(member).filter((part) => !members.includes(part))].map((form) => ({
              name: form,
              evidence: within(evidence(span, member), form),
            }));
          if (!rules.has(member)) return [{ name: member, evidence: credited.get(member)! }];
          return introduced.has(member)
            ? [{ name: member, evidence: within(evidence(introduced.get(member)!, member), member) }]
            : [];
        }),
      mentions: [...spans.map(({ span, member }) => evidence(span, member)), ...sources],
      impliedBy:
        spans.length + sources.length === 0 && impliedSpan
          ? reading.evidence(impliedSpan.start, impliedSpan.end, 'organisation.implied-by-title')
          : null,
    };
  });
  const proven = facts.filter((fact) => fact.mentions.length > 0 || fact.impliedBy !== null);
  const kept = new Set(proven.map(({ name }) => name));
  return {
    facts: proven,
    canonical: (name) => (kept.has(canonical.get(name) ?? '') ? canonical.get(name)! : null),
    places: [...places]
      .flatMap(([name, spans]) =>
        spans.map((span) => ({ ...span, organisation: canonical.get(name)!, rule: rules.get(name)! })),
      )
      .sort((a, b) => a.start - b.start),
  };
}

/**
 * （青石县人民医院宣传科 陶沅）, （党政办公室 付沅）: an office of the body that the text is about, no medium.
 * 县委宣传部 is one.
 */
const ownOffice = new RegExp(
  '^(?:学校|公司|集团|医院|校|.{2,}(?:医院|大学|学院|公司|集团|学校))?' +
    '(?:党政|党委|行政|综合|院长|校长)?(?:办公室|宣传[科处])$',
);

/** 云岫, where only titles tell that it is 云岫区. */
const isStemOf = (form: string, name: string): boolean => name.length === form.length + 1 && name.startsWith(form);

/** 云岫经济技术开发区, where its 管委会 is named in posts alone: the zone acts, not its office. */
function zoneOfPosts(
  text: string,
  names: readonly string[],
  places: ReadonlyMap<string, readonly Span[]>,
): string | null {
  const offices = names.filter((name) => /(?:管委会|管理委员会)$/.test(name) && name.length > 4);
  const zones = names.filter((name) => !name.endsWith('会') && (zoneOf(name)?.place ?? '') !== '');
  if (offices.length === 0 || zones.length === 0) return null;
  const zone = canonicalName(zones);
  if (
    places
      .get(zone)
      ?.every(
        ({ end }) => text.startsWith('主要负责人', end) || text.startsWith('负责人', end) || text.startsWith('管', end),
      )
  )
    return null; // it employs too
  return offices.every(
    (office) =>
      office.startsWith(zone) && places.get(office)?.every(({ end }) => inPost.test(text.slice(end, end + 5))),
  )
    ? zone
    : null;
}
const inPost = /^(?:党[委组工]{1,2})?副?(?:主任|书记)/;

/** QDF and 启东方 of QDF（启东方）: both are names. */
const doubled = (name: string): string[] => /^([A-Za-z]{2,12})（([\p{Script=Han}]{2,8})）$/u.exec(name)?.slice(1) ?? [];

/** Who is credited is a medium, unless its name is an office's: 云岫发布; 区投促办. */
const kindOfSource = (name: string): OrganisationFact['kind'] =>
  /[局委办部厅院]$/.test(name) ? kindOfBody(name) : 'MEDIA';

/** The name in the words that prove it: “云岫国资” in 司（以下简称“云岫国资”）揭. */
function within(evidence: EvidenceFact, name: string): EvidenceFact {
  const at = evidence.quote.indexOf(name);
  return at < 0
    ? evidence
    : { ...evidence, start: evidence.start + at, end: evidence.start + at + name.length, quote: name };
}

/** 区数据局 → 云岫区数据局; 明州市云岫区人民政府 → 云岫区. */
export function keyOf(name: string, placeOf: PlaceOf): string {
  const government = /^(?:.*?[省市](?=.{2,}[市区县州旗]))?(.{2,}?[省市区县州旗])(?:人民)?政府$/.exec(name);
  if (government) return government[1]!;
  const level = /^([省市区县州旗])(?=.)/.exec(name)?.[1];
  const place = level ? placeOf(level) : null;
  return place ? place + name.slice(1) : name.replace(/^中共(?=.+委)/, '');
}
