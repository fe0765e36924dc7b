/** Metavariables that a rule asks about must be bound by one of its patterns. */
import { RuleError, type Yaml } from './yaml.ts';

const METAVARIABLE = /\$(?:\.\.\.)?[A-Za-z_][A-Za-z0-9_]*/g;

/** Throws `RuleError` at the first metavariable that is asked about and that no pattern can bind. */
export function checkBound(rule: Yaml): void {
  const bound = new Set<string>();
  const asked: { name: string; line: number }[] = [];
  let groups = false;
  const bind = (text: string): void => {
    for (const [name] of text.matchAll(METAVARIABLE)) bound.add(name);
  };
  const ask = (yaml: Yaml): void => {
    if (yaml.kind === 'list') yaml.items.forEach(ask);
    else if (yaml.kind === 'text') asked.push({ name: yaml.value, line: yaml.line });
  };
  const visit = (yaml: Yaml): void => {
    if (yaml.kind === 'list') yaml.items.forEach(visit);
    // A source or a sink may be nothing but a pattern.
    if (yaml.kind === 'text') bind(yaml.value);
    if (yaml.kind !== 'map') return;
    for (const [key, { value }] of yaml.entries) {
      switch (key) {
        case 'pattern-regex':
        case 'regex':
          if (value.kind !== 'text') break;
          groups ||= value.value.includes('(');
          for (const [, name] of value.value.matchAll(/\(\?P?<([A-Za-z_]\w*)>/g)) bound.add(`$${name}`);
          break;
        case 'metavariable':
        case 'focus-metavariable':
        case 'from':
        case 'to':
          ask(value);
          break;
        case 'comparison':
          if (value.kind === 'text')
            for (const [name] of value.value.matchAll(METAVARIABLE)) asked.push({ name, line: value.line });
          break;
        case 'pattern-not':
        case 'pattern-not-inside':
        case 'pattern-not-regex':
          // What is asked inside may be bound inside.
          visit(value);
          break;
        default:
          if (patternKeys.test(key)) visit(value);
      }
    }
  };
  visit(rule);
  for (const { name, line } of asked)
    if (!bound.has(name) && !(/^\$\d+$/.test(name) && groups))
      throw new RuleError(`\`${name}\` is not bound by any pattern of the rule`, line);
}

const patternKeys = /^(?:pattern|metavariable)/;
