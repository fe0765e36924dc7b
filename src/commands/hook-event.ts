/** A hook call at an event beside the call of a tool: after it, at a prompt, when a session begins or a turn ends. */
import { isAbsolute, resolve } from 'node:path';
import { adapterOf, type Reply } from '../agents/index.ts';
import { type Occasion, occasionOf } from '../agents/occasion.ts';
import { changedFiles } from '../agents/session-record.ts';
import { effectsOf, scriptOf } from '../effects/effects.ts';
import { displayPath } from '../effects/paths.ts';
import type { SourceChange } from '../effects/sources.ts';
import type { Io } from '../host/io.ts';
import { loadPolicy, policyPlaces } from '../host/policy-files.ts';
import { machine, workspaceOfCall } from '../host/world.ts';
import type { Source } from '../model/effect.ts';
import type { ToolCall } from '../model/toolcall.ts';
import type { Decision, Verdict } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import { languageOf } from '../parse/languages.ts';
import { compareDecisions, type EventName, type Policy } from '../policy/policy.ts';
import { explainEvent, policySummary } from '../report/explain-event.ts';
import type { State } from './hook-call.ts';
import { reviewTexts } from './reviewer.ts';

/** As many files are looked at when a turn ends, those that were changed last. */
const MOST_FILES = 40;
/** Of what a tool gave back, in UTF-16 code units. */
const MOST_OUTPUT = 2_000_000;

const eventNames: Readonly<Partial<Record<ToolCall['event'], EventName>>> = {
  'post-tool': 'post-tool',
  prompt: 'prompt',
  'session-start': 'session-start',
  stop: 'stop',
};

export async function judgeEvent(call: ToolCall, payload: unknown, io: Io, state: State): Promise<Reply> {
  const encode = (decision: Decision, reason: string): Reply =>
    adapterOf(state.agent).encode({
      event: call.event,
      eventName: call.eventName,
      decision: reason === '' ? 'allow' : decision,
      reason,
    });
  const name = eventNames[call.event];
  if (name === undefined) return encode('allow', '');
  const workspace = workspaceOfCall(call.cwd, io.cwd, io.env);
  const { policy } = await loadPolicy(policyPlaces(workspace, io.env));
  state.policy = policy;
  const most = policy.events[name];
  if (most === 'allow') return encode('allow', '');
  if (name === 'session-start') return encode('warn', policySummary(policy.mode, policy.mcpLists.length > 0, policy.events.stop));
  const occasion = occasionOf(payload);
  // Whoever is stopped from stopping once has been told; a second time would go on for ever.
  if (name === 'stop' && occasion.again) return encode('allow', '');
  const world = machine(workspace, io.env);
  const changes = await changesOf(name, { ...call, cwd: call.cwd === '' ? io.cwd : call.cwd }, occasion, world);
  if (changes.length === 0) return encode('allow', '');
  const reviewed = await reviewTexts(changes, world, policy, io);
  const verdict = limited(reviewed.verdict, most, policy);
  const decision = verdict.decision === 'ask' ? 'warn' : verdict.decision;
  return encode(decision, explainEvent(call.event, verdict, reviewed, decision === 'deny'));
}

/** No decision stricter than `most`, and nothing said of what the policy only mentions. */
function limited(verdict: Verdict, most: Decision, policy: Policy): Verdict {
  const findings = verdict.findings.filter(({ decision }) => compareDecisions(decision, 'warn') > 0);
  const strict = findings.length > 0 ? verdict.decision : 'allow';
  const bound = policy.mode === 'audit' && compareDecisions(strict, 'warn') > 0 ? 'warn' : strict;
  return { ...verdict, findings, failures: [], decision: compareDecisions(bound, most) > 0 ? most : bound };
}

async function changesOf(name: EventName, call: ToolCall, occasion: Occasion, world: World): Promise<SourceChange[]> {
  switch (name) {
    case 'prompt':
      return occasion.prompt === null ? [] : [plain(occasion.prompt)];
    case 'post-tool': {
      const output = occasion.outputs.join('\n').slice(0, MOST_OUTPUT);
      return [...(output === '' ? [] : [plain(output)]), ...(await leftBehind(call, world))];
    }
    case 'stop':
      return ofSession(call, occasion, world);
    case 'session-start':
      return [];
    default:
      return name satisfies never;
  }
}

const plain = (text: string): SourceChange => ({ before: null, after: { path: '', language: null, text, fragment: true } });

function fileAt(path: string, world: World, before?: string | null): SourceChange[] {
  const read = world.readFile(path);
  if (read.kind !== 'text') return [];
  const shown = displayPath(path, world);
  // Outside of the workspace nobody is at work.
  if (isAbsolute(shown)) return [];
  const source = (text: string): Source => ({ path: shown, language: languageOf(shown, text), text, fragment: false });
  return [{ before: before === undefined || before === null ? null : source(before), after: source(read.text) }];
}

/** Files whose result could not be known before: what a command or a tool of a server wrote, as far as their names are known. */
async function leftBehind(call: ToolCall, world: World): Promise<SourceChange[]> {
  const shell = scriptOf(call) === null ? null : await import('../effects/shell.ts');
  const effects = effectsOf(
    call,
    world,
    (script, cwd, language) =>
      shell?.shellEffects(script, world, cwd, shell.readScript(script, world, cwd, language), language) ?? [],
  );
  const edited = /^after(?:File|Tab)/.test(call.eventName);
  const paths = effects.flatMap((effect) => (effect.kind === 'write' && (effect.after === null || edited) ? effect.path : []));
  return [...new Set(paths)].slice(0, MOST_FILES).flatMap((path) => fileAt(path, world));
}

/** The files that the record of the session says were changed, against what they were, where it says so. */
function ofSession(call: ToolCall, { transcript }: Occasion, world: World): SourceChange[] {
  if (!isAbsolute(transcript)) return [];
  const record = world.readFile(transcript);
  if (record.kind !== 'text') return [];
  return changedFiles(record.text)
    .slice(-MOST_FILES)
    .flatMap(({ path, before }) => {
      // Without the text from before, what was there already cannot be told from what the session brought in.
      if (before === undefined) return [];
      return fileAt(resolve(call.cwd, path), world, before);
    });
}
