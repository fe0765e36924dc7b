/**
 * An edit is searched only where it may have brought something in. Whatever a search of both whole texts calls new, the
 * search of the part has to meet.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledRules } from '../src/commands/ruleset.ts';
import { itself, scanTools } from '../src/commands/scan-tools.ts';
import { delta } from '../src/engine/delta.ts';
import { freshFindings, type Scan } from '../src/engine/fresh.ts';
import { scan, scanWith } from '../src/engine/scan.ts';
import { sift } from '../src/engine/sift.ts';
import { parserAssets } from '../src/host/assets.ts';
import type { Source } from '../src/model/effect.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Rule } from '../src/model/rule.ts';
import { loadParsers } from '../src/parse/backends.ts';
import { languageOf } from '../src/parse/languages.ts';
import { compileRules } from '../src/rules/compile.ts';

const root = join(import.meta.dirname, '..');
const tools = scanTools(loadParsers(parserAssets()), itself);
let rules: Rule[] = [];
beforeAll(async () => {
  rules = await bundledRules();
});

const sourceOf = (path: string, text: string): Source => ({ path, text, language: languageOf(path, text), fragment: false });

/** Of code that stands in the file several times, the place does not matter. */
const named = (findings: readonly Finding[]): string[] =>
  findings.map(({ ruleId, confidence, fingerprint, message }) => `${ruleId} ${confidence} ${fingerprint} ${message}`).sort();

/** Whether only a part was searched, what that calls new, and what the search of both whole texts does. */
async function compare(path: string, before: string, after: string, chosen: readonly Rule[]) {
  const searched: boolean[] = [];
  const search: Scan = async (source, among, other) => {
    const wanted = (await sift(source, chosen, tools)).filter(among);
    if (wanted.length === 0) return { findings: [], failures: [] };
    const result = await scanWith(source, wanted, tools, other);
    searched.push(result.partial !== undefined);
    return result;
  };
  const part = await freshFindings(sourceOf(path, before), sourceOf(path, after), search);
  const whole = await scan(sourceOf(path, after), chosen, tools);
  const old = await scan(sourceOf(path, before), chosen, tools);
  const fresh = delta(old.findings, whole.findings, before, after);
  return { partial: searched[0] === true, searched, part: named(part.findings), fresh: named(fresh) };
}

/** Marked lines of a file that are tried. */
const MARKS = 5;

/** Texts from which one step leads to the whole: without one line, without one function, with a line of no harm instead. */
function* befores(text: string, comment: string): Generator<string> {
  const lines = text.split('\n');
  const marked = lines.flatMap((line, index) => (/\b(?:ruleid|ok):/.test(line) ? [index] : []));
  // A few of them, spread over the file.
  const stride = Math.ceil(marked.length / MARKS);
  for (const index of marked.filter((_, at) => at % stride === 0)) {
    const without = (from: number, to: number, put: string[] = []): string =>
      [...lines.slice(0, from), ...put, ...lines.slice(to)].join('\n');
    yield without(index, index + 2);
    yield without(index + 1, index + 2, [`${/^\s*/.exec(lines[index + 1] ?? '')![0]}${comment} was here`]);
    yield without(Math.max(0, index - 1), index + 1);
    yield without(Math.max(0, index - 2), Math.max(0, index - 1));
    // The function around: from the line at the margin before to the line at the margin behind.
    let from = index;
    while (from > 0 && /^(?:\s|$)/.test(lines[from]!)) from--;
    let to = index + 1;
    while (to < lines.length && /^(?:\s|$)/.test(lines[to]!)) to++;
    yield without(from, comment === '#' ? to : to + 1);
  }
}

const ofPack = (pack: string): string[] =>
  readdirSync(join(root, 'rules', pack)).filter((file) => /\.(?:[jt]sx?|py|go|rb)$/.test(file));
const packs = readdirSync(join(root, 'rules'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && ofPack(entry.name).length > 0 ? [entry.name] : [],
);

describe.each(packs)('rules of %s', (pack) => {
  const files = ofPack(pack);
  it.each(files)('%s', async (file) => {
    const path = join(root, 'rules', pack, file);
    const text = readFileSync(path, 'utf8');
    const id = `${pack}/${file.replace(/\.\w+$/, '')}`;
    const chosen = rules.filter((rule) => rule.id === id);
    for (const before of befores(text, /\.(?:py|rb)$/.test(file) ? '#' : '//')) {
      const { partial, part, fresh } = await compare(file, before, text, chosen);
      if (partial) expect(part, `${file}\n${before}`).toEqual(fresh);
    }
  });
});

describe('an edit', () => {
  const route = (name: string, body: string): string => `app.get('/${name}', async (req, res) => {\n${body}\n});\n`;
  const file = (query: string, more = ''): string =>
    [
      `import { Pool } from 'pg';\nimport express from 'express';\n`,
      `const db = new Pool();\nconst app = express();\n`,
      `function find(id) {\n  ${query}\n}\n`,
      `function call(id) {\n  return find(id);\n}\n`,
      route('a', '  res.json(await call(req.query.id));'),
      route('b', '  res.json({ ok: true });'),
      `function other() {\n  return 1;\n}\n`,
      `function another() {\n  return 2;\n}\n`,
      more,
    ].join('\n');
  const safe = file("return db.query('SELECT * FROM t WHERE id = $1', [id]);");

  it('within a function is searched in a part', async () => {
    const after = safe.replace('return 2;', 'return 3;');
    expect(await compare('x.ts', safe, after, rules)).toMatchObject({ partial: true, part: [], fresh: [] });
  });

  it('of a function that others hand something to is followed to them', async () => {
    const after = file("return db.query('SELECT * FROM t WHERE id = ' + id);");
    const { partial, part, fresh } = await compare('x.ts', safe, after, rules);
    expect(partial).toBe(true);
    expect(fresh).toContainEqual(expect.stringMatching(/^injection\/sql-string-build /));
    expect(part).toEqual(fresh);
  });

  it('of a function that takes away a check is followed to those who call it', async () => {
    const check = (body: string): string =>
      file("return db.query('SELECT * FROM t WHERE id = ' + clean(id));", `function clean(id) {\n  ${body}\n}\n`);
    const { fresh, part } = await compare('x.ts', check('return Number(id);'), check('return id;'), rules);
    expect(fresh).toContainEqual(expect.stringMatching(/^injection\/sql-string-build /));
    expect(part).toEqual(fresh);
  });

  const bad = "return db.query('SELECT * FROM t WHERE id = ' + id);";

  it('of code that has a finding is judged by the parts of both texts', async () => {
    const before = file(bad);
    const renamed = file(bad.replace('return', 'const rows =') + '\n  return rows;');
    expect(await compare('x.ts', before, renamed, rules)).toEqual({ partial: true, searched: [true, true], part: [], fresh: [] });
  });

  it('that writes again what stands elsewhere in the file is new', async () => {
    const handler = (name: string, id: string): string =>
      `export const ${name} = (req, res) => {\n  db.query('SELECT * FROM t WHERE id = ' + ${id});\n};\n`;
    const two = (id: string): string => file('return id;', handler('a', 'req.query.id') + handler('b', id));
    const [before, after] = [two("'1'"), two('req.query.id')];
    const { partial, part, fresh } = await compare('x.ts', before, after, rules);
    expect(partial).toBe(true);
    expect(fresh).toContainEqual(expect.stringMatching(/^injection\/sql-string-build /));
    expect(part).toEqual(fresh);
  });

  it('that leads to a function with a finding, or away from it, brings in what comes that way alone', async () => {
    const calls = (argument: string): string => file(bad).replace('return find(id)', `return find(${argument})`);
    for (const [before, after] of [
      [calls('id'), calls('String(id)')],
      [calls("'1'"), calls('id')],
      [calls('id'), calls("'1'")],
    ] as const) {
      const { partial, part, fresh } = await compare('x.ts', before, after, rules);
      expect(partial).toBe(true);
      expect(part).toEqual(fresh);
    }
  });

  it('that moves the end of a function without brackets is no edit within it', async () => {
    const { rules: own } = await compileRules(
      `rules:
  - id: no-options
    message: listens without options
    severity: ERROR
    languages: [typescript]
    patterns:
      - pattern: app.listen()
      - pattern-not-inside: |
          setup($CALLBACK, $OPTIONS);
          ...
`,
      'rules.yaml',
      tools.parsers,
    );
    const rest =
      'function a() {\n  return 1;\n}\nfunction b() {\n  return 2;\n}\nfunction c() {\n  return 3;\n}\napp.listen();\n';
    const [before, after] = [`setup((x) => x, options);\n${rest}`, `setup((x) => x + options);\n${rest}`];
    const { part, fresh } = await compare('x.ts', before, after, own);
    expect(fresh).toHaveLength(1);
    expect(part).toEqual(fresh);
  });

  /** A file most of which hangs together: each function calls the next. */
  const chain = (body: string): string =>
    [
      "import { createHash } from 'node:crypto';\n",
      ...['a', 'b', 'c', 'd', 'e'].map((name, at, all) => {
        const next = all[at + 1];
        return `export function ${name}(value) {\n  ${name === 'c' ? body : 'const text = String(value);'}\n  return ${next ? `${next}(text)` : 'text'};\n}\n`;
      }),
    ].join('\n');

  it('within a function from which most of the file is reached is searched there by rules of syntax', async () => {
    const [before, after] = ["'sha256'", "'md5'"].map((name) =>
      chain(`const text = createHash(${name}).update(value.password).digest('hex');`),
    ) as [string, string];
    const { partial, part, fresh } = await compare('x.ts', before, after, rules);
    expect(partial).toBe(true);
    expect(fresh).toContainEqual(expect.stringMatching(/^tokens\/weak-password-hash /));
    expect(part).toEqual(fresh);
  });

  const service = (constructor: string, run: string, more = ''): string =>
    `import { createHash } from 'node:crypto';\nimport { db } from './db';\n\nconst limit = 10;\n\nexport function first() {\n  return limit;\n}\n\nexport class Service {\n  constructor(private readonly pool) {\n    ${constructor}\n  }\n\n  idle() {\n    return [${'1, '.repeat(200)}1];\n  }\n\n  run(req, res) {\n    ${run}\n  }\n${more}}\n`;

  it('of a variable that another function uses is followed to that function', async () => {
    const { rules: own } = await compileRules(
      `rules:
  - id: no-md5
    message: md5
    severity: ERROR
    languages: [typescript]
    pattern: createHash("md5")
`,
      'rules.yaml',
      tools.parsers,
    );
    const [before, after] = ['algorithm = value;', 'const local = value;'].map((body) =>
      chain(body)
        .replace('return text;', 'return createHash(algorithm).update(text);')
        .replace('\n', "\nlet algorithm = 'md5';\n"),
    ) as [string, string];
    const { partial, part, fresh } = await compare('x.ts', before, after, own);
    expect(partial).toBe(true);
    expect(fresh).toHaveLength(1);
    expect(part).toEqual(fresh);
  });

  it('of a method is followed to those that call it, and to those that it calls', async () => {
    const query = (id: string): string => `\n  load(id) {\n    return db.query('SELECT * FROM t WHERE id = ' + ${id});\n  }\n`;
    const clean = (id: string): string => `\n  clean(id) {\n    return ${id};\n  }\n`;
    for (const [before, after] of [
      [
        service('', 'res.json(this.load(req.query.id));', query('Number(id)')),
        service('', 'res.json(this.load(req.query.id));', query('id')),
      ],
      [
        service('', 'res.json(this.load(req.query.id));', query('this.clean(id)') + clean('Number(id)')),
        service('', 'res.json(this.load(req.query.id));', query('this.clean(id)') + clean('id')),
      ],
    ] as const) {
      const { partial, part, fresh } = await compare('x.ts', before, after, rules);
      expect(partial).toBe(true);
      expect(fresh).toContainEqual(expect.stringMatching(/^injection\/sql-string-build /));
      expect(part).toEqual(fresh);
    }
  });

  it('of a method is searched beside it by a rule that looks into methods', async () => {
    const { rules: own } = await compileRules(
      `rules:
  - id: fetch-beside-eval
    message: fetches in a class that evaluates code
    severity: ERROR
    languages: [typescript]
    patterns:
      - pattern: fetch(...)
      - pattern-inside: |
          class $CLASS {
            ...
            $METHOD(...) { ... eval(...); ... }
            ...
          }
`,
      'rules.yaml',
      tools.parsers,
    );
    const fetching = '\n  get() {\n    return fetch(url);\n  }\n';
    const { partial, part, fresh } = await compare(
      'x.ts',
      service('', 'parse(req.body);', fetching),
      service('', 'eval(req.body);', fetching),
      own,
    );
    expect(partial).toBe(true);
    expect(fresh).toHaveLength(1);
    expect(part).toEqual(fresh);
  });

  it('of an import, or of code that runs when the file is loaded, is searched whole', async () => {
    for (const after of [safe.replace("from 'pg'", "from 'mysql2'"), `${safe}\nif (process.argv[2]) eval(process.argv[2]);\n`])
      expect((await compare('x.ts', safe, after, rules)).partial).toBe(false);
  });
});
