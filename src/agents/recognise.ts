/** Which agent sent a payload, when the command line does not say. */
import type { AgentId } from '../model/toolcall.ts';
import { isRecord } from './fields.ts';

/**
 * The agent whose payload this is. Only what an agent itself writes into the payload counts: `CLAUDE_PROJECT_DIR` and its
 * like are set by several agents. What is not recognised is answered as Claude Code is, the form that most agents read.
 */
export function recognise(payload: unknown): AgentId {
  if (!isRecord(payload)) return 'claude-code';
  // Cursor writes these beside fields that others have too.
  if ('cursor_version' in payload || 'generation_id' in payload) return 'claude-code';
  if ('turn_id' in payload) return 'codex-cli';
  if ('prompt_id' in payload || 'effort' in payload) return 'claude-code';
  const transcript = payload['transcript_path'];
  return typeof transcript === 'string' && /[/\\]\.codex[/\\]/.test(transcript) ? 'codex-cli' : 'claude-code';
}
