/** The way in of the compiled binary and of the Node package: hands over the process, sets the exit code. */
import { type Io, processIo } from './host/io.ts';

const argv = process.argv.slice(2);
const io = await processIo();
/** The hook's answer must not wait for the parser of options, which takes longer to load than most calls to judge. */
const isHook = argv[0] === 'hook' && !argv.includes('--help') && !argv.includes('-h');

/** What nobody caught: exit 1 would mean "go ahead" to most agents, so a hook that broke down blocks. */
function giveUp(error: unknown): never {
  io.stderr(`forestall: internal error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(isHook ? 2 : 1);
}

/** Undoes the build's `--compile-jit-policy`: a scan runs long enough for compiled code to pay off. */
function compileEagerly(): void {
  (globalThis as { Bun?: { unsafe: { setJITPolicy?(scale: number): void } } }).Bun?.unsafe.setJITPolicy?.(1);
}

async function start(words: string[], streams: Io): Promise<number> {
  if (isHook) return (await import('./commands/hook.ts')).runHook(words.slice(1), streams);
  compileEagerly();
  return (await import('./cli.ts')).run(words, streams);
}

process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);
start(argv, io).then((code) => process.exit(code), giveUp);
