/** One hook call: payload → tool call → review → the agent's form of answer. */
import { adapterOf, agentNamed, type Decoded, type Reply, recognise } from '../agents/index.ts';
import type { Io } from '../host/io.ts';
import { loadPolicy, policyPlaces } from '../host/policy-files.ts';
import { machine, workspaceOf, workspaceOfCall } from '../host/world.ts';
import type { Failure, FailureKind } from '../model/finding.ts';
import type { AgentId, ToolCall } from '../model/toolcall.ts';
import type { Verdict } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import { decide } from '../policy/decide.ts';
import { mergePolicy } from '../policy/merge.ts';
import type { Policy } from '../policy/policy.ts';
import { explain, type Subject, subjectOf } from '../report/explain.ts';
import type { Sources } from '../report/report.ts';
import { parseHookOptions } from './hook-options.ts';
import { readPayload } from './payload.ts';

/** Texts longer than this, in UTF-16 code units, could keep the program busy beyond the deadline. */
const LARGE = 1 << 16;

/** What the call comes to; `failures` are those that were met before. */
export type Reviewer = (call: ToolCall, world: World, policy: Policy, failures: Failure[], io: Io) => Promise<Reviewed>;
export interface Reviewed extends Sources {
  verdict: Verdict;
}

/** What is known so far, for an answer that must be given early. */
export interface State {
  agent: AgentId;
  subject: Subject;
  policy: Policy | null;
  /** Stops the watchdog, where one runs. */
  callOff: (() => void) | null;
}

export async function judgeInput(
  args: readonly string[],
  io: Io,
  state: State,
  reviewer: Reviewer,
  arm: () => void,
): Promise<Reply> {
  const options = parseHookOptions(args);
  state.agent = (options.agent && agentNamed(options.agent)) || state.agent;
  const input = await readPayload(io, options.maxPayload);
  if (input.kind === 'bad') {
    state.policy = (await loadPolicy(policyPlaces(workspaceOf(io.cwd, io.env), io.env))).policy;
    return answerFailure(failure('bad-payload', input.message), state);
  }
  state.agent = (options.agent && agentNamed(options.agent)) || recognise(input.payload);
  const adapter = adapterOf(state.agent);
  const decoded: Decoded = adapter.decode(input.payload);
  if (decoded.kind === 'bad') {
    state.policy = (await loadPolicy(policyPlaces(workspaceOf(io.cwd, io.env), io.env))).policy;
    return answerFailure(failure('bad-payload', decoded.message), state);
  }
  const call = options.event && decoded.call.eventName === '' ? { ...decoded.call, event: options.event } : decoded.call;
  if (call.event !== 'pre-tool' || call.action.kind === 'none') {
    return adapter.encode({ event: call.event, decision: 'allow', reason: '' });
  }
  state.subject = subjectOf(call.action);
  const cwd = call.cwd === '' ? io.cwd : call.cwd;
  const workspace = workspaceOfCall(call.cwd, io.cwd, io.env);
  const { policy, failures } = await loadPolicy(policyPlaces(workspace, io.env));
  state.policy = policy;
  if (input.size > LARGE) arm();
  const world = watched(machine(workspace, io.env), arm);
  const reviewed = await reviewer({ ...call, cwd }, world, policy, failures, io);
  const reason = explain(reviewed.verdict, state.subject, reviewed);
  return adapter.encode({ event: call.event, decision: reason === '' ? 'allow' : reviewed.verdict.decision, reason });
}

/** Asks for the watchdog when a large file is read. */
function watched(world: World, arm: () => void): World {
  return {
    ...world,
    readFile(path) {
      const read = world.readFile(path);
      if (read.kind === 'text' && read.text.length > LARGE) arm();
      return read;
    },
  };
}

export function answerFailure(what: Failure, state: State): Reply {
  const policy = state.policy ?? mergePolicy([], () => () => false).policy;
  const verdict = decide([], [what], policy);
  const reason = explain(verdict, state.subject, { ruleOf: () => null, textOf: () => null });
  return adapterOf(state.agent).encode({ event: 'pre-tool', decision: verdict.decision, reason });
}

export const failure = (kind: FailureKind, message: string): Failure => ({ kind, message, path: '', line: null, ruleId: null });

/** Of an error, the first line only: never a stack trace. */
export const wordsOf = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0] || 'unknown error';
