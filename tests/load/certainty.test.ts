import { describe, expect, test } from 'vitest';
import { heldOn } from '../../src/load/certainty.ts';
import type { Candidate } from '../../src/load/certainty.ts';

/**
 * A tenure as seen from the day: who, in what way, and the citations of it, `+` in front of the day on which it was
 * given and `-` in front of one from which it was over: `柳青 ACTING +01-15 02-03 -03-01`.
 */
function candidate(words: string, on: string, asked: readonly string[]): Candidate {
  const [holder, modality, ...days] = words.split(' ') as [string, Candidate['tenure']['modality'], ...string[]];
  const marked = (mark: string) =>
    days
      .find((day) => day.startsWith(mark))
      ?.slice(1)
      .replace(/^/, '2024-') ?? null;
  const cited = days
    .filter((day) => !day.startsWith('-'))
    .map((day) => `2024-${day.replace('+', '')}`)
    .sort();
  return {
    tenure: {
      id: words,
      __typename: 'Tenure',
      personId: holder,
      organisationId: null,
      title: '',
      modality,
      firstCitedOn: cited[0]!,
      lastCitedOn: cited.at(-1)!,
      startedOn: marked('+'),
      endedBy: marked('-'),
      confidence: 0.9,
    },
    holder,
    before: cited.findLast((day) => day <= on) ?? null,
    after: cited.find((day) => day >= on) ?? null,
    isAsked: asked.includes(modality),
  };
}

interface Case {
  readonly isShared?: boolean;
  readonly asked?: readonly string[];
}

/** `柳青 CONFIRMED`, in the order of the answer. */
function held(
  day: string,
  tenures: readonly string[],
  { isShared = false, asked = ['FULL', 'ACTING', 'DEPUTY'] }: Case = {},
): string[] {
  const on = day.length === 5 ? `2024-${day}` : day;
  return heldOn(
    on,
    tenures.map((words) => candidate(words, on, asked)),
    isShared,
  ).map(
    ({ tenure, certainty }) =>
      `${tenure.personId}${tenure.modality === 'FULL' ? '' : ` ${tenure.modality}`} ${certainty}`,
  );
}

describe('confirmed holders', () => {
  test('a holder cited on the day is confirmed', () => {
    expect(held('01-15', ['柳青 FULL 01-15', '林澄 FULL 03-01'])).toEqual(['柳青 CONFIRMED']);
  });

  test('a holder cited before and after the day, with nobody else between, is confirmed', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 03-01', '顾远 FULL 01-10'])).toEqual(['柳青 CONFIRMED']);
  });

  test('a holder is not confirmed if somebody else is cited between, on either side of the day', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 01-20'])).toEqual(['柳青 UNKNOWN', '林澄 UNKNOWN']);
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 02-10'])).toEqual(['柳青 UNKNOWN', '林澄 UNKNOWN']);
  });

  test('a holder is confirmed if a neighbour is cited only on the very days of the citations', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 01-15'])).toEqual(['柳青 CONFIRMED']);
  });

  test('somebody who acted before the day and has the post after it is confirmed as what was held then', () => {
    expect(held('02-01', ['柳青 ACTING 01-15', '柳青 FULL 02-15'])).toEqual(['柳青 ACTING CONFIRMED']);
  });

  test('a holder is confirmed if the removal or appointment is reported after the day, but not if it is between', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15 -02-15'])).toEqual(['柳青 CONFIRMED']);
    expect(held('02-01', ['柳青 FULL 01-15 03-15', '林澄 FULL +02-15 -02-20'])).toEqual(
      ['林澄 UNKNOWN', '柳青 UNKNOWN'].toReversed(),
    );
  });

  test('a holder removed on the day is not confirmed, one appointed on it is', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-01 -02-01', '林澄 ACTING +02-01'])).toEqual(['林澄 ACTING CONFIRMED']);
    expect(held('02-01', ['柳青 ACTING 01-15 02-01 -02-01', '柳青 FULL +02-01 03-01'])).toEqual(['柳青 CONFIRMED']);
  });

  test('a holder is not confirmed if somebody else is given the office on that day', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-01', '林澄 FULL +02-01 03-01'])).toEqual(['林澄 CONFIRMED']);
    expect(held('02-10', ['柳青 FULL 01-15 02-01 03-01', '林澄 FULL +02-01'])).toEqual([
      '柳青 UNKNOWN',
      '林澄 UNKNOWN',
    ]);
    expect(held('01-20', ['柳青 FULL 01-15 02-01', '林澄 FULL +02-01'])).toEqual(['柳青 CONFIRMED']);
    expect(held('02-01', ['柳青 ACTING +02-01', '林澄 FULL +02-01'])).toEqual([
      '林澄 CONFIRMED',
      '柳青 ACTING CONFIRMED',
    ]);
  });

  test('a holder who came back after an end between the two citations is not confirmed', () => {
    expect(held('02-01', ['柳青 FULL 01-10 -01-20', '柳青 FULL 03-01'])).toEqual(['柳青 UNKNOWN', '柳青 UNKNOWN']);
    expect(held('02-01', ['柳青 FULL 01-10 -02-10', '柳青 FULL 03-01'])).toEqual(['柳青 UNKNOWN', '柳青 UNKNOWN']);
    expect(held('02-01', ['柳青 FULL 01-10 -01-12', '柳青 FULL 01-20 03-01'])).toEqual(['柳青 CONFIRMED']);
  });

  test('two holders cited on one day are both confirmed', () => {
    expect(held('01-15', ['柳青 FULL 01-15', '林澄 ACTING 01-15'])).toEqual(
      ['林澄 ACTING CONFIRMED', '柳青 CONFIRMED'].toSorted(),
    );
  });
});

describe('probable holders', () => {
  test('the holder cited last, within a year, is probable', () => {
    expect(held('03-01', ['柳青 FULL 01-15', '林澄 FULL 01-10'])).toEqual(['柳青 PROBABLE']);
    expect(held('2025-01-14', ['柳青 FULL 01-15'])).toEqual(['柳青 PROBABLE']);
    expect(held('2025-01-15', ['柳青 FULL 01-15'])).toEqual(['柳青 UNKNOWN']);
  });

  test('the holder cited first, within a year, is probable', () => {
    expect(held('01-01', ['柳青 FULL 01-15', '林澄 FULL 02-10'])).toEqual(['柳青 PROBABLE']);
    expect(held('2022-12-31', ['柳青 FULL 01-15'])).toEqual(['柳青 UNKNOWN']);
  });

  test('a holder who was removed or is called a former one by the day is not probable', () => {
    expect(held('03-01', ['柳青 FULL 01-15 -02-01'])).toEqual(['柳青 UNKNOWN']);
    expect(held('03-01', ['柳青 FULL 01-15 -04-01'])).toEqual(['柳青 PROBABLE']);
    expect(held('03-01', ['柳青 ACTING 01-15 -02-01', '柳青 FULL 01-20 -02-01'])).toEqual(['柳青 UNKNOWN']);
  });

  test('a holder who has come back since an earlier end is probable', () => {
    expect(held('05-01', ['柳青 FULL 01-15 -02-01', '柳青 FULL 03-01'])).toEqual(['柳青 PROBABLE']);
  });

  test('a holder who was appointed after the day is not probable', () => {
    expect(held('01-01', ['柳青 FULL +01-15 02-01'])).toEqual(['柳青 UNKNOWN']);
  });

  test('a holder who was appointed when another was removed is probable', () => {
    expect(held('03-01', ['柳青 FULL 01-15 02-01 -02-01', '林澄 FULL +02-01'])).toEqual(['林澄 PROBABLE']);
    expect(held('01-20', ['柳青 FULL 02-01 -02-01', '林澄 FULL +02-01'])).toEqual(['柳青 PROBABLE']);
    expect(held('03-01', ['柳青 FULL 02-01', '林澄 FULL +02-01'])).toEqual(['林澄 PROBABLE']);
  });

  test('nobody is probable where two are cited last on one day', () => {
    expect(held('03-01', ['柳青 FULL 02-01', '林澄 FULL 02-01'])).toEqual(['林澄 UNKNOWN', '柳青 UNKNOWN']);
  });

  test('nobody is probable between two holders', () => {
    expect(held('02-01', ['柳青 FULL 01-15', '林澄 ACTING 03-01'])).toEqual(['柳青 UNKNOWN', '林澄 ACTING UNKNOWN']);
  });
});

describe('unknown holders', () => {
  test('the nearest holders before and after are unknown, and no others', () => {
    expect(held('03-01', ['沈一苇 FULL 01-01', '柳青 FULL 01-15', '林澄 FULL 04-01', '顾远 FULL 05-01'])).toEqual([
      '柳青 UNKNOWN',
      '林澄 UNKNOWN',
    ]);
  });

  test('nobody is named where nobody is known', () => {
    expect(held('03-01', [])).toEqual([]);
  });
});

describe('acting holders', () => {
  const asked = ['ACTING'];

  test('a holder of the full post is a rival but not an answer', () => {
    expect(held('02-01', ['柳青 ACTING 01-15 02-15', '林澄 FULL 01-20'], { asked })).toEqual(['柳青 ACTING UNKNOWN']);
    expect(held('02-01', ['柳青 ACTING 01-15', '林澄 FULL 01-20'], { asked })).toEqual(['柳青 ACTING UNKNOWN']);
    expect(held('01-20', ['林澄 FULL 01-20'], { asked })).toEqual([]);
  });

  test('somebody who is elected later acted until the next citation', () => {
    expect(held('02-01', ['柳青 ACTING 01-15', '柳青 FULL 02-15'], { asked })).toEqual(['柳青 ACTING CONFIRMED']);
    expect(held('03-01', ['柳青 ACTING 01-15', '柳青 FULL 02-15'], { asked })).toEqual(['柳青 ACTING UNKNOWN']);
  });
});

describe('shared posts', () => {
  const isShared = true;

  test('a shared post has all its confirmed and probable holders, who do not exclude each other', () => {
    expect(
      held('02-01', ['柳青 DEPUTY 01-15 02-15', '林澄 DEPUTY 01-20', '顾远 DEPUTY 03-01', '沈一苇 DEPUTY 02-01'], {
        isShared,
      }),
    ).toEqual(['柳青 DEPUTY CONFIRMED', '林澄 DEPUTY PROBABLE', '沈一苇 DEPUTY CONFIRMED', '顾远 DEPUTY PROBABLE']);
  });

  test('a shared post has nobody who has left it or was given it later', () => {
    expect(
      held('02-01', ['柳青 DEPUTY 01-15 -01-20', '林澄 DEPUTY +02-03', '顾远 DEPUTY 02-01'], { isShared }),
    ).toEqual(['顾远 DEPUTY CONFIRMED']);
  });

  test('a shared post shows the nearest holders where nobody is certain', () => {
    expect(
      held('02-01', ['柳青 DEPUTY 01-15 -01-20', '顾远 DEPUTY 01-10 -01-11', '林澄 DEPUTY +02-03'], { isShared }),
    ).toEqual(['柳青 DEPUTY UNKNOWN', '林澄 DEPUTY UNKNOWN']);
  });
});
