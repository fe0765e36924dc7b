import { spawn, spawnSync } from 'node:child_process';

export function list(folder: string, sync: boolean) {
  return sync ? spawnSync('ls', ['--', folder]) : spawn('ls', ['--', folder]);
}
