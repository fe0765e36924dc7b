/**
 * `forestall hook`: one tool call in, the agent's own form of answer out. Exit code 0 or 2 whatever happens: most agents
 * take every other one as "go ahead". What goes wrong on the way is a failure, and the policy says what it means.
 */
import { adapterOf, agentNamed, type Decoded, recognise, type Reply } from '../agents/index.ts';
import { decodeText, type Io, TooLarge } from '../host/io.ts';
import { loadPolicy, policyPlaces } from '../host/policy-files.ts';
import { machine, workspaceOf } from '../host/world.ts';
import type { Failure, FailureKind } from '../model/finding.ts';
import type { AgentId, ToolCall } from '../model/toolcall.ts';
import type { World } from '../model/world.ts';
import { decide } from '../policy/decide.ts';
import { resolvePolicy } from '../policy/layer.ts';
import type { Policy } from '../policy/policy.ts';
import { explain, type Subject, subjectOf } from '../report/explain.ts';
import type { Sources } from '../report/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { parseHookOptions } from './hook-options.ts';

/** From the start of the process to the answer, in ms. Agents wait longer, people do not. */
export const DEADLINE = 4500;

/** What the call comes to; `failures` are those that were met before. */
export type Reviewer = (call: ToolCall, world: World, policy: Policy, failures: Failure[], io: Io) => Promise<Reviewed>;
export interface Reviewed extends Sources {
  verdict: Verdict;
}

const review: Reviewer = async (...of) => (await import('./reviewer.ts')).reviewCall(...of);

export async function runHook(args: readonly string[], io: Io, reviewer: Reviewer = review): Promise<0 | 2> {
  const state: State = { agent: 'claude-code', subject: 'call', policy: null };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Reply>((resolve, reject) => {
    timer = setTimeout(() => {
      answerFailure(failure('timeout', `no answer within ${DEADLINE / 1000} s`), state).then(resolve, reject);
    }, Math.max(0, DEADLINE - performance.now()));
  });
  let reply: Reply;
  try {
    reply = await Promise.race([judgeInput(args, io, state, reviewer), late]);
  } catch (error) {
    reply = await answerFailure(failure('internal', wordsOf(error)), state).catch(lastWord);
  } finally {
    clearTimeout(timer);
  }
  if (reply.stderr !== '') io.stderr(reply.stderr);
  if (reply.stdout !== '') io.stdout(reply.stdout);
  return reply.exitCode;
}

/** What is known so far, for an answer that must be given early. */
interface State {
  agent: AgentId;
  subject: Subject;
  policy: Policy | null;
}

async function judgeInput(args: readonly string[], io: Io, state: State, reviewer: Reviewer): Promise<Reply> {
  const options = parseHookOptions(args);
  state.agent = (options.agent && agentNamed(options.agent)) || state.agent;
  const input = await readPayload(io, options.maxPayload);
  if (input.kind === 'bad') {
    state.policy = (await policyFor(io.cwd, io)).policy;
    return answerFailure(failure('bad-payload', input.message), state);
  }
  state.agent = (options.agent && agentNamed(options.agent)) || recognise(input.payload);
  const adapter = adapterOf(state.agent);
  const decoded: Decoded = adapter.decode(input.payload);
  if (decoded.kind === 'bad') {
    state.policy = (await policyFor(io.cwd, io)).policy;
    return answerFailure(failure('bad-payload', decoded.message), state);
  }
  const call = options.event && decoded.call.eventName === '' ? { ...decoded.call, event: options.event } : decoded.call;
  if (call.event !== 'pre-tool' || call.action.kind === 'none') {
    return adapter.encode({ event: call.event, decision: 'allow', reason: '' });
  }
  state.subject = subjectOf(call.action);
  const cwd = call.cwd === '' ? io.cwd : call.cwd;
  const { policy, failures } = await policyFor(cwd, io);
  state.policy = policy;
  const reviewed = await reviewer({ ...call, cwd }, machine(cwd, io.env), policy, failures, io);
  const reason = explain(reviewed.verdict, state.subject, reviewed);
  return adapter.encode({ event: call.event, decision: reason === '' ? 'allow' : reviewed.verdict.decision, reason });
}

type Payload = { kind: 'payload'; payload: unknown } | { kind: 'bad'; message: string };

async function readPayload(io: Io, limit: number): Promise<Payload> {
  const bad = (message: string): Payload => ({ kind: 'bad', message });
  let text: string;
  try {
    text = decodeText(await io.stdin(limit)).replace(/^\uFEFF/, '');
  } catch (error) {
    return bad(error instanceof TooLarge ? `the payload is too large: ${error.message}` : `the payload cannot be read: ${wordsOf(error)}`);
  }
  if (text.trim() === '') return bad('the payload is empty');
  try {
    return { kind: 'payload', payload: JSON.parse(text) };
  } catch {
    return bad('the payload is not JSON');
  }
}

async function policyFor(cwd: string, io: Io): Promise<{ policy: Policy; failures: Failure[] }> {
  return loadPolicy(policyPlaces(workspaceOf(cwd, io.env), io.env));
}

async function answerFailure(what: Failure, state: State): Promise<Reply> {
  const policy = state.policy ?? (await resolvePolicy([])).policy;
  const verdict = decide([], [what], policy);
  const reason = explain(verdict, state.subject, { ruleOf: () => null, textOf: () => null });
  return adapterOf(state.agent).encode({ event: 'pre-tool', decision: verdict.decision, reason });
}

/** Nothing else worked. */
const lastWord = (error: unknown): Reply => ({ exitCode: 2, stdout: '', stderr: `forestall broke down: ${wordsOf(error)}\n` });

const failure = (kind: FailureKind, message: string): Failure => ({ kind, message, path: '', line: null, ruleId: null });

/** The first line only: never a stack trace. */
const wordsOf = (error: unknown): string => String(error instanceof Error ? error.message : error).split('\n', 1)[0] || 'unknown error';
