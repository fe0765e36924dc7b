/** The options of `forestall hook`, read without the command-line library, which takes longer to load than a call to judge. */
import type { HookEvent } from '../model/toolcall.ts';

export interface HookOptions {
  agent: string | null;
  event: HookEvent | null;
  /** In bytes. */
  maxPayload: number;
}

const events: readonly HookEvent[] = ['pre-tool', 'post-tool', 'prompt', 'session-start', 'stop'];

/** `--name value` and `--name=value`. What is not known is passed over: a hook that stops at a new option stops the agent. */
export function parseHookOptions(args: readonly string[]): HookOptions {
  const value = (name: string): string | null => {
    const index = args.findIndex((word) => word === name || word.startsWith(`${name}=`));
    const word = args[index];
    if (word === undefined) return null;
    return word === name ? (args[index + 1] ?? null) : word.slice(name.length + 1);
  };
  const event = value('--event');
  const megabytes = Number(value('--max-payload') ?? 64);
  return {
    agent: value('--agent'),
    event: event === null ? null : (events.find((known) => known === event) ?? 'other'),
    maxPayload: (megabytes > 0 ? megabytes : 64) * (1 << 20),
  };
}
