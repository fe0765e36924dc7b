/**
 * Regular expressions of rules. They are written for PCRE; what JavaScript spells otherwise is rewritten, what it lacks
 * is refused. What can backtrack without bound is refused as well.
 */

import { posixClasses } from '../model/posix-class.ts';
import { mayExplode } from './regex-safety.ts';
import { RuleError } from './yaml.ts';

export interface CompiledRegex {
  regex: string;
  flags: string;
}

/** Throws `RuleError` when the expression is invalid or has no JavaScript form. `flags` never holds `g`. */
export function checkRegex(text: string, line: number): CompiledRegex {
  const compiled = toJavaScript(text, line);
  try {
    new RegExp(compiled.regex, compiled.flags);
  } catch (error) {
    throw new RuleError(`invalid regular expression: ${error instanceof Error ? error.message : String(error)}`, line);
  }
  if (mayExplode(compiled.regex))
    throw new RuleError('regular expression: a group that repeats holds nothing but what repeats, which may take for ever', line);
  return compiled;
}

/** PCRE → JavaScript. Semgrep compiles with MULTILINE, so `m` is always on. */
function toJavaScript(text: string, line: number): CompiledRegex {
  const flags = new Set(['m']);
  let regex = text;
  // Inline flags at the start: (?i), (?ims), also (?-i).
  for (;;) {
    const inline = /^(\^?)\(\?([imsxuUn]+)(?:-[imsxu]+)?\)/.exec(regex);
    if (!inline) break;
    for (const flag of inline[2]!) if ('ims'.includes(flag)) flags.add(flag);
    if (inline[2]!.includes('x')) regex = extended(regex.slice(inline[0].length));
    else regex = inline[1]! + regex.slice(inline[0].length);
  }
  let out = '';
  let inClass = false;
  for (let at = 0; at < regex.length; at++) {
    const char = regex[at]!;
    const rest = regex.slice(at);
    if (char === '\\') {
      const next = regex[at + 1] ?? '';
      at++;
      if (next === 'A') out += inClass ? 'A' : '(?<![\\s\\S])';
      else if (next === 'Z' || next === 'z') out += inClass ? next : '(?![\\s\\S])';
      else if (next === 'h') out += inClass ? ' \\t' : '[ \\t]';
      else if (next === 'R') out += '(?:\\r\\n|\\n|\\r)';
      else if (next === 'Q') {
        const end = regex.indexOf('\\E', at + 1);
        const literal = regex.slice(at + 1, end < 0 ? regex.length : end);
        out += literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
        at = end < 0 ? regex.length : end + 1;
      } else if (next === 'x' && regex[at + 1] === '{') {
        const end = regex.indexOf('}', at);
        flags.add('u');
        out += `\\u{${regex.slice(at + 2, end)}}`;
        at = end;
      } else if (next === 'e') out += '\\x1b';
      else if (next === 'a') out += '\\x07';
      else if (next === 'K') throw new RuleError('regular expression: `\\K` is not supported', line);
      else if (/[<>"'`#@%&~:;=!,_ -]/.test(next) && !(inClass && next === '-')) out += next;
      else out += char + next;
    } else if (inClass) {
      const named = /^\[:(\^?)(\w+):\]/.exec(rest);
      const known = named && posixClasses.get(named[2]!);
      if (known) {
        out += known;
        at += named[0].length - 1;
      } else {
        if (char === ']') inClass = false;
        out += char === '[' ? '\\[' : char;
      }
    } else if (char === '[') {
      inClass = true;
      out += char;
      if (regex[at + 1] === '^') {
        out += '^';
        at++;
      }
      if (regex[at + 1] === ']') {
        out += '\\]';
        at++;
      }
    } else if (rest.startsWith('(?P<')) {
      out += '(?<';
      at += 3;
    } else if (rest.startsWith('(?P=')) {
      const end = regex.indexOf(')', at);
      out += `\\k<${regex.slice(at + 4, end)}>`;
      at = end;
    } else if (rest.startsWith('(?>')) {
      out += '(?:';
      at += 2;
    } else if (rest.startsWith('(?#')) {
      at = regex.indexOf(')', at);
      if (at < 0) at = regex.length;
    } else if (/^\(\?[ims]+:/.test(rest)) {
      const group = /^\(\?([ims]+):/.exec(rest)!;
      out += scopedFlags(group[1]!, flags);
      at += group[0].length - 1;
    } else if (/^\(\?[imsx]+\)/.test(rest)) {
      const group = /^\(\?([imsx]+)\)/.exec(rest)!;
      for (const flag of group[1]!) if ('ims'.includes(flag)) flags.add(flag);
      at += group[0].length - 1;
    } else if (/^[*+?}]\+/.test(rest) && out !== '') {
      // A possessive quantifier: same language here, only its backtracking differs.
      out += char;
      at++;
    } else if (char === '/') out += '\\/';
    else out += char;
  }
  return { regex: out, flags: [...flags].sort().join('') };
}

/** `(?i:` and the like: as a modifier group where it is the same as a flag of the whole. */
function scopedFlags(scoped: string, flags: Set<string>): string {
  for (const flag of scoped) flags.add(flag);
  return '(?:';
}

/** Takes out the white space and comments of an extended (`x`) expression. */
function extended(regex: string): string {
  let out = '';
  let inClass = false;
  for (let at = 0; at < regex.length; at++) {
    const char = regex[at]!;
    if (char === '\\') out += char + (regex[++at] ?? '');
    else if (inClass) {
      if (char === ']') inClass = false;
      out += char;
    } else if (char === '[') {
      inClass = true;
      out += char;
    } else if (char === '#') {
      while (at < regex.length && regex[at] !== '\n') at++;
    } else if (!/\s/.test(char)) out += char;
  }
  return out;
}

/**
 * Texts that every match of the expression holds: at least one of each list, every list. Shorter ones than `SHORT` say
 * too little and are left out; so is what stands in optional groups, classes and negative look-arounds.
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

/** Most texts that one run of an expression may stand for. */
const MAX_TEXTS = 24;

/** A part of an expression. */
interface Part {
  /** Of each list one text stands in every match. */
  lists: string[][];
  /** All that the part matches, where that is a few plain texts. */
  exact: string[] | null;
}

class RequiredTexts {
  private at = 0;

  constructor(private readonly regex: string) {}

  all(): string[][] {
    const { lists } = this.alternatives();
    return this.at < this.regex.length ? [] : lists;
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
    return { lists: none ? [] : [[...new Set(branches.flatMap(({ lists }) => best(lists)))]], exact: few(exact) };
  }

  private sequence(): Part {
    const lists: string[][] = [];
    // What the text since the last thing that is not known may be.
    let run: string[] = [''];
    let exact = true;
    const flush = (): void => {
      if (run.every((text) => text.length >= SHORT)) lists.push(run);
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
      if (!longer) flush();
      // Of a group whose texts are part of the run the run says more.
      if (texts) run = longer ?? texts;
      else if (times !== 'optional') lists.push(...part.lists);
      if (times !== 'once' || !longer) exact = false;
      if (times === 'repeated') flush();
      if (this.at === start) throw new Error('no progress');
    }
    const whole = exact ? run : null;
    flush();
    return { lists, exact: whole };
  }

  /** A group's lists, also of what must stand before or behind; nothing for what must not. */
  private group(): Part {
    const open = /^\((?:\?(?::|<[A-Za-z_]\w*>|=|!|<=|<!))?/.exec(this.regex.slice(this.at))!;
    this.at += open[0].length;
    const inner = this.alternatives();
    if (this.regex[this.at] !== ')') throw new Error('unbalanced');
    this.at++;
    if (open[0].endsWith('!')) return { lists: [], exact: null };
    return open[0].endsWith('=') ? { ...inner, exact: null } : inner;
  }

  /** A character, or what stands for several or for a place. */
  private atom(): Part {
    const char = this.regex[this.at++]!;
    if (char === '[') {
      const start = this.at;
      if (this.regex[this.at] === '^') this.at++;
      while (this.at < this.regex.length && this.regex[this.at] !== ']') this.at += this.regex[this.at] === '\\' ? 2 : 1;
      return characters(/^\w{1,4}$/.exec(this.regex.slice(start, this.at++))?.[0]);
    }
    if (char === '\\') {
      const next = this.regex[this.at++] ?? '';
      if (/[A-Za-z0-9]/.test(next)) {
        const rest = /^(?:\{[^}]*\}|<[^>]*>|(?<=x)[\da-fA-F]{2}|(?<=u)[\da-fA-F]{4})/.exec(this.regex.slice(this.at));
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

/** One of the characters; without any, what is not known. */
const characters = (of = ''): Part => ({ lists: [], exact: of === '' ? null : [...of] });

const joined = (starts: readonly string[], ends: readonly string[]): string[] =>
  starts.flatMap((start) => ends.map((end) => start + end));

const few = (texts: string[] | null): string[] | null =>
  texts === null || texts.length > MAX_TEXTS ? null : [...new Set(texts)];

/** Of several lists the one whose shortest text is longest. */
function best(lists: string[][]): string[] {
  const shortest = (list: string[]): number => Math.min(...list.map((text) => text.length));
  return lists.reduce((a, b) => (shortest(b) > shortest(a) ? b : a));
}
