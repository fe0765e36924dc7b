/** Languages that rules can be written for. `regex` and `generic` look at text alone. */
export const languageIds = [
  'javascript',
  'typescript',
  'python',
  'bash',
  'go',
  'java',
  'ruby',
  'php',
  'csharp',
  'rust',
  'kotlin',
  'hcl',
  'yaml',
  'json',
  'dockerfile',
  'html',
  'regex',
  'generic',
] as const;

export type LanguageId = (typeof languageIds)[number];
