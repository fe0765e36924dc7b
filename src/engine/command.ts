/** Command rules over a resolved script, and path rules over changes of files. */
import type { Effect, WriteEffect } from '../model/effect.ts';
import type { Span } from '../model/finding.ts';
import type { ChangeSpec, CommandSpec, OperandSpec, PathSpec, RuleBody } from '../model/rule.ts';
import type { ResolvedCommand, ResolvedScript, Word } from '../model/shell.ts';
import { inside, type Location, locate } from '../parse/shell-path.ts';

/** What the rules may know of the machine. */
export interface CommandContext {
  /** Absolute and normalised, as the paths of the script are. */
  workspace: string;
  home: string;
  /** The path classes of an absolute path. */
  classify(path: string): ReadonlySet<string>;
}

export interface CommandMatch {
  /** Index into the script's commands. */
  command: number;
  span: Span;
  /** `$PROGRAM`, `$COMMAND`; `$OPERAND`, the word that decided; `$SOURCE`, the command whose output is executed. */
  captures: Record<string, string>;
}

type CommandBody = Extract<RuleBody, { mode: 'command' }>;

/** The commands that fit a rule, each once. */
export function matchCommands(body: CommandBody, script: ResolvedScript, context: CommandContext): CommandMatch[] {
  if (body.command === null) return [];
  const matches: CommandMatch[] = [];
  const seen = new Set<string>();
  for (const [index, command] of script.commands.entries()) {
    const captures: Record<string, string> = {};
    if (!fits(body.command, command, script, context, captures)) continue;
    captures['$PROGRAM'] = command.program ?? '';
    captures['$COMMAND'] = commandText(command);
    // A function that is called twice runs the same commands twice.
    const key = `${command.span.start}:${command.span.end}:${captures['$COMMAND']}`;
    if (seen.has(key)) continue;
    seen.add(key);
    matches.push({ command: index, span: command.span, captures });
  }
  return matches;
}

/** The command on one line, after expansion; at most 200 code units. */
export function commandText(command: ResolvedCommand): string {
  const text = command.words.map(wordText).join(' ').replace(/\s+/g, ' ');
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

const wordText = (word: Word): string => word.pieces.map((piece) => piece.text).join('');

function fits(
  spec: CommandSpec,
  command: ResolvedCommand,
  script: ResolvedScript,
  context: CommandContext,
  captures: Record<string, string>,
): boolean {
  const { program } = command;
  if (spec.program && (program === null || !spec.program.some((name) => named(name, program)))) return false;
  let { operands } = command;
  if (spec.subcommand) {
    const found = spec.subcommand.find((text) => text.split(' ').every((name, at) => operands[at]?.value === name));
    if (found === undefined) return false;
    operands = operands.slice(found.split(' ').length);
  }
  if (spec.flags && !spec.flags.every((names) => command.flags.some((flag) => names.includes(flag.name)))) return false;
  const word = (wanted: OperandSpec) => (one: Word) => {
    if (!wordFits(wanted, one, command, context)) return false;
    captures['$OPERAND'] ??= wordText(one);
    return true;
  };
  for (const { names, value } of spec.options ?? []) {
    if (!command.flags.some((flag) => names.includes(flag.name) && flag.value !== null && word(value)(flag.value))) return false;
  }
  if (spec.noOperands !== undefined && (operands.length === 0) !== spec.noOperands) return false;
  if (spec.operands && !operands.some(word(spec.operands))) return false;
  if (spec.arguments && !command.words.slice(1).some(word(spec.arguments))) return false;
  if (spec.redirect) {
    const wanted = word(spec.redirect);
    if (!command.redirects.some(({ operator, target }) => operator.includes('>') && wanted(target))) return false;
  }
  if (spec.env && !command.assignments.some(({ name }) => spec.env!.some((wanted) => named(wanted, name)))) return false;
  if (spec.wrapper && !command.wrappers.some((name) => spec.wrapper!.includes(name))) return false;
  if (spec.cwd) {
    const folder: Word = {
      pieces: command.cwd === null ? [] : [{ kind: 'text', text: command.cwd, quoted: true }],
      value: command.cwd,
      quoted: true,
      glob: false,
      span: command.span,
    };
    if (!wordFits(spec.cwd, folder, command, context)) return false;
  }
  if (spec.runsOn && !spec.runsOn.includes(command.remote ?? 'here')) return false;
  const other = (wanted: CommandSpec, indices: readonly number[], capture: boolean) =>
    indices.some((index) => {
      const one = script.commands[index];
      if (one === undefined || !fits(wanted, one, script, context, {})) return false;
      if (capture) captures['$SOURCE'] = commandText(one);
      return true;
    });
  if (spec.pipeTo && !other(spec.pipeTo, command.place.pipeTo, false)) return false;
  if (spec.pipeFrom && !other(spec.pipeFrom, command.place.pipeFrom, false)) return false;
  if (spec.runsOutputOf && !other(spec.runsOutputOf, command.runsOutputOf, true)) return false;
  // What a branch captured counts only if the whole branch fits.
  const branch = (one: CommandSpec): boolean => {
    const caught = { ...captures };
    if (!fits(one, command, script, context, caught)) return false;
    Object.assign(captures, caught);
    return true;
  };
  if (spec.all && !spec.all.every(branch)) return false;
  if (spec.any && !spec.any.some(branch)) return false;
  if (spec.not?.some((one) => fits(one, command, script, context, {}))) return false;
  return true;
}

function wordFits(spec: OperandSpec, word: Word, command: ResolvedCommand, context: CommandContext): boolean {
  const text = wordText(word);
  if (spec.unknown !== undefined && (word.value === null) !== spec.unknown) return false;
  if (spec.glob && !spec.glob.some((glob) => regexOf(globRegex(glob)).test(text))) return false;
  if (spec.regex && !regexOf(spec.regex).test(text)) return false;
  if (spec.path || spec.outside || spec.covers || spec.class) {
    const where = locate(word.pieces, command.cwd);
    if (spec.path && !((where.kind === 'exact' || where.kind === 'all') && regexOf(spec.path).test(where.path))) return false;
    if (spec.outside && !leadsOut(where, context)) return false;
    if (spec.covers && !spec.covers.some((place) => covers(where, place === 'home' ? context.home : context.workspace)))
      return false;
    if (spec.class) {
      const classes = classesOf(where, context);
      if (!spec.class.some((name) => classes.has(name))) return false;
    }
  }
  if (spec.any && !spec.any.some((one) => wordFits(one, word, command, context))) return false;
  if (spec.not?.some((one) => wordFits(one, word, command, context))) return false;
  return true;
}

/** Those of the file; of everything in the folder, those of the folder and of a file in it. */
function classesOf(where: Location, context: CommandContext): ReadonlySet<string> {
  switch (where.kind) {
    case 'unknown':
      return new Set();
    case 'exact':
      return context.classify(where.path);
    case 'some':
      return context.classify(child(where.path));
    case 'all':
      return new Set([...context.classify(where.path), ...context.classify(child(where.path))]);
    default:
      return where satisfies never;
  }
}

const child = (path: string): string => (path === '/' ? '/*' : `${path}/*`);

function leadsOut(where: Location, context: CommandContext): boolean {
  if (where.kind === 'unknown') return false;
  const classes = context.classify(where.kind === 'exact' ? where.path : child(where.path));
  return !classes.has('workspace') && !classes.has('temp');
}

function covers(where: Location, place: string): boolean {
  return place !== '' && (where.kind === 'exact' || where.kind === 'all') && inside(place, where.path);
}

function named(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  return regexOf(globRegex(pattern)).test(name);
}

function globRegex(glob: string): string {
  const source = glob.replace(/\*\*|\*|[\\^$.+?()[\]{}|]/g, (c) => (c === '**' ? '.*' : c === '*' ? '[^/]*' : `\\${c}`));
  return `^${source}$`;
}

const regexes = new Map<string, RegExp>();

function regexOf(source: string): RegExp {
  let regex = regexes.get(source);
  if (regex === undefined) {
    const caseless = source.startsWith('(?i)');
    regex = new RegExp(caseless ? source.slice(4) : source, caseless ? 'ims' : 'ms');
    regexes.set(source, regex);
  }
  return regex;
}

// ---- changes of files

export interface PathMatch {
  path: string;
  /** The key or the line that changed; `''` when the whole change counts. */
  what: string;
}

/** Whether a change of a file is one that the rule speaks of; null when not. */
export function matchPath(body: CommandBody, effect: Effect, context: CommandContext): PathMatch | null {
  if (effect.kind !== 'write' && effect.kind !== 'delete') return null;
  for (const spec of body.paths) {
    if (!spec.effects.includes(effect.kind) || !pathFits(spec, effect, context)) continue;
    const what = effect.kind === 'delete' || spec.changes === undefined ? '' : changed(spec.changes, effect);
    if (what !== null) return { path: effect.path, what };
  }
  return null;
}

function pathFits(spec: PathSpec, effect: Extract<Effect, { kind: 'write' | 'delete' }>, context: CommandContext): boolean {
  if (spec.path && !regexOf(spec.path).test(effect.path)) return false;
  if (spec.notPath && regexOf(spec.notPath).test(effect.path)) return false;
  if (spec.class === undefined) return true;
  const classes = context.classify(effect.path);
  return spec.class.some((name) => classes.has(name));
}

function changed(spec: ChangeSpec, effect: WriteEffect): string | null {
  if (effect.after === null) {
    if (effect.fragments.length === 0) return 'the whole file';
    return effect.fragments.map((text) => lineWith(spec, text.split('\n'))).find((line) => line !== null) ?? null;
  }
  const after = jsonOf(effect.after);
  // A file that is moved here was not here before.
  const old = effect.renamedFrom === null ? effect.before : null;
  const before = old === null ? {} : jsonOf(old);
  if (after !== undefined && before !== undefined) {
    return spec.keys.find((key) => JSON.stringify(valueAt(before, key)) !== JSON.stringify(valueAt(after, key))) ?? null;
  }
  const had = new Set(old?.split('\n') ?? []);
  const now = effect.after.split('\n');
  const kept = new Set(now);
  return lineWith(spec, [...now.filter((line) => !had.has(line)), ...[...had].filter((line) => !kept.has(line))]);
}

function lineWith(spec: ChangeSpec, lines: readonly string[]): string | null {
  const keys = spec.keys.map((key) => `"${key.slice(key.lastIndexOf('.') + 1)}"`);
  const fit = (line: string): boolean =>
    keys.some((key) => line.includes(key)) || (spec.lines !== null && regexOf(spec.lines).test(line));
  return lines.find(fit)?.trim().slice(0, 120) ?? null;
}

/** Undefined for a text that is not JSON; comments and commas at the end are let through. */
function jsonOf(text: string): unknown {
  const bare = text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, kept?: string) => kept ?? ' ');
  try {
    return JSON.parse(bare.replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_, kept?: string) => kept ?? ''));
  } catch {
    return undefined;
  }
}

function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path.split('.')) {
    if (at === null || typeof at !== 'object') return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
