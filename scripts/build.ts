/**
 * Builds the program: `dist/forestall` for this machine, with `--all` one for each target, with `--node` the Node package
 * (`dist/node`). Run through `scripts/bun.js`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedModule, fillPlaces } from './embed.ts';
import { recordOrder } from './order.ts';
import { bunFor, type Target, targets, thisTarget } from './targets.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const work = join(dist, 'build');
mkdirSync(work, { recursive: true });

function bun(args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`bun ${args.slice(0, 2).join(' ')} failed\n${stdout}${stderr}`);
}

/** `order`: files that say which functions run first; see `recordOrder`. */
function buildBinary(target: Target, file: string, order: readonly string[]): void {
  const places = join(work, 'places.txt');
  const { text, addons } = embeddedModule(root, target, places);
  writeFileSync(join(work, 'assets.ts'), text);
  const here = target.id === thisTarget().id;
  bun([
    'build',
    'src/main.ts',
    '--compile',
    '--minify',
    '--bytecode',
    // A hook call is over before compiled code pays off: functions must run a hundred times as often to be compiled.
    '--compile-jit-policy=100',
    // What a call runs lies together: fewer pages to fetch. Saves 10 % of a short call.
    ...(order.length > 0 ? [`--bytecode-order=${order.join(',')}`] : []),
    // One chunk for each `import()`: what a call does not need is not even read. Saves 2 ms of a hook's 10.
    '--format=esm',
    '--splitting',
    '--conditions=forestall-binary',
    // A program started in somebody's repository reads nothing of it unasked.
    '--no-compile-autoload-dotenv',
    '--no-compile-autoload-bunfig',
    '--no-compile-autoload-tsconfig',
    '--no-compile-autoload-package-json',
    '--reject-unresolved',
    ...(here ? [] : [`--target=${target.bun}`, `--compile-executable-path=${bunFor(root, target)}`]),
    `--outfile=${file}`,
  ]);
  if (addons.length > 0) fillPlaces(file, addons);
}

function announce(file: string): void {
  console.log(`${file.slice(root.length + 1)}  ${(statSync(file).size / 2 ** 20).toFixed(0)} MB`);
}

function buildNode(): void {
  const folder = join(dist, 'node');
  rmSync(folder, { recursive: true, force: true });
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const external = Object.keys(dependencies).map((name) => `--external=${name}`);
  bun(['build', 'src/main.ts', '--target=node', '--splitting', '--minify-syntax', ...external, `--outdir=${folder}`]);
  console.log('dist/node');
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((word) => word !== '--all' && word !== '--node' && !targets.some((target) => target.id === word));
if (unknown.length > 0)
  throw new Error(`unknown: ${unknown.join(' ')}; known: --all, --node, ${targets.map((t) => t.id).join(', ')}`);
if (!existsSync(join(root, 'node_modules'))) throw new Error('run npm ci first');

const nameFor = (platform: string): string => (platform === 'win32' ? 'forestall.exe' : 'forestall');

/** A first build for this machine, to see what runs; the order holds for all targets. */
function trialOrder(): string[] {
  const trial = join(work, `trial-${nameFor(process.platform)}`);
  buildBinary(thisTarget(), trial, []);
  return recordOrder(trial, work);
}

if (wanted.length === 0) {
  buildNode();
  const file = join(dist, nameFor(process.platform));
  buildBinary(thisTarget(), file, trialOrder());
  announce(file);
} else {
  if (wanted.includes('--node')) buildNode();
  const chosen = targets.filter(({ id }) => wanted.includes('--all') || wanted.includes(id));
  const order = chosen.length > 0 ? trialOrder() : [];
  for (const target of chosen) {
    const file = join(dist, target.id, nameFor(target.platform));
    buildBinary(target, file, order);
    announce(file);
  }
}
