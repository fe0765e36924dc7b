/**
 * What an inline Python or JavaScript program would do to files and processes, as a shell script that does the same: its
 * writes, deletions, downloads and commands with arguments that the text tells. Everything else is left out.
 */
import { eachChild, type Node } from '../model/tree.ts';
import { functionValue } from './program-functions.ts';
import { methodValue } from './program-methods.ts';
import { type Call, ProgramScript, variable } from './program-script.ts';
import {
  constantOf,
  join,
  joinPaths,
  outputOf,
  textValue,
  unescaped,
  unknownValue,
  type Value,
  wordOf,
} from './program-value.ts';

export interface ProgramPlace {
  home: string;
  cwd: string;
  /** Reads program text inside the program (`exec("…")`); null when it cannot be read. */
  parse(text: string): Node | null;
}

const MAX_DEPTH = 3;

export function equivalentScript(program: Node, language: 'python' | 'javascript', place: ProgramPlace): string {
  const reader = new ProgramReader(language === 'python', place);
  reader.visit(program);
  return reader.script.lines.join('\n');
}

class ProgramReader {
  readonly script: ProgramScript;
  private readonly modules = new Map<string, string>();
  private readonly variables = new Map<string, Value>();
  private readonly known = new Map<Node, Value>();
  private depth = 0;

  constructor(
    private readonly python: boolean,
    private readonly place: ProgramPlace,
  ) {
    this.script = new ProgramScript(place.home, place.cwd);
  }

  visit(node: Node): void {
    if (this.script.full) return;
    switch (node.kind) {
      case 'import':
        this.imported(node);
        return;
      case 'assign':
        this.assigned(node.target, node.value);
        return;
      case 'vardef':
        if (node.value) this.assigned(node.target, node.value);
        return;
      case 'foreach':
        this.loop(node);
        return;
      case 'call':
      case 'new':
        this.value(node);
        return;
      default:
        eachChild(node, (child) => this.visit(child));
    }
  }

  private imported(node: Extract<Node, { kind: 'import' }>): void {
    const module = node.module.kind === 'string' ? node.module.value : this.nameOf(node.module);
    if (module === null) return;
    const bare = moduleName(module);
    const [name, alias] = [node.name, node.alias].map((one) => (one?.kind === 'name' ? one.name : null));
    if (node.form === 'module') {
      const local = alias ?? (this.python ? bare.split('.')[0]! : null);
      if (local) this.modules.set(local, alias ? bare : bare.split('.')[0]!);
    } else if (node.form === 'name' && name) this.modules.set(alias ?? name, name === 'default' ? bare : `${bare}.${name}`);
  }

  private assigned(target: Node, value: Node): void {
    const module = this.nameOf(value);
    if (target.kind === 'name') {
      this.modules.delete(target.name);
      if (module !== null && (value.kind !== 'name' || this.modules.has(value.name))) this.modules.set(target.name, module);
      this.variables.set(target.name, this.value(value));
    } else if (target.kind === 'object' && module !== null) {
      for (const prop of target.props) {
        const [key, local] = prop.kind === 'pair' ? [prop.key, prop.value] : [prop, prop];
        if (key.kind === 'name' && local.kind === 'name') this.modules.set(local.name, `${module}.${key.name}`);
      }
    } else {
      this.value(value);
      this.visit(target);
    }
  }

  /** The body once for each item that is known, else once. */
  private loop(node: Extract<Node, { kind: 'foreach' }>): void {
    const iter = this.value(node.iter);
    const items = iter.kind === 'list' ? iter.items.slice(0, 20) : [iter];
    const names = node.target.kind === 'name' ? [node.target] : node.target.kind === 'array' ? node.target.elements : [];
    const target = node.target.kind === 'vardef' && node.target.target.kind === 'name' ? [node.target.target] : names;
    for (const item of items) {
      this.known.clear();
      const values = target.length > 1 && item.kind === 'list' ? item.items : target.map(() => item);
      for (const [index, name] of target.entries())
        if (name.kind === 'name') this.variables.set(name.name, values[index] ?? unknownValue);
      this.visit(node.body);
    }
  }

  /** `os.path.join`, whatever it is called here; null for what is no name. */
  private nameOf(node: Node): string | null {
    switch (node.kind) {
      case 'name':
        return this.modules.get(node.name) ?? node.name;
      case 'member': {
        const object = this.nameOf(node.object);
        return object === null || node.property.kind !== 'name' ? null : moduleName(`${object}.${node.property.name}`);
      }
      case 'await':
        return this.nameOf(node.value);
      case 'call': {
        const callee = node.callee.kind === 'name' ? node.callee.name : this.nameOf(node.callee);
        const [first, second] = node.args;
        if (callee === 'getattr' && first !== undefined && second !== undefined) return this.memberOf(first, second);
        if (callee === 'importlib.import_module' && first !== undefined) return constantOf(this.value(first));
        if (first?.kind !== 'string' || !/^(require|import|__import__)$/.test(callee ?? '')) return null;
        return moduleName(first.value);
      }
      case 'index': {
        const [only] = node.indices;
        return only === undefined || node.indices.length > 1 ? null : this.memberOf(node.object, only);
      }
      default:
        return null;
    }
  }

  /** `getattr(os, 'sys' + 'tem')`, `fs['rm' + 'Sync']`. */
  private memberOf(object: Node, property: Node): string | null {
    const [name, key] = [this.nameOf(object), constantOf(this.value(property))];
    return name === null || key === null || !/^[A-Za-z_$][\w$]*$/.test(key) ? null : moduleName(`${name}.${key}`);
  }

  private value(node: Node): Value {
    const seen = this.known.get(node);
    if (seen !== undefined) return seen;
    this.known.set(node, unknownValue);
    if (++this.depth > 200) return unknownValue;
    const made = this.evaluate(node);
    this.depth -= 1;
    this.known.set(node, made);
    return made;
  }

  private evaluate(node: Node): Value {
    switch (node.kind) {
      case 'string':
        return textValue(unescaped(node.value));
      case 'number':
        return textValue(/^0o/i.test(node.value) ? node.value.slice(2) : node.value);
      case 'bool':
        return textValue(String(node.value));
      case 'template':
        return join(...node.parts.map((part) => this.value(part)));
      case 'name':
        return this.variables.get(node.name) ?? (node.name === '__dirname' ? textValue(this.place.cwd) : unknownValue);
      case 'array':
        return { kind: 'list', items: node.elements.map((element) => this.value(element)) };
      case 'object': {
        const entries = new Map<string, Value>();
        for (const prop of node.props) {
          if (prop.kind !== 'pair') this.visit(prop);
          else if (prop.key.kind === 'name' || prop.key.kind === 'string')
            entries.set(prop.key.kind === 'name' ? prop.key.name : prop.key.value, this.value(prop.value));
        }
        return { kind: 'object', entries };
      }
      case 'binary': {
        const [left, right] = [this.value(node.left), this.value(node.right)];
        if (node.op === '+')
          return left.kind === 'list' && right.kind === 'list'
            ? { kind: 'list', items: [...left.items, ...right.items] }
            : join(left, right);
        return node.op === '/' && left.kind === 'text' ? joinPaths([left, right]) : unknownValue;
      }
      case 'await':
      case 'spread':
      case 'cast':
        return this.value(node.value);
      case 'assign':
        this.assigned(node.target, node.value);
        return this.value(node.value);
      case 'index': {
        const [only] = node.indices;
        const name = only === undefined ? null : constantOf(this.value(only));
        if (/^(os\.environ|process\.env|Deno\.env|Bun\.env)$/.test(this.nameOf(node.object) ?? '') && name !== null)
          return variable(name);
        return this.value(node.object).kind === 'text' ? this.value(node.object) : unknownValue;
      }
      case 'member': {
        const name = this.nameOf(node) ?? '';
        const env = /^(?:process|Bun)\.env\.(\w+)$/.exec(name)?.[1];
        if (env !== undefined) return this.script.variable(env);
        if (/^(os\.environ|process\.env)$/.test(name)) return outputOf('env');
        // `response.text`, `result.stdout`.
        const object = this.value(node.object);
        return object.kind === 'text' && object.parts.some((part) => part.kind === 'output') ? object : unknownValue;
      }
      case 'call':
        return this.called(node.callee, node.args);
      case 'new':
        return this.called(node.callee, node.args);
      default:
        eachChild(node, (child) => this.visit(child));
        return unknownValue;
    }
  }

  // ---- calls

  private called(callee: Node, nodes: readonly Node[]): Value {
    const named = new Map<string, Value>();
    const args: Value[] = [];
    for (const node of nodes) {
      if (node.kind === 'named') named.set(node.name, this.value(node.value));
      else if (node.kind === 'func') eachChild(node, (child) => this.visit(child));
      else args.push(this.value(node));
    }
    const last = args.at(-1);
    const options = last?.kind === 'object' ? last.entries : null;
    const [first = unknownValue, second = unknownValue] = args;
    const call: Call = { args, first, second, named, option: (name) => named.get(name) ?? options?.get(name) };
    const name = this.nameOf(callee);
    if (name !== null && /^(?:exec|eval|Function)$/.test(name)) return this.executed(last ?? unknownValue);
    const made = name === null ? null : functionValue(this.python ? name : withoutSync(name), call, this.script);
    if (made !== null) return made;
    if (callee.kind !== 'member') {
      this.visit(callee);
      return unknownValue;
    }
    const method = callee.property.kind === 'name' ? callee.property.name : '';
    return methodValue(this.value(callee.object), method, call, this.script);
  }

  /** Program text: what was downloaded is run, what is known is read. */
  private executed(value: Value): Value {
    const text = constantOf(value);
    if (text !== null && this.depth < MAX_DEPTH * 60) {
      const program = this.place.parse(text);
      if (program !== null) this.visit(program);
    } else if (value.kind === 'text' && value.parts.some((part) => part.kind === 'output'))
      this.script.emit(`eval ${wordOf(value.parts)}`);
    return unknownValue;
  }
}

/** `node:fs/promises.rm` → `fs.rm`. */
function moduleName(name: string): string {
  return name
    .replace(/^node:/, '')
    .replace(/^fs(\/promises|\.promises)\b/, 'fs')
    .replace(/^(fs-extra|graceful-fs)\b/, 'fs')
    .replace(/^path(\/posix|\/win32|\.posix|\.win32)\b/, 'path')
    .replace(/\.default(?=\.|$)/, '');
}

/** `fs.rmSync` → `fs.rm`. */
const withoutSync = (name: string): string => name.replace(/^(fs|child_process)\.(\w+?)Sync$/, '$1.$2');
