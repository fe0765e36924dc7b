/** Command rules over a resolved script. */
import type { Span } from '../model/finding.ts';
import type { CommandPlaceName, CommandSpec, OperandSpec, RuleBody, SettingName } from '../model/rule.ts';
import type { Piece, ResolvedCommand, ResolvedScript, Word } from '../model/shell.ts';
import { inside, type Location, locate } from '../parse/shell-path.ts';

/** What the rules may know of the machine. */
export interface CommandContext {
  /** Absolute and normalised, as the paths of the script are. */
  workspace: string;
  home: string;
  /** The path classes of an absolute path. */
  classify(path: string): ReadonlySet<string>;
  /** The path with its symbolic links followed. */
  realPath?(path: string): string;
  /** False when no tracked file of the folder's Git work tree has changes; null when that is not known. */
  dirty?(folder: string): boolean | null;
  /** Null when it is not known. */
  setting?(name: SettingName, folder: string): string | null;
  /** Null when it is not known. */
  exists?(path: string): boolean | null;
  /** Whether a manifest of the project names the package. */
  declares?(name: string, folder: string): boolean;
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
  const text = wholeText(command);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

const wholeText = (command: ResolvedCommand): string => command.words.map(wordText).join(' ').replace(/\s+/g, ' ');

const wordText = (word: Word): string => piecesText(word.pieces);

const piecesText = (pieces: readonly Piece[]): string =>
  pieces.length === 1 ? pieces[0]!.text : pieces.map((piece) => piece.text).join('');

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
    const found = spec.subcommand.find((text) => follows(text, operands, 0));
    if (found === undefined) return false;
    operands = operands.slice(found.split(' ').length);
  }
  if (spec.contains?.every((text) => !operands.some((_, at) => follows(text, operands, at)))) return false;
  if (spec.text && !regexOf(spec.text).test(wholeText(command))) return false;
  if (spec.disguised !== undefined && command.disguised !== spec.disguised) return false;
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
  if (spec.firstOperand && (operands[0] === undefined || !word(spec.firstOperand)(operands[0]))) return false;
  if (spec.operands && !operands.some(word(spec.operands))) return false;
  if (spec.arguments && !command.words.slice(1).some(word(spec.arguments))) return false;
  if (spec.redirect) {
    const wanted = word(spec.redirect);
    const { path, class: classes, outside, covers: covered, any } = spec.redirect;
    const file =
      path !== undefined || classes !== undefined || outside !== undefined || covered !== undefined || any !== undefined;
    const fit = command.redirects.some((one) => one.operator.includes('>') && !(file && duplicates(one)) && wanted(one.target));
    if (!fit) return false;
  }
  if (spec.overwrites && !overwritten(command).some(word(spec.overwrites))) return false;
  if (spec.reads) {
    const wanted = word(spec.reads);
    if (!command.redirects.some(({ operator, target }) => (operator === '<' || operator === '<>') && wanted(target)))
      return false;
  }
  if (spec.input && (command.input === null || !wordFits(spec.input, wordOf(command.input, command), command, context)))
    return false;
  if (spec.code) {
    const { code } = command;
    if (code === null || spec.code.language?.includes(code.language) === false) return false;
    if (spec.code.regex && !regexOf(spec.code.regex).test(piecesText(code.pieces))) return false;
  }
  for (const { names, value } of spec.assigns ?? []) {
    const suits = word(value);
    if (!command.assignments.some((one) => names.some((wanted) => named(wanted, one.name)) && suits(one.value))) return false;
  }
  if (spec.place && !spec.place.every((name) => stands(name, command))) return false;
  if (spec.workTree && (command.cwd === null || context.dirty?.(command.cwd) !== false)) return false;
  if (spec.setting) {
    const value = context.setting?.(spec.setting.name, command.cwd ?? context.workspace) ?? null;
    if (value === null || !regexOf(spec.setting.regex).test(value)) return false;
  }
  if (spec.env && !command.assignments.some(({ name }) => spec.env!.some((wanted) => named(wanted, name)))) return false;
  if (spec.wrapper && !command.wrappers.some((name) => spec.wrapper!.includes(name))) return false;
  if (spec.cwd) {
    const pieces: Piece[] = command.cwd === null ? [] : [{ kind: 'text', text: command.cwd, quoted: true }];
    if (!wordFits(spec.cwd, { ...wordOf(pieces, command), value: command.cwd }, command, context)) return false;
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
  if (spec.dataFrom && !other(spec.dataFrom, command.dataFrom, true)) return false;
  if (spec.precededBy || spec.followedBy) {
    const at = script.commands.indexOf(command);
    const indices = [...script.commands.keys()];
    if (spec.precededBy && !other(spec.precededBy, indices.slice(0, at), false)) return false;
    if (spec.followedBy && !other(spec.followedBy, indices.slice(at + 1), false)) return false;
  }
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

/** `s3 rb` from operand `at` on. */
const follows = (text: string, operands: readonly Word[], at: number): boolean =>
  text.split(' ').every((name, offset) => {
    const value = operands[at + offset]?.value;
    return typeof value === 'string' && named(name, value);
  });

/** `>&2`: no file. */
const duplicates = ({ operator, target }: ResolvedCommand['redirects'][number]): boolean =>
  operator === '>&' && /^(\d+-?|-)$/.test(target.value ?? '');

/** The files that get a new content. */
function overwritten(command: ResolvedCommand): Word[] {
  const { program, operands, flags, redirects } = command;
  const words = redirects
    .filter((one) => /^(>|>\||&>|>&)$/.test(one.operator) && one.descriptor !== 2 && !duplicates(one))
    .map(({ target }) => target);
  const has = (...names: string[]): boolean => flags.some(({ name }) => names.includes(name));
  switch (program) {
    case 'tee':
      if (!has('-a', '--append')) words.push(...operands);
      break;
    case 'truncate':
      words.push(...operands);
      break;
    case 'cp':
    case 'mv':
    case 'install':
    case 'ln':
      words.push(...operands.slice(-1));
      break;
    case 'dd': {
      const target = operands.find((word) => wordText(word).startsWith('of='));
      if (target !== undefined)
        words.push({
          ...target,
          pieces: target.pieces.map((piece, at) => (at === 0 ? { ...piece, text: piece.text.replace(/^of=/, '') } : piece)),
        });
      break;
    }
    default:
  }
  return words;
}

function stands(name: CommandPlaceName, { program, place }: ResolvedCommand): boolean {
  return name === 'recursive' ? place.function !== null && place.function === program : place[name];
}

function wordOf(pieces: Piece[], { span }: ResolvedCommand): Word {
  const known = pieces.every((piece) => piece.kind === 'text');
  return { pieces, value: known ? piecesText(pieces) : null, quoted: true, glob: false, span };
}

/** What the group of the regex holds; null without a match. */
function partOf(regex: string, word: Word, context: CommandContext): Word | null {
  const found = regexOf(regex).exec(wordText(word));
  const text = found?.[1];
  if (found === null || text === undefined) return null;
  const from = found.index + found[0].lastIndexOf(text);
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of word.pieces) {
    const [start, end] = [Math.max(from, at), Math.min(from + text.length, at + piece.text.length)];
    if (start < end) {
      pieces.push(piece.kind === 'unknown' ? piece : { ...piece, text: piece.text.slice(start - at, end - at) });
    }
    at += piece.text.length;
  }
  const [first] = pieces;
  // Most programs leave `~` alone here; what is meant is plain all the same.
  if (first?.kind === 'text' && /^~(?=\/|$)/.test(first.text) && context.home !== '')
    pieces[0] = { ...first, text: context.home + first.text.slice(1) };
  const known = pieces.every((piece) => piece.kind === 'text');
  return { ...word, pieces, value: known ? piecesText(pieces) : null };
}

function wordFits(spec: OperandSpec, whole: Word, command: ResolvedCommand, context: CommandContext): boolean {
  const word = spec.part ? partOf(spec.part, whole, context) : whole;
  if (word === null) return false;
  const text = wordText(word);
  if (spec.declared !== undefined && (context.declares?.(text, command.cwd ?? context.workspace) ?? false) !== spec.declared)
    return false;
  if (spec.unknown !== undefined && (word.value === null) !== spec.unknown) return false;
  if (spec.unverified !== undefined) {
    const [first] = word.pieces;
    if ((first?.kind === 'unknown' && !first.guarded && first.within === null) !== spec.unverified) return false;
  }
  if (spec.glob && !spec.glob.some((glob) => regexOf(globRegex(glob)).test(text))) return false;
  if (spec.regex && !regexOf(spec.regex).test(text)) return false;
  if (spec.path || spec.outside || spec.covers || spec.class || spec.exists !== undefined) {
    const where = locate(word.pieces, command.cwd);
    if (spec.exists !== undefined) {
      const known = where.kind === 'exact' ? (context.exists?.(where.path) ?? true) : true;
      if (known !== spec.exists) return false;
    }
    if (spec.path) {
      if (where.kind !== 'exact' && where.kind !== 'all') return false;
      const regex = regexOf(spec.path);
      if (!namesOf(where.path, context).some((path) => regex.test(path))) return false;
    }
    if (spec.outside && !leadsOut(where, context)) return false;
    if (spec.covers && !spec.covers.some((place) => covers(where, place === 'home' ? context.home : context.workspace)))
      return false;
    if (spec.class) {
      const classes = new Set(classesOf(where, context));
      if (where.kind === 'some' && word.glob)
        for (const path of knownFiles(word, command.cwd, context)) for (const name of context.classify(path)) classes.add(name);
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

/** Below the home folder, or absolute: files that a pattern like `~/.ss?/id_*` is meant for. */
const wellKnown: readonly string[] = [
  ...['.ssh/id_rsa', '.ssh/id_ed25519', '.ssh/authorized_keys', '.aws/credentials', '.netrc', '.npmrc', '.git-credentials'],
  ...['.kube/config', '.docker/config.json', '.gnupg/secring.gpg', '.bash_history', '.config/gh/hosts.yml'],
  ...['/etc/shadow', '/etc/sudoers', '.env'],
];

/** As a shell matches: neither `*` nor `?` stands for a slash, or for a dot that begins a name. */
function knownFiles(word: Word, cwd: string | null, context: CommandContext): string[] {
  if (word.value === null || word.value.length > 200) return [];
  const pattern = word.value.startsWith('/') ? word.value : cwd === null ? null : `${cwd}/${word.value}`;
  if (pattern === null || pattern.includes('..')) return [];
  const source = pattern.replace(
    /(^|\/)([*?])|\*|\?|\[(?:[!^])?[^\]/]+\]|[\\^$.+()[\]{}|]/g,
    (text, slash?: string, first?: string) => {
      const star = (one: string): string => (one === '*' ? '[^/]*' : '[^/]');
      if (first !== undefined) return `${slash}(?!\\.)${star(first)}`;
      if (text === '*' || text === '?') return star(text);
      return text.startsWith('[') && text.length > 2 ? text.replace(/^\[!/, '[^') : `\\${text}`;
    },
  );
  const regex = regexOf(`^${source}$`);
  const files = wellKnown.map((path) => (path.startsWith('/') ? path : `${context.home}/${path}`));
  return [...files, `${context.workspace}/.env`].filter((path) => regex.test(path));
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

/** The path as written, and where its links lead. */
export function namesOf(path: string, context: Pick<CommandContext, 'realPath'>): readonly string[] {
  const real = context.realPath?.(path) ?? path;
  return real === path ? [path] : [path, real];
}

const regexes = new Map<string, RegExp>();

export function regexOf(source: string): RegExp {
  let regex = regexes.get(source);
  if (regex === undefined) {
    const caseless = source.startsWith('(?i)');
    regex = new RegExp(caseless ? source.slice(4) : source, caseless ? 'ims' : 'ms');
    regexes.set(source, regex);
  }
  return regex;
}
