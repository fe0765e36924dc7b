/** What `init` and `uninstall` would change, worked out before anything is. */

import { resolve } from 'node:path';
import { agentNamed } from '../agents/index.ts';
import { isThere, ownProgram, programOnPath, thisMachine } from '../host/agents-present.ts';
import type { Io } from '../host/io.ts';
import { readFile, workspaceOf } from '../host/world.ts';
import { agentPlaces, type Programs } from '../install/agents.ts';
import type { Program } from '../install/command-line.ts';
import { defaultFleet, type Fleet, readFleet } from '../install/fleet.ts';
import { managedTargets } from '../install/managed.ts';
import { inRepo, type Machine } from '../install/places.ts';
import type { Scope, Target } from '../install/target.ts';
import { type AgentId, agentIds } from '../model/toolcall.ts';

export interface InstallOptions {
  agent?: string[];
  scope?: Scope;
  user?: boolean;
  project?: boolean;
  managed?: boolean;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
  program?: string;
  out?: string;
  fleet?: string;
  root?: string;
}

/** Throws when the options contradict each other. */
export function scopeOf({ scope, user, project, managed, out, root, fleet }: InstallOptions): Scope {
  const named = [scope, user && 'user', project && 'project', (managed || out || root || fleet) && 'managed'].filter(
    Boolean,
  ) as Scope[];
  if (new Set(named).size > 1) throw new Error(`two scopes are named: ${named.join(' and ')}`);
  return named[0] ?? 'user';
}

/** The agents that the command line names, by any of their names. Throws for an unknown one. */
export function agentsNamed(words: readonly string[], options: InstallOptions): AgentId[] {
  const names = [...words, ...(options.agent ?? [])].flatMap((word) => word.split(',')).filter((word) => word.trim() !== '');
  return [...new Set(names.map((name) => agentNamed(name) ?? unknownAgent(name)))];
}

function unknownAgent(name: string): never {
  throw new Error(`unknown agent ${name}; known: ${agentIds.join(', ')}`);
}

export interface Presence {
  agent: AgentId;
  /** What shows that it is there. */
  because: string;
}

export const machineOf = (io: Io): Machine => thisMachine(workspaceOf(io.cwd, io.env), io.env);

/** The agents of this machine, and of the repository where `scope` says so. */
export function agentsPresent(machine: Machine, scope: Scope): Presence[] {
  return agentIds.flatMap((agent) => {
    const places = agentPlaces[agent];
    const folder =
      places.homes(machine).find(isThere) ??
      (scope === 'project' ? places.repos.map((name) => inRepo(machine, ...name.split('/'))).find(isThere) : undefined);
    const because = folder ?? places.programs.map((name) => programOnPath(name, machine.env)).find((path) => path !== null);
    return because ? [{ agent, because }] : [];
  });
}

/** Where the program lies that the hook is to start. */
export function programsOf(machine: Machine, scope: Scope, options: InstallOptions): Programs {
  const own: Program = options.program ? [options.program] : ownProgram(machine.env);
  const windows = machine.platform === 'win32';
  // A repository's file is read on other machines too.
  const elsewhere = scope === 'project';
  return {
    posix: windows ? (elsewhere ? standardPrograms.posix : null) : own,
    windows: windows ? own : elsewhere ? standardPrograms.windows : null,
  };
}

/** Where the packages for fleets put the program. */
export const standardPrograms = {
  posix: ['/usr/local/bin/forestall'],
  windows: ['C:\\Program Files\\Forestall\\forestall.exe'],
} as const satisfies Programs;

/** The files that make these agents run the hook, each once. */
export function targetsFor(
  agents: readonly AgentId[],
  scope: 'user' | 'project',
  machine: Machine,
  programs: Programs,
): Target[] {
  const targets = new Map<string, Target>();
  for (const agent of agents) {
    for (const target of agentPlaces[agent][scope](machine, programs)) targets.set(target.path, target);
  }
  return [...targets.values()];
}

/** What the fleet's source says; where the program lies on this system, `--program` and the program itself know better. */
export function fleetOf(machine: Machine, options: InstallOptions, io: Io): Fleet {
  const here = options.out ? null : (options.program ?? (options.fleet ? null : onlyWord(ownProgram(machine.env))));
  const fleet = options.fleet ? readFleet(options.fleet, textOf(resolve(io.cwd, options.fleet))) : defaultFleet;
  return here === null ? fleet : { ...fleet, programs: { ...fleet.programs, [machine.platform]: resolve(io.cwd, here) } };
}

function textOf(path: string): string {
  const found = readFile(path);
  if (found.kind !== 'text') throw new Error(`${path}: ${found.kind === 'unreadable' ? found.message : found.kind}`);
  return found.text;
}

function onlyWord(program: Program): string {
  if (program.length > 1) throw new Error('managed settings name the compiled program: say where it lies with --program');
  return program[0];
}

/** The managed files of this machine, or of an image of one; all that there are unless agents are named. */
export function targetsOfMachine(agents: readonly AgentId[], machine: Machine, options: InstallOptions, io: Io): Target[] {
  const root = options.root ? resolve(io.cwd, options.root) : '';
  const targets = managedTargets({ system: machine.platform, root, env: machine.env }, fleetOf(machine, options, io));
  return agents.length === 0
    ? targets
    : targets.filter((target) => target.agents.length === 0 || target.agents.some((agent) => agents.includes(agent)));
}
