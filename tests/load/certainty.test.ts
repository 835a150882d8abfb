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

describe('confirmed is', () => {
  test('who is cited on the day', () => {
    expect(held('01-15', ['柳青 FULL 01-15', '林澄 FULL 03-01'])).toEqual(['柳青 CONFIRMED']);
  });

  test('who is cited before and after it, with nobody else between', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 03-01', '顾远 FULL 01-10'])).toEqual(['柳青 CONFIRMED']);
  });

  test('not who has somebody else between, on whichever side of the day', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 01-20'])).toEqual(['柳青 UNKNOWN', '林澄 UNKNOWN']);
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 02-10'])).toEqual(['柳青 UNKNOWN', '林澄 UNKNOWN']);
  });

  test('also who is cited on the very days of a neighbour, which are not between', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15', '林澄 FULL 01-15'])).toEqual(['柳青 CONFIRMED']);
  });

  test('who acted before the day and has the post after it, by what was held then', () => {
    expect(held('02-01', ['柳青 ACTING 01-15', '柳青 FULL 02-15'])).toEqual(['柳青 ACTING CONFIRMED']);
  });

  test('whose removal or appointment is reported after the day, and whose is not between', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-15 -02-15'])).toEqual(['柳青 CONFIRMED']);
    expect(held('02-01', ['柳青 FULL 01-15 03-15', '林澄 FULL +02-15 -02-20'])).toEqual(
      ['林澄 UNKNOWN', '柳青 UNKNOWN'].toReversed(),
    );
  });

  test('not who is removed on that day, but who is appointed on it', () => {
    expect(held('02-01', ['柳青 FULL 01-15 02-01 -02-01', '林澄 ACTING +02-01'])).toEqual(['林澄 ACTING CONFIRMED']);
    expect(held('02-01', ['柳青 ACTING 01-15 02-01 -02-01', '柳青 FULL +02-01 03-01'])).toEqual(['柳青 CONFIRMED']);
  });

  test('not who is followed on that day by somebody who is given the office', () => {
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

  test('not who came back after an end between the two citations', () => {
    expect(held('02-01', ['柳青 FULL 01-10 -01-20', '柳青 FULL 03-01'])).toEqual(['柳青 UNKNOWN', '柳青 UNKNOWN']);
    expect(held('02-01', ['柳青 FULL 01-10 -02-10', '柳青 FULL 03-01'])).toEqual(['柳青 UNKNOWN', '柳青 UNKNOWN']);
    expect(held('02-01', ['柳青 FULL 01-10 -01-12', '柳青 FULL 01-20 03-01'])).toEqual(['柳青 CONFIRMED']);
  });

  test('each of two who are cited on one day', () => {
    expect(held('01-15', ['柳青 FULL 01-15', '林澄 ACTING 01-15'])).toEqual(
      ['林澄 ACTING CONFIRMED', '柳青 CONFIRMED'].toSorted(),
    );
  });
});

describe('probable is', () => {
  test('who is cited last, within a year', () => {
    expect(held('03-01', ['柳青 FULL 01-15', '林澄 FULL 01-10'])).toEqual(['柳青 PROBABLE']);
    expect(held('2025-01-14', ['柳青 FULL 01-15'])).toEqual(['柳青 PROBABLE']);
    expect(held('2025-01-15', ['柳青 FULL 01-15'])).toEqual(['柳青 UNKNOWN']);
  });

  test('who is cited first, within a year', () => {
    expect(held('01-01', ['柳青 FULL 01-15', '林澄 FULL 02-10'])).toEqual(['柳青 PROBABLE']);
    expect(held('2022-12-31', ['柳青 FULL 01-15'])).toEqual(['柳青 UNKNOWN']);
  });

  test('not who was removed or is called a former one by the day', () => {
    expect(held('03-01', ['柳青 FULL 01-15 -02-01'])).toEqual(['柳青 UNKNOWN']);
    expect(held('03-01', ['柳青 FULL 01-15 -04-01'])).toEqual(['柳青 PROBABLE']);
    expect(held('03-01', ['柳青 ACTING 01-15 -02-01', '柳青 FULL 01-20 -02-01'])).toEqual(['柳青 UNKNOWN']);
  });

  test('who has come back since an earlier end', () => {
    expect(held('05-01', ['柳青 FULL 01-15 -02-01', '柳青 FULL 03-01'])).toEqual(['柳青 PROBABLE']);
  });

  test('not who was appointed after the day', () => {
    expect(held('01-01', ['柳青 FULL +01-15 02-01'])).toEqual(['柳青 UNKNOWN']);
  });

  test('who was appointed when another was removed', () => {
    expect(held('03-01', ['柳青 FULL 01-15 02-01 -02-01', '林澄 FULL +02-01'])).toEqual(['林澄 PROBABLE']);
    expect(held('01-20', ['柳青 FULL 02-01 -02-01', '林澄 FULL +02-01'])).toEqual(['柳青 PROBABLE']);
    expect(held('03-01', ['柳青 FULL 02-01', '林澄 FULL +02-01'])).toEqual(['林澄 PROBABLE']);
  });

  test('nobody where two are cited last on one day', () => {
    expect(held('03-01', ['柳青 FULL 02-01', '林澄 FULL 02-01'])).toEqual(['林澄 UNKNOWN', '柳青 UNKNOWN']);
  });

  test('nobody between two holders', () => {
    expect(held('02-01', ['柳青 FULL 01-15', '林澄 ACTING 03-01'])).toEqual(['柳青 UNKNOWN', '林澄 ACTING UNKNOWN']);
  });
});

describe('unknown are', () => {
  test('the nearest before and after, and no others', () => {
    expect(held('03-01', ['沈一苇 FULL 01-01', '柳青 FULL 01-15', '林澄 FULL 04-01', '顾远 FULL 05-01'])).toEqual([
      '柳青 UNKNOWN',
      '林澄 UNKNOWN',
    ]);
  });

  test('nobody where nobody is known', () => {
    expect(held('03-01', [])).toEqual([]);
  });
});

describe('asked for those who act', () => {
  const asked = ['ACTING'];

  test('who holds the post in full is a rival and no answer', () => {
    expect(held('02-01', ['柳青 ACTING 01-15 02-15', '林澄 FULL 01-20'], { asked })).toEqual(['柳青 ACTING UNKNOWN']);
    expect(held('02-01', ['柳青 ACTING 01-15', '林澄 FULL 01-20'], { asked })).toEqual(['柳青 ACTING UNKNOWN']);
    expect(held('01-20', ['林澄 FULL 01-20'], { asked })).toEqual([]);
  });

  test('who is elected later acted until the next citation', () => {
    expect(held('02-01', ['柳青 ACTING 01-15', '柳青 FULL 02-15'], { asked })).toEqual(['柳青 ACTING CONFIRMED']);
    expect(held('03-01', ['柳青 ACTING 01-15', '柳青 FULL 02-15'], { asked })).toEqual(['柳青 ACTING UNKNOWN']);
  });
});

describe('a shared post', () => {
  const isShared = true;

  test('has all its confirmed and probable holders, who do not exclude each other', () => {
    expect(
      held('02-01', ['柳青 DEPUTY 01-15 02-15', '林澄 DEPUTY 01-20', '顾远 DEPUTY 03-01', '沈一苇 DEPUTY 02-01'], {
        isShared,
      }),
    ).toEqual(['柳青 DEPUTY CONFIRMED', '林澄 DEPUTY PROBABLE', '沈一苇 DEPUTY CONFIRMED', '顾远 DEPUTY PROBABLE']);
  });

  test('has not who has left it or was given it later', () => {
    expect(
      held('02-01', ['柳青 DEPUTY 01-15 -01-20', '林澄 DEPUTY +02-03', '顾远 DEPUTY 02-01'], { isShared }),
    ).toEqual(['顾远 DEPUTY CONFIRMED']);
  });

  test('shows the nearest where nobody is sure', () => {
    expect(
      held('02-01', ['柳青 DEPUTY 01-15 -01-20', '顾远 DEPUTY 01-10 -01-11', '林澄 DEPUTY +02-03'], { isShared }),
    ).toEqual(['柳青 DEPUTY UNKNOWN', '林澄 DEPUTY UNKNOWN']);
  });
});
