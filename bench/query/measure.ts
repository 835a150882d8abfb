import { execute } from './graphql.ts';
import type { ExecutionResult } from './graphql.ts';
import { createLoaders } from '../../src/load/loaders.ts';
import { schema } from '../../src/schema/schema.ts';
import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import type { MeasuredArchive, SentStatement } from './archive.ts';
import type { Question } from './question.ts';
import type { Sample } from './sample.ts';

export interface Answer {
  readonly ms: number;
  readonly sent: readonly SentStatement[];
}

/** Answers the question once as one request does. Fails on errors. */
export async function answer(
  archive: MeasuredArchive,
  { document, operationName, variables }: Question,
  sample: Sample,
  random: Random,
): Promise<Answer> {
  const variableValues = variables(sample, random);
  archive.takeSent();
  const start = performance.now();
  const { data, errors } = (await execute({
    schema,
    document,
    operationName,
    variableValues,
    contextValue: { load: createLoaders(archive) },
  })) as ExecutionResult;
  JSON.stringify(data);
  const ms = performance.now() - start;
  if (errors !== undefined) throw new Error(`${errors[0]!.message} (${JSON.stringify(variableValues)})`);
  return { ms, sent: archive.takeSent() };
}

/**
 * The answers to a question from each archive, asked for in turn, so that what else the machine does hits all alike.
 */
export async function answers(
  archives: readonly { archive: MeasuredArchive; sample: Sample }[],
  question: Question,
  times: number,
): Promise<Answer[][]> {
  const measured = archives.map((): Answer[] => []);
  const randoms = archives.map(() => createRandom(1));
  for (let time = -WARM_UP; time < times; time += 1) {
    for (const [at, { archive, sample }] of archives.entries()) {
      const given = await answer(archive, question, sample, randoms[at]!);
      if (time >= 0) measured[at]!.push(given);
    }
  }
  return measured;
}

/** Every connection prepares each statement once. */
const WARM_UP = 5;

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
