/**
 * The key of a rule with `mode: package`, which looks at each package that a manifest, a lock file or a command brings in,
 * and at where packages come from:
 *
 *     package: known-malicious
 */
import { type PackageFault, packageFaults } from '../model/rule.ts';
import { RuleError, textOf, type Yaml } from './yaml.ts';

export function compilePackage(yaml: Yaml): PackageFault {
  const name = textOf(yaml, 'package');
  const fault = packageFaults.find((one) => one === name);
  if (!fault) throw new RuleError(`unknown fault \`${name}\`: one of ${packageFaults.join(', ')}`, yaml.line);
  return fault;
}
