import type { ServerResponse } from 'node:http';

/** The queries that are being answered. */
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

  /** Waits until none is left, at most `seconds`; returns how many are. */
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
