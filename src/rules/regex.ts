/** Regular expressions of rules: what is invalid or can backtrack without bound is refused. */

import { fromPcre } from './pcre.ts';
import { mayExplode } from './regex-safety.ts';
import { RuleError } from './yaml.ts';

export interface CompiledRegex {
  regex: string;
  flags: string;
}

/**
 * Throws `RuleError` when the expression is invalid or has no JavaScript form. `flags` never holds `g`. `multiline`: `^` and
 * `$` stand for lines, as Semgrep has it in `pattern-regex`.
 */
export function checkRegex(text: string, line: number, multiline = true): CompiledRegex {
  let compiled: CompiledRegex;
  try {
    compiled = fromPcre(text, multiline);
    new RegExp(compiled.regex, compiled.flags);
  } catch (error) {
    throw new RuleError(`invalid regular expression: ${error instanceof Error ? error.message : String(error)}`, line);
  }
  if (mayExplode(compiled.regex))
    throw new RuleError('regular expression: a group that repeats holds nothing but what repeats, which may take for ever', line);
  return compiled;
}

/**
 * Texts that every match of the expression holds: at least one of each list, every list. Those that say
 * too little are left out; so is what stands in optional groups, classes and negative look-arounds.
 */
export function requiredTexts(regex: string): string[][] {
  try {
    return new RequiredTexts(regex).all();
  } catch {
    return [];
  }
}

/** Of these lists the one that says most; empty when there is none. */
export function bestTexts(regex: string): string[] {
  const lists = requiredTexts(regex);
  return lists.length === 0 ? [] : best(lists);
}

const SHORT = 3;

/** Two characters that do not both belong to a word, such as `<p`, are rare enough. */
const says = (text: string): boolean => text.length >= SHORT || (text.length === SHORT - 1 && /\W/.test(text));

/** Most texts that one run of an expression may stand for. */
const MAX_TEXTS = 24;

/** A part of an expression. */
interface Part {
  /** Of each list one text stands in every match. */
  lists: string[][];
  /** All that the part matches, where that is a few plain texts. */
  exact: string[] | null;
  /** With what every match begins, where the whole is not known. */
  heads?: string[] | null;
}

class RequiredTexts {
  private at = 0;

  constructor(private readonly regex: string) {}

  all(): string[][] {
    const { lists } = this.alternatives();
    if (this.at < this.regex.length) return [];
    return [...new Map(lists.map((list) => [list.join('\0'), list])).values()];
  }

  /** One list per alternative would be needed; a single one is made of the best of each. */
  private alternatives(): Part {
    const branches = [this.sequence()];
    while (this.regex[this.at] === '|') {
      this.at++;
      branches.push(this.sequence());
    }
    if (branches.length === 1) return branches[0]!;
    const exact = branches.every((branch) => branch.exact !== null) ? branches.flatMap((branch) => branch.exact!) : null;
    const none = branches.some(({ lists }) => lists.length === 0);
    const begins = branches.every(headsOf) ? few(branches.flatMap((branch) => headsOf(branch)!)) : null;
    const either = none ? [] : [[...new Set(branches.flatMap(({ lists }) => best(lists)))]];
    return { heads: begins, lists: [...(none ? [] : shared(branches)), ...either], exact: few(exact) };
  }

  private sequence(): Part {
    const lists: string[][] = [];
    // What the text since the last thing that is not known may be.
    let run: string[] = [''];
    let exact = true;
    let heads: string[] | null = null;
    const flush = (): void => {
      if (run.every(says)) lists.push(run);
      if (exact && !run.includes('')) heads ??= run;
      exact = false;
      run = [''];
    };
    while (this.at < this.regex.length) {
      const char = this.regex[this.at]!;
      if (char === '|' || char === ')') break;
      const start = this.at;
      const part = char === '(' ? this.group() : this.atom();
      const times = this.quantified();
      const texts = times === 'optional' ? null : part.exact;
      const longer = texts && few(joined(run, texts));
      if (!longer) {
        const begun = times === 'optional' ? null : headsOf(part);
        run = (begun && few(joined(run, begun))) ?? run;
        flush();
      }
      // Of a group whose texts are part of the run the run says more.
      if (texts) run = longer ?? texts;
      else if (times !== 'optional') lists.push(...part.lists);
      if (times === 'repeated') flush();
      if (this.at === start) throw new Error('no progress');
    }
    const whole = exact ? run : null;
    flush();
    return { lists, exact: whole, heads: whole ?? heads };
  }

  /** A group's lists, also of what must stand before or behind; nothing for what must not. */
  private group(): Part {
    const open = /^\((?:\?(?::|<[A-Za-z_]\w*>|=|!|<=|<!))?/.exec(this.regex.slice(this.at))!;
    this.at += open[0].length;
    const inner = this.alternatives();
    if (this.regex[this.at] !== ')') throw new Error('unbalanced');
    this.at++;
    if (open[0].endsWith('!')) return { lists: [], exact: null };
    return open[0].endsWith('=') ? { lists: inner.lists, exact: null } : inner;
  }

  /** A character, or what stands for several or for a place. */
  private atom(): Part {
    const char = this.regex[this.at++]!;
    if (char === '[') {
      const start = this.at;
      if (this.regex[this.at] === '^') this.at++;
      while (this.at < this.regex.length && this.regex[this.at] !== ']') this.at += this.regex[this.at] === '\\' ? 2 : 1;
      return characters(/^[\w+*?(){},.;:@=<>/ ]{1,4}$/.exec(this.regex.slice(start, this.at++))?.[0]);
    }
    if (char === '\\') {
      const next = this.regex[this.at++] ?? '';
      if (/[A-Za-z0-9]/.test(next)) {
        const rest = parameters[next]?.exec(this.regex.slice(this.at));
        if (rest) this.at += rest[0].length;
        return characters();
      }
      return characters(next);
    }
    return characters('.^$'.includes(char) ? '' : char);
  }

  private quantified(): 'once' | 'repeated' | 'optional' {
    const found = /^(?:[*+?]|\{(\d*),?\d*\})[?+]?/.exec(this.regex.slice(this.at));
    if (!found) return 'once';
    this.at += found[0].length;
    const optional = found[0][0] === '*' || found[0][0] === '?' || found[1] === '' || Number(found[1]) === 0;
    return optional && found[0][0] !== '+' ? 'optional' : 'repeated';
  }
}

/** What belongs to an escape behind its letter. */
const parameters: { readonly [letter: string]: RegExp } = {
  p: /^\{[^}]*\}/,
  P: /^\{[^}]*\}/,
  k: /^<[^>]*>/,
  x: /^[\da-fA-F]{2}/,
  u: /^(?:[\da-fA-F]{4}|\{[^}]*\})/,
  c: /^[A-Za-z]/,
};

const headsOf = ({ exact, heads = null }: Part): string[] | null => exact ?? heads;

/** One of the characters; without any, what is not known. */
const characters = (of = ''): Part => ({ lists: [], exact: of === '' ? null : [...of] });

const joined = (starts: readonly string[], ends: readonly string[]): string[] =>
  starts.flatMap((start) => ends.map((end) => start + end));

const few = (texts: string[] | null): string[] | null =>
  texts === null || texts.length > MAX_TEXTS ? null : [...new Set(texts)];

/** A text that stands in every match of each of the parts, as the longest there is: `scope` of `scopes_supported|oauth_scope`. */
function shared(parts: readonly Part[]): string[][] {
  const candidates = parts.flatMap(({ lists }) => lists.flatMap((list) => (list.length === 1 ? list : [])));
  const inAll = [...new Set(candidates)].filter((text) =>
    parts.every(({ lists }) => lists.some((list) => list.every((one) => one.includes(text)))),
  );
  const [longest] = inAll.sort((a, b) => b.length - a.length);
  return longest === undefined ? [] : [[longest]];
}

/** Of several lists the one whose shortest text is longest. */
function best(lists: string[][]): string[] {
  const shortest = (list: string[]): number => Math.min(...list.map((text) => text.length));
  return lists.reduce((a, b) => (shortest(b) > shortest(a) ? b : a));
}
