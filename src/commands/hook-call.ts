/** A hook call that would do something: tool call → review → the agent's form of answer. */
import { adapterOf, type Reply } from '../agents/index.ts';
import type { Io } from '../host/io.ts';
import { loadPolicy, policyPlaces } from '../host/policy-files.ts';
import { machine, workspaceOf, workspaceOfCall } from '../host/world.ts';
import type { Failure, FailureKind } from '../model/finding.ts';
import type { Action, AgentId, ToolCall } from '../model/toolcall.ts';
import type { Verdict } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import { decide } from '../policy/decide.ts';
import { mergePolicy } from '../policy/merge.ts';
import type { Policy } from '../policy/policy.ts';
import { explain, subjectOf } from '../report/explain.ts';
import type { Sources } from '../report/report.ts';
import { reviewCall } from './reviewer.ts';

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
  /** As the agent wrote it; `''` while it is not known. */
  eventName: string;
  action: Action | null;
  policy: Policy | null;
  /** Stops the watchdog, where one runs. */
  callOff: (() => void) | null;
  /** Ms until the answer must be given. */
  timeLeft(): number;
  /** Ms that there were at the beginning. */
  deadline: number;
}

/** The answer to a call whose payload has `size` code units. */
export async function judgeCall(
  call: ToolCall,
  size: number,
  io: Io,
  state: State,
  reviewer: Reviewer = reviewCall,
): Promise<Reply> {
  state.action = call.action;
  const cwd = call.cwd === '' ? io.cwd : call.cwd;
  const workspace = workspaceOfCall(call.cwd, io.cwd, io.env);
  const { policy, failures } = await loadPolicy(policyPlaces(workspace, io.env));
  state.policy = policy;
  /** A little later than the timer, which answers with less ado. */
  const arm = (): void => {
    state.callOff ??= io.watchdog?.(state.timeLeft() + 200, lateAnswer(state)) ?? null;
  };
  if (size > LARGE) arm();
  const world = watched(machine(workspace, io.env), arm);
  const reviewed = await reviewer({ ...call, cwd }, world, policy, failures, io);
  const reason = explain(reviewed.verdict, subjectOf(call.action), reviewed);
  return adapterOf(state.agent).encode({
    event: call.event,
    eventName: call.eventName,
    decision: reason === '' ? 'allow' : reviewed.verdict.decision,
    reason,
  });
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

/** The policy for the folder that the program runs in. */
export async function policyHere(io: Io): Promise<Policy> {
  return (await loadPolicy(policyPlaces(workspaceOf(io.cwd, io.env), io.env))).policy;
}

export const lateAnswer = (state: State): Reply =>
  answerFailure(failure('timeout', `no answer within ${state.deadline / 1000} s`), state);

export function answerFailure(what: Failure, state: State): Reply {
  const policy = state.policy ?? mergePolicy([], () => () => false).policy;
  const verdict = decide([], [what], policy);
  const subject = state.action === null ? 'call' : subjectOf(state.action);
  const reason = explain(verdict, subject, { ruleOf: () => null, textOf: () => null });
  return adapterOf(state.agent).encode({ event: 'pre-tool', eventName: state.eventName, decision: verdict.decision, reason });
}

export const failure = (kind: FailureKind, message: string): Failure => ({ kind, message, path: '', line: null, ruleId: null });

/** Of an error, the first line only: never a stack trace. */
export const wordsOf = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0] || 'unknown error';
