/** The words of a rule: its message, its severity and its metadata. */
import { type Confidence, confidences, type Severity, severities } from '../model/finding.ts';
import type { RuleText } from '../model/rule.ts';
import { languageNamed } from '../parse/languages.ts';
import { checkRegex } from './regex.ts';
import { mapOf, numberOf, onlyKeys, RuleError, textOf, type Yaml } from './yaml.ts';

const severityNames: Readonly<Record<string, Severity>> = {
  ...Object.fromEntries(severities.map((severity) => [severity, severity])),
  error: 'high',
  warning: 'medium',
  inventory: 'info',
  experiment: 'info',
};
// Semgrep's three old words read as high, medium and low; `info` is only ours when written in small letters.
const severityOf = (text: string): Severity | undefined => (text === 'INFO' ? 'low' : severityNames[text.toLowerCase()]);

/** What a rule says to people: message, harm, fix, standards. Throws `RuleError`. */
export function ruleText(entries: ReadonlyMap<string, { line: number; value: Yaml }>, need: (key: string) => Yaml): RuleText {
  const severityText = need('severity');
  const severity = severityOf(textOf(severityText, 'severity'));
  if (!severity) throw new RuleError(`unknown severity \`${textOf(severityText, 'severity')}\``, severityText.line);
  const metadata = entries.get('metadata')?.value;
  const meta = metadata?.kind === 'map' ? metadata.entries : new Map<string, { line: number; value: Yaml }>();
  const metaText = (key: string): string => {
    const value = meta.get(key)?.value;
    return value?.kind === 'text' ? value.value.trim() : '';
  };
  const metaList = (key: string): string[] => {
    const value = meta.get(key)?.value;
    if (!value) return [];
    return (value.kind === 'list' ? value.items : [value]).flatMap((item) => (item.kind === 'text' ? [item.value] : []));
  };
  const fix = meta.get('fix')?.value;
  const confidence = metaText('confidence').toLowerCase();
  const fixRegex = entries.get('fix-regex')?.value;
  return {
    message: textOf(need('message'), 'message').trim(),
    why: metaText('why'),
    ...(fix?.kind === 'map' ? fixesOf(fix.entries) : { fix: metaText('fix') }),
    severity,
    confidence: (confidences as readonly string[]).includes(confidence) ? (confidence as Confidence) : 'medium',
    cwe: metaList('cwe').map((text) => /CWE-\d+/.exec(text)?.[0] ?? text),
    owasp: metaList('owasp'),
    references: metaList('references'),
    replacement: entries.has('fix') ? textOf(entries.get('fix')!.value, 'fix') : null,
    replacementRegex: fixRegex ? fixRegexOf(fixRegex) : null,
  };
}

/**
 * `metadata.fix` by language, where it has a `default` for the others; a map without one is somebody else's. What is said
 * for JavaScript holds for TypeScript.
 */
function fixesOf(entries: ReadonlyMap<string, { line: number; value: Yaml }>): Pick<RuleText, 'fix' | 'fixes'> {
  const other = entries.get('default');
  if (!other) return { fix: '' };
  const fixes: NonNullable<RuleText['fixes']> = {};
  for (const [name, { line, value }] of entries) {
    const text = textOf(value, `\`fix.${name}\``).trim();
    const language = languageNamed(name);
    if (name !== 'default' && !language) throw new RuleError(`unknown language \`${name}\` in \`metadata.fix\``, line);
    if (language) fixes[language] = text;
    if (language === 'javascript') fixes.typescript ??= text;
  }
  return { fix: textOf(other.value, '`fix.default`').trim(), fixes };
}

function fixRegexOf(yaml: Yaml): RuleText['replacementRegex'] {
  const map = mapOf(yaml, '`fix-regex`');
  onlyKeys(map, new Set(['regex', 'replacement', 'count']), 'key');
  const regex = map.entries.get('regex');
  const replacement = map.entries.get('replacement');
  if (!regex || !replacement) throw new RuleError('`fix-regex` needs `regex` and `replacement`', yaml.line);
  const count = map.entries.get('count');
  return {
    // `^` and `$` are the ends of the finding's text.
    ...checkRegex(textOf(regex.value, 'regex'), regex.line, false),
    replacement: textOf(replacement.value, 'replacement'),
    count: count ? numberOf(count.value, 'count') : null,
  };
}
