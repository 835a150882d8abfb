/** Printed names of one organisation: the longest form and the others. */
export interface AliasCluster {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Names that are joined into organisations one link at a time. */
export class Clusters {
  readonly #parents = new Map<string, string>();
  readonly #members = new Map<string, string[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    if (this.#parents.has(name)) return;
    this.#parents.set(name, name);
    this.#members.set(name, [name]);
  }

  has(name: string): boolean {
    return this.#parents.has(name);
  }

  /** The same for all names of one organisation. */
  root(name: string): string {
    let root = name;
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; ) {
      root = parent;
      parent = this.#parents.get(root);
    }
    return root;
  }

  join(a: string, b: string): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x === y) return;
    const [root, other] = x.length >= y.length ? [x, y] : [y, x];
    this.#parents.set(other, root);
    this.#members.set(root, [...this.members(root), ...this.members(other)]);
    this.#members.delete(other);
  }

  /** The names of the organisation with this root. */
  members(root: string): readonly string[] {
    return this.#members.get(root) ?? [];
  }

  /** The organisations, in the order in which their first names were added. */
  list(): AliasCluster[] {
    const members = new Map<string, string[]>();
    for (const name of this.#parents.keys()) {
      const root = this.root(name);
      members.set(root, [...(members.get(root) ?? []), name]);
    }
    return [...members.values()].map((names) => {
      const name = canonicalName(names);
      return { name, aliases: names.filter((other) => other !== name) };
    });
  }
}

const session = /[一二三四五六七八九十]届/;

/**
 * The name that stands for all: the longest. Names in Latin letters alone, names with a 第五届 in them and 甲委、甲政府
 * come last, and a bare 县政府
 * behind the name of its place.
 */
export function canonicalName(names: readonly string[]): string {
  const rank = (name: string): number => {
    if (!/\p{Script=Han}/u.test(name) || session.test(name) || /委(?:和|、)?.{0,5}政府$/.test(name)) return 2;
    return /^[我本该]|^[省市区县州旗镇乡](?:人民)?政府$/.test(name) ? 1 : 0;
  };
  return names.reduce((best, name) => {
    const [a, b] = [rank(best), rank(name)];
    return b < a || (b === a && name.length > best.length) ? name : best;
  });
}
