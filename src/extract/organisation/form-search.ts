import { cutWords } from '../../text/word.ts';
import type { Span } from '../document/span.ts';
import { otherNames } from '../lexicon/other-name.ts';
import type { PairIndex } from '../../text/unit-pair.ts';
import { isStemOfDivision } from '../place/gazetteer.ts';
import { either } from '../../text/pattern.ts';

import type { BodyName } from './body-name.ts';
import { standingOf } from './generic-noun.ts';
import { begin, costOfEnd, costOfStart, mostCost, step } from './short-form.ts';

/** A short form that the text prints, and what it leaves out of the full name. */
export interface FoundForm extends Span {
  readonly form: string;
  readonly cost: number;
  /** Whether its surroundings speak for a name. */
  readonly isByItself: boolean;
}

/** A form without a look at its surroundings. */
type Walked = Omit<FoundForm, 'isByItself'>;

/**
 * Looks for the short forms of a full name: from each place where its first two characters stand, as far as the text
 * goes on along the name. `text`, of which `pairs` are, has the known names blanked out; `stems` are places without their level.
 */
export function findForms(text: string, pairs: PairIndex, full: BodyName, stems: ReadonlySet<string>): FoundForm[] {
  const found = new Map<string, FoundForm>();
  for (const start of full.starts)
    for (const second of secondCharacters(full, start)) {
      let at = pairs.first(full.text.charCodeAt(start), second.charCodeAt(0));
      for (let places = 0; at >= 0 && places < mostPlaces; places += 1, at = pairs.next(at)) {
        const form = longestForm(text, at, full, start);
        if (!form || found.get(form.form)?.isByItself) continue;
        found.set(form.form, { ...form, isByItself: isByItself(text, form, full, stems) });
      }
    }
  return [...found.values()];
}

/** A name that is called by a short form so often is called so in the first of these places. */
const mostPlaces = 40;

function secondCharacters({ text, words }: BodyName, start: number): Set<string> {
  const found = new Set(text.slice(start + 1, start + 2));
  for (const word of words) if (word > start && word < text.length) found.add(text[word]!);
  return found;
}

function longestForm(text: string, at: number, full: BodyName, start: number): Walked | null {
  let progress = begin(start, full);
  let best: Walked | null = null;
  for (let i = at + 1; i < text.length && i - at < full.text.length; i += 1) {
    const next = step(progress, text[i]!, full);
    if (next === null) break;
    progress = next;
    const form = text.slice(at, i + 1);
    const end = costOfEnd(start, form.length, progress, full);
    if (end === null) continue;
    const cost = end + progress.cost + costOfStart(start, form, full);
    if (cost <= mostCost) best = { start: at, end: i + 1, form, cost };
  }
  return best;
}

const otherName = new RegExp(`^${either(otherNames)}`);
/** What goes on where two characters are a company's brand. */
const ofCompany =
  /^(?:将|已|为|也|还|表示|董事|总经理|副总|总裁|执行|监事|首席|集团|公司|员工|职工|项目|牵手|携手|[与和])/;
/** 区委书记, 区委组织部: a post or an office, not the committee by itself. */
const ofCommittee = /^(?:党组|常务|副)*(?:书记|常委|委员|秘书长|部长|主任)|^.{0,6}[部办]/;
const beforeCompany = /(?:[以由与和向为]|依托|携手|牵手)$/;
/** 云岫机场 of 云岫机场集团 is a place. */
const facility = /(?:机场|港|港口|码头|医院|大学|学校|景区|公园|酒店|电站|投资|交通|科创|建设)$/;
/** 琴岛湾: more often a place than a company's brand. */
const landscape = /[湾岛港江河湖海山州城岭溪桥口洲屿洋]$/;
const isOrdinary = (form: string): boolean =>
  cutWords(form).every(({ text, tag }) => text.length > 1 && !/^n[rstz]/.test(tag));

/** Whether a form is a name where it stands, and neither part of a longer word nor the name of a place. */
function isByItself(text: string, { form, start, end }: Walked, full: BodyName, stems: ReadonlySet<string>): boolean {
  if (full.legal === null) {
    const isPost = /[委部]$/.test(form) && ofCommittee.test(text.slice(end, end + 10));
    return !isPost && !(form.endsWith('大学') && isOrdinary(form)) && standingOf(text, start, end) !== null;
  }
  if (/(?:公司|集团|银行|农商行|股份)$/.test(form)) return standingOf(text, start, end) !== null || form.length > 4;
  const after = text.slice(end, end + 4);
  if (otherName.test(after) || stems.has(form) || isStemOfDivision(form)) return false;
  if (form.length === 2 || (form.length === 3 && landscape.test(form)))
    return (
      !isOrdinary(form) && (ofCompany.test(after) || beforeCompany.test(text.slice(Math.max(0, start - 2), start)))
    );
  return !facility.test(form) && (form.length > 3 || cutWords(form).length > 1);
}
