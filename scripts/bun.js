// Runs a TypeScript script with the Bun of node_modules: `node scripts/bun.js scripts/build.ts --all`.
// Bun's platform package is used directly, so that it works where install scripts are switched off.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const { platform, arch } = process;
const os = platform === 'win32' ? 'windows' : platform;
const cpu = arch === 'arm64' ? 'aarch64' : arch;
const musl = platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime ? '-musl' : '';
const folder = join(import.meta.dirname, '..', 'node_modules', '@oven', `bun-${os}-${cpu}${musl}`);
const bun = join(folder, 'bin', platform === 'win32' ? 'bun.exe' : 'bun');
if (!existsSync(bun)) {
  console.error(`${bun} is missing: run npm ci`);
  process.exit(1);
}

const { status, error } = spawnSync(bun, process.argv.slice(2), { stdio: 'inherit' });
if (error) console.error(error.message);
process.exit(status ?? 1);
