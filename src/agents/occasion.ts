/**
 * What an event beside the call of a tool brings: the prompt, what a tool gave back, the record of the session. One reading
 * for all agents, since several run hooks that were configured for another one.
 */
import { type Fields, isRecord, recordAt, textAt } from './fields.ts';

export interface Occasion {
  /** What the user wrote; null where the payload does not say. */
  prompt: string | null;
  /** What the tool gave back: every text in it. */
  outputs: string[];
  /** The file with the record of the session, as the agent writes it; `''` where none is named. */
  transcript: string;
  /** The agent goes on because a hook made it, and is about to stop again. */
  again: boolean;
}

/** The texts of an answer are looked at down to this depth. */
const DEEP = 8;

const results = [
  'tool_response',
  'tool_output',
  'toolResult',
  'tool_result',
  'result_json',
  'toolOutput',
  'tool_error',
  'error',
  'output',
  'content',
];

/** Never throws, whatever the payload is. */
export function occasionOf(payload: unknown): Occasion {
  const fields: Fields = isRecord(payload) ? payload : {};
  const outputs: string[] = [];
  for (const key of results) if (key in fields) collect(fields[key], outputs, 0);
  const loops = fields['loop_count'];
  return {
    prompt:
      textAt(fields, 'prompt', 'user_prompt', 'userPrompt', 'initialPrompt') ??
      textAt(recordAt(fields, 'userPromptSubmit'), 'prompt'),
    outputs,
    transcript: textAt(fields, 'transcript_path', 'transcriptPath') ?? '',
    again: fields['stop_hook_active'] === true || fields['stopHookActive'] === true || (typeof loops === 'number' && loops > 0),
  };
}

function collect(value: unknown, into: string[], depth: number): void {
  if (typeof value === 'string') {
    if (value !== '') into.push(value);
  } else if (Array.isArray(value)) {
    if (depth < DEEP) for (const item of value) collect(item, into, depth + 1);
  } else if (isRecord(value) && depth < DEEP) {
    // What a file was before is nothing that the tool gives back.
    for (const [key, inner] of Object.entries(value)) if (key !== 'originalFile') collect(inner, into, depth + 1);
  }
}
