/**
 * What Git knows of a work tree, read from its own files: the index (gitformat-index), the references and, for one
 * commit, the objects (gitformat-pack). No process is started. Whatever is unusual (SHA-256, split or sparse indexes, very
 * many files) makes the answer "not known".
 */
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { GitState } from '../model/world.ts';

/** More entries than that are not compared: a call must not wait for it. */
const MAX_ENTRIES = 10_000;
const MAX_INDEX = 16 << 20;
/** Files whose time does not settle it are read and hashed, up to this many and this many bytes each. */
const MAX_HASHED = 200;
const MAX_HASHED_SIZE = 1 << 20;

interface Repository {
  /** The folder with the files. */
  top: string;
  /** `.git`, or what it points to. */
  git: string;
  /** Where references and objects are: the main repository of a linked work tree. */
  common: string;
}

interface Entry {
  mtime: number;
  nanoseconds: number;
  mode: number;
  size: number;
  id: string;
  /** Not to be looked at: assumed unchanged, or kept out of the work tree. */
  skip: boolean;
  stage: number;
}

interface Index {
  entries: Map<string, Entry>;
  /** The tree that the whole index amounts to; null when it is out of date. */
  tree: string | null;
  mtime: number;
}

export function gitState(): GitState {
  const repositories = new Map<string, Repository | null>();
  const answers = new Map<string, boolean | null>();
  const indexes = new Map<string, Index | null>();
  const repositoryOf = (folder: string): Repository | null => {
    let found = repositories.get(folder);
    if (found === undefined) {
      found = findRepository(folder);
      repositories.set(folder, found);
    }
    return found;
  };
  const indexOf = (repository: Repository): Index | null => {
    let index = indexes.get(repository.git);
    if (index === undefined) {
      index = attempt(() => readIndex(join(repository.git, 'index')));
      indexes.set(repository.git, index);
    }
    return index;
  };
  return {
    dirty(folder) {
      const repository = repositoryOf(folder);
      if (repository === null) return null;
      let answer = answers.get(repository.git);
      if (answer === undefined) {
        answer = attempt(() => isDirty(repository, indexOf(repository)));
        answers.set(repository.git, answer);
      }
      return answer;
    },
    tracked(path) {
      const repository = repositoryOf(dirname(path));
      const index = repository === null ? null : indexOf(repository);
      return repository === null || index === null
        ? null
        : index.entries.has(relative(repository.top, path).replaceAll('\\', '/'));
    },
    branch(folder) {
      const repository = repositoryOf(folder);
      if (repository === null) return null;
      const head = attempt(() => readFileSync(join(repository.git, 'HEAD'), 'utf8').trim());
      return head === null ? null : (/^ref: refs\/heads\/(.+)$/.exec(head)?.[1] ?? '');
    },
  };
}

function attempt<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function findRepository(folder: string): Repository | null {
  for (let top = resolve(folder); ; top = dirname(top)) {
    const mark = join(top, '.git');
    const kind = attempt(() => lstatSync(mark));
    if (kind?.isDirectory()) return { top, git: mark, common: mark };
    if (kind?.isFile()) {
      const target = attempt(() => /^gitdir: (.+)$/m.exec(readFileSync(mark, 'utf8'))?.[1] ?? null);
      if (target === null) return null;
      const git = resolve(top, target.trim());
      const common = attempt(() => resolve(git, readFileSync(join(git, 'commondir'), 'utf8').trim())) ?? git;
      return { top, git, common };
    }
    if (dirname(top) === top) return null;
  }
}

function isDirty({ top, git, common }: Repository, index: Index | null): boolean | null {
  if (index === null || index.entries.size > MAX_ENTRIES) return null;
  if (/objectformat\s*=\s*sha256/i.test(attempt(() => readFileSync(join(common, 'config'), 'utf8')) ?? '')) return null;
  let unsure = 0;
  for (const [name, entry] of index.entries) {
    if (entry.stage !== 0) return true;
    // A submodule has a work tree of its own.
    if (entry.skip || (entry.mode & 0o170000) === 0o160000) continue;
    const path = join(top, name);
    const file = attempt(() => lstatSync(path, { bigint: true }));
    if (file === null) return true;
    const link = (entry.mode & 0o170000) === 0o120000;
    if (file.isSymbolicLink() !== link || (!link && !file.isFile())) return true;
    if ((Number(file.size) & 0xffffffff) >>> 0 !== entry.size) return true;
    const [seconds, nanoseconds] = [Number(file.mtimeNs / 1_000_000_000n), Number(file.mtimeNs % 1_000_000_000n)];
    const same = seconds === entry.mtime && (entry.nanoseconds === 0 || entry.nanoseconds === nanoseconds);
    // Written within the tick in which the index was: the time says nothing (racy-git).
    if (same && entry.mtime < index.mtime) continue;
    unsure += 1;
    if (unsure > MAX_HASHED || entry.size > MAX_HASHED_SIZE) return null;
    const content = link ? Buffer.from(readlinkSync(path)) : readFileSync(path);
    if (blobId(content) !== entry.id) return true;
  }
  if (index.tree === null) return null;
  const head = headCommit(git, common);
  if (head === null) return null;
  const tree = attempt(() => treeOf(common, head));
  return tree === null ? null : tree !== index.tree;
}

function blobId(content: Uint8Array): string {
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

// ---- the index

function readIndex(path: string): Index | null {
  const fd = openSync(path, 'r');
  try {
    const { size, mtimeMs } = fstatSync(fd);
    if (size > MAX_INDEX) return null;
    const bytes = Buffer.alloc(size);
    if (readSync(fd, bytes, 0, size, 0) !== size) return null;
    return parseIndex(bytes, Math.floor(mtimeMs / 1000));
  } finally {
    closeSync(fd);
  }
}

export function parseIndex(bytes: Buffer, mtime: number): Index | null {
  if (bytes.toString('latin1', 0, 4) !== 'DIRC') return null;
  const version = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if (version < 2 || version > 4 || count > 200_000) return null;
  const entries = new Map<string, Entry>();
  let at = 12;
  let name = '';
  for (let i = 0; i < count; i += 1) {
    const start = at;
    const flags = bytes.readUInt16BE(at + 60);
    const extended = version >= 3 && (flags & 0x4000) !== 0;
    const more = extended ? bytes.readUInt16BE(at + 62) : 0;
    const entry: Entry = {
      mtime: bytes.readUInt32BE(at + 8),
      nanoseconds: bytes.readUInt32BE(at + 12),
      mode: bytes.readUInt32BE(at + 24),
      size: bytes.readUInt32BE(at + 36),
      id: bytes.toString('hex', at + 40, at + 60),
      skip: (flags & 0x8000) !== 0 || (more & 0x4000) !== 0,
      stage: (flags >> 12) & 3,
    };
    // A folder as one entry belongs to a sparse index.
    if ((entry.mode & 0o170000) === 0o040000) return null;
    at += extended ? 64 : 62;
    let cut = 0;
    if (version === 4) {
      let byte = bytes[at++]!;
      cut = byte & 127;
      while ((byte & 128) !== 0) {
        byte = bytes[at++]!;
        cut = ((cut + 1) << 7) | (byte & 127);
      }
    }
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    name = (version === 4 ? name.slice(0, name.length - cut) : '') + bytes.toString('utf8', at, end);
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
    entries.set(entry.stage === 0 ? name : `${name}\0${entry.stage}`, entry);
  }
  let tree: string | null = null;
  while (at + 8 <= bytes.length - 20) {
    const signature = bytes.toString('latin1', at, at + 4);
    const size = bytes.readUInt32BE(at + 4);
    // Entries are elsewhere: a split index.
    if (signature === 'link') return null;
    if (signature === 'TREE') {
      const from = bytes.indexOf(0, at + 8) + 1;
      const line = bytes.indexOf(10, from);
      if (Number(bytes.toString('latin1', from, line).split(' ')[0]) >= 0) tree = bytes.toString('hex', line + 1, line + 21);
    }
    at += 8 + size;
  }
  return { entries, tree, mtime };
}

// ---- the last commit

function headCommit(git: string, common: string): string | null {
  let value = attempt(() => readFileSync(join(git, 'HEAD'), 'utf8').trim());
  for (let i = 0; i < 5 && value?.startsWith('ref: '); i += 1) {
    const name = value.slice(5);
    if (!/^refs\/[\w./-]+$/.test(name) || name.includes('..')) return null;
    value =
      attempt(() => readFileSync(join(common, name), 'utf8').trim()) ??
      attempt(
        () =>
          new RegExp(`^([0-9a-f]{40}) ${name.replace(/[.+]/g, '\\$&')}$`, 'm').exec(
            readFileSync(join(common, 'packed-refs'), 'utf8'),
          )?.[1] ?? null,
      );
  }
  return value !== null && /^[0-9a-f]{40}$/.test(value) ? value : null;
}

/** The tree of a commit, from a loose object or a pack; null for one that is stored as a difference to another. */
function treeOf(common: string, commit: string): string | null {
  const { inflateSync } = process.getBuiltinModule('node:zlib');
  const loose = attempt(() => readFileSync(join(common, 'objects', commit.slice(0, 2), commit.slice(2))));
  if (loose !== null)
    return treeLine(
      inflateSync(loose)
        .toString('latin1')
        .replace(/^commit \d+\0/, ''),
    );
  const folder = join(common, 'objects', 'pack');
  for (const name of (attempt(() => readdirSync(folder)) ?? []).filter((one) => one.endsWith('.idx')).slice(0, 50)) {
    const offset = attempt(() => packOffset(join(folder, name), commit));
    if (offset === null) continue;
    const fd = openSync(join(folder, `${name.slice(0, -4)}.pack`), 'r');
    try {
      // A commit is short.
      const bytes = Buffer.alloc(8192);
      const read = readSync(fd, bytes, 0, bytes.length, offset);
      const type = (bytes[0]! >> 4) & 7;
      let at = 1;
      while ((bytes[at - 1]! & 128) !== 0) at += 1;
      if (type !== 1) return null;
      const text = inflateSync(bytes.subarray(at, read), {
        finishFlush: process.getBuiltinModule('node:zlib').constants.Z_SYNC_FLUSH,
      });
      return treeLine(text.toString('latin1'));
    } finally {
      closeSync(fd);
    }
  }
  return null;
}

const treeLine = (text: string): string | null => /^tree ([0-9a-f]{40})$/m.exec(text)?.[1] ?? null;

/** Where the object lies in its pack, from a version 2 index; null when it is not there. */
function packOffset(path: string, id: string): number | null {
  const fd = openSync(path, 'r');
  try {
    const read = (from: number, size: number): Buffer => {
      const bytes = Buffer.alloc(size);
      return readSync(fd, bytes, 0, size, from) === size ? bytes : Buffer.alloc(size);
    };
    if (read(0, 4).toString('hex') !== 'ff744f63') return null;
    const first = Number.parseInt(id.slice(0, 2), 16);
    const fan = read(8, 1024);
    const total = fan.readUInt32BE(1020);
    let [low, high] = [first === 0 ? 0 : fan.readUInt32BE((first - 1) * 4), fan.readUInt32BE(first * 4)];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = read(1032 + middle * 20, 20).toString('hex');
      if (found === id) {
        const offset = read(1032 + total * 24 + middle * 4, 4).readUInt32BE(0);
        return (offset & 0x80000000) === 0 ? offset : null;
      }
      if (found < id) low = middle + 1;
      else high = middle;
    }
    return null;
  } finally {
    closeSync(fd);
  }
}
