/** What a shell script would do to files, in the same effects as every other tool. */
import type { Effect, WriteEffect } from '../model/effect.ts';
import type { Span } from '../model/finding.ts';
import type { Piece, ResolvedCommand, ResolvedScript, Word } from '../model/shell.ts';
import type { World } from '../model/world.ts';
import { inside, type Location, locate } from '../parse/shell-path.ts';
import { patchEffects } from './patch.ts';
import { resolveScript } from './resolve.ts';
import { renderPieces } from './shell-words.ts';

/** The script as it would run in `cwd`. */
export function readScript(script: string, world: World, cwd: string): ResolvedScript {
  return resolveScript(script, { cwd, home: world.home, workspace: world.workspace, parameters: 'none' });
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
): Effect[] {
  const files = new Overlay(world);
  const out: Effect[] = [{ kind: 'run', shell: 'posix', script, cwd }];
  const writes = resolved.writes.filter(({ command }) => (resolved.commands[command]?.remote ?? null) === null);
  for (const [index, command] of resolved.commands.entries()) {
    for (; writes[0] !== undefined && writes[0].command < index; writes.shift()) written(writes[0], files);
    files.at = command.span;
    if (command.remote === null) commandEffects(command, files, out, world);
  }
  for (const write of writes) written(write, files);
  out.push(...files.effects());
  for (const note of resolved.notes)
    out.push({ kind: 'opaque', reason: `the command could not be read: ${note.message}`, failure: 'unparsed' });
  return out;
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
  const has = (...names: string[]): boolean => command.flags.some((flag) => names.includes(flag.name));
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
    case 'perl':
      // `-i.bak` and perl's `-pi` come apart into letters.
      if (!has('-i', '--in-place') && !command.words.some((word) => /^-[a-z]*i/.test(word.value ?? ''))) break;
      for (const path of paths(
        command.program === 'sed' && !has('-e', '--expression', '-f', '--file') ? operands.slice(1) : operands,
      ))
        files.set(path, null);
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
        if (where.kind === 'exact' && !where.path.startsWith('/dev/')) files.set(where.path, null);
      }
      break;
    case 'git':
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
