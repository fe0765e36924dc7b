/** Feeds real hook payloads to the binary and shows what comes back: `npm run demo`. */
import { demoCases, runDemo } from './demo-cases.ts';

let wrong = 0;
for (const demo of demoCases) {
  const { stdin, status, stdout, stderr } = runDemo(demo);
  console.log(`\n── ${demo.title}\n`);
  console.log(`$ forestall hook   # stdin: ${JSON.stringify(JSON.parse(stdin).tool_input)}`);
  process.stdout.write(stdout + stderr);
  console.log(`exit code ${status}`);
  if (status === demo.exitCode) continue;
  wrong++;
  console.log(`but ${demo.exitCode} was expected`);
}
process.exit(wrong === 0 ? 0 : 1);
