/** What other programs print, and the files that they fill: downloads, archives, copies. */
import type { Piece, Word } from '../model/shell.ts';
import { locate } from '../parse/shell-path.ts';
import { printed } from './shell-output.ts';
import { literal, sourcesOfPieces, unknown, wordOf } from './shell-pieces.ts';
import type { Run } from './shell-run.ts';

/** What a program prints that starts nothing; the files that it fills are noted. */
export function product(run: Run): Piece[] {
  const { record, words, state, scope, resolver } = run;
  const program = record.program!;
  const produced = unknown('command', { from: [...new Set([run.index, ...sourcesOfPieces(scope.input ?? [])])] });
  switch (program) {
    case 'curl':
    case 'wget':
    case 'fetch':
    case 'aria2c':
      return download(run, produced);
    case 'tee':
    case 'sponge':
      for (const target of record.operands) {
        const append = record.flags.some((flag) => flag.name === '-a' || flag.name === '--append');
        resolver.write(target, scope.input ?? [unknown('input')], append, run.index, state, run.how.span);
      }
      return scope.input ?? [produced];
    case 'cp':
    case 'mv': {
      const [from, to] = record.operands;
      if (record.operands.length !== 2 || from === undefined || to === undefined) return [];
      const source = locate(from.pieces, state.cwd);
      const target = locate(to.pieces, state.cwd);
      const file = source.kind === 'exact' ? state.files.get(source.path) : null;
      if (target.kind === 'exact') state.files.set(target.path, file ?? { content: null, from: [run.index] });
      return [];
    }
    case 'base64':
    case 'xxd':
    case 'gunzip':
    case 'zcat':
    case 'cat': {
      const file = record.operands[0];
      if (file === undefined || file.value === '-') break;
      const pieces = record.operands.flatMap((word) => resolver.contentOf(word, state));
      const input = program === 'cat' ? [] : pieces;
      const made =
        program === 'cat'
          ? pieces
          : printed({ program, args: words.slice(1), input, cwd: state.cwd, workspace: resolver.context.workspace }, run.index);
      if (made?.some((piece) => piece.kind === 'text')) return made;
      return [{ ...produced, from: [...produced.from, ...sourcesOfPieces(pieces)] }];
    }
    case 'tar':
    case 'zip':
    case 'openssl':
    case 'age':
    case 'sort':
    case 'gzip':
    case 'pg_dump':
    case 'mysqldump': {
      packed(run, produced);
      break;
    }
    case 'apply_patch':
    case 'applypatch':
      record.code = { language: 'apply_patch', pieces: record.operands[0]?.pieces ?? scope.input ?? [] };
      return [produced];
    case 'mktemp':
      return [unknown('command', { from: [run.index], within: temporary(run) })];
    case 'realpath':
    case 'readlink':
    case 'grealpath': {
      const last = record.operands[record.operands.length - 1];
      const where = last === undefined ? null : locate(last.pieces, state.cwd);
      if (where === null || where.kind === 'unknown') return [produced];
      return where.kind === 'exact' ? [literal(`${where.path}\n`)] : [{ ...produced, within: where.path }];
    }
    case 'which':
    case 'command':
    case 'type':
      return record.operands[0]?.value ? [literal(`/usr/bin/${record.operands[0].value}\n`)] : [produced];
    case 'sha256sum':
    case 'sha512sum':
    case 'sha1sum':
    case 'md5sum':
    case 'shasum':
    case 'b2sum':
      if (record.flags.some((flag) => /^(-c|--check|--c.*)$/.test(flag.name))) state.verified.upTo = run.index;
      return [produced];
    case 'gpg':
    case 'gpgv':
    case 'cosign':
    case 'minisign':
    case 'signify':
      if (program === 'gpgv' || words.some((word) => /^(--verify|verify|verify-blob|-V|-Vm)$/.test(word.value ?? '')))
        state.verified.upTo = run.index;
      packed(run, produced);
      return [produced];
    default:
  }
  const { workspace } = resolver.context;
  const made = printed({ program, args: words.slice(1), input: scope.input, cwd: state.cwd, workspace }, run.index);
  return made ?? [produced];
}

/** The file that a packer or cipher fills, by its option for that. */
function archiveOf(run: Run): Word | null {
  const { record, words } = run;
  if (record.program === 'zip') return record.operands[0] ?? null;
  const options: Record<string, readonly string[]> = {
    tar: ['-f', '--file'],
    gpg: ['-o', '--output'],
    openssl: ['-out'],
    age: ['-o', '--output'],
    sort: ['-o', '--output'],
    pg_dump: ['-f', '--file'],
    mysqldump: ['-r', '--result-file'],
  };
  const names = options[record.program ?? ''] ?? [];
  if (record.program === 'tar' && !words.slice(1, 3).some((word) => /^-?[a-zA-Z]*c|^--create/.test(word.value ?? '')))
    return null;
  const at = words.findIndex((word, index) => index > 0 && names.includes(word.value ?? ''));
  const given = record.flags.find((flag) => names.includes(flag.name))?.value ?? (at > 0 ? words[at + 1] : undefined);
  // `tar czf out in`
  const bundled = given === undefined && record.program === 'tar' && /^[a-zA-Z]*f$/.test(words[1]?.value ?? '');
  const target = bundled ? words[2] : given;
  return target?.value === '-' ? null : (target ?? null);
}

/** The file then holds what the command made of its input and operands. */
function packed(run: Run, produced: Piece): void {
  const target = archiveOf(run);
  if (target === null) return;
  run.resolver.write(target, null, false, run.index, run.state, run.how.span);
  const where = locate(target.pieces, run.state.cwd);
  if (where.kind === 'exact') run.state.files.set(where.path, { content: null, from: sourcesOfPieces([produced]) });
}

/** `mktemp -p dir`, `mktemp dir/name.XXXX`; otherwise the folder for temporary files. */
function temporary(run: Run): string | null {
  const { record, state } = run;
  const at = run.words.findIndex((word) => word.value === '-p' || word.value === '--tmpdir');
  const folder = at >= 0 ? run.words[at + 1] : record.operands.find((word) => word.value?.includes('/'));
  if (folder === undefined) return '/tmp';
  const where = locate(folder.pieces, state.cwd);
  if (where.kind === 'unknown') return null;
  return at >= 0 ? where.path : where.path.slice(0, where.path.lastIndexOf('/')) || '/';
}

/** `-o file`, `-O`: the file holds what was downloaded. */
function download(run: Run, produced: Piece): Piece[] {
  const { record, state, resolver, how } = run;
  const value = (...names: string[]): Word | null => record.flags.find((flag) => names.includes(flag.name))?.value ?? null;
  const urls = record.operands.filter((word) => word.value !== null);
  const wget = record.program === 'wget';
  let target = wget ? value('-O', '--output-document') : value('-o', '--output');
  const named = wget
    ? target === null
    : record.flags.some((flag) => flag.name === '-O' || flag.name === '--remote-name' || flag.name === '--remote-name-all');
  if (named) {
    const name = /^[^?#]*\/([^/?#]+)(?:[?#].*)?$/.exec(urls[0]?.value ?? '')?.[1];
    const folder = wget ? value('-P', '--directory-prefix') : value('--output-dir');
    if (name === undefined) return [];
    target = wordOf([...(folder === null ? [] : [...folder.pieces, literal('/')]), literal(name)], how.span);
  }
  if (target === null || target.value === '-' || target.value === '/dev/stdout') return [produced];
  resolver.write(target, [produced], false, run.index, state, how.span);
  return [];
}
