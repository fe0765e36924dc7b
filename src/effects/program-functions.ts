/** What functions of Python's and Node's libraries do, and what they return. JavaScript's stand without `Sync`. */
import { type Call, type ProgramScript, word } from './program-script.ts';
import { constantOf, join, joinPaths, type Part, partsOf, textValue, unknownValue, type Value } from './program-value.ts';
import { decodeBase64 } from './shell-output.ts';

type Meaning = (call: Call, script: ProgramScript) => Value;

/** The value of a call; null for a function that is not known. */
export function functionValue(name: string, call: Call, script: ProgramScript): Value | null {
  return functions.get(name)?.(call, script) ?? null;
}

/** One line, of the first two arguments as words. */
const line =
  (made: (first: string, second: string, call: Call) => string): Meaning =>
  (call, script) => {
    script.emit(made(word(call.first), word(call.second), call));
    return unknownValue;
  };

const isTrue = (call: Call, option: string): boolean => constantOf(call.option(option) ?? unknownValue) === 'true';
const anyName: Value = { kind: 'text', parts: [{ kind: 'glob', text: '*' }] };
const shell: Meaning = (call, script) => script.shell(call.first, call);

const values: readonly (readonly [names: readonly string[], meaning: Meaning])[] = [
  [['os.path.join', 'path.join', 'path.resolve'], ({ args }) => joinPaths(args)],
  [
    [
      ...['os.path.expanduser', 'os.path.abspath', 'os.path.realpath', 'Path', 'pathlib.Path', 'pathlib.PurePath'],
      ...['str', 'String', 'bytes', 'URL'],
    ],
    ({ args, first }, script) => (args.length > 1 ? joinPaths(args) : script.expanded(first)),
  ],
  [['Path.home', 'pathlib.Path.home', 'os.homedir'], (_, script) => textValue(script.home)],
  [['Path.cwd', 'pathlib.Path.cwd', 'os.getcwd', 'process.cwd'], (_, script) => textValue(script.cwd)],
  [
    ['os.getenv', 'os.environ.get', 'Deno.env.get'],
    ({ first }, script) => {
      const name = constantOf(first);
      return name === null ? unknownValue : script.variable(name);
    },
  ],
  [
    ['base64.b64decode', 'atob'],
    ({ first }) => {
      const text = constantOf(first);
      return text === null ? first : textValue(decodeBase64(text));
    },
  ],
  [
    ['Buffer.from'],
    ({ first, second }) => {
      const text = constantOf(first);
      return text !== null && constantOf(second) === 'base64' ? textValue(decodeBase64(text)) : first;
    },
  ],
  [
    [
      ...['JSON.stringify', 'json.dumps', 'dict', 'list', 'bytes.fromhex'],
      ...['urllib.parse.urlencode', 'urllib.request.Request', 'Request'],
    ],
    ({ first }) => first,
  ],
  [
    ['glob.glob', 'glob.iglob', 'glob.sync', 'globSync', 'fs.glob'],
    ({ first }) => ({
      kind: 'text',
      parts: partsOf(first).map((part): Part => (part.kind === 'text' ? { kind: 'glob', text: part.text } : part)),
    }),
  ],
  [['os.listdir', 'os.scandir', 'fs.readdir'], () => anyName],
  [['os.walk'], ({ first }) => ({ kind: 'list', items: [{ kind: 'list', items: [first, anyName, anyName] }] })],
];

const files: typeof values = [
  [
    ['open', 'io.open', 'codecs.open'],
    ({ first, second, named }, script) => {
      const mode = constantOf(second.kind === 'unknown' ? (named.get('mode') ?? textValue('r')) : second) ?? 'r';
      if (!/[wax+]/.test(mode)) script.read(word(first));
      return { kind: 'file', path: partsOf(script.expanded(first)), mode, fresh: true };
    },
  ],
  [['fs.createWriteStream'], ({ first }) => ({ kind: 'file', path: partsOf(first), mode: 'w', fresh: true })],
  [
    ['fs.readFile', 'fs.createReadStream', 'Bun.file', 'Deno.readTextFile', 'Deno.readTextFileSync'],
    ({ first }, script) => script.read(word(first)),
  ],
  [
    ['fs.writeFile', 'fs.outputFile', 'Bun.write', 'Deno.writeTextFile', 'Deno.writeTextFileSync'],
    line((path, content) => `printf '%s' ${content} > ${path}`),
  ],
  [['fs.appendFile'], line((path, content) => `printf '%s' ${content} >> ${path}`)],
  [['os.remove', 'os.unlink', 'fs.unlink'], line((path) => `rm -f -- ${path}`)],
  [['os.rmdir', 'os.removedirs'], line((path) => `rmdir -- ${path}`)],
  [
    ['fs.rm', 'fs.rmdir', 'Deno.remove', 'Deno.removeSync'],
    line((path, _, call) => `rm ${isTrue(call, 'recursive') ? '-rf' : '-f'} -- ${path}`),
  ],
  [
    [...['shutil.rmtree', 'fs.remove', 'fs.emptyDir'], ...['rimraf', 'rimraf.sync', 'rimraf.rimraf', 'rimraf.rimrafSync']],
    line((path) => `rm -rf -- ${path}`),
  ],
  [['os.rename', 'os.replace', 'shutil.move', 'fs.rename', 'fs.move'], line((from, to) => `mv -- ${from} ${to}`)],
  [
    ['shutil.copy', 'shutil.copy2', 'shutil.copyfile', 'shutil.copytree', 'fs.copyFile', 'fs.cp', 'fs.copy'],
    line((from, to) => `cp -r -- ${from} ${to}`),
  ],
  [['os.symlink', 'fs.symlink', 'os.link', 'fs.link'], line((from, to) => `ln -s -- ${from} ${to}`)],
  [['os.chmod', 'fs.chmod'], line((path, mode) => `chmod ${mode} ${path}`)],
  [['fs.truncate', 'os.truncate'], line((path) => `truncate -s 0 -- ${path}`)],
];

/** A list of words, or a text for a shell. */
const started: Meaning = (call, script) =>
  call.first.kind === 'list' ? script.command(call.first.items, call) : script.shell(call.first, call);

const processes: typeof values = [
  [
    [
      ...['os.system', 'os.popen', 'subprocess.getoutput', 'subprocess.getstatusoutput', 'child_process.exec'],
      ...['asyncio.create_subprocess_shell', 'shelljs.exec', 'execa.execaCommand'],
    ],
    shell,
  ],
  [
    [
      ...['subprocess.run', 'subprocess.call', 'subprocess.check_call', 'subprocess.check_output', 'subprocess.Popen'],
      ...['pty.spawn', 'Bun.spawn', 'Bun.spawnSync'],
    ],
    started,
  ],
  [
    ['os.execvp', 'os.execv', 'os.spawnvp'],
    (call, script) =>
      call.first.kind !== 'list' && call.second.kind === 'list' ? script.command(call.second.items, call) : started(call, script),
  ],
  [['os.execl', 'os.execlp'], (call, script) => script.command(call.args.slice(1), call)],
  [['asyncio.create_subprocess_exec'], (call, script) => script.command(call.args, call)],
  [
    ['child_process.spawn', 'child_process.execFile', 'execa', 'execa.execa', 'cross-spawn'],
    (call, script) => {
      const { first, second } = call;
      if (second.kind !== 'list') return script.shell(first, call);
      if (isTrue(call, 'shell'))
        return script.shell(join(first, ...second.items.flatMap((item) => [textValue(' '), item])), call);
      return script.command([first, ...second.items], call);
    },
  ],
  [['shelljs.rm'], (call, script) => script.command([textValue('rm'), ...call.args], call)],
];

/** What a request sends. */
const sent = (call: Call): Value => call.option('data') ?? call.option('json') ?? call.option('files') ?? call.second;

const network: typeof values = [
  [
    ['urllib.request.urlopen', 'requests.get', 'httpx.get', 'axios.get', 'https.get', 'http.get'],
    (call, script) => script.download(call.first, call.option('data')),
  ],
  [['requests.post', 'requests.put', 'httpx.post', 'httpx.put'], (call, script) => script.download(call.first, sent(call))],
  [['requests.request'], (call, script) => script.download(call.second, sent(call))],
  [['axios.post', 'axios.put'], (call, script) => script.download(call.first, call.second)],
  [['fetch', 'axios'], (call, script) => script.download(call.first, call.option('body') ?? call.option('data'))],
  [['urllib.request.urlretrieve'], line((url, path) => `curl -o ${path} ${url}`)],
];

const printing: typeof values = [
  [
    [...['print', 'console.log', 'console.error', 'console.info', 'process.stdout.write', 'sys.stdout.write'], 'pprint.pprint'],
    ({ args, named }, script) => {
      const file = named.get('file');
      if (file?.kind === 'file') script.write(file, join(...args, textValue('\n')));
      else script.shown(args);
      return unknownValue;
    },
  ],
  [
    ['json.dump', 'pickle.dump', 'yaml.dump'],
    ({ first, second }, script) => {
      if (second.kind === 'file') script.write(second, first);
      return unknownValue;
    },
  ],
];

const functions: ReadonlyMap<string, Meaning> = new Map(
  [...values, ...files, ...processes, ...network, ...printing].flatMap(([names, meaning]) =>
    names.map((name) => [name, meaning] as const),
  ),
);
