/** The posts that an article has told so far. */
export class PostRecord {
  readonly #holders = new Map<string, Map<string, string>>();
  readonly #ofPerson = new Map<string, { readonly title: string; readonly organisation: string }[]>();
  /** The bodies of the last posts, last first, each once. */
  recent: readonly string[] = [];

  add(names: readonly string[], title: string, organisation: string): void {
    const held = this.#holders.get(organisation) ?? new Map<string, string>();
    this.#holders.set(organisation, held);
    if (!held.has(title)) held.set(title, names[0]!);
    for (const name of names)
      this.#ofPerson.set(name, [...this.postsOf(name), { title, organisation }].slice(-mostPosts));
    this.recent = [organisation, ...this.recent.filter((other) => other !== organisation)].slice(0, mostRecent);
  }

  /** How many different posts of a body are held. */
  countOf(organisation: string): number {
    return this.#holders.get(organisation)?.size ?? 0;
  }

  /** Who was the first to hold such a post of a body. */
  holderOf(organisation: string, title: string): string | null {
    return this.#holders.get(organisation)?.get(title) ?? null;
  }

  postsOf(name: string): readonly { readonly title: string; readonly organisation: string }[] {
    return this.#ofPerson.get(name) ?? [];
  }
}

const mostPosts = 12;
const mostRecent = 4;
