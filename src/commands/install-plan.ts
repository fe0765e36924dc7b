/** What `init` and `uninstall` would change, worked out before anything is. */
import { agentNamed } from '../agents/index.ts';
import { isThere, ownProgram, programOnPath, thisMachine } from '../host/agents-present.ts';
import type { Io } from '../host/io.ts';
import { workspaceOf } from '../host/world.ts';
import { agentPlaces, type Programs } from '../install/agents.ts';
import type { Program } from '../install/command-line.ts';
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
}

/** Throws when the options contradict each other. */
export function scopeOf({ scope, user, project, managed }: InstallOptions): Scope {
  const named = [scope, user && 'user', project && 'project', managed && 'managed'].filter(Boolean) as Scope[];
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
