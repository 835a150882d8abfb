import type { AgreementContext } from './agreement-context.ts';
import { partnersBefore, signsWithEach } from './each.ts';
import type { Pair } from './pairing.ts';
import { isUnsigned, likenessOf } from './frame-likeness.ts';
import { knownParties, merge, mergedKind } from './frame.ts';
import type { Frame } from './frame.ts';
import type { PartyFact } from '../facts.ts';
import type { Instrument } from './instrument.ts';
import { dedupeParties } from './party.ts';
import type { Reading } from '../document/reading.ts';
import { signsFor } from './signatory-body.ts';

/** Adds a frame to those of an article: to the one that tells the same signing best, else as one more. */
export function addFrame(
  frames: Frame[],
  frame: Frame,
  context: AgreementContext,
  before: readonly Frame[] = frames,
): Frame {
  let best: Frame | null = null;
  let most = 0;
  for (const other of before) {
    const likeness = likenessOf(other, frame, context);
    if (likeness > 0 && likeness >= most) [best, most] = [other, likeness];
  }
  if (best) merge(best, frame, context);
  else frames.push(frame);
  return best ?? frame;
}

/** 签署人才培训协议和规划服务协议: the same parties sign several instruments. */
export function addInstruments(
  frames: Frame[],
  frame: Frame,
  instruments: readonly Instrument[],
  context: AgreementContext,
): void {
  const first = addFrame(frames, { ...frame, ...instruments[0] }, context);
  for (const { kind, title } of instruments.slice(1)) frames.push({ ...first, kind, title, quotes: [...frame.quotes] });
}

/** Adds one frame for each pair that signs in the same words; what was told of all of them together is theirs. */
export function addPairs(
  frames: Frame[],
  frame: Frame,
  pairs: readonly Pair[],
  instruments: readonly Instrument[],
  context: AgreementContext,
): void {
  const before = [...frames];
  const whole = takeWhole(frames, frame, dedupeParties(pairs.flatMap(({ parties }) => parties)));
  const open = before.filter((other) => other !== whole);
  pairs.forEach((pair, i) => {
    const parties = pair.parties.map((party) => wholeOf(party, whole) ?? party);
    const instrument = instruments.length === pairs.length ? instruments[i]! : null;
    const own = withOwn(frame, { ...pair, parties }, context);
    const added = addFrame(
      frames,
      {
        ...own,
        kind: instrument?.kind ?? (whole ? mergedKind(whole, own) : own.kind),
        title: instrument?.title ?? own.title ?? whole?.title ?? null,
        place: own.place ?? whole?.place ?? null,
        date: own.date ?? whole?.date ?? null,
        quotes: [...own.quotes, ...(whole?.quotes ?? [])],
      },
      context,
      open,
    );
    if (open.includes(added)) open.splice(open.indexOf(added), 1); // what told one pair tells no other
  });
}

/** The head of its institute signs for a university that the ceremony's words name. */
const wholeOf = ({ organisation }: PartyFact, whole: Frame | null): PartyFact | undefined =>
  whole?.parties.find((party) => party.organisation.length > 3 && organisation.startsWith(party.organisation));

/** A ceremony of A与B、C told before is that of A with B and of A with C told now. */
function takeWhole(frames: Frame[], frame: Frame, parties: readonly PartyFact[]): Frame | null {
  const named = new Set(parties.map(({ organisation }) => organisation));
  const at = frames.findIndex(
    (other) =>
      other.signing.stage === frame.signing.stage &&
      other.signatories.length === 0 &&
      other.parties.length > 2 &&
      other.parties.every(({ organisation }) => [...named].some((name) => name.startsWith(organisation))),
  );
  return at < 0 ? null : frames.splice(at, 1)[0]!;
}

/** One of several agreements signed in the same words: its parties, and its own signatories. */
const withOwn = (frame: Frame, { parties, people }: Pair, context: AgreementContext): Frame => ({
  ...frame,
  parties,
  owners: [],
  quotes: [...frame.quotes],
  signatories: frame.signatories.flatMap((signatory) => {
    if (people.size === 0) return signsFor(signatory, parties, context) ? [signatory] : [];
    const onBehalfOf = people.get(signatory.person);
    return onBehalfOf === undefined ? [] : [{ ...signatory, onBehalfOf: ownName(onBehalfOf, parties) }];
  }),
});

/** The party that stands for a body, as the university for its institute. */
const ownName = (body: string, parties: readonly PartyFact[]): string =>
  parties.find(({ organisation }) => organisation === body)?.organisation ??
  parties.find(({ organisation }) => body.startsWith(organisation))?.organisation ??
  body;

/** 甲分别与三家企业签约, whose names stand before: in a ceremony's words, or in a list. */
export function splitBatch(frames: Frame[], frame: Frame, reading: Reading, context: AgreementContext): boolean {
  if (!signsWithEach(reading, frame.signing)) return false;
  const batch = frames.findLast(
    ({ signing, signatories, parties }) =>
      signing.stage === frame.signing.stage && signatories.length === 0 && parties.length > 2,
  );
  if (batch?.signing.form === 'COLLECTIVE') return false;
  const known = batch?.parties ?? partnersBefore(reading, frame.signing, context.registry);
  const own = knownParties(frame);
  const host =
    known.find(
      (party) =>
        own.some(({ organisation }) => organisation === party.organisation) ||
        frame.signatories.some((signatory) => signsFor(signatory, [party], context)),
    ) ??
    own[0] ??
    (frame.signatories.length > 0 ? undefined : batch?.parties[0]);
  const others = known.filter(({ organisation }) => organisation !== host?.organisation);
  if (others.length < 2) return false;
  if (batch) frames.splice(frames.indexOf(batch), 1);
  const pairs = others.map((party) => ({ parties: host ? [host, party] : [party], people: new Map() }));
  const told = batch
    ? { ...frame, kind: frame.kind ?? batch.kind, title: frame.title ?? batch.title, date: frame.date ?? batch.date }
    : frame;
  addPairs(frames, told, pairs, [], context);
  return true;
}

/**
 * 甲与乙、丙与丁分别在协议上签字, 甲、乙、丙上台签约: people of several signings told before; each signs the one, or those,
 * of whose parties they are. Who is of none only stands by.
 */
export function distribute(frames: readonly Frame[], frame: Frame, context: AgreementContext): boolean {
  if (frame.signatories.length === 0) return false;
  const open = frames.filter(
    ({ isHeadline, signing, parties }) => !isHeadline && signing.stage === frame.signing.stage && parties.length > 1,
  );
  const told = new Set(open.flatMap(({ parties }) => parties.map(({ organisation }) => organisation)));
  if (frame.parties.length > 1 && frame.parties.some(({ organisation }) => !told.has(organisation))) return false;
  const targets = frame.signatories.map((signatory) => open.filter((other) => isUnsigned(signatory, other, context)));
  const reached = open.filter((other) => targets.some((fitting) => fitting.includes(other)));
  const isOneOf = reached.every(({ quotes }) => quotes.some((quote) => reached[0]!.quotes.includes(quote)));
  if (reached.length < 2 || (frame.signatories.length < 3 && !isOneOf)) return false;
  if (frame.signatories.length > 1 && reached.some((other) => targets.every((fitting) => fitting.includes(other))))
    return false;
  for (const other of reached) {
    const signatories = frame.signatories.filter((_, i) => targets[i]!.includes(other));
    const own = { ...frame, kind: null, title: null, parties: [], owners: [], signatories, quotes: [...frame.quotes] };
    merge(other, own, context);
  }
  return true;
}
