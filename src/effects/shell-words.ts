/** Expansion of words: braces, tilde, parameters, substitutions, splitting (bash manual, 3.5). What is unknown stays visible. */
import type { Piece, UnknownPiece } from '../model/shell.ts';
import type { ParameterPart, ShellPart, ShellWord } from '../parse/shell-tree.ts';
import { expandBraces } from './shell-braces.ts';
import { literal, sourcesOfPieces, textOfPieces, unknown } from './shell-pieces.ts';

/** A variable may have one of several values, because of branches and loops. */
export interface Variable {
  values: Piece[][];
  /** The elements of an array; null for a scalar. */
  array: Piece[][] | null;
  /** Set by `for`: glob characters that are not quoted stand for what they matched. */
  expanded?: boolean;
}

/** What expansion needs to know of the shell's state. */
export interface Expansion {
  home: string;
  cwd: string | null;
  oldCwd: string | null;
  /** Characters that split unquoted expansions (`IFS`). */
  separators: string;
  /** Positional parameters from `$1`; null when they are unknown. */
  positional: Piece[][] | null;
  /** Null for a variable that the script does not set. */
  lookup(name: string): Variable | null;
  assign(name: string, value: Variable): void;
  /** The output of `$(…)`, newlines at its end cut. */
  substitute(part: Extract<ShellPart, { kind: 'command' }>): Piece[];
  process(part: Extract<ShellPart, { kind: 'process' }>): UnknownPiece;
}

/** `null` separates words. */
type Token = Piece | null;

/** Most values that one word is followed through. */
const MAX_ALTERNATIVES = 24;
const MAX_PIECES = 1000;
/** Longest value of a word, code units; a script of 200 kB may well be one word. */
const MAX_VALUE = 1_000_000;

/** The arguments that a word becomes: none, one or several. */
export function expandWord(word: ShellWord, state: Expansion): Piece[][] {
  return expandBraces(word.parts).flatMap((parts) => {
    const fields: Piece[][] = [];
    const seen = new Set<string>();
    const options = alternatives(parts, state, true);
    for (const [index, tokens] of options.entries()) {
      for (const field of fieldsOf(tokens)) {
        // Alternatives of one variable share most of their words.
        const key = options.length > 1 ? JSON.stringify(field) : '';
        if (index > 0 && seen.has(key)) continue;
        seen.add(key);
        fields.push(field);
      }
    }
    return fields;
  });
}

/** The possible values of a word that is neither split nor brace-expanded: an assignment, a here-string, a `case` value. */
export function expandValues(parts: readonly ShellPart[], state: Expansion): Piece[][] {
  return alternatives(parts, state, false).map((tokens) => merged(tokens.map((token) => token ?? literal(' '))));
}

/** One value; where several are possible, the first, with the others' sources lost. */
export function expandOne(parts: readonly ShellPart[], state: Expansion): Piece[] {
  return expandValues(parts, state)[0] ?? [];
}

function alternatives(parts: readonly ShellPart[], state: Expansion, split: boolean): Token[][] {
  let made: Token[][] = [[]];
  for (const [index, part] of parts.entries()) {
    const options = part.kind === 'text' ? [bound(tilde(part, index === 0, state), state)] : optionsOf(part, state, split);
    if (options.length === 1) for (const tokens of made) tokens.push(...options[0]!);
    else made = made.flatMap((tokens) => options.map((option) => [...tokens, ...option])).slice(0, MAX_ALTERNATIVES);
  }
  return made;
}

/** The unknown parts of a nested script that stand inside its single quotes (`Resolver.bind`). */
function bound(tokens: Token[], state: Expansion): Token[] {
  if (!tokens.some((token) => token?.kind === 'text' && token.text.includes('${__forestall_'))) return tokens;
  return tokens.flatMap((token): Token[] => {
    if (token?.kind !== 'text') return [token];
    return token.text.split(/(\$\{__forestall_\d+\})/).flatMap((text, index): Token[] => {
      if (index % 2 === 1) return state.lookup(text.slice(2, -1))?.values[0] ?? [];
      return text === '' ? [] : [{ ...token, text }];
    });
  });
}

function tilde(part: Extract<ShellPart, { kind: 'text' }>, first: boolean, state: Expansion): Token[] {
  if (part.quoted || !first || !part.text.startsWith('~')) return [{ kind: 'text', text: part.text, quoted: part.quoted }];
  const slash = part.text.indexOf('/');
  const name = slash < 0 ? part.text.slice(1) : part.text.slice(1, slash);
  const rest = slash < 0 ? '' : part.text.slice(slash);
  const parent = state.home.slice(0, state.home.lastIndexOf('/')) || '/home';
  const place =
    name === ''
      ? state.home || '/root'
      : name === '+'
        ? state.cwd
        : name === '-'
          ? state.oldCwd
          : /^[\w.-]+$/.test(name)
            ? name === 'root'
              ? '/root'
              : `${parent}/${name}`
            : `~${name}`;
  const head: Piece =
    place === null ? unknown('variable', { name: name === '+' ? 'PWD' : 'OLDPWD', text: `~${name}` }) : literal(place);
  return rest === '' ? [head] : [head, { kind: 'text', text: rest, quoted: false }];
}

function optionsOf(part: Exclude<ShellPart, { kind: 'text' }>, state: Expansion, split: boolean): Token[][] {
  switch (part.kind) {
    case 'parameter':
      return parameterOptions(part, state, split);
    case 'command':
      return [spread(state.substitute(part), part.quoted, state, split)];
    case 'process':
      return [[state.process(part)]];
    case 'arithmetic': {
      for (const inner of part.parts) if (inner.kind !== 'text') optionsOf(inner, state, false);
      const text = /^[\s\d]+$/.test(part.text) ? part.text.trim() : null;
      return [[text === null ? unknown('arithmetic', { quoted: part.quoted, text: `$((${part.text}))` }) : literal(text)]];
    }
    default:
      return part satisfies never;
  }
}

/** Pieces of an expansion as they stand in a word: unquoted ones are split. */
function spread(pieces: readonly Piece[], quoted: boolean, state: Expansion, split: boolean): Token[] {
  if (quoted || !split) {
    if (pieces.length === 0) return [literal('', quoted)];
    return pieces.map((piece) => ({ ...piece, quoted }));
  }
  const tokens: Token[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'unknown') {
      tokens.push({ ...piece, quoted: false });
      continue;
    }
    let run = '';
    const made = (): Piece => ({ ...piece, text: run, quoted: false });
    for (const c of piece.text) {
      if (state.separators.includes(c)) {
        if (run !== '') tokens.push(made());
        run = '';
        tokens.push(null);
      } else run += c;
    }
    if (run !== '') tokens.push(made());
  }
  return tokens;
}

function parameterOptions(part: ParameterPart, state: Expansion, split: boolean): Token[][] {
  const { operator } = part;
  const out = (values: readonly Piece[][]): Token[][] => values.map((value) => spread(value, part.quoted, state, split));
  const mystery = (more: Partial<UnknownPiece> = {}): Token[][] => [
    [unknown('variable', { name: part.name, quoted: part.quoted, text: written(part), ...more })],
  ];
  let variable = parameterValue(part.name, state);
  if (part.indirect) {
    const name = variable === null ? null : textOfPieces(variable.values[0] ?? []);
    if (operator === '@' || operator === '*' || name === null) return mystery();
    variable = parameterValue(name, state);
  }
  const argument = (): Piece[][] => (part.argument === null ? [[]] : expandValues(part.argument.parts, state));
  const every = part.name === '@' || part.name === '*' || part.index === '@' || part.index === '*';
  if (part.length) {
    if (variable === null) return mystery();
    if (every) return [[literal(String((variable.array ?? variable.values).length))]];
    const text = textOfPieces(variable.values[0] ?? []);
    return variable.values.length === 1 && text !== null ? [[literal(String(text.length))]] : mystery();
  }
  if (operator === ':?' || operator === '?') {
    argument();
    if (variable === null) return mystery({ guarded: true });
    return out(
      variable.values.map((value) => value.map((piece) => (piece.kind === 'unknown' ? { ...piece, guarded: true } : piece))),
    );
  }
  if (operator === ':-' || operator === '-' || operator === ':=' || operator === '=') {
    const isEmpty = variable?.values.every((value) => value.length === 0 || textOfPieces(value) === '') ?? false;
    if (variable !== null && !isEmpty && variable.values.every((value) => textOfPieces(value) !== null))
      return out(variable.values);
    const fallback = argument();
    if (operator.endsWith('=')) state.assign(part.name, { values: [...(variable?.values ?? []), ...fallback], array: null });
    if (isEmpty || (variable === null && state.positional !== null && /^[0-9]+$/.test(part.name))) return out(fallback);
    return [...(variable === null ? mystery() : out(variable.values)), ...out(fallback)];
  }
  if (operator === ':+' || operator === '+') {
    if (variable === null) return [[literal('', part.quoted)], ...out(argument())];
    return variable.values.every((value) => textOfPieces(value) === '') ? out([[]]) : out(argument());
  }
  if (variable === null) {
    if (operator !== '') argument();
    return mystery(specialPlace(part.name, operator, state));
  }
  if (every) return [elements(part, variable, state, split)];
  if (variable.array !== null && part.index !== null) {
    const index = /^-?\d+$/.test(part.index.trim()) ? Number(part.index) : null;
    const element = index === null ? undefined : variable.array.at(index);
    return element === undefined ? (index === null ? out(variable.array.slice(0, MAX_ALTERNATIVES)) : out([[]])) : out([element]);
  }
  if (operator === '' && variable.expanded && part.quoted) return variable.values;
  if (operator === '') return out(variable.values.length === 0 ? [[]] : variable.values);
  return variable.values.flatMap((value) => {
    const text = textOfPieces(value);
    const changed = text === null ? null : transformed(text, part, state);
    if (changed === null) {
      return mystery({
        from: sourcesOfPieces(value),
        within: value.length === 1 && value[0]?.kind === 'unknown' ? value[0].within : null,
      });
    }
    return out([[literal(changed)]]);
  });
}

/** `"$@"` and `"${list[@]}"` give one word per element. */
function elements(part: ParameterPart, variable: Variable, state: Expansion, split: boolean): Token[] {
  let list = variable.array ?? variable.values;
  if (part.operator === ':') {
    const from = Number(textOfPieces(part.argument === null ? [] : expandOne(part.argument.parts, state)) ?? Number.NaN);
    const count = part.second === null ? list.length : Number(textOfPieces(expandOne(part.second.parts, state)) ?? Number.NaN);
    const base = part.name === '@' || part.name === '*' ? Math.max(from - 1, 0) : from;
    if (Number.isInteger(base) && Number.isInteger(count)) list = list.slice(base, base + count);
  }
  const tokens: Token[] = [];
  const together = part.quoted && (part.name === '*' || part.index === '*');
  for (const [index, element] of list.entries()) {
    if (index > 0) tokens.push(together || !split ? literal(' ', part.quoted) : null);
    tokens.push(...spread(element, part.quoted, state, split));
  }
  return tokens;
}

function parameterValue(name: string, state: Expansion): Variable | null {
  if (name === '@' || name === '*') {
    return state.positional === null ? null : { values: state.positional, array: state.positional };
  }
  if (name === '#')
    return state.positional === null ? null : { values: [[literal(String(state.positional.length))]], array: null };
  if (/^[1-9]\d*$/.test(name)) {
    if (state.positional === null) return null;
    const value = state.positional[Number(name) - 1];
    return { values: [value ?? []], array: null };
  }
  const set = state.lookup(name);
  if (set !== null) return set;
  const known = (text: string | null): Variable | null => (text === null ? null : { values: [[literal(text)]], array: null });
  switch (name) {
    case 'HOME':
      return known(state.home || null);
    case 'PWD':
      return known(state.cwd);
    case 'OLDPWD':
      return known(state.oldCwd);
    case 'USER':
    case 'LOGNAME':
      return known(state.home.slice(state.home.lastIndexOf('/') + 1) || null);
    case 'IFS':
      return known(state.separators);
    case 'SHELL':
    case 'BASH':
      return known('/bin/bash');
    default:
      return null;
  }
}

function specialPlace(name: string, operator: string, state: Expansion): Partial<UnknownPiece> {
  if (operator !== '') return {};
  if (name === 'TMPDIR' || name === 'TMP' || name === 'TEMP' || name === 'RUNNER_TEMP') return { within: '/tmp' };
  if (name === 'XDG_CACHE_HOME') return { within: `${state.home}/.cache` };
  if (name === 'XDG_CONFIG_HOME') return { within: `${state.home}/.config` };
  if (name === 'XDG_DATA_HOME') return { within: `${state.home}/.local/share` };
  return {};
}

/** `${x%.*}`, `${x/a/b}`, `${x:1:2}`, `${x^^}` on a known text; null when the operation is not known. */
function transformed(text: string, part: ParameterPart, state: Expansion): string | null {
  const { operator } = part;
  const argument = part.argument === null ? [] : expandOne(part.argument.parts, state);
  const value = textOfPieces(argument);
  if (value === null) return null;
  if (operator === ':') {
    const length = part.second === null ? null : textOfPieces(expandOne(part.second.parts, state));
    const from = Number(value.trim());
    const count = length === null ? text.length : Number(length.trim());
    if (!Number.isInteger(from) || !Number.isInteger(count)) return null;
    const rest = text.slice(from < 0 ? Math.max(text.length + from, 0) : from);
    return count < 0 ? rest.slice(0, Math.max(rest.length + count, 0)) : rest.slice(0, count);
  }
  if (operator.startsWith('^')) return operator === '^^' ? text.toUpperCase() : text.slice(0, 1).toUpperCase() + text.slice(1);
  if (operator.startsWith(',')) return operator === ',,' ? text.toLowerCase() : text.slice(0, 1).toLowerCase() + text.slice(1);
  if (operator.startsWith('@')) return text;
  // A pattern with many stars on a long text would cost more than it tells.
  if (value.length > 200 || text.length > 2000 || value.split('*').length > 4) return null;
  const greedy = operator === '##' || operator === '%%' || operator.startsWith('/');
  const pattern = globSource(argument, greedy);
  if (operator === '#' || operator === '##') return text.replace(new RegExp(`^(?:${pattern})`, 's'), '');
  if (operator === '%' || operator === '%%') {
    const tail = new RegExp(`^(?:${pattern})$`, 's');
    for (let i = 0; i <= text.length; i += 1) {
      const at = operator === '%%' ? i : text.length - i;
      if (tail.test(text.slice(at))) return text.slice(0, at);
    }
    return text;
  }
  if (operator.startsWith('/')) {
    const replacement = part.second === null ? '' : textOfPieces(expandOne(part.second.parts, state));
    if (replacement === null) return null;
    const anchored = operator === '/#' ? `^(?:${pattern})` : operator === '/%' ? `(?:${pattern})$` : pattern;
    if (anchored === '') return text;
    return text.replace(new RegExp(anchored, operator === '//' ? 'gs' : 's'), () => replacement);
  }
  return null;
}

/** A shell pattern as the source of a regular expression. */
function globSource(pieces: readonly Piece[], greedy = true): string {
  let source = '';
  for (const piece of pieces) {
    if (piece.kind === 'unknown') continue;
    for (const c of piece.text) {
      if (piece.quoted || !'*?[]'.includes(c)) source += c.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
      else if (c === '*') source += greedy ? '.*' : '.*?';
      else if (c === '?') source += '.';
      else source += `\\${c}`;
    }
  }
  return source;
}

/** How a parameter is written in the script. */
function written(part: ParameterPart): string {
  const index = part.index === null ? '' : `[${part.index}]`;
  return `\${${part.length ? '#' : part.indirect ? '!' : ''}${part.name}${index}${part.operator}}`;
}

function fieldsOf(tokens: readonly Token[]): Piece[][] {
  const fields: Piece[][] = [];
  let field: Piece[] = [];
  const close = () => {
    const made = merged(field);
    if (made.length > 0 && made.some((piece) => piece.kind === 'unknown' || piece.text !== '' || piece.quoted)) fields.push(made);
    field = [];
  };
  for (const token of tokens) {
    if (token === null) close();
    else field.push(token);
  }
  close();
  return fields;
}

/** Neighbouring texts become one. What has grown beyond all use (`A=$A$A`, again and again) becomes unknown. */
function merged(pieces: readonly Piece[]): Piece[] {
  const size = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (pieces.length > MAX_PIECES || size > MAX_VALUE) return [unknown('variable', { from: sourcesOfPieces(pieces) })];
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out[out.length - 1];
    if (piece.kind === 'text' && last?.kind === 'text' && last.quoted === piece.quoted && last.from === piece.from)
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out.length > 1 ? out.filter((piece) => piece.kind === 'unknown' || piece.text !== '') : out;
}
