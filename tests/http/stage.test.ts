import { expect, test } from 'vitest';
import { always, perRequest, perText, runStages, type Stage } from '../../src/http/stage.ts';

class Request {
  readonly passed: string[] = [];
  isRefused = false;

  refuse(): void {
    this.isRefused = true;
  }
}

const pass = (name: string) => (state: Request) => void state.passed.push(name);
const fail = () => {
  throw new Error('Refused.');
};

async function passed(stages: readonly Stage<Request>[]): Promise<string[]> {
  const state = new Request();
  await runStages(stages, state);
  return state.passed;
}

test('a request passes the stages in their order, those that wait too', async () => {
  const slow = perRequest<Request>('b', async (state) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    state.passed.push('b');
  });
  expect(await passed([perRequest('a', pass('a')), slow, always('c', pass('c'))])).toEqual(['a', 'b', 'c']);
});

test('a stage that is per text runs only where nothing is recalled', async () => {
  const stages = [true, false].map((isKept) => perText<Request>('', { recall: () => isKept, run: pass(`${isKept}`) }));
  expect(await passed(stages)).toEqual(['false']);
});

test('after an error, at once or later, only those stages run that always do', async () => {
  for (const error of [fail, () => Promise.reject(new Error('Refused.'))])
    expect(await passed([perRequest('a', error), perRequest('b', pass('b')), always('c', pass('c'))])).toEqual(['c']);
});

test('an error of a stage that always runs is told once the others have run', async () => {
  const state = new Request();
  await expect(runStages([always('a', fail), always('b', pass('b'))], state)).rejects.toThrow('Refused.');
  expect(state.passed).toEqual(['b']);
});
