import type { TenureRecord } from './node.ts';

export type Certainty = 'CONFIRMED' | 'PROBABLE' | 'UNKNOWN';

/** Somebody who held an office on a day, or may have. */
export interface OfficeHolder {
  readonly tenure: TenureRecord;
  readonly certainty: Certainty;
}

/** A tenure of the office, as seen from the day in question. */
export interface Candidate {
  readonly tenure: TenureRecord;
  /** Who holds it: the same for all tenures of one person. */
  readonly holder: string;
  /** The last day on or before the day in question on which this tenure is cited. */
  readonly before: string | null;
  /** The first day on or after it on which this tenure is cited. */
  readonly after: string | null;
  /** Whether it is held in the way that is asked for; the others only tell who else held the office. */
  readonly isAsked: boolean;
}

/**
 * For so many days before the first citation and after the last, an office is assumed to be held by the same person if
 * nobody else is seen in it.
 */
const PROBABLE_DAYS = 365;

/**
 * Who held the office on the day: the confirmed holders if there are any, else the probable ones, else those cited
 * nearest before and after, of whom it is unknown. A shared office is held by each on their own, so that it has
 * probable holders beside confirmed ones.
 */
export function heldOn(on: string, candidates: readonly Candidate[], isShared: boolean): readonly OfficeHolder[] {
  const all = candidates.toSorted(byTenure);
  const holders = byHolder(all);
  const sure = isShared ? holders.flatMap((own) => surelyHeld(on, own, [own])) : surelyHeld(on, all, holders);
  return sure.length > 0 ? sure : neighbours(all.filter(({ isAsked }) => isAsked));
}

function byHolder(all: readonly Candidate[]): Candidate[][] {
  const holders = new Map<string, Candidate[]>();
  for (const candidate of all) {
    const own = holders.get(candidate.holder);
    if (own === undefined) holders.set(candidate.holder, [candidate]);
    else own.push(candidate);
  }
  return [...holders.values()];
}

/** The confirmed holders, else the probable ones, of an office that only these people held. */
function surelyHeld(on: string, all: readonly Candidate[], holders: readonly (readonly Candidate[])[]): OfficeHolder[] {
  const confirmed = holders.flatMap((own) =>
    confirmedOf(
      on,
      own,
      all.filter((other) => !own.includes(other)),
    ),
  );
  const [certainty, held] =
    confirmed.length > 0 ? (['CONFIRMED', confirmed] as const) : (['PROBABLE', probableOf(on, all)] as const);
  return held.filter(({ isAsked }) => isAsked).map(({ tenure }) => ({ tenure, certainty }));
}

/**
 * The tenure by which one person is proven to hold the office: cited on the day, or around it with nobody else between.
 * Somebody given the office on the day of another's last citation takes it over then. `held` in `held-on.ts` says the
 * same in SQL.
 */
function confirmedOf(on: string, own: readonly Candidate[], others: readonly Candidate[]): readonly Candidate[] {
  const alive = own.filter(({ tenure }) => !isEnded(tenure, on));
  const before = latest(alive);
  const after = earliest(own);
  if (before === null || after === null) return [];
  const isSucceeded = others.some((other) => isGivenOn(other, before)) && !own.some((one) => isGivenOn(one, before));
  const isContested =
    isSucceeded ||
    others.some((other) => isWithin(other.before, before, after) || isWithin(other.after, before, after));
  if (isContested || endsWithin(own, before, on) || own.some(({ tenure }) => isWithin(tenure.endedBy, on, after)))
    return [];
  return oneOf(alive.filter((candidate) => candidate.before === before));
}

/**
 * The one cited last if all citations are before the day, or first if all are after it. Nobody if there are several.
 */
function probableOf(on: string, all: readonly Candidate[]): readonly Candidate[] {
  const isPast = all.every(({ after }) => after === null);
  const isToCome = all.every(({ before }) => before === null);
  const day = isPast ? latest(all) : isToCome ? earliest(all) : null;
  if (day === null || daysBetween(on, day) > PROBABLE_DAYS) return [];
  const nearest = all.filter(
    ({ tenure, before, after }) => day === (before ?? after) && !isEnded(tenure, on) && !isGivenAfter(tenure, on),
  );
  const given = nearest.filter(({ tenure }) => tenure.startedOn === day);
  const [holder, ...others] = new Set((given.length > 0 ? given : nearest).map((candidate) => candidate.holder));
  const own = all.filter((candidate) => candidate.holder === holder);
  return others.length > 0 || endsWithin(own, day, on)
    ? []
    : oneOf(nearest.filter((candidate) => candidate.holder === holder));
}

/** One of several tenures that prove the same: one in the way that is asked for, if there is any. */
function oneOf(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => Number(b.isAsked) - Number(a.isAsked)).slice(0, 1);
}

/** Those cited nearest before the day and nearest after it, each tenure once. */
function neighbours(asked: readonly Candidate[]): OfficeHolder[] {
  const before = latest(asked);
  const after = earliest(asked);
  const near = asked.filter(
    (candidate) => (before !== null && candidate.before === before) || (after !== null && candidate.after === after),
  );
  return near.map(({ tenure }) => ({ tenure, certainty: 'UNKNOWN' }));
}

function isEnded({ endedBy }: TenureRecord, on: string): boolean {
  return endedBy !== null && endedBy <= on;
}

function isGivenOn({ tenure: { startedOn } }: Candidate, day: string): boolean {
  return startedOn === day;
}

function isGivenAfter({ startedOn }: TenureRecord, on: string): boolean {
  return startedOn !== null && startedOn > on;
}

/** Whether one of the tenures ended after `from`, and on `to` at the latest. */
function endsWithin(own: readonly Candidate[], from: string, to: string): boolean {
  return own.some(({ tenure: { endedBy } }) => endedBy !== null && endedBy > from && endedBy <= to);
}

/** Strictly between two days. Days of four-digit years compare as text. */
function isWithin(day: string | null, from: string, to: string): boolean {
  return day !== null && day > from && day < to;
}

function latest(candidates: readonly Candidate[]): string | null {
  return candidates.reduce<string | null>(
    (day, { before }) => (before !== null && (day === null || before > day) ? before : day),
    null,
  );
}

function earliest(candidates: readonly Candidate[]): string | null {
  return candidates.reduce<string | null>(
    (day, { after }) => (after !== null && (day === null || after < day) ? after : day),
    null,
  );
}

function daysBetween(one: string, other: string): number {
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
}

function byTenure({ tenure: a }: Candidate, { tenure: b }: Candidate): number {
  return a.firstCitedOn < b.firstCitedOn || (a.firstCitedOn === b.firstCitedOn && a.id < b.id) ? -1 : 1;
}
