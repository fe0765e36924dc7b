/** What a shell remembers between commands, forked for subshells and branches. */
import type { Piece } from '../model/shell.ts';
import type { ShellNode } from '../parse/shell-tree.ts';
import { unknown } from './shell-pieces.ts';
import type { Variable } from './shell-words.ts';

/** A map that can be forked in constant time; a fork sees its parent's entries as they are when it looks. */
export class Layer<V> {
  private readonly own = new Map<string, V | null>();

  constructor(private readonly parent: Layer<V> | null = null) {}

  /** Null for what is not set. */
  get(key: string): V | null {
    const value = this.own.get(key);
    return value === undefined ? (this.parent?.get(key) ?? null) : value;
  }

  set(key: string, value: V | null): void {
    this.own.set(key, value);
  }

  /** Keys that were set since the fork. */
  changed(): string[] {
    return [...this.own.keys()];
  }

  fork(): Layer<V> {
    return new Layer<V>(this);
  }
}

/** A file that the script has written. */
export interface ScriptFile {
  content: Piece[] | null;
  /** Commands whose output is in it. */
  from: number[];
}

export interface ShellState {
  variables: Layer<Variable>;
  functions: Layer<ShellNode>;
  aliases: Layer<string>;
  /** By absolute path. */
  files: Layer<ScriptFile>;
  /** Downloads up to this command index have had their checksum or signature verified. */
  verified: { upTo: number };
  cwd: string | null;
  oldCwd: string | null;
  folders: (string | null)[];
  positional: Piece[][] | null;
}

export function newState(cwd: string | null, positional: Piece[][] | null): ShellState {
  return {
    variables: new Layer<Variable>(),
    functions: new Layer<ShellNode>(),
    aliases: new Layer<string>(),
    files: new Layer<ScriptFile>(),
    verified: { upTo: -1 },
    cwd,
    oldCwd: null,
    folders: [],
    positional,
  };
}

/** A copy for a subshell or a branch. */
export function fork(state: ShellState): ShellState {
  return {
    ...state,
    variables: state.variables.fork(),
    functions: state.functions.fork(),
    aliases: state.aliases.fork(),
    files: state.files.fork(),
    folders: [...state.folders],
  };
}

/** Files outlive the subshell that wrote them. */
export function keepFiles(state: ShellState, ended: ShellState): void {
  for (const path of ended.files.changed()) state.files.set(path, ended.files.get(path));
}

const MAX_VALUES = 8;

/** Makes `state` what it may be after any one of `branches`, which are forks of it. */
export function join(state: ShellState, branches: readonly ShellState[]): void {
  const names = new Set(branches.flatMap((branch) => branch.variables.changed()));
  for (const name of names)
    state.variables.set(
      name,
      either(
        branches.map((branch) => branch.variables.get(name)),
        name,
      ),
    );
  for (const branch of branches) {
    for (const name of branch.functions.changed()) state.functions.set(name, branch.functions.get(name));
    for (const name of branch.aliases.changed()) state.aliases.set(name, branch.aliases.get(name));
    for (const path of branch.files.changed()) {
      const before = state.files.get(path);
      const after = branch.files.get(path);
      if (after === null) continue;
      state.files.set(path, { content: after.content, from: [...new Set([...(before?.from ?? []), ...after.from])] });
    }
  }
  const [first] = branches;
  if (first === undefined) return;
  state.cwd = branches.every((branch) => branch.cwd === first.cwd) ? first.cwd : null;
  state.oldCwd = branches.every((branch) => branch.oldCwd === first.oldCwd) ? first.oldCwd : null;
}

function either(variables: readonly (Variable | null)[], name: string): Variable {
  const values = new Map<string, Piece[]>();
  let array: Piece[][] | null = null;
  for (const variable of variables) {
    const options = variable === null ? [[unknown('variable', { name, text: `\${${name}}` })]] : variable.values;
    for (const value of options) values.set(JSON.stringify(value), value);
    if (variable?.array) array = [...(array ?? []), ...variable.array].slice(0, 256);
  }
  const list = [...values.values()];
  return { values: list.length > MAX_VALUES ? [[unknown('variable', { name, text: `\${${name}}` })]] : list, array };
}
