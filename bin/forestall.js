#!/usr/bin/env node
// The npm package's way in. Exit code 1 would mean "go ahead" to most agents: a hook that cannot start blocks.
import('../dist/node/main.js').catch((error) => {
  console.error(`forestall could not start: ${error.message}`);
  process.exit(process.argv[2] === 'hook' ? 2 : 1);
});
