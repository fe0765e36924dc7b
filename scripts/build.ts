/**
 * Builds the program: `dist/forestall` for this machine, with `--all` one for each target, with `--node` the Node package
 * (`dist/node`). Run through `scripts/bun.js`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedModule, fillPlaces } from './embed.ts';
import { bunFor, type Target, targets, thisTarget } from './targets.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const work = join(dist, 'build');
mkdirSync(work, { recursive: true });

function bun(args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`bun ${args.slice(0, 2).join(' ')} failed\n${stdout}${stderr}`);
}

function buildBinary(target: Target, file: string): void {
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
    // A hook call is over before compiled code pays off: functions must run ten times as often to be compiled.
    '--compile-jit-policy=10',
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

if (wanted.length === 0) {
  buildNode();
  buildBinary(thisTarget(), join(dist, process.platform === 'win32' ? 'forestall.exe' : 'forestall'));
} else {
  if (wanted.includes('--node')) buildNode();
  for (const target of targets) {
    if (!wanted.includes('--all') && !wanted.includes(target.id)) continue;
    buildBinary(target, join(dist, target.id, target.platform === 'win32' ? 'forestall.exe' : 'forestall'));
  }
}
