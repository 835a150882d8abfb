/** What a part of a pattern may begin with, as sources of patterns for one character. */
interface Beginning {
  readonly firsts: readonly string[];
  /** Whether it may match nothing, so that what follows it may come first. */
  readonly isEmpty: boolean;
  /** Whether it matches at the beginning of a text alone. */
  readonly isAnchored: boolean;
}

/**
 * Whether a match of a pattern may begin with the UTF-16 unit at a place of a text, remembered for each unit; with it a
 * search skips most places without running the pattern. Too many units rather than too few: a pattern that may match
 * nothing begins with any. `isAnchored` tells that it matches at the beginning of a text alone.
 */
export interface FirstUnits {
  readonly isAnchored: boolean;
  test(text: string, at: number): boolean;
}

/** The units that the matches of a pattern begin with. */
export function firstUnits(pattern: RegExp): FirstUnits {
  const { firsts, isEmpty, isAnchored } = new PatternReader(pattern.source).alternatives();
  if (isEmpty) return { isAnchored, test: () => true };
  const first = new RegExp(`^(?:${firsts.join('|')})`, pattern.flags.replace(/[gy]/g, ''));
  const known = new Uint8Array(0x10000); // 0: not asked yet; 1: no; 2: yes
  return {
    isAnchored,
    test: (text, at) => {
      const unit = text.charCodeAt(at);
      return (known[unit] || (known[unit] = isSurrogate(unit) || first.test(String.fromCharCode(unit)) ? 2 : 1)) === 2;
    },
  };
}

/** Half a character tells nothing of the whole. */
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

const nothing: Beginning = { firsts: [], isEmpty: true, isAnchored: false };

/** Reads the source of a pattern as far as its beginnings go. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  alternatives(): Beginning {
    const all = [this.#sequence()];
    while (this.#take('|')) all.push(this.#sequence());
    return {
      firsts: [...new Set(all.flatMap(({ firsts }) => firsts))],
      isEmpty: all.some(({ isEmpty }) => isEmpty),
      isAnchored: all.every(({ isAnchored }) => isAnchored),
    };
  }

  #sequence(): Beginning {
    const firsts: string[] = [];
    let isEmpty = true;
    let isAnchored = false;
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const atom = this.#atom();
      const isOptional = this.#quantifier();
      if (!isEmpty) continue;
      firsts.push(...atom.firsts);
      isAnchored ||= atom.isAnchored && !isOptional && firsts.length === atom.firsts.length;
      isEmpty = atom.isEmpty || isOptional;
    }
    return { firsts, isEmpty, isAnchored };
  }

  #atom(): Beginning {
    if (this.#take('(')) return this.#group();
    const printed = this.#match(/\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u....|x..|k<[^>]*>|.)|[^]/uy);
    if (printed === '^') return { ...nothing, isAnchored: true };
    if (/^(?:\$|\\[bB])$/.test(printed)) return nothing;
    // what was matched before may be anything
    return /^\\[k1-9]/.test(printed)
      ? { firsts: ['[^]'], isEmpty: true, isAnchored: false }
      : { firsts: [printed], isEmpty: false, isAnchored: false };
  }

  #group(): Beginning {
    const kind = this.#match(/\?(?:<?[=!]|:|<[^>]*>)|/y);
    const inner = this.alternatives();
    this.#take(')');
    return /[=!]$/.test(kind) ? nothing : inner;
  }

  /** Reads how often the part before may come; whether that may be never. */
  #quantifier(): boolean {
    const printed = this.#match(/(?:[?*+]|\{\d+(?:,\d*)?\})\??|/y);
    return /^(?:[?*]|\{0)/.test(printed);
  }

  #take(unit: string): boolean {
    if (this.#source.charAt(this.#at) !== unit) return false;
    this.#at += 1;
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#source) ?? [''];
    this.#at += found.length;
    return found;
  }
}
