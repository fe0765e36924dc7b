/** What a shell script would do to files, in the same effects as every other tool. */
import type { Effect, RunEffect, WriteEffect } from '../model/effect.ts';
import type { Span } from '../model/finding.ts';
import type { Piece, ResolvedCommand, ResolvedScript, Word } from '../model/shell.ts';
import type { World } from '../model/world.ts';
import { translateCmd } from '../parse/cmd.ts';
import { translatePowerShell } from '../parse/powershell.ts';
import { absolute, inside, type Location, locate } from '../parse/shell-path.ts';
import { patchEffects } from './patch.ts';
import { classifyPath } from './path-classes.ts';
import { type ResolveContext, resolveScript, type ScriptOnDisk } from './resolve.ts';
import { renderPieces, textOfPieces } from './shell-pieces.ts';
import { editedByPerl, editedBySed } from './stream-edit.ts';
import { applyHunks, type FileDiff, parseUnifiedDiff, strippedPath } from './unified-diff.ts';

/** The script as it would run in `cwd`. */
export function readScript(script: string, world: World, cwd: string, shell: RunEffect['shell'] = 'posix'): ResolvedScript {
  const context: ResolveContext = {
    cwd,
    home: world.home,
    workspace: world.workspace,
    parameters: 'none',
    scriptAt: (path) => scriptOnDisk(path, world),
  };
  if (shell === 'posix') return resolveScript(script, context);
  const { script: translated, fault } = shell === 'powershell' ? translatePowerShell(script) : translateCmd(script);
  const span = { start: 0, end: script.length };
  const resolved = resolveScript(translated, { ...context, at: { span, wrappers: [shell], depth: 0 } });
  if (fault !== null) resolved.notes.push({ kind: 'unparsed', message: fault, offset: 0 });
  return { ...resolved, text: script };
}

/**
 * Always a `run` effect; a `write` for every file that is filled by a redirect, `tee`, `cp`, `mv`, `sed -i` and the like
 * (with neither text nor fragments where the text is not known); a `delete` for what is removed by name; an `opaque` for
 * what could not be understood. Pass `resolved` when the script was read before.
 */
export function shellEffects(
  script: string,
  world: World,
  cwd: string,
  resolved: ResolvedScript = readScript(script, world, cwd),
  shell: RunEffect['shell'] = 'posix',
): Effect[] {
  const files = new Overlay(world);
  const out: Effect[] = [{ kind: 'run', shell, script, cwd }];
  const writes = resolved.writes.filter(({ command }) => (resolved.commands[command]?.remote ?? null) === null);
  for (const [index, command] of resolved.commands.entries()) {
    for (; writes[0] !== undefined && writes[0].command < index; writes.shift()) written(writes[0], files);
    files.at = command.span;
    if (command.remote === null) commandEffects(command, files, out, world);
  }
  for (const write of writes) written(write, files);
  out.push(...files.effects());
  for (const note of resolved.notes)
    out.push({ kind: 'opaque', reason: `the command could not be read: ${note.message}`, failure: 'unread-command' });
  return out;
}

/** Longest script on disk that is followed, code units. */
const MAX_SCRIPT = 100_000;

/** The agent's own are those in a folder for temporary files, and those in the workspace that Git is known not to track. */
function scriptOnDisk(path: string, world: World): ScriptOnDisk {
  const classes = classifyPath(path, world);
  const tracked = world.git?.tracked(path) ?? null;
  if (!classes.has('temp')) {
    if (tracked === true) return { kind: 'trusted' };
    if (!classes.has('workspace') && tracked === null) return { kind: 'elsewhere' };
  }
  const own = classes.has('temp') || tracked === false;
  const read = world.readFile(path);
  if (read.kind === 'missing' || read.kind === 'directory') return { kind: 'missing' };
  return read.kind === 'text' && read.text.length <= MAX_SCRIPT
    ? { kind: 'text', text: read.text, own }
    : { kind: own ? 'unread' : 'elsewhere' };
}

function written(write: ResolvedScript['writes'][number], files: Overlay): void {
  files.at = write.span;
  if (write.content === null) files.set(write.path, null);
  else if (write.append) files.append(write.path, renderPieces(write.content));
  else files.set(write.path, renderPieces(write.content));
}

/** The files as the script leaves them, over those on disk. */
class Overlay {
  /** Where in the script the changes to come are made. */
  at: Span = { start: 0, end: 0 };
  private readonly touched = new Map<
    string,
    { before: string | null; after: string | null; fragments: string[]; from: string | null } | 'deleted'
  >();
  private readonly places = new Map<string, Span>();

  constructor(private readonly world: World) {}

  /** Null when there is no such file, or when its text is not known. */
  text(path: string): string | null {
    const known = this.touched.get(path);
    if (known === 'deleted') return null;
    if (known !== undefined) return known.after;
    const read = this.world.readFile(path);
    return read.kind === 'text' ? read.text : null;
  }

  /** `from`: the file's name before; a file that was there already keeps none of its old findings' excuse. */
  set(path: string, after: string | null, from: string | null = null): void {
    if (this.isFolder(path)) return;
    const before = after === null ? null : this.onDisk(path);
    const renamed = before === null && after !== null ? from : null;
    this.places.set(path, this.at);
    this.touched.set(path, { before: renamed === null ? before : after, after, fragments: [], from: renamed });
  }

  append(path: string, added: string): void {
    if (this.isFolder(path)) return;
    const known = this.touched.get(path);
    if (known !== undefined && known !== 'deleted' && known.after === null) {
      known.fragments.push(added);
      return;
    }
    const read = known === undefined ? this.world.readFile(path) : null;
    const unread = read !== null && read.kind !== 'text' && read.kind !== 'missing';
    this.places.set(path, this.at);
    if (unread) this.touched.set(path, { before: null, after: null, fragments: [added], from: null });
    else this.set(path, (this.text(path) ?? '') + added);
  }

  /** Inserted texts of a file that cannot be rebuilt. */
  piece(path: string, fragments: string[]): void {
    this.places.set(path, this.at);
    this.touched.set(path, { before: this.onDisk(path), after: null, fragments, from: null });
  }

  remove(path: string): void {
    this.places.set(path, this.at);
    this.touched.set(path, 'deleted');
  }

  isFolder(path: string): boolean {
    return !this.touched.has(path) && this.world.readFile(path).kind === 'directory';
  }

  effects(): Effect[] {
    return [...this.touched].map(([path, file]): Effect => {
      const span = this.places.get(path) ?? this.at;
      if (file === 'deleted') return { kind: 'delete', path, span };
      const write: WriteEffect = {
        kind: 'write',
        path,
        before: file.before,
        after: file.after,
        fragments: file.fragments,
        renamedFrom: file.from,
        span,
      };
      return write;
    });
  }

  private onDisk(path: string): string | null {
    const read = this.world.readFile(path);
    return read.kind === 'text' ? read.text : null;
  }
}

function commandEffects(command: ResolvedCommand, files: Overlay, out: Effect[], world: World): void {
  const paths = (words: readonly Word[]): string[] =>
    words
      .map((word) => locate(word.pieces, command.cwd))
      .flatMap((where: Location) => (where.kind === 'exact' || where.kind === 'all' ? [where.path] : []));
  const { operands } = command;
  switch (command.program) {
    case 'rm':
    case 'unlink':
    case 'rmdir':
    case 'shred':
      for (const path of paths(operands)) files.remove(path);
      break;
    case 'mv':
    case 'cp':
    case 'ln':
    case 'install':
    case 'rsync':
      moved(command, files, world.workspace);
      break;
    case 'sed':
    case 'gsed':
    case 'perl':
    case 'ruby':
      editedInPlace(command, files);
      break;
    case 'awk':
    case 'gawk':
      if (command.words.some((word) => word.value === 'inplace'))
        for (const path of paths(operands.slice(1))) files.set(path, null);
      break;
    case 'ed':
    case 'ex':
    case 'vi':
    case 'vim':
    case 'nvim':
    case 'rename':
      if (command.program === 'rename' || editsAlone(command)) for (const path of paths(operands)) files.set(path, null);
      break;
    case 'patch':
      applied(command, files, world);
      break;
    case 'truncate':
      for (const path of paths(operands)) files.set(path, null);
      break;
    case 'dd':
      for (const word of operands) {
        const [first] = word.pieces;
        if (first?.kind !== 'text' || !first.text.startsWith('of=')) continue;
        const pieces: Piece[] = [{ ...first, text: first.text.slice(3) }, ...word.pieces.slice(1)];
        const where = locate(pieces, command.cwd);
        if (where.kind !== 'exact' || where.path.startsWith('/dev/')) continue;
        const source = operands.find((one) => one.value?.startsWith('if='))?.value?.slice(3);
        const from = source === undefined ? null : locate([{ kind: 'text', text: source, quoted: true }], command.cwd);
        files.set(
          where.path,
          from?.kind === 'exact' ? files.text(from.path) : source === undefined ? inputText(command, files) : null,
        );
      }
      break;
    case 'git':
      if (operands[0]?.value === 'apply' || operands[0]?.value === 'am') applied(command, files, world);
      if (operands[0]?.value === 'rm') for (const path of paths(operands.slice(1))) files.remove(path);
      if (operands[0]?.value === 'mv') moved({ ...command, operands: operands.slice(1) }, files, world.workspace);
      break;
    case 'apply_patch':
    case 'applypatch':
      if (command.code !== null)
        for (const effect of patchEffects(renderPieces(command.code.pieces), world, command.cwd ?? world.workspace))
          out.push(effect.kind === 'write' || effect.kind === 'delete' ? { ...effect, span: command.span } : effect);
      break;
    default:
  }
}

/** What the command reads from its standard input; null when that is not known. */
function inputText(command: ResolvedCommand, files: Overlay): string | null {
  const file = command.redirects.findLast(({ operator }) => operator === '<')?.target;
  const where = file === undefined ? null : locate(file.pieces, command.cwd);
  if (where?.kind === 'exact') return files.text(where.path);
  return command.input === null ? null : textOfPieces(command.input);
}

/** An editor that takes its commands from arguments or the input, and is told to write. */
function editsAlone(command: ResolvedCommand): boolean {
  const told = [...command.words.slice(1).map((word) => renderPieces(word.pieces)), renderPieces(command.input ?? [])];
  return told.some((text) => /(?:^|[|:\n+\s])(?:[%,.$\d]*w(?:q|rite|all)?|x|wqa?|xa|up(?:date)?)(?:!|[|\s]|$)/.test(text));
}

/** `sed -i 's/a/b/' file…`, `perl -pi -e 's/a/b/' file…`. */
function editedInPlace(command: ResolvedCommand, files: Overlay): void {
  const { program, flags, operands, words } = command;
  // `-i.bak` and Perl's `-pi` come apart into letters.
  const letters = words.slice(1).flatMap((word) => /^-([A-Za-z0]+)/.exec(word.value ?? '')?.[1] ?? []);
  if (!flags.some(({ name }) => name === '-i' || name === '--in-place') && !letters.some((text) => text.includes('i'))) return;
  const sed = program === 'sed' || program === 'gsed';
  const given = flags.filter(({ name }) => (sed ? name === '-e' || name === '--expression' : name === '-e' || name === '-E'));
  const fromFile = flags.some(({ name }) => sed && (name === '-f' || name === '--file'));
  // BSD's `sed -i '' s/a/b/ file` has an empty operand first.
  const list = sed && operands[0]?.value === '' ? operands.slice(1) : operands;
  const own = sed && given.length === 0 && !fromFile ? list[0] : undefined;
  const scripts = given.length > 0 ? given.map(({ value }) => value?.value ?? null) : [own?.value ?? null];
  const script = scripts.every((text) => text !== null) && !fromFile ? scripts.join('\n') : null;
  const extended = flags.some(({ name }) => name === '-E' || name === '-r' || name === '--regexp-extended');
  const silent = flags.some(({ name }) => name === '-n' || name === '--quiet');
  for (const word of own === undefined ? list : list.slice(1)) {
    const where = locate(word.pieces, command.cwd);
    if (where.kind !== 'exact' && where.kind !== 'all') continue;
    const text = where.kind === 'exact' ? files.text(where.path) : null;
    if (text === null || script === null || silent || program === 'ruby') files.set(where.path, null);
    else if (sed) files.set(where.path, editedBySed(text, script, extended));
    else
      files.set(
        where.path,
        editedByPerl(
          text,
          script,
          letters.some((one) => one.includes('0')),
        ),
      );
  }
}

/** `patch -p1 < file`, `git apply <<EOF`. */
function applied(command: ResolvedCommand, files: Overlay, world: World): void {
  const git = command.program === 'git';
  const value = (...names: string[]): string | null =>
    command.flags.find(({ name }) => names.includes(name))?.value?.value ?? null;
  if (command.flags.some(({ name }) => /^--(check|stat|numstat|summary|dry-run|cached)$/.test(name))) return;
  const operands = git ? command.operands.slice(1) : command.operands.slice(1, 2);
  const named = [...operands.map((word) => word.value), value('-i', '--input')].filter(
    (one): one is string => one !== null && one !== '-',
  );
  const texts =
    named.length > 0 && (git || value('-i', '--input') !== null || operands.length > 0)
      ? named.map((name) => files.text(absolute(name, command.cwd) ?? name))
      : [inputText(command, files)];
  const strip = Number(
    value('-p', '--strip') ?? command.words.map((word) => /^-p(\d+)$/.exec(word.value ?? '')?.[1]).find(Boolean) ?? (git ? 1 : 0),
  );
  const folder = value('-d', '--directory');
  const cwd = folder === null ? (command.cwd ?? world.workspace) : (absolute(folder, command.cwd) ?? world.workspace);
  const reverse = command.flags.some(({ name }) => name === '-R' || name === '--reverse');
  for (const text of texts) {
    for (const diff of text === null ? [] : parseUnifiedDiff(text)) {
      const turned = reverse ? reversed(diff) : diff;
      const target = git ? undefined : command.operands[0]?.value;
      const pathOf = (name: string | null): string | null => (name === null ? null : absolute(strippedPath(name, strip), cwd));
      const from = target ? absolute(target, cwd) : pathOf(turned.from);
      const to = target ? absolute(target, cwd) : turned.to === null ? null : pathOf(turned.to);
      if (to === null) {
        if (from !== null) files.remove(from);
        continue;
      }
      const before = files.text(turned.from === null ? to : (from ?? to));
      const after = turned.from === null ? applyHunks('', turned) : before === null ? null : applyHunks(before, turned);
      if (after !== null) files.set(to, after);
      else
        files.piece(
          to,
          turned.hunks.map(({ lines }) =>
            lines
              .filter(({ kind }) => kind !== 'remove')
              .map((line) => line.text)
              .join('\n'),
          ),
        );
      if (from !== null && from !== to && turned.from !== null) files.remove(from);
    }
  }
}

function reversed(diff: FileDiff): FileDiff {
  const turn = { keep: 'keep', remove: 'add', add: 'remove' } as const;
  const hunks = diff.hunks.map((hunk) => ({ ...hunk, lines: hunk.lines.map((line) => ({ ...line, kind: turn[line.kind] })) }));
  return { from: diff.to, to: diff.from, hunks };
}

/** `mv a b`, `cp a dir`, `ln -s a b`: the last operand is filled. */
function moved(command: ResolvedCommand, files: Overlay, workspace: string): void {
  const target = command.flags.find((flag) => flag.name === '-t' || flag.name === '--target-directory')?.value ?? null;
  const words = target === null ? command.operands.slice(0, -1) : command.operands;
  const last = target ?? command.operands[command.operands.length - 1];
  if (last === undefined || words.length === 0) return;
  const to = locate(last.pieces, command.cwd);
  for (const word of words) {
    const from = locate(word.pieces, command.cwd);
    if (from.kind === 'unknown' || to.kind === 'unknown') continue;
    const folder =
      target !== null || words.length > 1 || to.kind !== 'exact' || (last.value ?? '').endsWith('/') || files.isFolder(to.path);
    if (from.kind !== 'exact') {
      if (to.kind === 'exact' && !folder) files.set(to.path, null);
      continue;
    }
    const name = from.path.slice(from.path.lastIndexOf('/') + 1);
    const path = folder ? `${to.path === '/' ? '' : to.path}/${name}` : to.path;
    const text = command.program === 'ln' || files.isFolder(from.path) ? null : files.text(from.path);
    if (command.program === 'mv' || command.program === 'git') {
      files.set(path, text, inside(from.path, workspace) ? from.path : null);
      files.remove(from.path);
    } else files.set(path, text);
  }
}
