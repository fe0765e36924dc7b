/** `mode: secret`: finds the literals that a rule of secrets describes. */
import type { Source } from '../model/effect.ts';
import type { Confidence, Severity } from '../model/finding.ts';
import type { Rule, SecretAssignment, SecretIndex, SecretSpec } from '../model/rule.ts';
import { secretAt } from '../rules/bundle.ts';
import { secretIndex } from '../rules/secret-index.ts';
import { matchAssignments } from './assignment.ts';
import { maskSecret } from './mask.ts';
import { isHarmless, matchFormats } from './secret-format.ts';

export interface SecretMatch {
  /** Of the secret alone, without its quotes or its name; UTF-16 offsets, `end` exclusive. */
  start: number;
  end: number;
  /** `SecretSpec.id` and `name`. */
  format: string;
  name: string;
  masked: string;
  severity: Severity;
  confidence: Confidence;
}

/**
 * The secrets in a text, in order of place; of overlapping ones the one whose spec stands first in the rule. Empty for a
 * rule of another mode.
 */
export function matchSecrets(source: Source, rule: Pick<Rule, 'body' | 'severity' | 'confidence'>): SecretMatch[] {
  if (rule.body.mode !== 'secret') return [];
  const { text, path } = source;
  const { secrets } = rule.body;
  const index = rule.body.index ?? indexOf(secrets as SecretSpec[]);
  const claim = claims();
  const found: SecretMatch[] = [];
  for (const { start, end, format } of matchFormats(text, path, secrets, index)) {
    if (!claim(start, end) || format.class === 'public') continue;
    found.push({ start, end, masked: maskSecret(text.slice(start, end)), ...described(format, rule, format.class === 'test') });
  }
  for (const position of index.assignments) {
    const spec = secretAt(secrets, position) as SecretAssignment;
    for (const { start, end } of matchAssignments(text, path, source.language, spec)) {
      if (isHarmless(spec, text.slice(start, end), text, start, path)) continue;
      // Nothing of it is shown: unlike a token's, a chosen secret's beginning and end tell of the rest.
      if (claim(start, end)) found.push({ start, end, masked: '****', ...described(spec, rule, false) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Gives out spans of the text, each part once; how many were given out before makes no difference to the time. */
function claims(): (start: number, end: number) => boolean {
  const pieces = new Map<number, { start: number; end: number }[]>();
  return (start, end) => {
    const [first, last] = [start >> 8, end >> 8];
    for (let piece = first; piece <= last; piece++) {
      if (pieces.get(piece)?.some((other) => start < other.end && end > other.start)) return false;
    }
    for (let piece = first; piece <= last; piece++) {
      const list = pieces.get(piece);
      if (list) list.push({ start, end });
      else pieces.set(piece, [{ start, end }]);
    }
    return true;
  };
}

function described(
  spec: SecretSpec,
  rule: Pick<Rule, 'severity' | 'confidence'>,
  sandbox: boolean,
): Pick<SecretMatch, 'format' | 'name' | 'severity' | 'confidence'> {
  return {
    format: spec.id,
    name: spec.name,
    severity: spec.severity ?? (sandbox ? 'medium' : rule.severity),
    confidence: spec.confidence ?? (sandbox ? 'low' : rule.confidence),
  };
}

const indexes = new WeakMap<readonly SecretSpec[], SecretIndex>();

function indexOf(specs: readonly SecretSpec[]): SecretIndex {
  let index = indexes.get(specs);
  if (!index) {
    index = secretIndex(specs);
    indexes.set(specs, index);
  }
  return index;
}
