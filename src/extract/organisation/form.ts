import { findPlaces } from '../document/span.ts';
import type { Span } from '../document/span.ts';
import { PairIndex } from '../../text/unit-pair.ts';
import { cutWords } from '../../text/word.ts';
import { align, mayAlign } from './alignment.ts';
import { isElsewhere, questionOf } from './antecedent.ts';
import type { AntecedentScene, Fit } from './antecedent.ts';
import { likeliest } from './antecedent-choice.ts';
import type { Antecedent, AntecedentQuestion, WeighAntecedents } from './antecedent-choice.ts';
import type { BodyName } from './body-name.ts';
import { findForms } from './form-search.ts';
import { genericNounsOf, standingOf } from './generic-noun.ts';
import { costOf } from './short-form.ts';

/** A form that the text prints, the name of the body that it stands for, and how likely that is. */
export interface FormLink extends Span {
  readonly name: string;
  readonly full: string;
  readonly score: number;
}

/** A noun is looked at in the first of these places. */
const mostPlaces = 12;

const answerTo = (question: AntecedentQuestion, weigh: WeighAntecedents): Antecedent | null =>
  likeliest(question, weigh(question));

/** 中心 in 中心城区 stands less surely: it is an attribute. */
const leastStanding = -1;

/** Joins each name to the longer one that it is short for, the longest first. */
export function joinShortForms(
  scene: AntecedentScene,
  fulls: ReadonlyMap<string, BodyName>,
  introduced: ReadonlySet<string>,
  weigh: WeighAntecedents,
): void {
  const { clusters, where } = scene;
  for (const [name, own] of [...fulls].sort(([a], [b]) => b.length - a.length)) {
    if (introduced.has(name) || name.length < 2) continue;
    const fits: Fit[] = [];
    for (const [other, full] of fulls) {
      if (other === name || full.text.length < own.text.length || !mayAlign(own.text, full.text)) continue;
      if (full.text.length === own.text.length && other.length <= name.length) continue;
      if (clusters.root(other) === clusters.root(name)) continue;
      const alignment = align(name, full);
      if (alignment)
        fits.push({
          root: clusters.root(other),
          name: other,
          alignment,
          cost: costOf(name, full),
          isElsewhere: isElsewhere(name, other, scene.placeOf),
        });
    }
    if (fits.length === 0) continue;
    const form = { form: name, sort: 'name' as const, places: where.places(name), shows: [] };
    const best = answerTo(questionOf(scene, form, fits), weigh);
    if (best) clusters.join(best.name, name);
  }
}

/** Short forms that the text prints besides its known names. `masked` has these blanked out. */
export function findShortForms(
  scene: AntecedentScene,
  masked: string,
  printed: ReadonlySet<string>,
  fulls: ReadonlyMap<string, BodyName>,
  stems: ReadonlySet<string>,
  weigh: WeighAntecedents,
): FormLink[] {
  const pairs = new PairIndex(masked);
  const proposals = new Map<string, { fits: Fit[]; isByItself: boolean }>();
  for (const [full, parts] of fulls) {
    if (!printed.has(full)) continue; // what only titles imply is named in titles
    for (const { form, cost, isByItself } of findForms(masked, pairs, parts, stems)) {
      if (printed.has(form)) continue;
      const alignment = align(form, parts);
      if (!alignment) continue;
      const proposal = proposals.get(form) ?? { fits: [], isByItself };
      proposals.set(form, proposal);
      proposal.fits.push({
        root: scene.clusters.root(full),
        name: full,
        alignment,
        cost,
        isElsewhere: isElsewhere(form, full, scene.placeOf),
      });
    }
  }
  const places = findPlaces(masked, [...proposals.keys()]); // a form in a longer one does not stand by itself
  const links: FormLink[] = [];
  for (const [form, { fits, isByItself }] of proposals) {
    const own = places.get(form) ?? [];
    if (own.length === 0) continue;
    const shows = [isByItself ? 'by itself' : 'in other words', ...surroundingsOf(masked, own[0]!)];
    const best = answerTo(questionOf(scene, { form, sort: 'form', places: own, shows }, ofGroup(form, fits)), weigh);
    if (best) links.push({ ...own[0]!, name: form, full: best.name, score: best.probability });
  }
  return links;
}

/** 中岫, where 中岫集团 and 中岫股份 are named, is the group. */
function ofGroup(form: string, fits: readonly Fit[]): readonly Fit[] {
  const groups = fits.filter(({ name }) => name === `${form}集团`);
  return groups.length > 0 && fits.every(({ name }) => name.startsWith(form)) ? groups : fits;
}

/** What stands on both sides of a place. */
function surroundingsOf(text: string, { start, end }: Span): string[] {
  const after = text.slice(end, end + 6);
  const word = cutWords(after)[0];
  return [
    `before ${text[start - 1] ?? '#'}`,
    `after ${text[end] ?? '#'}`,
    `tag after ${word?.tag ?? '#'}`,
    `cut ${cutWords(text.slice(start, end))
      .map(({ tag }) => tag)
      .join(' ')}`,
  ];
}

/** 我校 and 该校 are looked at before 学校. */
const surenessOf = (noun: string): number => (/^[我本]/.test(noun) ? 2 : noun.startsWith('该') ? 1 : 0);

/** Common nouns that stand for a body. */
export function findNouns(scene: AntecedentScene, masked: string, weigh: WeighAntecedents): FormLink[] {
  const { clusters } = scene;
  const fitting = new Map<string, Fit[]>();
  for (const { name, aliases } of clusters.list()) {
    const root = clusters.root(name);
    for (const noun of new Set([name, ...aliases].flatMap(genericNounsOf)))
      if (!clusters.has(noun) && masked.includes(noun))
        fitting.set(noun, [
          ...(fitting.get(noun) ?? []),
          { root, name, alignment: null, cost: null, isElsewhere: false },
        ]);
  }
  const places = findPlaces(masked, [...fitting.keys()]);
  const links: FormLink[] = [];
  for (const [noun, fits] of [...fitting].sort(([a], [b]) => surenessOf(b) - surenessOf(a))) {
    const standing = (places.get(noun) ?? []).slice(0, mostPlaces).flatMap((place) => {
      const sureness = standingOf(masked, place.start, place.end);
      return sureness === null || sureness < leastStanding ? [] : [{ ...place, sureness }];
    });
    if (standing.length === 0) continue;
    const best = mostMeant(
      standing.map((place) => nounQuestion(scene, masked, noun, place, standing.length, fits)),
      weigh,
    );
    if (!best) continue;
    const { name, probability } = best;
    clusters.add(noun);
    clusters.join(name, noun);
    scene.nouns.add(noun);
    links.push({ start: standing[0]!.start, end: standing[0]!.end, name: noun, full: name, score: probability });
  }
  return links;
}

/** What a noun means at one of its places. */
function nounQuestion(
  scene: AntecedentScene,
  masked: string,
  noun: string,
  place: Span & { readonly sureness: number },
  count: number,
  fits: readonly Fit[],
): AntecedentQuestion {
  const stands = Math.round(place.sureness * 2);
  const shows = [
    `stands ${stands}`,
    `noun ${noun} stands ${Math.round(place.sureness)}`,
    `places ${Math.min(count, 4)}`,
    ...surroundingsOf(masked, place),
  ];
  return questionOf(scene, { form: noun, sort: 'noun', places: [place], shows }, fits);
}

/** The body that a noun means at most of its places, where it surely does at one of them. */
function mostMeant(questions: readonly AntecedentQuestion[], weigh: WeighAntecedents): Antecedent | null {
  const { candidates } = questions[0]!;
  const shares = questions.map(weigh);
  const sums = candidates.map((_, i) => shares.reduce((sum, share) => sum + share[i + 1]!, 0));
  const best = sums.indexOf(Math.max(...sums));
  const probability = Math.max(...shares.map((share) => share[best + 1]!));
  return probability < leastSure ? null : { name: candidates[best]!.name, probability };
}
/** A noun is often said of all of its sort, so a body has to be likelier than everything else together. */
const leastSure = 0.5;
