/**
 * The key of a rule with `mode: mcp-server`, which looks at each MCP server that a configuration or a command adds:
 *
 *     mcp-server: unpinned-package
 */
import { type McpFault, mcpFaults, type Needs } from '../model/rule.ts';
import { mcpWords } from '../parse/mcp-config.ts';
import { RuleError, textOf, type Yaml } from './yaml.ts';

/** Words that begin the definition of a server; one alone is in too many texts. */
const fields = ['command', 'cmd', 'url', 'uri', 'httpUrl', 'serverUrl'] as const;

export function compileMcpServer(yaml: Yaml): { fault: McpFault; needs: Needs } {
  const name = textOf(yaml, 'mcp-server');
  const fault = mcpFaults.find((one) => one === name);
  if (!fault) throw new RuleError(`unknown fault \`${name}\`: one of ${mcpFaults.join(', ')}`, yaml.line);
  const words = (list: readonly string[]): Needs => ({ kind: 'any', of: list.map((value) => ({ kind: 'text', value })) });
  return { fault, needs: { kind: 'all', of: [words(mcpWords), words(fields)] } };
}
