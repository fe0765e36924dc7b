/**
 * From a script's text to the commands that it would run. Both sides of every branch are taken, every loop body once;
 * values that differ between them are followed side by side. Nothing is executed, and nothing outside is read.
 */
import type { Span } from '../model/finding.ts';
import type {
  CommandPlace,
  Piece,
  Redirect,
  ResolvedCommand,
  ResolvedScript,
  ScriptWrite,
  ShellNote,
  UnknownPiece,
  Word,
} from '../model/shell.ts';
import { parseShell } from '../parse/shell.ts';
import { locate } from '../parse/shell-path.ts';
import type { ShellAssignment, ShellNode, ShellPart, ShellRedirect } from '../parse/shell-tree.ts';
import { literal, sourcesOfPieces, textOfPieces, unknown, wordOf } from './shell-pieces.ts';
import { runCommand } from './shell-run.ts';
import { fork, join, keepFiles, newState, type ShellState } from './shell-state.ts';
import { type Expansion, expandOne, expandValues, expandWord, type Variable } from './shell-words.ts';

export interface ResolveContext {
  /** Absolute; null when unknown. */
  cwd: string | null;
  home: string;
  workspace: string;
  /** A command line has no positional parameters; those of a script file are unknown. */
  parameters: 'none' | 'unknown';
  /** A script on disk. Without it, none is known. */
  scriptAt?(path: string): ScriptOnDisk;
  /** Where the script stands in for a program that another script runs. */
  at?: { span: Span; wrappers: readonly string[]; depth: number };
}

/**
 * `text`: one that may be looked into; `own` when the agent may have made it, since Git does not track it. `trusted`: the
 * team's. `elsewhere`: nothing is known of it. `unread`: one that the agent may have made and that cannot be read.
 */
export type ScriptOnDisk =
  | { kind: 'text'; text: string; own: boolean }
  | { kind: 'trusted' }
  | { kind: 'missing' }
  | { kind: 'elsewhere' }
  | { kind: 'unread' };

/** Bounds; meeting one leaves a note. */
export const MAX_COMMANDS = 4000;
const MAX_SCRIPT_DEPTH = 12;
const MAX_CALL_DEPTH = 8;
/** Of `sudo env nice …`, each of which starts the next. */
const MAX_WRAPPERS = 24;
/** Longest array whose elements are followed. */
const MAX_ELEMENTS = 2000;
/** Most commands of other stages that a command knows of. */
const MAX_NEIGHBOURS = 200;
/** Code units of all nested scripts together. */
const MAX_SCRIPT_TEXT = 2_000_000;

/** Resolves a script. Never throws; what could not be understood is in `notes`. */
export function resolveScript(text: string, context: ResolveContext): ResolvedScript {
  return new Resolver(text, context).resolve();
}

/** Where a command is being run. Passed down, never changed. */
export interface Scope {
  scriptDepth: number;
  wrappers: readonly string[];
  remote: ResolvedCommand['remote'];
  condition: boolean;
  conditional: boolean;
  loop: boolean;
  subshell: boolean;
  background: boolean;
  substitution: number;
  function: string | null;
  /** Functions and aliases that are being run. */
  calls: readonly string[];
  pipeFrom: readonly number[];
  /** What the standard input holds; null for the terminal. */
  input: Piece[] | null;
  /** Set inside a nested script: where it stands in the outermost one. */
  span: Span | null;
}

/** A redirect of a command's output to a file. */
interface OutputFile {
  target: Word;
  /** The standard output goes there, not only the error output. */
  standard: boolean;
  append: boolean;
}

export class Resolver {
  readonly commands: ResolvedCommand[] = [];
  readonly writes: ScriptWrite[] = [];
  readonly notes: ShellNote[] = [];
  private readonly substitutionOf: number[] = [];
  private readonly defined = new Map<ShellNode, string>();
  private readonly called = new Set<ShellNode>();
  private textLeft = MAX_SCRIPT_TEXT;
  private bindings = 0;

  constructor(
    private readonly text: string,
    readonly context: ResolveContext,
  ) {}

  resolve(): ResolvedScript {
    const state = newState(this.context.cwd, this.context.parameters === 'none' ? [] : null);
    const scope: Scope = {
      scriptDepth: this.context.at?.depth ?? 0,
      wrappers: this.context.at?.wrappers ?? [],
      remote: null,
      condition: false,
      conditional: false,
      loop: false,
      subshell: false,
      background: false,
      substitution: 0,
      function: null,
      calls: [],
      pipeFrom: [],
      input: null,
      span: this.context.at?.span ?? null,
    };
    this.script(this.text, state, scope);
    for (const [body, name] of this.defined) {
      if (this.called.has(body)) continue;
      this.node(body, { ...fork(state), positional: null }, { ...scope, conditional: true, function: name, calls: [name] });
    }
    const { text, commands, writes, notes } = this;
    return { text, commands, writes, notes };
  }

  note(kind: ShellNote['kind'], message: string, offset: number): void {
    if (!this.notes.some((note) => note.kind === kind && note.message === message)) this.notes.push({ kind, message, offset });
  }

  // ---- scripts

  /** `certain`: all of the text is known, so that what is no script is worth a note. */
  private script(text: string, state: ShellState, scope: Scope, certain = true): Piece[] {
    const offset = scope.span?.start ?? 0;
    this.textLeft -= text.length;
    if (this.textLeft < 0) {
      this.note('bound', 'the script is too long', offset);
      return [unknown('command')];
    }
    // Shells leave NUL bytes out when they read a script.
    const read = text.includes('\0') ? text.replaceAll('\0', '') : text;
    if (read !== text && scope.scriptDepth === 0) this.note('unparsed', 'there are NUL bytes in it', text.indexOf('\0'));
    const tree = parseShell(read);
    for (const error of certain ? tree.errors : [])
      this.note('unparsed', error.message, scope.span === null ? error.offset : offset);
    if (tree.tooDeep) this.note('bound', 'commands are nested too deeply', offset);
    return this.list(tree.body, state, scope);
  }

  /** Runs pieces as a nested script; what is unknown in them stays unknown, in its place. */
  nested(pieces: readonly Piece[], state: ShellState, scope: Scope, span: Span): Piece[] {
    if (!pieces.some((piece) => piece.kind === 'text' && piece.text.trim() !== ''))
      return [unknown('command', { from: sourcesOfPieces(pieces) })];
    if (scope.scriptDepth >= MAX_SCRIPT_DEPTH) {
      this.note('bound', 'scripts are nested too deeply', span.start);
      return [unknown('command')];
    }
    let text = '';
    for (const piece of pieces) text += piece.kind === 'text' ? piece.text : this.bind([[piece]], state);
    return this.script(
      text,
      state,
      { ...scope, scriptDepth: scope.scriptDepth + 1, span: scope.span ?? span },
      pieces.every((piece) => piece.kind === 'text'),
    );
  }

  /** Makes a variable whose expansion is `words`; returns how to write it in a script. */
  bind(words: Piece[][], state: ShellState): string {
    this.bindings += 1;
    const name = `__forestall_${this.bindings}`;
    const [first] = words;
    if (words.length === 1 && first !== undefined) {
      state.variables.set(name, { values: [first], array: null });
      return `\${${name}}`;
    }
    state.variables.set(name, { values: words, array: words });
    return `"\${${name}[@]}"`;
  }

  // ---- statements

  private list(nodes: readonly ShellNode[], state: ShellState, scope: Scope): Piece[] {
    const output: Piece[] = [];
    for (const node of nodes) {
      const made = this.node(node, state, scope);
      if (output.length < 1000) output.push(...made);
    }
    return output;
  }

  private node(node: ShellNode, state: ShellState, scope: Scope): Piece[] {
    if (this.commands.length >= MAX_COMMANDS) {
      this.note('bound', 'the script runs too many commands', this.span(node, scope).start);
      return [];
    }
    switch (node.kind) {
      case 'simple':
        return this.simple(node, state, scope);
      case 'pipeline':
        return this.pipeline(node.stages, state, scope);
      case 'and-or': {
        const left = this.node(node.left, state, scope);
        const inner = { ...scope, conditional: true };
        if (node.operator === '&&') return [...left, ...this.node(node.right, state, inner)];
        const other = fork(state);
        const right = this.node(node.right, other, inner);
        // `cd x || exit`: what follows runs where the left side led.
        const { cwd, oldCwd } = state;
        join(state, [fork(state), other]);
        Object.assign(state, { cwd, oldCwd });
        return [...left, ...right];
      }
      case 'background': {
        const apart = fork(state);
        this.node(node.body, apart, { ...scope, background: true });
        keepFiles(state, apart);
        return [];
      }
      case 'group':
        return this.redirected(node.redirects, state, scope, node, (inner) => this.list(node.body, state, inner));
      case 'subshell':
        return this.redirected(node.redirects, state, scope, node, (inner) => {
          const apart = fork(state);
          const output = this.list(node.body, apart, { ...inner, subshell: true });
          keepFiles(state, apart);
          return output;
        });
      case 'if':
        return this.redirected(node.redirects, state, scope, node, (inner) => {
          const output: Piece[] = [];
          const branches: ShellState[] = [];
          const conditional = { ...inner, conditional: true };
          for (const [index, branch] of node.branches.entries()) {
            output.push(...this.list(branch.condition, state, { ...(index === 0 ? inner : conditional), condition: true }));
            const taken = fork(state);
            output.push(...this.list(branch.body, taken, conditional));
            branches.push(taken);
          }
          const otherwise = fork(state);
          output.push(...this.list(node.otherwise, otherwise, conditional));
          join(state, [...branches, otherwise]);
          return output;
        });
      case 'loop':
        return this.redirected(node.redirects, state, scope, node, (inner) => {
          const looping = { ...inner, loop: true };
          const first = this.list(node.condition, state, { ...looping, condition: true });
          const body = fork(state);
          const output = this.list(node.body, body, { ...looping, conditional: true });
          join(state, [body, fork(state)]);
          return [...first, ...output];
        });
      case 'for':
        return this.redirected(node.redirects, state, scope, node, (inner) => {
          const expansion = this.expansion(state, inner);
          const words =
            node.words === null
              ? (state.positional ?? [[unknown('variable', { name: '@', text: '$@' })]])
              : node.words.flatMap((word) => expandWord(word, expansion));
          if (words.length === 0) return [];
          const body = fork(state);
          body.variables.set(node.name, { values: words.slice(0, 24), array: null, expanded: true });
          const output = this.list(node.body, body, { ...inner, loop: true, conditional: true });
          join(state, [body]);
          return output;
        });
      case 'arithmetic':
        return this.redirected(node.redirects, state, scope, node, (inner) => {
          for (const part of node.parts) if (part.kind !== 'text') expandOne([part], this.expansion(state, inner));
          const body = fork(state);
          const output = this.list(node.body, body, { ...inner, loop: true, conditional: true });
          join(state, [body]);
          return output;
        });
      case 'case':
        return this.redirected(node.redirects, state, scope, node, (inner) => {
          const expansion = this.expansion(state, inner);
          expandOne(node.value.parts, expansion);
          const branches = [fork(state)];
          const output: Piece[] = [];
          for (const item of node.items) {
            for (const pattern of item.patterns) expandOne(pattern.parts, expansion);
            const taken = fork(state);
            output.push(...this.list(item.body, taken, { ...inner, conditional: true }));
            branches.push(taken);
          }
          join(state, branches);
          return output;
        });
      case 'test':
        return this.redirected(node.redirects, state, scope, node, (inner) => {
          for (const word of node.words) expandOne(word.parts, this.expansion(state, inner));
          return [];
        });
      case 'function':
        state.functions.set(node.name, node.body);
        this.defined.set(node.body, node.name);
        return [];
      default:
        return node satisfies never;
    }
  }

  private pipeline(stages: readonly ShellNode[], state: ShellState, scope: Scope): Piece[] {
    let earlier: number[] = [];
    let output: Piece[] = [];
    for (const [index, stage] of stages.entries()) {
      const start = this.commands.length;
      const inner: Scope =
        index === 0
          ? { ...scope, subshell: true }
          : { ...scope, subshell: true, input: output, pipeFrom: [...scope.pipeFrom, ...earlier] };
      const apart = fork(state);
      output = this.node(stage, apart, inner);
      keepFiles(state, apart);
      const made: number[] = [];
      for (let at = start; at < this.commands.length; at += 1) if (this.substitutionOf[at] === scope.substitution) made.push(at);
      for (const at of earlier) this.commands[at]!.place.pipeTo.push(...made);
      earlier = [...earlier, ...made].slice(-MAX_NEIGHBOURS);
    }
    return output;
  }

  // ---- simple commands

  private simple(node: Extract<ShellNode, { kind: 'simple' }>, state: ShellState, scope: Scope): Piece[] {
    const span = this.span(node, scope);
    const deferred: ShellNode[][] = [];
    const expansion = this.expansion(state, scope, deferred);
    const words = node.words.flatMap((word) =>
      expandWord(word, expansion).map((pieces): Word => {
        const made = wordOf(pieces, this.span(word, scope));
        return word.disguised ? { ...made, disguised: true } : made;
      }),
    );
    const assigned = node.assignments.map((assignment) => ({
      assignment,
      variable: this.assigned(assignment, state, expansion),
    }));
    if (words.length === 0) for (const { assignment, variable } of assigned) state.variables.set(assignment.name, variable);
    for (const declared of node.declared) {
      const variable = this.assigned(declared, state, expansion);
      const text = textOfPieces(variable.values[0] ?? []);
      if (words[0]?.value === 'alias') state.aliases.set(declared.name, text);
      else state.variables.set(declared.name, variable);
      words.push(wordOf([literal(`${declared.name}=`), ...(variable.values[0] ?? [])], this.span(declared, scope)));
    }
    const { redirects, files, input } = this.redirects(node.redirects, state, scope, expansion);
    const bare = words.length === 0;
    // `> file` alone empties it; what the shell does without a program is done by `:` and `export`.
    if (bare && files.length > 0) words.push(wordOf([literal(':')], span));
    for (const { assignment, variable } of bare ? assigned : []) {
      if (!/^(?:HIST\w*|PATH|BASH_ENV|ENV|PROMPT_COMMAND)$/.test(assignment.name)) continue;
      const pair = wordOf([literal(`${assignment.name}=`), ...(variable.values[0] ?? [])], this.span(assignment, scope));
      this.run(
        [wordOf([literal('export')], pair.span), pair],
        { assignments: [], redirects: [], span: pair.span },
        fork(state),
        scope,
      );
    }
    const inner: Scope = input === null ? scope : { ...scope, input };
    const assignments = bare
      ? []
      : assigned.map(({ assignment, variable }) => ({
          name: assignment.name,
          value: wordOf(variable.values[0] ?? [], this.span(assignment, scope)),
        }));
    const index = words.length === 0 ? this.commands.length - 1 : this.commands.length;
    const output = words.length === 0 ? [] : this.run(words, { assignments, redirects, span }, state, inner);
    for (const body of deferred)
      this.list(body, fork(state), {
        ...scope,
        substitution: scope.substitution + 1,
        subshell: true,
        input: output,
        pipeFrom: [...scope.pipeFrom, index],
      });
    return this.store(files, output, index, state, span);
  }

  /** Runs a program with its words. The command is recorded before what it starts. */
  run(
    words: Word[],
    how: { assignments: ResolvedCommand['assignments']; redirects: Redirect[]; span: Span },
    state: ShellState,
    scope: Scope,
  ): Piece[] {
    if (this.commands.length >= MAX_COMMANDS) {
      this.note('bound', 'the script runs too many commands', how.span.start);
      return [];
    }
    if (scope.wrappers.length >= MAX_WRAPPERS) {
      this.note('bound', 'programs start each other too deeply', how.span.start);
      return [];
    }
    return runCommand(this, words, how, state, scope);
  }

  /** Records a command; returns its index. */
  record(command: Omit<ResolvedCommand, 'place' | 'wrappers' | 'remote' | 'shellDepth'>, scope: Scope): number {
    const place: CommandPlace = {
      pipeFrom: [...scope.pipeFrom],
      pipeTo: [],
      condition: scope.condition,
      conditional: scope.conditional,
      loop: scope.loop,
      subshell: scope.subshell,
      background: scope.background,
      function: scope.function,
      substitution: scope.substitution > 0,
    };
    this.commands.push({ ...command, place, wrappers: [...scope.wrappers], remote: scope.remote, shellDepth: scope.scriptDepth });
    this.substitutionOf.push(scope.substitution);
    return this.commands.length - 1;
  }

  /** Runs a function's body. */
  call(name: string, body: ShellNode, args: Piece[][], state: ShellState, scope: Scope): Piece[] {
    this.called.add(body);
    if (scope.calls.includes(name)) return [];
    if (scope.calls.length >= MAX_CALL_DEPTH) {
      this.note('bound', 'functions call each other too deeply', scope.span?.start ?? body.start);
      return [];
    }
    const { positional } = state;
    state.positional = args;
    const output = this.node(body, state, { ...scope, function: name, calls: [...scope.calls, name] });
    state.positional = positional;
    return output;
  }

  private assigned(assignment: ShellAssignment, state: ShellState, expansion: Expansion): Variable {
    const before = assignment.append ? state.variables.get(assignment.name) : null;
    if (assignment.array !== null) {
      const array = [
        ...(before?.array ?? before?.values ?? []),
        ...assignment.array.flatMap((word) => expandWord(word, expansion)),
      ];
      if (array.length > MAX_ELEMENTS) return { values: [[unknown('variable', { name: assignment.name })]], array: null };
      return { values: array.slice(0, 1), array };
    }
    const values = assignment.value === null ? [[]] : expandValues(assignment.value.parts, expansion);
    if (assignment.index !== null) {
      const array = [...(before?.array ?? state.variables.get(assignment.name)?.array ?? [])];
      const index = Number(assignment.index);
      if (Number.isInteger(index) && index >= 0 && index <= array.length) array[index] = values[0] ?? [];
      else array.push(values[0] ?? []);
      return { values: array.slice(0, 1), array };
    }
    if (before === null) return { values, array: null };
    return { values: before.values.flatMap((old) => values.map((value) => [...old, ...value])).slice(0, 24), array: null };
  }

  // ---- redirects

  private redirected(
    redirects: readonly ShellRedirect[],
    state: ShellState,
    scope: Scope,
    node: ShellNode,
    run: (scope: Scope) => Piece[],
  ): Piece[] {
    if (redirects.length === 0) return run(scope);
    const { redirects: read, files, input: found } = this.redirects(redirects, state, scope, this.expansion(state, scope));
    const source = read.findLast(({ operator, descriptor }) => operator === '<' && (descriptor ?? 0) === 0)?.target;
    const named = source?.pieces.some((piece) => piece.kind === 'text') === true && !source.value?.startsWith('/dev/');
    const input = source !== undefined && named ? this.concatenated(source, state, scope) : found;
    const output = run(input === null ? scope : { ...scope, input });
    return this.store(files, output, this.commands.length - 1, state, this.span(node, scope));
  }

  private redirects(
    list: readonly ShellRedirect[],
    state: ShellState,
    scope: Scope,
    expansion: Expansion,
  ): { redirects: Redirect[]; files: OutputFile[]; input: Piece[] | null } {
    const redirects: Redirect[] = [];
    const files: OutputFile[] = [];
    let input: Piece[] | null = null;
    for (const { operator, descriptor, target: written, body, ...place } of list) {
      const pieces = body === null ? expandOne(written.parts, expansion) : expandOne(body, expansion);
      const target = wordOf(pieces, this.span(place, scope));
      redirects.push({ operator, descriptor, target });
      switch (operator) {
        case '<<':
        case '<<-':
          if (descriptor === null || descriptor === 0) input = pieces;
          break;
        case '<<<':
          if (descriptor === null || descriptor === 0) input = [...pieces, literal('\n')];
          break;
        case '<':
        case '<>':
          if (descriptor === null || descriptor === 0) input = this.contentOf(target, state);
          break;
        case '<&':
          break;
        default: {
          if (operator === '>&' && /^(\d+|-)$/.test(target.value ?? '')) break;
          const standard = descriptor === null || descriptor === 1;
          files.push({ target, standard, append: operator === '>>' || operator === '&>>' });
        }
      }
    }
    return { redirects, files, input };
  }

  /** Reading a file into the script is `cat file`. */
  private concatenated(file: Word, state: ShellState, scope: Scope): Piece[] {
    const words = [wordOf([literal('cat')], file.span), file];
    return this.run(words, { assignments: [], redirects: [], span: file.span }, state, scope);
  }

  /**
   * What a file that is run holds: as far as the script says, else as it is on disk, where it may be looked into.
   * `asInput`: the interpreter reads it from its standard input.
   */
  programIn(target: Word, state: ShellState, asInput = false): Piece[] {
    const where = locate(target.pieces, state.cwd);
    if (where.kind !== 'exact' || state.files.get(where.path) !== null || /^\/(dev|proc)\//.test(where.path))
      return this.contentOf(target, state);
    const script = this.context.scriptAt?.(where.path) ?? { kind: 'trusted' };
    switch (script.kind) {
      case 'text':
        if (!script.own && !asInput) return this.contentOf(target, state);
        // It may be of another dialect, so that what is no script in it is nobody's fault.
        return [literal(`${script.text}\n# `), unknown('file')];
      case 'trusted':
        return this.contentOf(target, state);
      case 'missing':
      case 'elsewhere':
        // `. ~/.bashrc` is what people do, `sh < notes` is not.
        if (!asInput) return this.contentOf(target, state);
        break;
      case 'unread':
        break;
      default:
        script satisfies never;
    }
    this.note('unparsed', `the script ${where.path} could not be read`, target.span.start);
    return this.contentOf(target, state);
  }

  /** What a file or `<(…)` holds, as far as the script says. */
  contentOf(target: Word, state: ShellState): Piece[] {
    const [only] = target.pieces;
    if (target.pieces.length === 1 && only?.kind === 'unknown' && only.source === 'process')
      return only.content ?? [{ ...only, within: null }];
    const where = locate(target.pieces, state.cwd);
    const file = where.kind === 'exact' ? state.files.get(where.path) : null;
    if (file?.content) return file.content;
    const from = (file?.from ?? sourcesOfPieces(target.pieces)).filter((index) => index > state.verified.upTo);
    return [unknown('file', { from, text: '' })];
  }

  private store(files: readonly OutputFile[], output: Piece[], command: number, state: ShellState, span: Span): Piece[] {
    let away = false;
    for (const { target, standard, append } of files) {
      if (standard) away = true;
      this.write(target, standard ? output : null, append, command, state, span);
      const [only] = target.pieces;
      if (standard && only?.kind === 'unknown' && only.source === 'process') away = true;
    }
    return away ? [] : output;
  }

  /** Notes that a command fills a file. `content` null: unknown. */
  write(target: Word, content: Piece[] | null, append: boolean, command: number, state: ShellState, span: Span): void {
    const where = locate(target.pieces, state.cwd);
    if (where.kind !== 'exact' || /^\/dev\/(null|zero|full|stdin|stdout|stderr|tty|fd\/\d+|tcp\/.*|udp\/.*)$/.test(where.path))
      return;
    const before = append ? state.files.get(where.path) : null;
    const from = content === null ? [] : sourcesOfPieces(content);
    const known =
      content !== null && (content.length === 0 || content.some((piece) => piece.kind === 'text' && piece.text.trim() !== ''));
    const whole = !known ? null : append ? (before?.content ? [...before.content, ...content] : null) : content;
    state.files.set(where.path, { content: whole, from: [...new Set([...(before?.from ?? []), ...from])] });
    this.writes.push({ path: where.path, content: known ? content : null, append, command, span });
  }

  // ---- expansion

  private expansion(state: ShellState, scope: Scope, deferred: ShellNode[][] = []): Expansion {
    const separators = state.variables.get('IFS');
    return {
      home: this.context.home,
      cwd: state.cwd,
      oldCwd: state.oldCwd,
      separators: separators === null ? ' \t\n' : (textOfPieces(separators.values[0] ?? []) ?? ' \t\n'),
      positional: state.positional,
      lookup: (name) => state.variables.get(name),
      assign: (name, value) => state.variables.set(name, value),
      substitute: (part) => this.substitute(part, state, scope),
      process: (part) => this.process(part, state, scope, deferred),
    };
  }

  private substitute(part: Extract<ShellPart, { kind: 'command' }>, state: ShellState, scope: Scope): Piece[] {
    const inner = { ...scope, substitution: scope.substitution + 1, subshell: true, condition: false };
    const [only] = part.body;
    // `$(< file)` prints the file.
    if (
      part.body.length === 1 &&
      only?.kind === 'simple' &&
      only.words.length === 0 &&
      only.redirects.length === 1 &&
      only.redirects[0]!.operator === '<'
    ) {
      const target = wordOf(expandOne(only.redirects[0]!.target.parts, this.expansion(state, inner)), this.span(part, scope));
      return withoutLastNewlines(this.concatenated(target, state, inner));
    }
    const apart = fork(state);
    const output = withoutLastNewlines(this.list(part.body, apart, inner));
    keepFiles(state, apart);
    return output.map((piece) => (piece.kind === 'unknown' && piece.text === '' ? { ...piece, text: '$(…)' } : piece));
  }

  private process(
    part: Extract<ShellPart, { kind: 'process' }>,
    state: ShellState,
    scope: Scope,
    deferred: ShellNode[][],
  ): UnknownPiece {
    if (part.direction === 'out') {
      deferred.push(part.body);
      return unknown('process', { text: '>(…)' });
    }
    const inner = { ...scope, substitution: scope.substitution + 1, subshell: true, condition: false };
    const content = this.list(part.body, fork(state), inner);
    return unknown('process', { text: '<(…)', from: sourcesOfPieces(content), content });
  }

  private span(node: Span, scope: Scope): Span {
    return scope.span ?? { start: node.start, end: node.end };
  }
}

function withoutLastNewlines(pieces: readonly Piece[]): Piece[] {
  const out = [...pieces];
  for (let last = out[out.length - 1]; last?.kind === 'text'; last = out[out.length - 1]) {
    const text = last.text.replace(/\n+$/, '');
    out.pop();
    if (text !== '') {
      out.push({ ...last, text });
      break;
    }
  }
  return out;
}
