import { execFile } from 'node:child_process';
import { greet } from './greet.js';

export function start(): void {
  greet();
  execFile('ls', ['-l'], (error, stdout) => {
    if (error) throw error;
    console.log(stdout);
  });
}
