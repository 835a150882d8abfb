/** A step of the request path. */
export type Stage<State> = RequestStage<State> | TextStage<State>;

/** Runs for every request, whichever way it is answered. */
export interface RequestStage<State> {
  readonly per: 'request';
  readonly name: string;
  /** Whether it also runs when the request has been refused. */
  readonly evenIfRefused: boolean;
  /** Returns a promise only when it has to wait. An error that it throws refuses the request. */
  readonly run: (state: State) => void | Promise<void>;
}

/** Works out what depends on the text alone, so that the result can be kept for requests with the same text. */
export interface TextStage<State> {
  readonly per: 'text';
  readonly name: string;
  /** Restores what was kept; false when there is nothing, and `run` has to work it out. */
  readonly recall: (state: State) => boolean;
  readonly run: (state: State) => void;
}

/** What `runStages` needs of a request. */
interface Refusable {
  readonly isRefused: boolean;
  refuse(error: unknown): void;
}

export function perRequest<State>(name: string, run: RequestStage<State>['run']): RequestStage<State> {
  return { per: 'request', name, evenIfRefused: false, run };
}

/** Per request, and run for refused requests too. */
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
 * Takes a request through the stages in order. An error refuses it, and only those stages follow that always run.
 * @throws the first error of a stage that always runs, once all stages have run
 */
export async function runStages<State extends Refusable>(stages: readonly Stage<State>[], state: State): Promise<void> {
  let failure: { readonly cause: unknown } | undefined;
  for (const stage of stages) {
    const isEnding = stage.per === 'request' && stage.evenIfRefused;
    if (state.isRefused && !isEnding) continue;
    try {
      if (stage.per === 'text' && stage.recall(state)) continue;
      const pending = stage.run(state);
      // Awaiting what is done would cost more than most stages.
      if (pending !== undefined) await pending;
    } catch (error) {
      if (isEnding) failure ??= { cause: error };
      else state.refuse(error);
    }
  }
  if (failure !== undefined) throw failure.cause;
}
