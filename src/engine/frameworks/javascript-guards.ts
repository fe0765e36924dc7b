/** Handlers, guards and paths as JavaScript writes them, whatever the framework. */
import type { Node, Shape } from '../../model/tree.ts';
import { constantOf } from '../constants.ts';
import { isGuardName } from '../guard-name.ts';
import { liesIn, walk } from '../locate.ts';
import type { Range } from '../matches.ts';
import type { Guarding } from '../route.ts';
import { factsOf, lastName } from '../route-body.ts';
import type { Tree } from '../tree.ts';

/** Packages that sign users in, files of the project that are named for it, and guards of any part of the app. */
const signs: readonly RegExp[] = [
  /(?:from|require\()\s*['"](?:jsonwebtoken|jose|passport(?:-[\w-]+)?|express-(?:jwt|session|openid-connect|basic-auth|oauth2-jwt-bearer))['"]/,
  /(?:from|require\()\s*['"](?:cookie-session|@clerk\/[\w-]+|@auth\/[\w-]+|next-auth[\w/-]*|better-auth[\w/-]*|firebase-admin[\w/-]*)['"]/,
  /(?:from|require\()\s*['"](?:@supabase\/[\w-]+|lucia|iron-session|keycloak-connect|bcrypt(?:js)?|argon2)['"]/,
  /(?:from|require\()\s*['"](?:@fastify\/(?:jwt|auth|session|secure-session|basic-auth|bearer-auth|passport)|koa-(?:jwt|passport|session)|hono\/(?:jwt|bearer-auth|basic-auth))['"]/,
  /(?:from|require\()\s*['"][^'"]*(?:auth(?!or)|guard|permission|protect)[^'"]*['"]/i,
  /\.use\([^;\n]*\b(?:require|ensure|verify|check|is)\w*(?:Auth|User|Login|Token|Admin)|passport\.authenticate\(/,
];

/** Whether the file shows that the project signs its users in. */
export const knowsUsers = ({ source }: Tree): boolean => signs.some((sign) => sign.test(source));

export interface Handling {
  /** Null when another file defines it. */
  handler: Node | null;
  name: string;
  /** Calls that it is handed to: `withAuth(handler)`. */
  wrappers: Node[];
}

export class JavascriptGuards {
  constructor(
    readonly tree: Tree,
    private readonly isGuard: (name: string) => boolean,
  ) {}

  /** Undefined when the argument is no path, null when it is one that is not known. */
  pathOf(arg: Node): string | null | undefined {
    if (arg.kind === 'regex') return null;
    if (arg.kind === 'template')
      return this.tree.source.startsWith('`/', arg.start) || arg.parts[0]?.kind !== 'string' ? null : undefined;
    if (arg.kind === 'array') return arg.elements[0] ? this.pathOf(arg.elements[0]) : undefined;
    const constant = constantOf(arg, this.tree.names);
    if (constant?.kind === 'string') return constant.value === '' || /^[/*]/.test(constant.value) ? constant.value : undefined;
    return arg.kind === 'binary' ? null : undefined;
  }

  handlerOf(node: Node): Handling {
    switch (node.kind) {
      case 'func':
        return { handler: node, name: node.name ? lastName(node.name) : '', wrappers: [] };
      case 'cast':
      case 'await':
        return this.handlerOf(node.value);
      case 'name': {
        const definition = this.tree.names.definition(node);
        if (definition?.kind === 'func') return { handler: definition, name: node.name, wrappers: [] };
        const [binding] = this.tree.names.bindings(node);
        if (binding?.value?.kind === 'call') return { ...this.handlerOf(binding.value), name: node.name };
        return { handler: null, name: node.name, wrappers: [] };
      }
      case 'member':
        return { handler: this.method(node), name: lastName(node), wrappers: [] };
      case 'call': {
        // `asyncHandler(handler)`, `withAuth(handler)`, `this.create.bind(this)`.
        if (lastName(node.callee) === 'bind' && node.callee.kind === 'member') return this.handlerOf(node.callee.object);
        const inner = node.args.findLast((arg) => arg.kind === 'func' || arg.kind === 'name' || arg.kind === 'member');
        const found = inner ? this.handlerOf(inner) : { handler: null, name: '', wrappers: [] };
        return { ...found, wrappers: [...found.wrappers, node] };
      }
      default:
        return { handler: null, name: '', wrappers: [] };
    }
  }

  /** The method of the class around, for `this.create`; of an object or class of this file otherwise. */
  method(member: Shape<'member'>): Node | null {
    const name = lastName(member);
    let holder: Node | null = null;
    if (member.object.kind === 'name' && member.object.name === 'this') {
      for (let at: Node | null = member; at && !holder; at = at.parent) if (at.kind === 'class') holder = at;
    } else if (member.object.kind === 'name') {
      const value = this.tree.names.bindings(member.object)[0]?.value ?? null;
      holder = value?.kind === 'new' && value.callee.kind === 'name' ? this.tree.names.definition(value.callee) : value;
    }
    const members = holder?.kind === 'class' ? holder.body : holder?.kind === 'object' ? holder.props : [];
    for (const part of members) {
      if (part.kind === 'func' && part.name && lastName(part.name) === name) return part;
      if (part.kind === 'vardef' && lastName(part.target) === name && part.value?.kind === 'func') return part.value;
      if (part.kind === 'pair' && lastName(part.key) === name && part.value.kind === 'func') return part.value;
    }
    return null;
  }

  strongest(nodes: readonly Node[]): Guarding {
    return nodes.some((node) => this.guards(node)) ? 'guard' : 'none';
  }

  private readonly asked = new Set<Node>();

  /** Whether what `node` stands for turns callers away. */
  guards(node: Node): boolean {
    if (this.asked.has(node)) return false;
    this.asked.add(node);
    const does = this.judge(node);
    this.asked.delete(node);
    return does;
  }

  private judge(node: Node): boolean {
    switch (node.kind) {
      case 'name': {
        if (this.named(node.name)) return true;
        const [binding] = this.tree.names.bindings(node);
        const value = binding?.value ?? this.tree.names.definition(node);
        return value !== null && value !== undefined && value !== node && this.guards(value);
      }
      case 'member': {
        if (this.named(lastName(node)) || (node.object.kind === 'name' && this.named(node.object.name))) return true;
        const method = this.method(node);
        return method !== null && this.guards(method);
      }
      case 'call': {
        const name = lastName(node.callee);
        // What only loads an identity lets everyone through.
        if (
          /^(?:initialize|session|clerkMiddleware)$/.test(name) ||
          /(?:credentialsRequired|authRequired|requireAuth)\s*:\s*false/.test(this.textOf(node))
        )
          return false;
        if (this.named(name)) return true;
        if (node.callee.kind === 'member' && (node.callee.object.kind === 'call' || node.callee.object.kind === 'name')) {
          if (node.callee.object.kind === 'call' ? this.guards(node.callee.object) : this.named(node.callee.object.name))
            return true;
        }
        const definition = node.callee.kind === 'name' ? this.tree.names.definition(node.callee) : null;
        return (
          (definition?.kind === 'func' && this.guards(definition)) ||
          node.args.some((arg) => (arg.kind === 'name' || arg.kind === 'call') && this.guards(arg))
        );
      }
      case 'func': {
        const facts = factsOf(node, this.tree);
        return (facts.rejects && (facts.readsIdentity || facts.guarded)) || this.handsOn(node);
      }
      case 'array':
        return node.elements.some((element) => this.guards(element));
      case 'spread':
      case 'cast':
      case 'await':
        return this.guards(node.value);
      case 'ternary':
        return this.guards(node.then) && this.guards(node.else);
      default:
        return false;
    }
  }

  /** Gives the turn to a guard: `return requireAuth(c, next)`. */
  private handsOn(func: Shape<'func'>): boolean {
    const last = func.params.at(-1);
    const next = last?.kind === 'param' ? lastName(last.target) : '';
    if (func.params.length < 2 || next === '') return false;
    let found = false;
    walk(func, (node) => {
      if (node.kind === 'call' && node.args.some((arg) => lastName(arg) === next) && this.guards(node.callee)) found = true;
    });
    return found;
  }

  named(name: string): boolean {
    return name !== '' && (this.isGuard(name) || isGuardName(name));
  }

  textOf(node: Node): string {
    return this.tree.source.slice(node.start, node.end);
  }
}

/** Lists of handlers within lists. */
export const flat = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => (node.kind === 'array' ? flat(node.elements) : [node]));

/** The value of a key of an object literal; a method is its own value. */
export function propertyOf(object: Node | null, key: string): Node | null {
  if (object?.kind === 'cast') return propertyOf(object.value, key);
  if (object?.kind !== 'object') return null;
  for (const prop of object.props) {
    if (prop.kind === 'pair' && keyName(prop.key) === key) return prop.value;
    if (prop.kind === 'func' && prop.name && keyName(prop.name) === key) return prop;
  }
  return null;
}

export const keyName = (key: Node): string => (key.kind === 'string' ? key.value : lastName(key));

/** Calls `object.word(…)`, in the order of the words. */
export function* methodCalls(
  tree: Tree,
  words: readonly string[],
  within: readonly Range[] | null = null,
): Generator<Shape<'call'> & { callee: Shape<'member'> }> {
  const { index } = tree;
  const seen = new Set<Node>();
  for (const word of words)
    for (const offset of index.offsets({ word, levels: 1, role: 'property' })) {
      if (!liesIn(offset, within)) continue;
      const name = index.nodeAt(offset);
      const member = name.parent;
      const call = member?.parent;
      if (name.kind !== 'name' || member?.kind !== 'member' || member.property !== name) continue;
      if (call?.kind !== 'call' || call.callee !== member || seen.has(call)) continue;
      seen.add(call);
      yield call as Shape<'call'> & { callee: Shape<'member'> };
    }
}

/** The value behind names, casts and `await`, as far as this file sets it once. */
export function valueOf(node: Node | null, tree: Tree, hops = 3): Node | null {
  if (node?.kind === 'cast' || node?.kind === 'await') return valueOf(node.value, tree, hops);
  if (node?.kind !== 'name' || hops === 0) return node;
  const definition = tree.names.definition(node);
  if (definition) return definition;
  const value = tree.names.bindings(node)[0]?.value;
  return value ? valueOf(value, tree, hops - 1) : node;
}
