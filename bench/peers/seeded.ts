/** A repository to scan: the clean code of the bench, with faults and invented secrets at known lines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expandTokens } from '../../test/secret-tokens.ts';
import { pythonFile, typescriptFile } from '../corpus.ts';

/** What a tool may be asked to find. A `taint` fault is a flow of data; a `search` fault stands in one expression. */
export type FaultKind = 'search' | 'taint' | 'secret';

interface Fault {
  kind: FaultKind;
  /** The line that is wrong is the one that holds this. */
  mark: string;
  code: string;
}

const typescriptFaults: readonly Fault[] = [
  { kind: 'search', mark: 'eval(', code: 'export const ran = (text: string) => {\n  return eval(text);\n};\n' },
  {
    kind: 'search',
    mark: 'new Function',
    code: "export const made = (text: string) => {\n  return new Function('row', text);\n};\n",
  },
  {
    kind: 'search',
    mark: 'execSync(',
    code: 'export const listed = (folder: string) => {\n  return execSync(`ls -l ${folder}`, {});\n};\n',
  },
  {
    kind: 'search',
    mark: 'innerHTML',
    code: 'export const shown = (box: Element, name: string) => {\n  box.innerHTML = name;\n};\n',
  },
  {
    kind: 'search',
    mark: 'createHash',
    code: "export const digest = (text: string) => {\n  return createHash('md5').update(text).digest('hex');\n};\n",
  },
  {
    kind: 'search',
    mark: 'rejectUnauthorized',
    code: 'export const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });\n',
  },
  {
    kind: 'taint',
    mark: 'db.query(',
    code: `router.get('/by-name', requireUser, async (req, res) => {
  const wanted = req.query.name;
  const { rows } = await db.query(\`SELECT id FROM names WHERE name = '\${wanted}'\`);
  res.json(rows);
});
`,
  },
  {
    kind: 'taint',
    mark: 'db.query(',
    code: `router.post('/by-place', requireUser, async (req, res) => {
  const { place } = req.body;
  let text = 'SELECT id FROM places WHERE name = ';
  if (place) text += place;
  const { rows } = await db.query(text);
  res.json(rows);
});
`,
  },
];

const pythonFaults: readonly Fault[] = [
  { kind: 'search', mark: 'eval(', code: 'def ran(text):\n    return eval(text)\n' },
  { kind: 'search', mark: 'pickle.loads', code: 'def loaded(data):\n    import pickle\n    return pickle.loads(data)\n' },
  {
    kind: 'search',
    mark: 'yaml.load',
    code: 'def settings(text):\n    import yaml\n    return yaml.load(text, Loader=yaml.UnsafeLoader)\n',
  },
  {
    kind: 'search',
    mark: 'shell=True',
    code: 'def listed(folder):\n    return subprocess.run("ls " + folder, shell=True, check=True)\n',
  },
  {
    kind: 'taint',
    mark: '.execute(',
    code: `@router.get("/by-name")
async def by_name(request: Request):
    wanted = request.query_params["name"]
    text = f"SELECT id FROM names WHERE name = '{wanted}'"
    return request.app.state.connection.execute(text).fetchall()
`,
  },
];

/** Of widespread formats, so that every scanner for secrets knows them. */
const secretFormats = ['github-classic', 'gitlab-pat', 'aws-access-key-id', 'stripe-live', 'npm-token', 'anthropic'];

export interface Seeded {
  /** Of all files, by the end of their name. */
  lines: Record<'ts' | 'py', number>;
  /** `file:line` of what is wrong, the path with `/`, relative to the folder. */
  faults: Record<FaultKind, ReadonlySet<string>>;
}

/** Writes about `files` files of 300 lines, three of four TypeScript, a fault in each fourth and a secret in each tenth. */
export function seed(folder: string, files: number): Seeded {
  const lines = { ts: 0, py: 0 };
  const faults = { search: new Set<string>(), taint: new Set<string>(), secret: new Set<string>() };
  let planted = 0;
  const next = { ts: 0, py: 0 };
  for (let index = 0; index < files; index++) {
    const python = index % 4 === 3;
    const extension = python ? 'py' : 'ts';
    const name = `part${index % 10}/service${index}.${extension}`;
    let text = python ? pythonFile(300) : typescriptFile(300);
    const plant = ({ kind, mark, code }: Fault): void => {
      const start = text.split('\n').length;
      text += code;
      faults[kind].add(`${name}:${start + code.split('\n').findIndex((line) => line.includes(mark))}`);
    };
    if (index % 5 === 2 || index % 8 === 7) {
      const list = python ? pythonFaults : typescriptFaults;
      plant(list[next[extension]++ % list.length] as Fault);
    }
    if (index % 10 === 4) {
      const format = secretFormats[planted % secretFormats.length] as string;
      const token = expandTokens(`{{token:${format}:${planted++}}}`);
      plant({
        kind: 'secret',
        mark: token,
        code: python ? `accessToken = "${token}"\n` : `export const accessToken = '${token}';\n`,
      });
    }
    lines[extension] += text.split('\n').length - 1;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { lines, faults };
}
