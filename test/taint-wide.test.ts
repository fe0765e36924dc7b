/** Ways of a value that rules follow which look into functions, as the bundled ones do; others see what the reference sees. */
import { describe, expect, it } from 'vitest';
import { type ScanTools, scan } from '../src/engine/scan.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { LanguageId } from '../src/model/language.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { compileRules } from '../src/rules/compile.ts';

const parsers = loadParsers(parserAssets());

interface Way {
  language: LanguageId;
  /** A rule's source and sink are `source()` and `sink($X)`. */
  followed: string[];
  /** What is no way from the one to the other. */
  other: string[];
}

const ways: Record<string, Way> = {
  'what is thrown in JavaScript': {
    language: 'javascript',
    followed: [
      'try { throw source() } catch (e) { sink(e) }',
      'try { throw new Error(source()) } catch (e) { sink(e.message) }',
      'function f(x) { throw new Error(x) } try { f(source()) } catch (e) { sink(e.message) }',
      'try { try { throw source() } finally { done() } } catch (e) { sink(e) }',
      'try { try { throw source() } catch (e) { throw e } } catch (other) { sink(other) }',
      'try { try { a() } catch (e) { throw source() } finally { done() } } catch (other) { sink(other) }',
    ],
    other: [
      "try { throw new Error('a') } catch (e) { sink(e.message) } source()",
      'try { f(source()) } catch (e) { sink(e) }',
      "try { try { throw source() } catch (e) { throw 'a' } } catch (other) { sink(other) }",
      'try { throw source() } catch { a() } try { b() } catch (e) { sink(e) }',
    ],
  },
  'what is thrown in Python': {
    language: 'python',
    followed: [
      'try:\n  raise ValueError(source())\nexcept ValueError as e:\n  sink(str(e))',
      'def f(x):\n  raise ValueError(x)\ndef g():\n  try:\n    f(source())\n  except ValueError as e:\n    sink(e.args[0])',
    ],
    other: ['try:\n  f(source())\nexcept ValueError as e:\n  sink(str(e))'],
  },
  'what is thrown in PHP': {
    language: 'php',
    followed: ['<?php try { throw new Exception(source()); } catch (Exception $e) { sink($e->getMessage()); }'],
    other: ["<?php try { throw new Exception('a'); } catch (Exception $e) { sink($e->getMessage()); } source();"],
  },
  'what is thrown in Java': {
    language: 'java',
    followed: [
      'class A { void f() { try { throw new RuntimeException(source()); } catch (RuntimeException e) { sink(e.getMessage()); } } }',
    ],
    other: ['class A { void f() { try { g(source()); } catch (RuntimeException e) { sink(e.getMessage()); } } }'],
  },
  'promises of JavaScript': {
    language: 'javascript',
    followed: [
      'async function f() { sink(await new Promise((r) => r(source()))) }',
      'async function f() { const x = await new Promise((resolve) => setTimeout(() => resolve(source()), 1)); sink(x) }',
      'async function f() { const x = await new Promise((resolve, reject) => { if (a) reject(b); else resolve({ y: source() }) }); sink(x.y) }',
      'new Promise((resolve) => { resolve(source()) }).then((x) => sink(x))',
    ],
    other: [
      "async function f() { const x = await new Promise((resolve, reject) => { if (source()) reject(b); else resolve('a') }); sink(x) }",
      "async function f() { const x = await new Promise((resolve) => { resolve('a'); other(source()) }); sink(x) }",
    ],
  },
  'functions handed to functions': {
    language: 'javascript',
    followed: [
      'const apply = (f, x) => f(x); apply((y) => sink(y), source())',
      'const apply = (f, x) => f(x); const g = (y) => sink(y); apply(g, source())',
      'const apply = (f, x) => f(x), twice = (f, x) => apply(f, x); twice((y) => sink(y), source())',
      'function having(f) { return f(source()) } having((y) => { sink(y) })',
      'const apply = (f, x) => f(x); sink(apply((y) => y, source()))',
    ],
    other: [
      "const apply = (f, x) => f('a'); apply((y) => sink(y), source())",
      'const apply = (f, x) => f(x); apply((y) => sink(y), 1); apply((y) => other(y), source())',
    ],
  },
  'methods handed to methods of C#': {
    language: 'csharp',
    followed: [
      'class A { static void Run(Action<string> f, string s) { f(s); } void G() { Run(v => sink(v), source()); } }',
      'class A { static void Run(Action<string> f, string s) { f.Invoke(s); } void G() { Run(v => sink(v), source()); } }',
    ],
    other: ['class A { static void Run(Action<string> f, string s) { f("a"); } void G() { Run(v => sink(v), source()); } }'],
  },
  'collections of JavaScript': {
    language: 'javascript',
    followed: ['const w = new WeakMap(); w.set(k, source()); sink(w.get(k))'],
    other: ['const w = new Own(); w.set(k, source()); sink(w)'],
  },
  'attributes of requests': {
    language: 'java',
    followed: ['class A { void f(R r) { r.setAttribute("a", source()); sink(r.getAttribute("a")); } }'],
    other: ['class A { void f(R r) { r.setAttribute("a", source()); sink(r.getAttribute("b")); } }'],
  },
  'the parts of a query in PHP': {
    language: 'php',
    followed: ["<?php parse_str(source(), $o); sink($o['a']);"],
    other: ["<?php parse_str('a=b', $o); source(); sink($o['a']);"],
  },
  'getters of JavaScript': {
    language: 'javascript',
    followed: [
      'class A { constructor(v) { this.v = v } get x() { return this.v } } sink(new A(source()).x)',
      'const o = { get x() { return source() } }; sink(o.x)',
    ],
    other: [
      "class A { constructor(v) { this.v = v } get x() { return 'a' } } const a = new A(source()); sink(a.x)",
      'const o = { x() { return source() } }; sink(o.x)',
    ],
  },
  'properties of Python': {
    language: 'python',
    followed: [
      'class A:\n  def __init__(self, v):\n    self.v = v\n  @property\n  def x(self):\n    return self.v\na = A(source())\nsink(a.x)',
    ],
    other: [
      "class A:\n  def __init__(self, v):\n    self.v = v\n  @property\n  def x(self):\n    return 'a'\na = A(source())\nsink(a.x)",
    ],
  },
  'fields of Ruby': {
    language: 'ruby',
    followed: [
      'class A\n  before_action :set\n  def set\n    @a = source()\n  end\n  def get\n    sink(@a)\n  end\nend',
      'class A\n  before_action :log, :set, only: [:get]\n  def get\n    sink(@a)\n  end\n  def set\n    @a ||= source()\n  end\nend',
    ],
    other: [
      'class A\n  before_action :set\n  def set\n    @a = source()\n  end\n  def get\n    sink(@b)\n  end\nend',
      "class A\n  before_action :set\n  def set\n    @a = source()\n  end\n  def get\n    @a = 'a'\n    sink(@a)\n  end\nend",
      'class A\n  before_action :set\n  def set\n    @a = source()\n  end\nend\nclass B\n  def get\n    sink(@a)\n  end\nend',
      'class A\n  before_action :find, only: :create\n  def create\n    @a = source()\n  end\n  def get\n    sink(@a)\n  end\nend',
      'class A\n  before_action :find, :only => :create\n  def create\n    @a = source()\n  end\n  def get\n    sink(@a)\n  end\nend',
    ],
  },
  'fields of Python': {
    language: 'python',
    followed: ['class A:\n  def before(self):\n    self.a = source()\n  def get(self):\n    sink(self.a)'],
    other: ["class A:\n  def before(self):\n    self.a = source()\n    self.a = 'a'\n  def get(self):\n    sink(self.a)"],
  },
  'fields of JavaScript': {
    language: 'javascript',
    followed: ['class A { get() { sink(this.a) } set() { this.a = source() } }'],
    other: [
      'class A { get() { sink(this.a) } set() { this.b = source() } }',
      'class A { get() { sink(this.a) } post() { this.a = source() } }',
    ],
  },
  'fields of PHP': {
    language: 'php',
    followed: ['<?php class A { function get() { sink($this->a); } function set() { $this->a = source(); } }'],
    other: ['<?php class A { function get() { sink($this->a); } function set() { $this->b = source(); } }'],
  },
};

const paths: Partial<Record<LanguageId, string>> = {
  javascript: 'a.js',
  python: 'a.py',
  php: 'a.php',
  java: 'A.java',
  ruby: 'a.rb',
  csharp: 'A.cs',
};

async function findings(language: LanguageId, text: string, bundled: boolean): Promise<number> {
  const rule =
    `rules:\n- id: t\n  languages: [${language}]\n  message: m\n  severity: ERROR\n  mode: taint\n` +
    '  pattern-sources: [{ pattern: source() }]\n  pattern-sinks: [{ pattern: sink($X) }]\n' +
    (bundled ? '  options: { taint_intrafile: true }\n' : '');
  const { rules, failures } = await compileRules(rule, 'r.yaml', parsers, bundled);
  expect(failures).toEqual([]);
  const tools: ScanTools = { parsers, pathFits: () => true, bodies: () => rules };
  const result = await scan({ path: paths[language]!, language, text: `${text}\n`, fragment: false }, rules, tools);
  expect(result.failures).toEqual([]);
  return result.findings.length;
}

describe.each(Object.entries(ways))('%s', (_, { language, followed, other }) => {
  it.each(followed)('is followed: %s', async (code) => {
    expect(await findings(language, code, true)).toBe(1);
  });
  it.each(other)('leads nowhere: %s', async (code) => {
    expect(await findings(language, code, true)).toBe(0);
  });
});
