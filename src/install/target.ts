/** One file of an agent's configuration, and what has to stand in it. */
import type { AgentId } from '../model/toolcall.ts';

export type Scope = 'user' | 'project' | 'managed';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface Target {
  /** Agents that run the hook because of this file. */
  agents: AgentId[];
  path: string;
  form: Form;
}

export type Form =
  /** A JSON file, perhaps with comments, that may hold settings of others. */
  | { kind: 'json'; entries: Entry[] /** Set where the file has none. */; defaults: Default[] }
  /** A TOML file to which keys and tables of lists are added. */
  | { kind: 'toml'; keys: TomlKey[]; block: string }
  /** Written where there is none, and left alone afterwards. */
  | { kind: 'seed'; text: string }
  /** A file of its own. */
  | { kind: 'own'; text: string; executable?: boolean };

/** One element of the list at `at`. */
export interface Entry {
  at: string[];
  value: Json;
}

/** `must`: set also where the file has another value. */
export interface Default {
  at: string[];
  value: Json;
  must?: boolean;
}

/** `table` is `''` for the top. `must`: another value there would keep the hook from running. */
export interface TomlKey {
  table: string;
  name: string;
  /** As TOML. */
  value: string;
  must?: boolean;
}

/** What merging makes of a file's text. */
export type Merged = { kind: 'text'; text: string } | { kind: 'refused'; line: number | null; message: string };
