/** Code that is written in another way than patterns name it: bundled rules see it, rules of others as the reference does. */
import { describe, expect, it } from 'vitest';
import { type ScanTools, scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { LanguageId } from '../src/model/language.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());

interface Topic {
  language: LanguageId;
  path: string;
  /** What the rule says besides its head. */
  body: string;
  /** In front of each line of code. */
  head?: string;
  /** Seen by wide rules only. */
  hidden: string[];
  /** Seen by none. */
  other: string[];
}

const topics: Record<string, Topic> = {
  'a function of JavaScript': {
    language: 'javascript',
    path: 'a.js',
    body: 'pattern: child_process.exec(...)',
    head: "const cp = require('child_process'); const { exec } = cp; ",
    hidden: [
      "cp['exec'](a)",
      'cp[`exec`](a)',
      "const k = 'exec'; cp[k](a)",
      '(0, cp.exec)(a)',
      'cp.exec.call(null, a)',
      'cp.exec.apply(null, [a])',
      'cp.exec.bind(null)(a)',
      'Reflect.apply(cp.exec, null, [a])',
      "require('util').promisify(cp.exec)(a)",
      '[a].forEach(cp.exec)',
      'a.then(cp.exec)',
      'exec(a)',
      'const run = cp.exec; run(a)',
      'const run = exec; const again = run; again(a)',
      'const { exec: e, spawn } = cp; const run = e; run(a)',
      "async function f() { (await import('child_process')).exec(a) }",
      "cp['ex' + 'ec'](a)",
      "cp['e' + 'x' + 'ec'](a)",
      "cp['ex'.concat('ec')](a)",
      "cp[['ex', 'ec'].join('')](a)",
      "const k = 'ex' + 'ec'; cp[k](a)",
      "cp['\\x65xec'](a)",
      'cp.ex\\u0065c(a)',
      'cp.\\u{65}xec(a)',
      "Reflect.get(cp, 'exec')(a)",
      'const tools = { run: cp.exec }; tools.run(a)',
      'const run = cp.exec.bind(cp); run(a)',
      "require('child_process').exec(a)",
      "module.require('child_process').exec(a)",
      "process.getBuiltinModule('node:child_process').exec(a)",
      "const other = require('child_' + 'process'); other.exec(a)",
      'const { exec: e } = require(`child_process`); e(a)',
      '(flag ? cp.exec : cp.execSync)(a)',
      '(flag ? log : cp.exec)(a)',
      '(cp.exec || log)(a)',
      'const run = flag ? cp.exec : cp.execSync; run(a)',
      'const run = cp.exec ?? log; run(a)',
      'const all = { ...cp }; all.exec(a)',
      'const all = Object.assign({}, cp); all.exec(a)',
      'const all = Object.create(cp); all.exec(a)',
      'cp.exec.bind(cp, a)()',
      'setTimeout(cp.exec, 5, a)',
      'setImmediate(cp.exec, a)',
      'process.nextTick(cp.exec, a)',
      "module.constructor._load('child_process').exec(a)",
      "require('module')._load('child_process').exec(a)",
    ],
    other: [
      "cp['spawn'](a)",
      "cp['ex' + 'it'](a)",
      "log(['ex', 'ec']); cp[x](a)",
      "cp['ex', 'ec'](a)",
      "log('cp.ex\\u0065c(a)')",
      'const tools = { run: cp.fork, exec: 1 }; tools.run(a)',
      'const tools = { run: cp.exec }; tools.run = log; tools.run(a)',
      'const run = cp.fork.bind(cp.exec); run(a)',
      "require('./child_process').exec(a)",
      "Reflect.get(cp, 'fork')(a)",
      '(cp.exec, 0)(a)',
      'cp.fork.call(cp.exec, a)',
      'let run = cp.exec; run = log; run(a)',
      'function f(run) { run(a) } const run = cp.exec',
      'const done = cp.exec',
      "const k = 'exec'; k(a)",
      'other.exec(a)',
      '(flag ? cp.fork : cp.spawn)(a)',
      '(cp.exec ? log : cp.fork)(a)',
      'const run = cp.exec ? log : cp.fork; run(a)',
      'const run = flag ? cp.exec : 1; log(run)',
      'let run = flag ? cp.exec : log; run = log; run(a)',
      'const all = { ...cp, exec: log, more }; all.fork(a)',
      'setTimeout(cp.fork, 5, cp.exec)',
      'setTimeout(() => log(cp.exec), 5, a)',
      "module.constructor._load('./child_process').exec(a)",
    ],
  },
  'a function of JavaScript that is there without an import': {
    language: 'javascript',
    path: 'a.js',
    body: 'pattern: eval(...)',
    hidden: ['globalThis.eval(a)', "globalThis['eval'](a)", "globalThis['ev' + 'al'](a)", 'window.eval(a)', '\\u0065val(a)'],
    other: ['model.eval(a)', 'const global = model; global.eval(a)', "log('eval')", '/[\\u0065val]/.test(a)'],
  },
  'a cast of TypeScript': {
    language: 'typescript',
    path: 'a.ts',
    body: 'patterns:\n  - pattern: sign($P, $K)\n  - metavariable-regex: { metavariable: $K, regex: "^.hunter2" }',
    hidden: [
      "sign(p, 'hunter2'!)",
      "sign(p, 'hunter2' as string)",
      "sign(p, <string>'hunter2')",
      "sign(p, 'hunter2' satisfies string)",
    ],
    other: ['sign(p, key!)', "sign('hunter2'!, p)"],
  },
  'a constant of JavaScript': {
    language: 'javascript',
    path: 'a.js',
    body: "pattern: createHash('md5')",
    hidden: [
      "createHash(['md5'][0])",
      "createHash({ a: 'md5' }.a)",
      "createHash({ a: 'md5' }['a'])",
      "const cfg = { alg: 'md5' }; createHash(cfg.alg)",
      "createHash(String('md5'))",
      "createHash('MD5'.toLowerCase()) // md5",
      "createHash(['m', 'd5'].join(''))",
      "createHash('m'.concat('d5'))",
      "function f() { createHash(late) } const late = 'md5'",
    ],
    other: [
      "createHash(['md5', 'sha256'][1])",
      "const cfg = { alg: 'md5' }; cfg.alg = pick(); createHash(cfg.alg)",
      "createHash({ ...rest, a: 'md5' }.b)",
      "createHash('md5'.repeat(2))",
    ],
  },
  'a number of JavaScript': {
    language: 'javascript',
    path: 'a.js',
    body: 'pattern: chmod($F, 0o777)',
    hidden: ['chmod(f, 511)', 'chmod(f, 0x1ff)', 'const all = 0o777; chmod(f, all)'],
    other: ['chmod(f, 777)', 'chmod(f, 0o700)'],
  },
  'what is taken from a request': {
    language: 'javascript',
    path: 'a.js',
    head: '/* req */ ',
    body: [
      'mode: taint',
      'pattern-sources:',
      '  - patterns:',
      '      - pattern: $REQ.query',
      '      - metavariable-regex: { metavariable: $REQ, regex: "^req$" }',
      'pattern-sinks:',
      '  - pattern: exec(...)',
    ].join('\n'),
    hidden: [
      'function f(req) { const { query } = req; exec(query.a) }',
      'function f(req) { const { query: q } = req; exec(q.a) }',
      'function f(req) { const { query: { a } } = req; exec(a) }',
      'function f(req) { let query; ({ query } = req); exec(query.a) }',
      'get(({ query }, res) => { exec(query.a) })',
      'get(({ query: { a } }, res) => { exec(a) })',
    ],
    other: [
      'function f(req) { const { query } = other; exec(query.a) }',
      'function f(req) { const { user } = req; exec(user.a) }',
      'function f(req) { const all = { query: req }; exec(all.a) }',
      'function f(req) { const { query } = req; exec(user.query) }',
      'make(({ query }, client) => { exec(query.a) })',
    ],
  },
  'a function of Python': {
    language: 'python',
    path: 'a.py',
    body: 'pattern: os.system(...)',
    head: 'import os\n',
    hidden: [
      "getattr(os, 'system')(a)",
      "__import__('os').system(a)",
      "import importlib\nimportlib.import_module('os').system(a)",
      'run = os.system\nrun(a)',
      'from functools import partial\nrun = partial(os.system)\nrun(a)',
      'import functools\nfunctools.partial(os.system)(a)',
      "os.__dict__['system'](a)",
      "getattr(os, 'sys' + 'tem')(a)",
      "getattr(os, 'sys' 'tem')(a)",
      "getattr(os, ''.join(['sys', 'tem']))(a)",
      "getattr(os, '\\x73ystem')(a)",
      "name = 'sys' + 'tem'\ngetattr(os, name)(a)",
      "import operator\noperator.attrgetter('system')(os)(a)",
      "import operator\noperator.methodcaller('system', a)(os)",
      "__import__('o' + 's').system(a)",
      "import importlib\nm = importlib.import_module('os')\nm.system(a)",
      "m = __import__('o' + 's')\nm.system(a)",
      'os.ｓystem(a)',
      'import 𝘰s\n𝘰s.system(a)',
      'os.syﬆem(a)',
      "vars(os)['system'](a)",
      "globals()['os'].system(a)",
      "import sys\nsys.modules['os'].system(a)",
      "os.__getattribute__('system')(a)",
      "object.__getattribute__(os, 'system')(a)",
      'os.system.__call__(a)',
      'from functools import partial\npartial(os.system, a)()',
      'pool.submit(os.system, a)',
      'loop.run_in_executor(None, os.system, a)',
      'list(map(os.system, b))',
      'Thread(target=os.system, args=(a,)).start()',
      '(os.system if flag else os.popen)(a)',
      '(os.system or os.popen)(a)',
      'run = os.system if flag else os.popen\nrun(a)',
      'run = os.popen or os.system\nrun(a)',
      'import atexit\natexit.register(os.system, a)',
      'loop.call_soon(os.system, a)',
    ],
    other: [
      "getattr(os, 'sys' + 'conf')(a)",
      "getattr(os, 'sys', 'tem')(a)",
      "import operator\noperator.attrgetter('getcwd')(os)(a)",
      "log('os.ｓystem(a)')",
      '# os.ｓystem(a)',
      'os.systém(a)',
      "vars(sys)['system'](a)",
      "os.__dict__['getcwd'](a)",
      "globals()['sys'].system(a)",
      'pool.submit(print, os.system)',
      'loop.run_in_executor(os.system, print, a)',
      'Thread(target=print, args=(os.system,))',
      "getattr(os, 'getcwd')(a)",
      'getattr(os, name)(a)',
      "__import__('sys').system(a)",
      'run = os.system\nrun = print\nrun(a)',
      '(print if os.system else os.popen)(a)',
      'run = print if os.system else os.popen\nrun(a)',
      'run = os.system if flag else os.popen\nrun = print\nrun(a)',
      'atexit.register(print, os.system)',
    ],
  },
  'a builtin of Python': {
    language: 'python',
    path: 'a.py',
    body: 'pattern: eval(...)',
    hidden: [
      "__builtins__['eval'](a)",
      "__builtins__.__dict__['eval'](a)",
      '__builtins__.eval(a)',
      "vars(__builtins__)['eval'](a)",
    ],
    other: ["__builtins__['print'](a)", 'model.eval(a)', "model.__dict__['eval'](a)"],
  },
  'a request under another name': {
    language: 'javascript',
    path: 'a.mjs',
    body: 'patterns:\n  - pattern: $REQ.query\n  - metavariable-regex: { metavariable: $REQ, regex: "^_?(?:req|request)$" }',
    hidden: [
      "app.get('/', (a, b) => { use(a.query) })",
      "app.get('/', async function (a, b) { use(a.query) })",
      "app.get('/', check, ({ query }, b) => { use(query) })",
      "router.route('/').post((a, b) => { use(a.query) })",
      'app.use((error, a, b, next) => { use(a.query) })',
      "function handle(a, b) { use(a.query) }\napp.get('/', handle)",
      "import http from 'http'\nhttp.createServer((a, b) => { use(a.query) })",
      'function f(req) { const r = req; use(r.query) }',
      "app.get('/', (...args) => { use(args[0].query) })",
      "app.get('/', (...[a, b]) => { use(a.query) })",
      "app.get('/', function () { use(arguments[0].query) })",
      "app.get('/', function () { const [a] = arguments; use(a.query) })",
      "app.get('/', function () { const a = arguments[0]; use(a.query) })",
      "app.get('/', (a) => { use(a.query) })",
      "import { Elysia } from 'elysia'\nnew Elysia().use(x).get('/', ({ query }) => { use(query) })",
      "import { Hono } from 'hono'\nconst site = new Hono(); site.get('/', (a) => { use(a.query) })",
      "app.get('/', asyncHandler(async (a, b) => { use(a.query) }))",
      "app.get('/', [check, (a, b) => { use(a.query) }])",
      "server.route({ method: 'GET', handler: (a, h) => { use(a.query) } })",
      'Bun.serve({ fetch(a) { use(a.query) } })',
      "exports.list = (a, b) => { use(a.query) }\napp.get('/', exports.list)",
      "class A { list(a, b) { use(a.query) } }\napp.get('/', new A().list)",
      "class A { constructor() { app.get('/', this.list.bind(this)) } list(a, b) { use(a.query) } }",
      "import { createServer } from 'http'\nconst read = (a, k) => a.query[k]; createServer((req, res) => read(req, 'k'))",
      'export async function POST(a) { use(a.query); new Request() }',
    ],
    other: [
      "app.get('/', (a, b) => { use(b.query) })",
      'app.use((a, b, next, more) => { use(a.query) })',
      "cache.get('/', (a, b) => { use(a.query) })",
      "fetch('/').then((a, b) => use(a.query))",
      "function handle(a, b) { use(a.query) }\napp.get('/', other)",
      'function f(req) { let r = req; r = {}; use(r.query) }',
      "app.get('/', (a, b) => { items.map((a, i) => use(a.query)) })",
      "app.get('/', (a, b) => { items.map((c) => use(c.query)) })",
      "api.get('/', (a) => { use(a.query) })",
      "app.get('/', (...args) => { use(args[1].query) })",
      'function f() { use(arguments[0].query) }',
      "cache.get('/', function () { use(arguments[0].query) })",
      'app.use(limit({ key: (a) => use(a.query) }))',
      "const read = (a, k) => use(k.query); app.get('/', (req, res) => read(req, 'k'))",
      "const site = new Map(); site.get('/', (a) => { use(a.query) }); new Koa()",
    ],
  },
  'a request by its type': {
    language: 'typescript',
    path: 'a.ts',
    body: 'patterns:\n  - pattern: $REQ.query\n  - metavariable-regex: { metavariable: $REQ, regex: "^_?(?:req|request)$" }',
    hidden: [
      "import type { Request } from 'express'\nexport const list = (a: Request, b: Response) => use(a.query)",
      'export default function list(a: NextApiRequest, b: NextApiResponse) { use(a.query) }',
      "import { Context } from 'koa'\nexport async function list(a: Context) { use(a.query) }",
      'async function list(a: FastifyRequest<{ Body: B }>) { use((a as any).query) }',
      'function list(a: http.IncomingMessage) { use(a.query) }',
    ],
    other: [
      "import { Request } from './client'\nexport const list = (a: Request) => use(a.query)",
      'export async function list(a: Context) { use(a.query); new Request() }',
      'export async function list(a: RequestList, b: Request) { use(a.query) }',
    ],
  },
  'a member of Python': {
    language: 'python',
    path: 'a.py',
    body: 'patterns:\n  - pattern: $REQ.args\n  - metavariable-regex: { metavariable: $REQ, regex: "^req(?:uest)?$" }',
    hidden: [
      "getattr(request, 'args')",
      "getattr(request, 'args', {})",
      'import flask as f\nf.request.args',
      "attrgetter('args')(request)",
    ],
    other: [
      "getattr(request, 'form')",
      "getattr(other, 'args')",
      'import tornado as f\nf.request.args',
      "attrgetter('args')(other)",
    ],
  },
  'a request of Python under another name': {
    language: 'python',
    path: 'a.py',
    body: 'patterns:\n  - pattern: $REQ.GET\n  - metavariable-regex: { metavariable: $REQ, regex: "^req(?:uest)?$" }',
    hidden: [
      'def view(request):\n  r = request\n  use(r.GET)',
      'from django.http import HttpRequest\ndef view(r: HttpRequest):\n  use(r.GET)',
      'from django.views import View\nclass V(View):\n  def get(self, r):\n    use(r.GET)',
      "def read(r, k):\n  return r.GET[k]\ndef view(request):\n  read(request, 'k')",
    ],
    other: [
      'def view(request):\n  r = request\n  r = {}\n  use(r.GET)',
      'import django\ndef view(a, r):\n  use(r.GET)',
      'from requests import Request\ndef send(r: Request):\n  use(r.GET)',
    ],
  },
  'keywords of Python': {
    language: 'python',
    path: 'a.py',
    body: 'pattern: run($A, ..., shell=True, ...)',
    hidden: [
      "run(a, **{'shell': True})",
      'run(a, **dict(shell=True))',
      "kw = {'shell': True}\nrun(a, **kw)",
      'run(a, shell=1)',
      "Thread(target=run, args=(a,), kwargs={'shell': True})",
      'partial(run, shell=True)(a)',
      'go = partial(run, shell=True)\ngo(a)',
      'kw = dict(shell=True)\nrun(a, **kw)',
    ],
    other: [
      'run(a, shell=0)',
      'run(a, shell=2)',
      "run(a, **{'shell': False})",
      'run(a, **kw)',
      "kw = {'shell': True}\nrun(a, kw)",
    ],
  },
  'a function of Go': {
    language: 'go',
    path: 'a.go',
    body: 'pattern: exec.Command(...)',
    head: 'package a\nimport "os/exec"\n',
    hidden: ['func f() { run := exec.Command; run(a) }'],
    other: ['func f() { run := exec.LookPath; run(a) }'],
  },
  'a function of PHP': {
    language: 'php',
    path: 'a.php',
    body: 'pattern: system(...)',
    head: '<?php ',
    hidden: [
      "call_user_func('system', $a);",
      "call_user_func_array('system', [$a]);",
      "array_map('system', [$a]);",
      "$f = 'system'; $f($a);",
      "'system'($a);",
      '\\system($a);',
      "('sys' . 'tem')($a);",
      "$f = 'sys' . 'tem'; $f($a);",
      "array_filter([$a], 'system');",
      "array_walk($a, 'system');",
      "register_shutdown_function('system', $a);",
    ],
    other: [
      "('sys' . 'log')($a);",
      "$f = 'sys' . $b; $f($a);",
      "array_filter($a, 'trim');",
      "register_shutdown_function('flush', 'system');",
      "call_user_func('trim', $a);",
      "log('system', $a);",
      "$f = 'system'; $g($a);",
    ],
  },
  'a method of Ruby': {
    language: 'ruby',
    path: 'a.rb',
    body: 'pattern: system(...)',
    hidden: [
      'send(:system, a)',
      "send('system', a)",
      '__send__(:system, a)',
      'method(:system).call(a)',
      "send('sys' + 'tem', a)",
    ],
    other: ["send('sys' + b, a)", 'send(:puts, a)', 'deliver(:system, a)', 'method(:puts).call(a)'],
  },
  'a name of PHP': {
    language: 'php',
    path: 'a.php',
    body: 'patterns:\n  - pattern: $F($X)\n  - metavariable-regex: { metavariable: $F, regex: "^(?:md5|sha1)$" }',
    head: '<?php ',
    hidden: ['\\md5($a);'],
    other: ['\\a\\md5($a);', '\\crc32($a);'],
  },
  'a class of Ruby': {
    language: 'ruby',
    path: 'a.rb',
    body: 'patterns:\n  - pattern: $C.load($X)\n  - metavariable-regex: { metavariable: $C, regex: "^Marshal$" }',
    hidden: ['::Marshal.load(a)'],
    other: ['A::Marshal.load(a)', '::JSON.load(a)'],
  },
  'a list of Ruby': {
    language: 'ruby',
    path: 'a.rb',
    body: 'pattern: "skip_before_action :auth, only: [...]"',
    hidden: ['skip_before_action :auth, only: %i[a b]'],
    other: ['skip_before_action :auth, only: :a'],
  },
  'a word of a shell': {
    language: 'bash',
    path: 'a.sh',
    body: 'pattern: rm "$X/y"',
    hidden: ['rm $d/y'],
    other: ['rm $d/z'],
  },
  'a class of Java by its full name': {
    language: 'java',
    path: 'A.java',
    body: 'pattern-either:\n  - pattern: new File($X)\n  - pattern: Files.delete($X)\n  - pattern: (Random $R).nextInt()',
    hidden: [
      'class A { void f() { new java.io.File(a); } }',
      'class A { void f() { java.nio.file.Files.delete(a); } }',
      'class A { void f() { new java.util.Random().nextInt(); } }',
      'class A { void f(java.util.Random r) { r.nextInt(); } }',
    ],
    other: [
      'class A { void f() { new java.io.Reader(a); } }',
      'class A { void f() { own.Files.delete(a); } }',
      'class A { void f(Own java) { java.Files.delete(a); } }',
      'class A { void f(java.util.Scanner r) { r.nextInt(); } }',
    ],
  },
  'a class of C# by its full name': {
    language: 'csharp',
    path: 'A.cs',
    body: 'pattern-either:\n  - pattern: new Random()\n  - pattern: File.Delete($X)\n  - pattern: (Random $R).Next()',
    hidden: [
      'class A { void F() { new System.Random(); } }',
      'class A { void F() { System.IO.File.Delete(a); } }',
      'class A { void F() { global::System.IO.File.Delete(a); } }',
      'class A { void F(System.Random r) { r.Next(); } }',
      'class A { void F() { Random r = new(); } }',
      'class A { private readonly Random r = new(); }',
    ],
    other: [
      'class A { void F() { Own r = new(); } }',
      'class A { void F() { Random r = make(new()); } }',
      'class A { void F() { own.File.Delete(a); } }',
      'class A { void F() { System.IO.Directory.Delete(a); } }',
      'class A { void F(Own System) { System.File.Delete(a); } }',
    ],
  },
  'a class of Kotlin by its full name': {
    language: 'kotlin',
    path: 'a.kt',
    body: 'pattern: Cipher.getInstance($X)',
    hidden: ['fun f() { javax.crypto.Cipher.getInstance(a) }'],
    other: ['fun f() { javax.crypto.Mac.getInstance(a) }', 'fun f() { own.Cipher.getInstance(a) }'],
  },
  'a condition of Python': {
    language: 'python',
    path: 'a.py',
    body: 'pattern: $X < 10',
    hidden: ['if 1 < a < 10:\n  pass'],
    other: ['if 1 < a < 9:\n  pass'],
  },
};

async function linesOf(topic: Topic, code: string, bundled: boolean): Promise<number> {
  const rule = `rules:\n- id: t\n  languages: [${topic.language}]\n  message: m\n  severity: ERROR\n${topic.body.replace(/^/gm, '  ')}\n`;
  const { rules, failures } = await compileRules(rule, 'r.yaml', parsers, bundled);
  expect(failures).toEqual([]);
  const tools: ScanTools = { parsers, pathFits: () => true, bodies: () => rules };
  const text = `${topic.head ?? ''}${code}\n`;
  const result = await scan({ path: topic.path, language: topic.language, text, fragment: false }, rules, tools);
  expect(result.failures).toEqual([]);
  return result.findings.length;
}

describe.each(Object.entries(topics))('%s', (_, topic) => {
  it.each(topic.hidden)('does not hide: %s', async (code) => {
    expect(await linesOf(topic, code, true)).toBe(1);
  });
  it.each(topic.other)('is something else: %s', async (code) => {
    expect(await linesOf(topic, code, true)).toBe(0);
  });
});

it('asks for the option in rules of others', async () => {
  const topic = topics['a function of PHP']!;
  const code = "call_user_func('system', $a);";
  expect(await linesOf(topic, code, false)).toBe(0);
  expect(await linesOf({ ...topic, body: `options: { wide: true }\n${topic.body}` }, code, false)).toBe(1);
});

it.each([
  ['an object of many keys', `export default {${Array.from({ length: 20_000 }, (_, i) => `k${i}:'v'`).join()}}`],
  [
    'many other names',
    `const cp = require('child_process');${Array.from({ length: 5000 }, (_, i) => `var v${i}=cp.exec;`).join('')}`,
  ],
  ['many escapes on one line', `${'\\u0061 + '.repeat(5000)}0`],
  ['many literals in a row', `f(['x', ${"'a', ".repeat(50_000)}'b'].join('') + ${"'a' + ".repeat(2000)}'b')`],
  ['many names of members', Array.from({ length: 3000 }, (_, i) => `var v${i}='x';w[v${i}]=1;`).join('')],
])('ends for %s', async (_, code) => {
  expect(await linesOf(topics['a function of JavaScript']!, code, true)).toBe(0);
});
