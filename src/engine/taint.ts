// Placeholder until the taint lane writes it: replace this file.
import type { RuleOptions, TaintPart } from '../model/rule.ts';
import type { Node } from '../model/tree.ts';
import type { Bindings } from './match.ts';
import type { Names } from './names.ts';
export interface PartMatches { part: TaintPart; matches: readonly { start: number; end: number; node: Node | null; bindings: Bindings }[] }
export interface TaintInput { program: Node; source: string; sources: readonly PartMatches[]; sinks: readonly PartMatches[]; sanitizers: readonly PartMatches[]; propagators: readonly (PartMatches & { from: string; to: string })[]; options: RuleOptions; names: Names }
export interface TaintHit { sink: { start: number; end: number }; bindings: Bindings; trace: { kind: 'source' | 'step' | 'sink'; start: number; end: number }[] }
export function findTaint(_input: TaintInput): { hits: TaintHit[]; notes: string[] } { return { hits: [], notes: [] }; }
