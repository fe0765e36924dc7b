/**
 * `forestall hook`: one tool call in, the agent's own form of answer out. Exit code 0 or 2 whatever happens: most agents
 * take every other one as "go ahead". What goes wrong on the way is a failure, and the policy says what it means.
 */
import type { Reply } from '../agents/index.ts';
import type { Io } from '../host/io.ts';
import { answerFailure, failure, judgeInput, type Reviewer, type State, wordsOf } from './hook-call.ts';

/** Until the answer, in ms. Agents wait longer, people do not. */
export const DEADLINE = 4500;

const review: Reviewer = async (...of) => (await import('./reviewer.ts')).reviewCall(...of);

export async function runHook(args: readonly string[], io: Io, reviewer: Reviewer = review, deadline = DEADLINE): Promise<0 | 2> {
  const started = performance.now();
  const state: State = { agent: 'claude-code', subject: 'call', policy: null, callOff: null };
  const lateAnswer = () => answerFailure(failure('timeout', `no answer within ${deadline / 1000} s`), state);
  /** A little later than the timer, which answers with less ado. */
  const arm = (): void => {
    state.callOff ??= io.watchdog?.(deadline + 200 - (performance.now() - started), lateAnswer()) ?? null;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => resolve(lateAnswer()), deadline);
  });
  let reply: Reply;
  try {
    reply = await Promise.race([judgeInput(args, io, state, reviewer, arm), late]);
  } catch (error) {
    reply = answerFailure(failure('internal', wordsOf(error)), state);
  } finally {
    clearTimeout(timer);
    state.callOff?.();
  }
  if (reply.stderr !== '') io.stderr(reply.stderr);
  if (reply.stdout !== '') io.stdout(reply.stdout);
  return reply.exitCode;
}
