/**
 * What an inline Python or JavaScript program would do to files and processes, as a shell script that does the same: its
 * writes, deletions, downloads and commands with arguments that the text tells. Everything else is left out.
 */
import { eachChild, type Node } from '../model/tree.ts';
import {
  constantOf,
  join,
  joinPaths,
  outputOf,
  type Part,
  partsOf,
  textValue,
  unescaped,
  unknownValue,
  type Value,
  wordOf,
} from './program-value.ts';
import { decodeBase64 } from './shell-output.ts';

export interface ProgramPlace {
  home: string;
  cwd: string;
  /** Reads program text inside the program (`exec("…")`); null when it cannot be read. */
  parse(text: string): Node | null;
}

/** Most lines that are made; a program that would give more is cut. */
const MAX_LINES = 500;
const MAX_DEPTH = 3;

export function equivalentScript(program: Node, language: 'python' | 'javascript', place: ProgramPlace): string {
  const reader = new ProgramReader(language === 'python', place);
  reader.visit(program);
  return reader.lines.join('\n');
}

interface Call {
  args: Value[];
  named: Map<string, Value>;
  /** Options of JavaScript's functions are their last argument. */
  option(name: string): Value | undefined;
}

class ProgramReader {
  readonly lines: string[] = [];
  private readonly modules = new Map<string, string>();
  private readonly variables = new Map<string, Value>();
  private readonly known = new Map<Node, Value>();
  private depth = 0;

  constructor(
    private readonly python: boolean,
    private readonly place: ProgramPlace,
  ) {}

  visit(node: Node): void {
    if (this.lines.length >= MAX_LINES) return;
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

  private emit(line: string): void {
    if (this.lines.length < MAX_LINES) this.lines.push(line);
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
        if (env !== undefined) return this.variable(env);
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

  private variable(name: string): Value {
    return name === 'HOME' || name === 'USERPROFILE' ? textValue(this.place.home) : variable(name);
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
    const call: Call = { args, named, option: (name) => named.get(name) ?? options?.get(name) };
    const name = this.nameOf(callee);
    const made = name === null ? null : this.function(name, call);
    if (made !== null) return made;
    if (callee.kind !== 'member') {
      this.visit(callee);
      return unknownValue;
    }
    const method = callee.property.kind === 'name' ? callee.property.name : '';
    return this.method(this.value(callee.object), method, call);
  }

  /** Null for a function that is not known. */
  private function(name: string, call: Call): Value | null {
    const { args } = call;
    const [first = unknownValue, second = unknownValue] = args;
    const path = wordOf(partsOf(first));
    const target = wordOf(partsOf(second));
    const recursive = constantOf(call.option('recursive') ?? unknownValue) === 'true';
    switch (
      this.python ? name : name.replace(/^fs\.(\w+?)Sync$/, 'fs.$1').replace(/^child_process\.(\w+?)Sync$/, 'child_process.$1')
    ) {
      // ---- values
      case 'os.path.join':
      case 'path.join':
      case 'path.resolve':
        return joinPaths(args);
      case 'os.path.expanduser':
      case 'os.path.abspath':
      case 'os.path.realpath':
      case 'Path':
      case 'pathlib.Path':
      case 'pathlib.PurePath':
      case 'str':
      case 'String':
      case 'bytes':
      case 'URL':
        return args.length > 1 ? joinPaths(args) : this.expanded(first);
      case 'Path.home':
      case 'pathlib.Path.home':
      case 'os.homedir':
        return textValue(this.place.home);
      case 'Path.cwd':
      case 'pathlib.Path.cwd':
      case 'os.getcwd':
      case 'process.cwd':
        return textValue(this.place.cwd);
      case 'os.getenv':
      case 'os.environ.get':
      case 'Deno.env.get': {
        const env = constantOf(first);
        return env === null ? unknownValue : this.variable(env);
      }
      case 'base64.b64decode':
      case 'atob': {
        const text = constantOf(first);
        return text === null ? first : textValue(decodeBase64(text));
      }
      case 'Buffer.from': {
        const text = constantOf(first);
        return text !== null && constantOf(second) === 'base64' ? textValue(decodeBase64(text)) : first;
      }
      case 'JSON.stringify':
      case 'json.dumps':
      case 'dict':
      case 'list':
      case 'bytes.fromhex':
      case 'urllib.parse.urlencode':
      case 'urllib.request.Request':
      case 'Request':
        return first;
      case 'glob.glob':
      case 'glob.iglob':
      case 'glob.sync':
      case 'globSync':
      case 'fs.glob':
        return {
          kind: 'text',
          parts: partsOf(first).map((part): Part => (part.kind === 'text' ? { kind: 'glob', text: part.text } : part)),
        };
      case 'os.listdir':
      case 'os.scandir':
      case 'fs.readdir':
        return { kind: 'text', parts: [{ kind: 'glob', text: '*' }] };
      case 'os.walk': {
        const names: Value = { kind: 'text', parts: [{ kind: 'glob', text: '*' }] };
        return { kind: 'list', items: [{ kind: 'list', items: [first, names, names] }] };
      }
      // ---- files
      case 'open':
      case 'io.open':
      case 'codecs.open': {
        const mode = constantOf(second.kind === 'unknown' ? (call.named.get('mode') ?? textValue('r')) : second) ?? 'r';
        if (!/[wax+]/.test(mode)) this.emit(`: "$(cat -- ${path})"`);
        return { kind: 'file', path: partsOf(this.expanded(first)), mode, fresh: true };
      }
      case 'fs.createWriteStream':
        return { kind: 'file', path: partsOf(first), mode: 'w', fresh: true };
      case 'fs.readFile':
      case 'fs.createReadStream':
      case 'Bun.file':
      case 'Deno.readTextFile':
      case 'Deno.readTextFileSync':
        this.emit(`: "$(cat -- ${path})"`);
        return outputOf(`cat -- ${path}`);
      case 'fs.writeFile':
      case 'fs.outputFile':
      case 'Bun.write':
      case 'Deno.writeTextFile':
      case 'Deno.writeTextFileSync':
        this.emit(`printf '%s' ${target} > ${path}`);
        return unknownValue;
      case 'fs.appendFile':
        this.emit(`printf '%s' ${target} >> ${path}`);
        return unknownValue;
      case 'os.remove':
      case 'os.unlink':
      case 'fs.unlink':
        this.emit(`rm -f -- ${path}`);
        return unknownValue;
      case 'os.rmdir':
      case 'os.removedirs':
        this.emit(`rmdir -- ${path}`);
        return unknownValue;
      case 'fs.rm':
      case 'fs.rmdir':
      case 'Deno.remove':
      case 'Deno.removeSync':
        this.emit(`rm ${recursive ? '-rf' : '-f'} -- ${path}`);
        return unknownValue;
      case 'shutil.rmtree':
      case 'fs.remove':
      case 'fs.emptyDir':
      case 'rimraf':
      case 'rimraf.sync':
      case 'rimraf.rimraf':
      case 'rimraf.rimrafSync':
        this.emit(`rm -rf -- ${path}`);
        return unknownValue;
      case 'os.rename':
      case 'os.replace':
      case 'shutil.move':
      case 'fs.rename':
      case 'fs.move':
        this.emit(`mv -- ${path} ${target}`);
        return unknownValue;
      case 'shutil.copy':
      case 'shutil.copy2':
      case 'shutil.copyfile':
      case 'shutil.copytree':
      case 'fs.copyFile':
      case 'fs.cp':
      case 'fs.copy':
        this.emit(`cp -r -- ${path} ${target}`);
        return unknownValue;
      case 'os.symlink':
      case 'fs.symlink':
      case 'os.link':
      case 'fs.link':
        this.emit(`ln -s -- ${path} ${target}`);
        return unknownValue;
      case 'os.chmod':
      case 'fs.chmod':
        this.emit(`chmod ${target} ${path}`);
        return unknownValue;
      case 'fs.truncate':
      case 'os.truncate':
        this.emit(`truncate -s 0 -- ${path}`);
        return unknownValue;
      // ---- processes
      case 'os.system':
      case 'os.popen':
      case 'subprocess.getoutput':
      case 'subprocess.getstatusoutput':
      case 'child_process.exec':
        return this.script(first, call);
      case 'subprocess.run':
      case 'subprocess.call':
      case 'subprocess.check_call':
      case 'subprocess.check_output':
      case 'subprocess.Popen':
      case 'os.execvp':
      case 'os.execv':
      case 'os.spawnvp':
      case 'pty.spawn':
      case 'Bun.spawn':
      case 'Bun.spawnSync':
        if (first.kind === 'list') return this.words(first.items, call);
        return second.kind === 'list' && name.startsWith('os.') ? this.words(second.items, call) : this.script(first, call);
      case 'os.execl':
      case 'os.execlp':
      case 'asyncio.create_subprocess_exec':
        return this.words(name.startsWith('os.') ? args.slice(1) : args, call);
      case 'asyncio.create_subprocess_shell':
        return this.script(first, call);
      case 'child_process.spawn':
      case 'child_process.execFile':
      case 'execa':
      case 'execa.execa':
      case 'cross-spawn':
        if (second.kind !== 'list') return this.script(first, call);
        if (constantOf(call.option('shell') ?? unknownValue) === 'true')
          return this.script(join(first, ...second.items.flatMap((item) => [textValue(' '), item])), call);
        return this.words([first, ...second.items], call);
      case 'shelljs.exec':
      case 'execa.execaCommand':
        return this.script(first, call);
      case 'shelljs.rm':
        return this.words([textValue('rm'), ...args], call);
      // ---- network
      case 'urllib.request.urlopen':
      case 'requests.get':
      case 'httpx.get':
      case 'axios.get':
      case 'https.get':
      case 'http.get':
        return this.download(first, call.option('data'));
      case 'requests.post':
      case 'requests.put':
      case 'httpx.post':
      case 'httpx.put':
      case 'requests.request':
        return this.download(
          name === 'requests.request' ? second : first,
          call.option('data') ?? call.option('json') ?? call.option('files') ?? second,
        );
      case 'axios.post':
      case 'axios.put':
        return this.download(first, second);
      case 'fetch':
      case 'axios':
        return this.download(first, call.option('body') ?? call.option('data'));
      case 'urllib.request.urlretrieve':
        this.emit(`curl -o ${target} ${path}`);
        return unknownValue;
      // ---- the rest
      case 'exec':
      case 'eval':
      case 'Function':
        return this.executed(args.at(-1) ?? unknownValue);
      case 'print':
      case 'console.log':
      case 'console.error':
      case 'console.info':
      case 'process.stdout.write':
      case 'sys.stdout.write':
      case 'pprint.pprint': {
        const file = call.named.get('file');
        if (file?.kind === 'file') this.write(file, join(...args, textValue('\n')));
        else this.shown(args);
        return unknownValue;
      }
      case 'json.dump':
      case 'pickle.dump':
      case 'yaml.dump':
        if (second.kind === 'file') this.write(second, first);
        return unknownValue;
      default:
        return null;
    }
  }

  private method(object: Value, method: string, call: Call): Value {
    const { args } = call;
    const [first = unknownValue] = args;
    if (object.kind === 'file') {
      if (method === 'write' || method === 'writelines' || method === 'end') this.write(object, first);
      return /^(read|readlines|readline)$/.test(method) ? { kind: 'text', parts: partsOf(object) } : unknownValue;
    }
    if (object.kind !== 'text') return unknownValue;
    const path = wordOf(object.parts);
    switch (method) {
      case 'unlink':
        this.emit(`rm -f -- ${path}`);
        return unknownValue;
      case 'rmdir':
        this.emit(`rmdir -- ${path}`);
        return unknownValue;
      case 'write_text':
      case 'write_bytes':
        this.emit(`printf '%s' ${wordOf(partsOf(first))} > ${path}`);
        return unknownValue;
      case 'read_text':
      case 'read_bytes':
        this.emit(`: "$(cat -- ${path})"`);
        return outputOf(`cat -- ${path}`);
      case 'open': {
        const mode = constantOf(first) ?? 'r';
        return { kind: 'file', path: object.parts, mode, fresh: true };
      }
      case 'rename':
        this.emit(`mv -- ${path} ${wordOf(partsOf(first))}`);
        return unknownValue;
      case 'symlink_to':
        this.emit(`ln -s -- ${wordOf(partsOf(first))} ${path}`);
        return unknownValue;
      case 'chmod':
        this.emit(`chmod ${wordOf(partsOf(first))} ${path}`);
        return unknownValue;
      case 'joinpath':
        return joinPaths([object, ...args]);
      case 'glob':
      case 'rglob':
      case 'iterdir':
        return joinPaths([
          object,
          { kind: 'text', parts: [{ kind: 'glob', text: constantOf(first)?.replace(/^.*\//, '') ?? '*' }] },
        ]);
      case 'join':
        return first.kind === 'list'
          ? join(...first.items.flatMap((item, index) => (index > 0 ? [object, item] : [item])))
          : unknownValue;
      case 'concat':
        return join(object, ...args);
      case 'then':
        return object;
      // `.read()`, `.decode()`, `.strip()`, `.toString()`, `.text()`, `.expanduser()`: near enough the same text.
      default:
        return /^(read|decode|encode|strip|rstrip|trim|toString|text|json|expanduser|resolve|absolute|as_posix|content|splitlines|readlines|items|copy)$/.test(
          method,
        )
          ? this.expanded(object)
          : unknownValue;
    }
  }

  /** `~` in front is the home folder. */
  private expanded(value: Value): Value {
    if (value.kind !== 'text') return value;
    const [first, ...rest] = value.parts;
    if (first?.kind !== 'text' || !/^~(?=\/|$)/.test(first.text)) return value;
    return { kind: 'text', parts: [{ kind: 'text', text: this.place.home + first.text.slice(1) }, ...rest] };
  }

  private write(file: Extract<Value, { kind: 'file' }>, content: Value): void {
    const append = !file.fresh || file.mode.includes('a');
    file.fresh = false;
    this.emit(`printf '%s' ${wordOf(partsOf(content))} ${append ? '>>' : '>'} ${wordOf(file.path)}`);
  }

  private script(text: Value, call: Call): Value {
    return this.started(`sh -c ${wordOf(partsOf(text))}`, call);
  }

  private words(items: readonly Value[], call: Call): Value {
    return this.started(items.map((item) => wordOf(partsOf(item))).join(' '), call);
  }

  private started(command: string, call: Call): Value {
    const folder = call.option('cwd');
    const input = call.option('input');
    const fed = input === undefined || input.kind === 'unknown' ? command : `printf '%s' ${wordOf(partsOf(input))} | ${command}`;
    const whole = folder === undefined || folder.kind === 'unknown' ? fed : `(cd ${wordOf(partsOf(folder))} && ${fed})`;
    this.emit(whole);
    return outputOf(whole);
  }

  private download(url: Value, data: Value | undefined): Value {
    const sent = data === undefined || data.kind === 'unknown' ? '' : ` --data ${wordOf(partsOf(data))}`;
    const command = `curl -s${sent} ${wordOf(partsOf(url))}`;
    this.emit(command);
    return outputOf(command);
  }

  /** Program text: what was downloaded is run, what is known is read. */
  private executed(value: Value): Value {
    const text = constantOf(value);
    if (text !== null && this.depth < MAX_DEPTH * 60) {
      const program = this.place.parse(text);
      if (program !== null) this.visit(program);
    } else if (value.kind === 'text' && value.parts.some((part) => part.kind === 'output'))
      this.emit(`eval ${wordOf(value.parts)}`);
    return unknownValue;
  }

  private shown(values: readonly Value[]): void {
    for (const part of values.flatMap(partsOf)) {
      if (part.kind === 'output') this.emit(part.script);
      else if (part.kind === 'variable') this.emit(`echo "\${${part.name}}"`);
    }
  }
}

const variable = (name: string): Value =>
  /^\w+$/.test(name) ? { kind: 'text', parts: [{ kind: 'variable', name }] } : unknownValue;

/** `node:fs/promises.rm` → `fs.rm`. */
function moduleName(name: string): string {
  return name
    .replace(/^node:/, '')
    .replace(/^fs(\/promises|\.promises)\b/, 'fs')
    .replace(/^(fs-extra|graceful-fs)\b/, 'fs')
    .replace(/^path(\/posix|\/win32|\.posix|\.win32)\b/, 'path')
    .replace(/\.default(?=\.|$)/, '');
}
