// Runs a TypeScript script with the Bun of node_modules: `node scripts/bun.js scripts/build.ts --all`.
// Where install scripts are switched off, Bun's platform package has the program; its install script moves it to `bun`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { platform, arch } = process;
const os = platform === 'win32' ? 'windows' : platform;
const cpu = arch === 'arm64' ? 'aarch64' : arch;
const musl = platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime ? '-musl' : '';
const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');
const places = [
  join(modules, '@oven', `bun-${os}-${cpu}${musl}`, 'bin', platform === 'win32' ? 'bun.exe' : 'bun'),
  join(modules, 'bun', 'bin', 'bun.exe'),
];
const bun = places.find((path) => existsSync(path));
if (bun === undefined) {
  console.error(`${places[0]} is missing: run npm ci`);
  process.exit(1);
}

const { status, error } = spawnSync(bun, process.argv.slice(2), { stdio: 'inherit' });
if (error) console.error(error.message);
process.exit(status ?? 1);
