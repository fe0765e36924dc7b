/**
 * Regular expressions of rules. They are written for PCRE; what JavaScript spells otherwise is rewritten, what it lacks
 * is refused. What can backtrack without bound is refused as well.
 */
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
  return compiled;
}

const posix: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9a-fA-F',
  word: '\\w',
};

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
      if (named && posix[named[2]!] !== undefined) {
        out += posix[named[2]!];
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
 * The longest text that every match of the expression holds; `''` when there is none of 3 characters or more.
 * Only what stands outside of groups, alternatives and quantifiers is counted.
 */
export function requiredText(regex: string): string {
  let best = '';
  let run = '';
  const flush = (): void => {
    if (run.length > best.length) best = run;
    run = '';
  };
  let depth = 0;
  for (let at = 0; at < regex.length; at++) {
    const char = regex[at]!;
    if (char === '\\') {
      const next = regex[++at] ?? '';
      if (depth === 0 && /[^A-Za-z0-9]/.test(next)) run += next;
      else flush();
    } else if (char === '[') {
      flush();
      while (at < regex.length && regex[at] !== ']') at += regex[at] === '\\' ? 2 : 1;
    } else if (char === '(') {
      flush();
      depth++;
    } else if (char === ')') {
      depth--;
      flush();
    } else if (char === '|') {
      if (depth === 0) return '';
    } else if (char === '*' || char === '?' || char === '{') {
      run = run.slice(0, -1);
      flush();
      if (char === '{') at = Math.max(at, regex.indexOf('}', at));
    } else if (char === '+') flush();
    else if (char === '.' || char === '^' || char === '$') flush();
    else if (depth === 0) run += char;
  }
  flush();
  return best.length >= 3 ? best : '';
}
