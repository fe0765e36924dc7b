/**
 * The constant that a variable holds at each of its uses: one walk through the function that owns the variable, in the
 * order of execution, with branches joined and loops run until nothing changes. Uses inside nested functions are left
 * out: when those run is not known.
 *
 * For rules of others the walk goes as the reference's does: what is set before a loop is not known in it and behind it,
 * closures run where they stand, and a handler is reached from calls and `throw` alone.
 */
import type { LanguageId } from '../model/language.ts';
import { childrenOf, type Node, type Shape } from '../model/tree.ts';
import { piecesOf } from '../parse/lower.ts';
import type { Binding } from './binding.ts';
import type { Constant, Known, Literal } from './constants.ts';
import { equalNodes } from './equal.ts';
import { holdsOffset, occurrences } from './locate.ts';
import type { Names } from './names.ts';

export const TEXT: Constant = { kind: 'text' };
export const isText = (constant: Known | null): boolean => constant?.kind === 'string' || constant?.kind === 'text';

/** What holds where either of two constants may; null for what has no common kind. */
export function either(a: Known | null, b: Known | null): Known | null {
  if (sameConstants(a, b)) return a;
  return isText(a) && isText(b) ? TEXT : null;
}

/** Equal, as far as they are known: two texts that are not worked out are. */
function sameConstants(a: Known | null | undefined, b: Known | null | undefined): boolean {
  if (a === b) return true;
  if (a == null || b == null) return false;
  if (a.kind === 'literal' || b.kind === 'literal')
    return a.kind === b.kind && equalNodes((a as Literal).node, (b as Literal).node);
  return a.kind === b.kind && (a.kind === 'text' || (b.kind !== 'text' && a.value === b.value));
}

/** Null: not constant, or not set on some way. Undefined: this place is not reached. */
type State = Known | null | undefined;

export type Fold = {
  /** The constant of a value, names in it included. */
  value(node: Node): Known | null;
  combine(op: string, left: Known, right: Known): Known | null;
};

/** What each use of the variable holds; a use that is not in the map is not decided by this walk. */
export type Flow = ReadonlyMap<Node, Known | null>;

const LOOPS: ReadonlySet<string> = new Set(['for', 'foreach', 'while', 'dowhile']);
/** Languages in which a case goes on into the next. */
const fallsThrough: ReadonlySet<string> = new Set(['javascript', 'typescript', 'java', 'php']);

/** Fills `flow` while it walks, so that a value may ask for the variable that it is assigned to. */
export function walkFlow(
  owner: Node,
  bindings: readonly Binding[],
  names: Names,
  fold: Fold,
  flow: Map<Node, Known | null>,
): void {
  const [first] = bindings;
  if (!first) return;
  const name = nameIn(first.node);
  if (name === null) return;
  const places = occurrences(names.source, name).filter((at) => at >= owner.start && at < owner.end);
  new Walk(owner, name, places, new Set(bindings.map((binding) => binding.node)), names, fold, flow).run();
}

/** The name that a binding binds. */
function nameIn(node: Node): string | null {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'param') return node.target.kind === 'name' ? node.target.name : null;
  if (node.kind === 'func' || node.kind === 'class') return node.name?.kind === 'name' ? node.name.name : null;
  return null;
}

interface Exits {
  breaks: State;
  /** Null in a `switch`, which `continue` passes by. */
  loop: boolean;
  continues: State;
}

class Walk {
  private state: State = null;
  private readonly exits: Exits[] = [];
  /** For each `try` that is open: what its handlers may find. */
  private readonly handlers: { state: State }[] = [];

  constructor(
    private readonly owner: Node,
    private readonly name: string,
    private readonly places: readonly number[],
    private readonly bound: ReadonlySet<Node>,
    private readonly names: Names,
    private readonly fold: Fold,
    private readonly flow: Map<Node, Known | null>,
  ) {}

  run(): void {
    const { owner } = this;
    if (owner.kind === 'func') {
      if (owner.body) this.visit(owner.body);
    } else if (owner.kind === 'program') this.list(owner);
    else for (const child of childrenOf(owner)) this.visit(child);
  }

  /** The statements of a body, of a lazy one only those that hold the name or leave the way. */
  private list(node: Node): void {
    const pieces = piecesOf(node);
    if (!pieces || node.kind !== 'program') {
      for (const child of childrenOf(node)) this.visit(child);
      return;
    }
    pieces.spans.forEach((span, piece) => {
      if (holdsOffset(span, this.places)) for (const item of pieces.build(piece)) this.visit(item);
    });
  }

  private set(state: State): void {
    this.state = state;
    if (this.names.wide) this.toHandlers();
  }

  private toHandlers(): void {
    for (const handler of this.handlers) handler.state = join(handler.state, this.state);
  }

  /** What sets the variable to what a call gives may throw before it is set, but not to the reference. */
  private give(target: Node, value: Node | null): void {
    const called = !this.names.wide && (value?.kind === 'call' || value?.kind === 'new') && this.binds(target);
    if (called) for (const child of childrenOf(value)) this.visit(child);
    else this.visit(value);
    this.assign(target, value);
    if (called) this.toHandlers();
  }

  private visit(node: Node | null): void {
    if (node === null) return;
    if (!holdsOffset(node, this.places) && !leaves.has(node.kind) && !this.mayLeave(node)) {
      if (this.names.wide || this.state === undefined) return;
      if (this.handlers.length > 0 && holdsCall(node)) this.toHandlers();
      if (LOOPS.has(node.kind) && node.kind !== 'dowhile') this.state = null;
      return;
    }
    switch (node.kind) {
      case 'name':
        if (node.name === this.name && !this.bound.has(node)) this.flow.set(node, this.state ?? null);
        return;
      case 'func': {
        if (this.names.wide || !runsInPlace(node, this.owner, this.names.language)) return;
        const before = this.state;
        this.visit(node.body);
        this.state = before;
        return;
      }
      case 'class':
        return;
      case 'vardef':
        this.give(node.target, node.value);
        return;
      case 'call':
      case 'new':
        for (const child of childrenOf(node)) this.visit(child);
        if (!this.names.wide) this.toHandlers();
        return;
      case 'assign': {
        if (node.target.kind !== 'name') this.visit(node.target);
        else if (node.op !== '=' && node.op !== ':=' && node.target.name === this.name)
          this.flow.set(node.target, this.state ?? null);
        if ((node.op === '=' || node.op === ':=') && !(this.names.language === 'python' && isValue(node))) {
          this.give(node.target, node.value);
          if (this.changesElement(node.target)) this.set(null);
          return;
        }
        this.visit(node.value);
        if (this.names.language === 'python' && isValue(node)) this.assign(node.target, null);
        else if (this.isTarget(node.target)) {
          const right = this.fold.value(node.value);
          // What grows in a loop is not worked out.
          const known = this.state && right && !this.exits.some(({ loop }) => loop);
          this.set(known ? this.fold.combine(node.op.slice(0, -1), this.state!, right) : null);
        }
        return;
      }
      case 'unary':
        // What Go defers runs at the end.
        if (node.op === 'defer' && !this.names.wide) {
          const before = this.state;
          this.state = null;
          this.visit(node.operand);
          this.state = before;
          return;
        }
        this.visit(node.operand);
        if ((node.op === '++' || node.op === '--') && this.isTarget(node.operand)) this.set(null);
        return;
      case 'block':
      case 'program':
        this.list(node);
        return;
      case 'if':
      case 'ternary': {
        if (node.kind === 'if') this.visit(node.init);
        this.visit(node.test);
        const before = this.state;
        this.visit(node.then);
        const then = this.state;
        this.state = before;
        this.visit(node.else);
        this.state = join(then, this.state);
        return;
      }
      case 'binary': {
        this.visit(node.left);
        const before = this.state;
        this.visit(node.right);
        if (/^(?:&&|\|\||\?\?|and|or)$/.test(node.op)) this.state = join(before, this.state);
        // Ruby's `s << t` changes the text.
        if (node.op === '<<' && node.left.kind === 'name' && node.left.name === this.name && this.names.language === 'ruby') {
          const added = this.names.wide || !this.state ? null : this.fold.value(node.right);
          this.set(added && this.fold.combine('+', this.state!, added));
        }
        return;
      }
      case 'for':
        node.init.forEach((part) => this.visit(part));
        this.loop(node, () => {
          this.visit(node.test);
          const out = this.state;
          this.visit(node.body);
          this.endTurn();
          node.update.forEach((part) => this.visit(part));
          return node.test === null ? undefined : out;
        });
        return;
      case 'foreach':
        this.visit(node.iter);
        this.loop(node, () => {
          const out = this.state;
          if (this.binds(node.target)) this.set(null);
          else this.visit(node.target);
          this.visit(node.body);
          this.endTurn();
          return out;
        });
        this.visit(node.else);
        return;
      case 'while':
        this.loop(node, () => {
          this.visit(node.test);
          const out = this.state;
          this.visit(node.body);
          this.endTurn();
          return out;
        });
        this.visit(node.else);
        return;
      case 'dowhile':
        this.loop(node, () => {
          this.visit(node.body);
          this.endTurn();
          this.visit(node.test);
          return this.state;
        });
        return;
      case 'try':
        this.try(node);
        return;
      case 'switch':
        this.switch(node);
        return;
      case 'break': {
        const exit = this.exits.at(-1);
        if (exit) exit.breaks = join(exit.breaks, this.state);
        this.state = undefined;
        return;
      }
      case 'continue': {
        const exit = this.exits.findLast(({ loop }) => loop);
        if (exit) exit.continues = join(exit.continues, this.state);
        this.state = undefined;
        return;
      }
      case 'return':
      case 'throw':
        for (const child of childrenOf(node)) this.visit(child);
        if (node.kind === 'throw' && !this.names.wide) this.toHandlers();
        this.state = undefined;
        return;
      case 'comprehension':
        // Its variables are its own.
        if (!this.names.wide && this.state !== undefined) this.state = null;
        for (const child of childrenOf(node)) this.visit(child);
        return;
      case 'clause':
        this.visit(node.iter);
        if (!this.binds(node.target)) node.tests.forEach((test) => this.visit(test));
        return;
      case 'with':
        for (const item of node.items) {
          this.visit(item);
          // What is bound is not the value but what it gives when it is entered.
          if (item.kind === 'assign' && this.binds(item.target)) this.set(null);
        }
        this.visit(node.body);
        return;
      case 'member':
        this.visit(node.object);
        if (node.property.kind !== 'name') this.visit(node.property);
        return;
      case 'pair':
        if (node.key.kind !== 'name') this.visit(node.key);
        this.visit(node.value);
        return;
      default:
        for (const child of childrenOf(node)) this.visit(child);
    }
  }

  /** Whether a statement without the name can still end the way through the block. */
  private mayLeave(node: Node): boolean {
    return (
      (node.kind === 'block' && (node.body.at(-1)?.kind ?? '') in leavesTable) ||
      node.kind === 'if' ||
      node.kind === 'try' ||
      node.kind === 'switch'
    );
  }

  /** PHP's `$x[1] = y` sets a part of the value itself. */
  private changesElement(target: Node): boolean {
    if (target.kind !== 'index' || this.names.language !== 'php' || this.names.wide) return false;
    return target.object.kind === 'name' && target.object.name === this.name;
  }

  private isTarget(target: Node): boolean {
    return target.kind === 'name' && target.name === this.name && this.bound.has(target);
  }

  private assign(target: Node, value: Node | null): void {
    if (this.isTarget(target))
      this.set(value && this.state !== undefined ? this.fold.value(value) : this.state === undefined ? undefined : null);
    else if (target.kind === 'array' && value?.kind === 'array' && target.elements.length === value.elements.length)
      target.elements.forEach((element, index) => this.assign(element, value.elements[index]!));
    else if (this.binds(target)) this.set(null);
  }

  /** Whether a pattern on the left binds the variable. */
  private binds(target: Node): boolean {
    if (!holdsOffset(target, this.places)) return false;
    if (target.kind === 'name') return this.isTarget(target);
    return target.kind !== 'member' && target.kind !== 'index' && childrenOf(target).some((child) => this.binds(child));
  }

  /** `turn` runs test and body once and gives the state in which the loop may end. */
  private loop(node: Node, turn: () => State): void {
    if (!this.names.wide && node.kind !== 'dowhile' && this.state !== undefined) this.state = null;
    for (let round = 0; ; round++) {
      const before = this.state;
      const exit: Exits = { breaks: undefined, continues: undefined, loop: true };
      this.exits.push(exit);
      const out = turn();
      this.exits.pop();
      const again = join(before, this.state);
      if (round > 2 || sameConstants(again, before) || !LOOPS.has(node.kind)) {
        this.state = join(out, exit.breaks);
        return;
      }
      this.state = again;
    }
  }

  private endTurn(): void {
    const exit = this.exits.at(-1)!;
    this.state = join(this.state, exit.continues);
  }

  private try(node: Shape<'try'>): void {
    node.resources.forEach((resource) => this.visit(resource));
    const handler = { state: this.names.wide ? this.state : undefined };
    this.handlers.push(handler);
    this.visit(node.body);
    this.handlers.pop();
    this.visit(node.else);
    let out = this.state;
    for (const part of node.catches) {
      this.state = handler.state;
      if (part.kind === 'catch') {
        if (part.target && this.binds(part.target)) this.set(null);
        this.visit(part.body);
      } else this.visit(part);
      out = join(out, this.state);
    }
    this.state = out;
    this.visit(node.finally);
  }

  private switch(node: Shape<'switch'>): void {
    this.visit(node.init);
    this.visit(node.subject);
    const before = this.state;
    const exit: Exits = { breaks: undefined, continues: undefined, loop: false };
    this.exits.push(exit);
    let out: State;
    let through: State;
    let complete = false;
    for (const part of node.cases) {
      if (part.kind !== 'case') continue;
      this.state = join(before, through);
      if (part.tests.length === 0) complete = true;
      part.tests.forEach((test) => this.visit(test));
      this.visit(part.guard);
      part.body.forEach((statement) => this.visit(statement));
      if (fallsThrough.has(this.names.language)) through = this.state;
      else out = join(out, this.state);
    }
    this.exits.pop();
    out = join(join(out, through), exit.breaks);
    this.state = complete ? out : join(out, before);
  }
}

/** Whether a closure is taken to run where it stands: one without a name, in JavaScript also a function of a function. */
export function runsInPlace(func: Shape<'func'>, owner: Node, language: LanguageId): boolean {
  if (func.name === null) return true;
  const declared = func.parent?.kind === 'block' && owner.kind === 'func';
  return declared && (language === 'javascript' || language === 'typescript');
}

const holdsCall = (node: Node): boolean =>
  node.kind === 'call' || node.kind === 'new' || (node.kind !== 'func' && childrenOf(node).some(holdsCall));

/** Whether an assignment is what another one sets its target to. */
const isValue = (node: Node): boolean =>
  (node.parent?.kind === 'assign' || node.parent?.kind === 'vardef') && node.parent.value === node;

const leavesTable: Readonly<Record<string, true>> = { return: true, throw: true, break: true, continue: true };
const leaves: ReadonlySet<string> = new Set(Object.keys(leavesTable));

function join(a: State, b: State): State {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return either(a, b);
}
