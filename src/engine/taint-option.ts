/** A rule's `options` as far as they concern taint, with Semgrep's defaults. */

import type { RuleOptions } from '../model/rule.ts';
import type { Node, Shape } from '../model/tree.ts';
import { resultInJava } from './typing.ts';

export interface Switches {
  safeFunctions: boolean;
  safeBooleans: boolean;
  safeNumbers: boolean;
  safeIndexes: boolean;
  safeComparisons: boolean;
  onlyAssignments: boolean;
  unify: boolean;
  /** The end of the flow that is reported. */
  matchOn: 'source' | 'sink';
  /** Follow calls to functions of the same file. Off unless asked for, as in the reference engine. */
  intrafile: boolean;
  /** Tell the elements of collections apart by their index or key. Goes with `intrafile`. */
  elements: boolean;
}

export function switchesOf(options: RuleOptions): Switches {
  const on = (name: string): boolean => options[name] === true;
  return {
    safeFunctions: on('taint_assume_safe_functions'),
    safeBooleans: on('taint_assume_safe_booleans'),
    safeNumbers: on('taint_assume_safe_numbers'),
    safeIndexes: on('taint_assume_safe_indexes'),
    safeComparisons: on('taint_assume_safe_comparisons'),
    onlyAssignments: on('taint_only_propagate_through_assignments'),
    unify: on('taint_unify_mvars'),
    matchOn: options['taint_match_on'] === 'source' || options['taint_focus_on'] === 'source' ? 'source' : 'sink',
    intrafile: on('taint_intrafile'),
    elements: on('taint_intrafile'),
  };
}

const numbers = new Set(
  (
    'number int integer long short byte float double Integer Long Short Byte Float Double BigInteger BigDecimal bigint ' +
    'int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 float32 float64 ulong ushort decimal Decimal Int32 Int64 Guid UUID'
  ).split(' '),
);
const booleans = new Set(['bool', 'boolean', 'Boolean']);

/**
 * True for a declared type whose values the options call safe. The reference believes neither what Python declares nor
 * more than two of Go's types.
 */
export function isSafeType(type: Node | null, switches: Switches, language: string): boolean {
  if (!type || (!switches.safeBooleans && !switches.safeNumbers)) return false;
  if (!switches.intrafile && language === 'python') return false;
  if (!switches.intrafile && language === 'go' && !(type.kind === 'name' && (type.name === 'int' || type.name === 'bool')))
    return false;
  const name =
    type.kind === 'name' ? type.name : type.kind === 'member' && type.property.kind === 'name' ? type.property.name : null;
  return name !== null && ((switches.safeNumbers && numbers.has(name)) || (switches.safeBooleans && booleans.has(name)));
}

const toNumber = new Set(
  (
    'parseInt parseFloat parseLong parseDouble parseShort Number int float len length size count indexOf lastIndexOf intValue longValue ' +
    'intval floatval strlen Atoi ParseInt ParseFloat to_i to_f compareTo hashCode valueOf'
  ).split(' '),
);
const toBoolean = new Set(
  'equals equalsIgnoreCase startsWith endsWith isEmpty isBlank contains matches parseBoolean isinstance'.split(' '),
);

/** Languages in which the reference knows no call that can only give a number or a truth value. */
const unknowing: ReadonlySet<string> = new Set(['javascript', 'typescript', 'python', 'go']);
function isSafeForJava(node: Shape<'call'> | Shape<'new'>, switches: Switches): boolean {
  const type = resultInJava(node);
  return (switches.safeNumbers && type === 'int') || (switches.safeBooleans && type === 'boolean');
}

/** True for a call that can only give a number or a truth value, by the name of what is called. */
export function isSafeCall(node: Shape<'call'> | Shape<'new'>, language: string, switches: Switches): boolean {
  if (!switches.safeBooleans && !switches.safeNumbers) return false;
  const { callee } = node;
  if (!switches.intrafile) {
    if (unknowing.has(language)) return false;
    if (language === 'java') return isSafeForJava(node, switches);
    if (language === 'php' && callee.kind === 'name') {
      const { name } = callee;
      return (switches.safeNumbers && /^(?:int|float)val$/.test(name)) || (switches.safeBooleans && name === 'boolval');
    }
  }
  const name =
    callee.kind === 'name'
      ? callee.name
      : callee.kind === 'member' && callee.property.kind === 'name'
        ? callee.property.name
        : '';
  if (name === 'valueOf' && !(callee.kind === 'member' && callee.object.kind === 'name' && numbers.has(callee.object.name)))
    return false;
  if ((name === 'push' || name === 'unshift') && (language === 'javascript' || language === 'typescript'))
    return switches.safeNumbers;
  return isSafeFunction(name, language, switches);
}

/** The same for a function that is named without being called. */
export const isSafeFunction = (name: string, language: string, switches: Switches): boolean =>
  (switches.safeNumbers && toNumber.has(name)) || (switches.safeBooleans && toBoolean.has(name) && language !== 'python');
