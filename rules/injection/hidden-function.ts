import * as cp from 'node:child_process';
import vm from 'node:vm';
import { pick } from './settings';

export function start(kind: string, line: string, sync: boolean) {
  // ruleid: injection/hidden-function
  (cp as any)[kind](line);
  // ruleid: injection/hidden-function
  (cp as any)[process.env.RUNNER!](line);
  // ruleid: injection/hidden-function
  (cp as any)['cexe'.split('').reverse().join('')](line);
  // ruleid: injection/hidden-function
  (vm as any)[pick('how')](line);
  // ruleid: injection/hidden-function
  (globalThis as any)[atob('ZXZhbA==')](line);
  // ruleid: injection/hidden-function
  (cp as any)[String.fromCharCode(101, 120, 101, 99)](line);
  // ruleid: injection/hidden-function
  require(Buffer.from('Y2hpbGRfcHJvY2Vzcw==', 'base64').toString()).exec(line);
  // ruleid: injection/hidden-function
  require(pick('module')).execSync(line);
  // ruleid: injection/hidden-function
  (process as any).binding('spawn_sync').spawn({ file: 'sh', args: ['sh', '-c', line] });

  // ok: injection/hidden-function
  cp.execFile('ls', ['--', line]);
  // ok: injection/hidden-function
  (cp as any)[sync ? 'spawnSync' : 'spawn']('ls', ['--', line]);
  const name = 'spawn';
  // ok: injection/hidden-function
  cp[name]('ls', ['--', line]);
  const handlers: Record<string, (line: string) => void> = { ls: (text) => console.log(text) };
  // ok: injection/hidden-function
  handlers[kind]?.(line);
  // ok: injection/hidden-function
  require(pick('module')).register(line);
  const children = [cp.spawn('ls'), cp.spawn('df')];
  // ok: injection/hidden-function
  children[0]!.kill();
  const words = line.split(' ').reverse().join(' ');
  // ok: injection/hidden-function
  return handlers[words.trim()];
}
