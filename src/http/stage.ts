/** A step of the request path. */
export type Stage<State> = RequestStage<State> | TextStage<State>;

/** Runs for every request, whichever way it is answered. */
export interface RequestStage<State> {
  readonly per: 'request';
  readonly name: string;
  /** Whether it also runs once an answer is certain to be a refusal. */
  readonly evenIfRefused: boolean;
  /** Returns a promise only when it has to wait. What it throws is what the request is refused with. */
  readonly run: (state: State) => void | Promise<void>;
}

/** Finds out what depends on the text sent alone, so that the result may be kept and recalled. */
export interface TextStage<State> {
  readonly per: 'text';
  readonly name: string;
  /** Takes over what is kept; false when nothing is, and `run` has to find it out. */
  readonly recall: (state: State) => boolean;
  readonly run: (state: State) => void;
}

/** What `runStages` has to know of a request. */
export interface Refusable {
  readonly isRefused: boolean;
  refuse(error: unknown): void;
}

export function perRequest<State>(name: string, run: RequestStage<State>['run']): RequestStage<State> {
  return { per: 'request', name, evenIfRefused: false, run };
}

/** Per request, and for refused requests too: what ends a request. */
export function always<State>(name: string, run: RequestStage<State>['run']): RequestStage<State> {
  return { per: 'request', name, evenIfRefused: true, run };
}

export function perText<State>(
  name: string,
  { recall, run }: Pick<TextStage<State>, 'recall' | 'run'>,
): TextStage<State> {
  return { per: 'text', name, recall, run };
}

/**
 * Takes a request through the stages in their order. An error refuses it: what is left of the stages that ask is
 * skipped, what ends a request is not.
 * @throws what a stage that always runs has thrown, once all have run
 */
export async function runStages<State extends Refusable>(stages: readonly Stage<State>[], state: State): Promise<void> {
  let failure: { readonly cause: unknown } | undefined;
  for (const stage of stages) {
    const isEnding = stage.per === 'request' && stage.evenIfRefused;
    if (state.isRefused && !isEnding) continue;
    try {
      if (stage.per === 'text' && stage.recall(state)) continue;
      const pending = stage.run(state);
      // Nothing waits for what is done: a turn of the loop would cost more than most stages.
      if (pending !== undefined) await pending;
    } catch (error) {
      if (isEnding) failure ??= { cause: error };
      else state.refuse(error);
    }
  }
  if (failure !== undefined) throw failure.cause;
}
