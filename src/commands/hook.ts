/**
 * `forestall hook`: one tool call in, the agent's own form of answer out. Exit code 0 or 2 whatever happens: most agents
 * take every other one as "go ahead". What goes wrong on the way is a failure, and the policy says what it means.
 *
 * Most calls only look at something. Nothing is loaded for them beyond what is imported here.
 */
import { adapterOf, agentNamed, agentOf, type Decoded, type Reply } from '../agents/index.ts';
import type { Io } from '../host/io.ts';
import type { FailureKind } from '../model/finding.ts';
import type { ToolCall } from '../model/toolcall.ts';
import type { Reviewer, State } from './hook-call.ts';
import { parseHookOptions } from './hook-options.ts';
import { readPayload } from './payload.ts';

/** Until the answer, in ms. Agents wait longer, people do not. */
export const DEADLINE = 4500;

export async function runHook(args: readonly string[], io: Io, reviewer?: Reviewer, deadline = DEADLINE): Promise<0 | 2> {
  const started = performance.now();
  const state: State = {
    agent: 'claude-code',
    eventName: '',
    action: null,
    policy: null,
    callOff: null,
    timeLeft: () => deadline - (performance.now() - started),
    deadline,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply>((resolve, reject) => {
    timer = setTimeout(() => loadCall().then(({ lateAnswer }) => resolve(lateAnswer(state)), reject), deadline);
  });
  let reply: Reply;
  try {
    reply = await Promise.race([answer(args, io, state, reviewer), late]);
  } catch (error) {
    const { answerFailure, failure, wordsOf } = await loadCall();
    reply = answerFailure(failure('internal', wordsOf(error)), state);
  } finally {
    clearTimeout(timer);
    state.callOff?.();
  }
  if (reply.stderr !== '') io.stderr(reply.stderr);
  if (reply.stdout !== '') io.stdout(reply.stdout);
  return reply.exitCode;
}

async function answer(args: readonly string[], io: Io, state: State, reviewer: Reviewer | undefined): Promise<Reply> {
  const options = parseHookOptions(args);
  const named = options.agent === null ? null : agentNamed(options.agent);
  state.agent = named ?? state.agent;
  const input = await readPayload(io, options.maxPayload);
  if (input.kind === 'bad') return refused('bad-payload', input.message, io, state);
  state.agent = agentOf(named, input.payload);
  const adapter = adapterOf(state.agent);
  const decoded: Decoded = adapter.decode(input.payload);
  state.eventName = decoded.kind === 'bad' ? decoded.eventName : decoded.call.eventName;
  if (decoded.kind === 'bad') return refused('bad-payload', decoded.message, io, state);
  const call: ToolCall =
    options.event && decoded.call.eventName === '' ? { ...decoded.call, event: options.event } : decoded.call;
  if (call.event !== 'pre-tool' && call.event !== 'other') {
    const { judgeEvent } = await import('./hook-event.ts');
    return judgeEvent(call, input.payload, io, state);
  }
  if (call.event !== 'pre-tool' || call.action.kind === 'none') {
    return adapter.encode({ event: call.event, eventName: call.eventName, decision: 'allow', reason: '' });
  }
  const { judgeCall } = await loadCall();
  return judgeCall(call, input.size, io, state, reviewer);
}

async function refused(kind: FailureKind, message: string, io: Io, state: State): Promise<Reply> {
  const { answerFailure, failure, policyHere } = await loadCall();
  state.policy = await policyHere(io);
  return answerFailure(failure(kind, message), state);
}

const loadCall = () => import('./hook-call.ts');
