import type { ServerResponse } from 'node:http';

/** The queries in progress. */
export class InFlight {
  readonly #responses = new Set<ServerResponse>();
  #whenEmpty: (() => void) | undefined;

  add(response: ServerResponse): void {
    this.#responses.add(response);
    response.once('close', () => {
      this.#responses.delete(response);
      if (this.#responses.size === 0) this.#whenEmpty?.();
    });
  }

  /** Waits for at most `seconds` until none is left; returns how many are. */
  async settle(seconds: number): Promise<number> {
    if (this.#responses.size > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, seconds * 1000);
        this.#whenEmpty = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.#responses.size;
  }
}
