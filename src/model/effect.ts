/** What a tool call would do to the machine. Paths are absolute, normalised, symlinks not yet followed. */
import type { FailureKind, Span } from './finding.ts';
import type { LanguageId } from './language.ts';

export type Effect =
  | WriteEffect
  | { kind: 'delete'; path: string; span?: Span }
  | { kind: 'read'; path: string }
  | RunEffect
  | { kind: 'mcp'; server: string; tool: string; arguments: unknown }
  /** Something that could not be worked out; the policy decides what that means. */
  | {
      kind: 'opaque';
      reason: string /** What kept it from being worked out; `unparsed` when not given. */;
      failure?: FailureKind;
      path?: string;
    };

export interface WriteEffect {
  kind: 'write';
  path: string;
  /** The file as it is; null when it does not exist. */
  before: string | null;
  /** The file as it would be; null when only `fragments` are known. With no fragments either, nothing is known of the result. */
  after: string | null;
  /** Inserted texts, where the whole result cannot be rebuilt; empty otherwise. */
  fragments: string[];
  /** The file was called this before the change; its old findings are not new. */
  renamedFrom: string | null;
  /** Where in the shell script that makes it; absent for other tools. */
  span?: Span;
}

/** A shell script that would run. */
export interface RunEffect {
  kind: 'run';
  shell: 'posix' | 'powershell' | 'cmd';
  script: string;
  cwd: string;
}

/** A text to scan, and where it came from. */
export interface Source {
  /** Path as shown to people: relative to the workspace when inside it, `/` as separator. */
  path: string;
  language: LanguageId | null;
  text: string;
  /** A piece of a file rather than a whole one: syntax errors mean nothing. */
  fragment: boolean;
}
