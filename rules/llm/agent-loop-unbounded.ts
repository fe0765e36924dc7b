// ruleid: llm/agent-loop-unbounded
export const a = { maxSteps: Infinity, prompt };

// ruleid: llm/agent-loop-unbounded
export const b = { maxTurns: Infinity };

// ruleid: llm/agent-loop-unbounded
export const k = { ...base, maxTurns: Infinity };

// ok: llm/agent-loop-unbounded
export const c = { maxSteps: 10, prompt };

// ok: llm/agent-loop-unbounded
export const d = { maxTurns: 8 };

// ok: llm/agent-loop-unbounded
export const l = { stopWhen: stepCountIs(10) };
