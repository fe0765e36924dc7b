/** What a rule must have to come with the program, beyond what it must have to run. */
import type { Failure } from '../model/finding.ts';
import type { Rule } from '../model/rule.ts';

/** One failure for each thing that a bundled rule lacks; `path` is its file, `stem` its name there (`<pack>/<stem>`). */
export function bundlingFaults(rule: Rule, path: string, stem: string): Failure[] {
  const faults: string[] = [];
  if (rule.id !== stem) faults.push(`the id is not the file's name \`${stem}\``);
  if (rule.message === '') faults.push('no message');
  if (rule.why === '') faults.push('no `metadata.why`');
  if (rule.fix === '') faults.push('no `metadata.fix`');
  if (rule.cwe.length === 0) faults.push('no `metadata.cwe`');
  if (rule.body.mode === 'taint' && rule.body.options['taint_intrafile'] === undefined)
    faults.push('no `options.taint_intrafile`, without which no call is followed');
  for (const cwe of rule.cwe) if (!/^CWE-\d+$/.test(cwe)) faults.push(`\`${cwe}\` is not a CWE id`);
  for (const id of rule.owasp)
    if (
      !/^(?:API(?:10|[1-9]):2023|LLM(?:10|0[1-9]):2025|MCP(?:10|0[1-9]):2025|A(?:10|0[1-9]):(?:2021|2025)|ASI(?:10|0[1-9]):2026|ASVS-V\d+)$/.test(
        id,
      )
    )
      faults.push(`\`${id}\` is not an OWASP id`);
  return faults.map((message) => ({ kind: 'bad-rule', path, line: null, ruleId: rule.id, message }));
}
