/** What a command does, as words of the text that rules for commands are filtered by. */

/** Of the private use area, so that hardly a script holds them; one that does is only looked at more closely. */
export const marks = {
  redirect: '\uE000redirect',
  reads: '\uE000reads',
  input: '\uE000input',
  code: '\uE000code',
  assigns: '\uE000assigns',
  pipeTo: '\uE000pipeTo',
  pipeFrom: '\uE000pipeFrom',
  runsOutputOf: '\uE000runsOutputOf',
  dataFrom: '\uE000dataFrom',
  remote: '\uE000remote',
  disguised: '\uE000disguised',
  several: '\uE000several',
} as const;
