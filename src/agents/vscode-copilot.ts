/**
 * Agent mode of VS Code with the local harness: Claude Code's form of payload and answer with tools of its own, as
 * `microsoft/vscode-copilot-chat` has it. A session that runs on another agent's harness speaks that agent's protocol.
 */
import { type Adapter, answering } from './adapter.ts';
import { claudeForms } from './claude-code.ts';
import { decodePayload } from './payload.ts';

export const vscodeCopilot: Adapter = {
  id: 'vscode-copilot',
  decode: (payload) => decodePayload('vscode-copilot', payload),
  encode: answering(claudeForms),
};
