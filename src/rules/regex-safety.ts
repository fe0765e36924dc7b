/**
 * Whether a regular expression can backtrack exponentially: a group that repeats without bound and of which one pass can
 * be split into several, such as `(a+)+` or `(\\w+\\s?)*`. Syntax of JavaScript; what does not parse counts as safe.
 */
export function mayExplode(regex: string): boolean {
  try {
    return new Nesting(regex).check();
  } catch {
    return false;
  }
}

/** One element of a sequence. */
interface Element {
  /** Matches any number of times what it matches once. */
  unbounded: boolean;
  /** Can match nothing. */
  optional: boolean;
  /** The characters that it begins with, as written; null for a group. */
  atom: string | null;
}

class Nesting {
  private at = 0;
  private found = false;

  constructor(private readonly regex: string) {}

  check(): boolean {
    this.alternatives();
    return this.found;
  }

  /** True when one of the alternatives can be cut in two that are both matches of the group again. */
  private alternatives(): { splits: boolean; optional: boolean } {
    let splits = false;
    let optional = false;
    for (;;) {
      const elements = this.sequence();
      const needed = elements.filter((element) => !element.optional);
      const [only] = needed;
      // All but one element may be left out, and that one repeats.
      if (needed.length === 1 && only?.unbounded) splits = true;
      if (needed.length === 0 && elements.some((element) => element.unbounded)) splits = true;
      if (needed.length === 0) optional = true;
      // `(a+a+)*`: the parts cannot be told apart.
      if (
        needed.length > 1 &&
        needed.every((element) => element.unbounded && element.atom !== null && element.atom === only?.atom)
      )
        splits = true;
      if (this.regex[this.at] !== '|') return { splits, optional };
      this.at++;
    }
  }

  private sequence(): Element[] {
    const elements: Element[] = [];
    while (this.at < this.regex.length && this.regex[this.at] !== '|' && this.regex[this.at] !== ')') {
      const start = this.at;
      if (this.regex[this.at] === '(') {
        const open = /^\((?:\?(?::|<[A-Za-z_]\w*>|=|!|<=|<!))?/.exec(this.regex.slice(this.at))![0];
        this.at += open.length;
        const inner = this.alternatives();
        if (this.regex[this.at++] !== ')') throw new Error('unbalanced');
        const { unbounded, optional } = this.quantifier();
        if (/[=!]$/.test(open)) continue;
        if (unbounded && inner.splits) this.found = true;
        elements.push({ unbounded: unbounded || inner.splits, optional: optional || inner.optional, atom: null });
        continue;
      }
      const atom = this.atom();
      const quantifier = this.quantifier();
      if (atom !== '') elements.push({ ...quantifier, atom });
      if (this.at === start) throw new Error('no progress');
    }
    return elements;
  }

  /** Empty for what matches a place. */
  private atom(): string {
    const start = this.at;
    const char = this.regex[this.at++]!;
    if (char === '[') {
      if (this.regex[this.at] === '^') this.at++;
      while (this.at < this.regex.length && this.regex[this.at] !== ']') this.at += this.regex[this.at] === '\\' ? 2 : 1;
      this.at++;
    } else if (char === '\\') {
      const next = this.regex[this.at++] ?? '';
      const rest = /^(?:\{[^}]*\}|<[^>]*>)/.exec(this.regex.slice(this.at));
      if (rest && 'upPk'.includes(next)) this.at += rest[0].length;
      if (next === 'b' || next === 'B') return '';
    } else if (char === '^' || char === '$') return '';
    return this.regex.slice(start, this.at);
  }

  private quantifier(): { unbounded: boolean; optional: boolean } {
    const found = /^(?:[*+?]|\{(\d*)(,?)(\d*)\})[?+]?/.exec(this.regex.slice(this.at));
    if (!found) return { unbounded: false, optional: false };
    this.at += found[0].length;
    const sign = found[0][0]!;
    if (sign !== '{') return { unbounded: sign !== '?', optional: sign !== '+' };
    // A few times are not many.
    return { unbounded: found[2] === ',' && (found[3] === '' || Number(found[3]) > 20), optional: Number(found[1]) === 0 };
  }
}
