import * as cp from 'node:child_process';
import vm from 'node:vm';
import { pick } from './settings';

export function start(kind: string, line: string, sync: boolean) {
  // ruleid: hidden-function
  (cp as any)[kind](line);
  // ruleid: hidden-function
  (cp as any)[process.env.RUNNER!](line);
  // ruleid: hidden-function
  (cp as any)['cexe'.split('').reverse().join('')](line);
  // ruleid: hidden-function
  (vm as any)[pick('how')](line);
  // ruleid: hidden-function
  (globalThis as any)[atob('ZXZhbA==')](line);
  // ruleid: hidden-function
  (cp as any)[String.fromCharCode(101, 120, 101, 99)](line);
  // ruleid: hidden-function
  require(Buffer.from('Y2hpbGRfcHJvY2Vzcw==', 'base64').toString()).exec(line);
  // ruleid: hidden-function
  require(pick('module')).execSync(line);
  // ruleid: hidden-function
  (process as any).binding('spawn_sync').spawn({ file: 'sh', args: ['sh', '-c', line] });

  // ok: hidden-function
  cp.execFile('ls', ['--', line]);
  // ok: hidden-function
  (cp as any)[sync ? 'spawnSync' : 'spawn']('ls', ['--', line]);
  const name = 'spawn';
  // ok: hidden-function
  cp[name]('ls', ['--', line]);
  const handlers: Record<string, (line: string) => void> = { ls: (text) => console.log(text) };
  // ok: hidden-function
  handlers[kind]?.(line);
  // ok: hidden-function
  require(pick('module')).register(line);
  const children = [cp.spawn('ls'), cp.spawn('df')];
  // ok: hidden-function
  children[0]!.kill();
  const words = line.split(' ').reverse().join(' ');
  // ok: hidden-function
  return handlers[words.trim()];
}
