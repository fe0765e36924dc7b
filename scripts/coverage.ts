/** `docs/coverage.md` and `docs/not-covered.md`, made from the rules and two tables. */
import type { Rule } from '../src/model/rule.ts';
import { standards } from '../src/policy/standards.ts';

/** What no look at an edit can show, by item. */
const unseen: Readonly<Record<string, string>> = {
  'API1:2023': 'whether a rule elsewhere (a database policy, a service behind) restricts the object to its owner',
  'API2:2023': "how tokens are stored and revoked by an identity provider; strength of users' passwords",
  'API3:2023': 'which fields are sensitive, where their names do not say so',
  'API4:2023': 'limits that a gateway or proxy sets',
  'API5:2023': 'who holds which role; checks in other files',
  'API6:2023': 'which flows are sensitive to the business',
  'API7:2023': 'what the network lets out',
  'API8:2023': 'settings made outside the repository',
  'API9:2023': 'what is deployed, and which versions still run',
  'API10:2023': 'what a third party will answer',
  'LLM01:2025': 'what a text will make a model do',
  'LLM02:2025': 'what a model has been trained on or remembers',
  'LLM03:2025': 'what a model file from a trusted place contains',
  'LLM04:2025': 'whether data was tampered with before it came',
  'LLM05:2025': 'flows through other services',
  'LLM06:2025': 'rights that are given at run time',
  'LLM07:2025': 'what a model can be talked into telling',
  'LLM08:2025': 'how a vector store is shared between tenants outside the code',
  'LLM09:2025': 'whether an answer is true; only invented packages can be seen',
  'LLM10:2025': 'quotas that the provider or a gateway sets',
  'MCP01:2025': 'how long a token lives, and where it was copied',
  'MCP02:2025': 'scopes that grow over time',
  'MCP03:2025': 'descriptions that a remote server sends at run time',
  'MCP04:2025': 'what a package does after an update',
  'MCP05:2025': 'flows through other files and services',
  'MCP06:2025': 'what fetched content will say',
  'MCP07:2025': 'checks of a proxy in front of the server',
  'MCP08:2025': 'whether logs are kept and read',
  'MCP09:2025': 'servers that are started outside of agents and repositories',
  'MCP10:2025': 'what is shared between sessions at run time',
  'A01:2025': 'access rules of other services; who holds which role',
  'A02:2025': 'settings made outside the repository',
  'A03:2025': 'faults that are not published yet',
  'A04:2025': 'how keys are made, kept and changed',
  'A05:2025': 'flows through other files, queues and databases',
  'A06:2025': 'the design',
  'A07:2025': 'rules of an identity provider',
  'A08:2025': 'what a build system does',
  'A09:2025': 'whether anybody reads the logs',
  'A10:2025': 'which failures will happen',
};

/** What item has which rules, for each standard. */
export function coveragePage(rules: readonly Rule[]): string {
  const lines = [
    '# Coverage',
    '',
    'What the bundled rules look for, by standard. A row without rules is not looked for. A rule that stands in a row finds some',
    'faults of that kind, never all of them: one edit is looked at, with a few files around it, and nothing is run. Rules of a',
    'standard are listed by `forestall rules list --pack <name>` and chosen in the [policy](policy.md) as `<name>/*`.',
    '',
  ];
  for (const [name, { title, address, items }] of Object.entries(standards)) {
    const all = rules.filter(({ owasp, cwe }) => [...owasp, ...cwe].some((id) => Object.hasOwn(items, id)));
    lines.push(
      `## \`${name}\`: ${title}`,
      '',
      `${all.length} rules. <${address}>`,
      '',
      '| item | rules | cannot be seen in an edit |',
      '|---|---|---|',
    );
    for (const [id, words] of Object.entries(items)) {
      const its = rules
        .filter(({ owasp, cwe }) => [...owasp, ...cwe].includes(id))
        .map((rule) => `[${rule.id}](rules/${rule.id}.md)`);
      lines.push(`| ${id} ${words} | ${its.join(', ') || '–'} | ${unseen[id] ?? ''} |`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** What has no rule, with the reason; detections that have one by now are left out. */
export function notCoveredPage(reasons: Readonly<Record<string, string>>, ids: ReadonlySet<string>): string {
  const left = Object.entries(reasons)
    .filter(([id]) => !ids.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    '# Not covered',
    '',
    'Detections that were considered and have no rule, and why.',
    '',
    '| detection | why not |',
    '|---|---|',
    ...left.map(([id, why]) => `| ${id} | ${why} |`),
    '',
  ].join('\n');
}
