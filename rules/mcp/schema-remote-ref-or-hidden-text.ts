export const tool = {
  name: 'search',
  inputSchema: {
    type: 'object',
    properties: {
      // ruleid: mcp/schema-remote-ref-or-hidden-text
      filter: { $ref: 'https://schemas.example.com/filter.json' },
      // ok: mcp/schema-remote-ref-or-hidden-text
      page: { $ref: '#/$defs/page' },
    },
  },
};
export const other = {
  // ok: mcp/schema-remote-ref-or-hidden-text
  schema: { $ref: 'https://schemas.example.com/filter.json' },
};
export const third = {
  name: 'list',
  inputSchema: {
    type: 'object',
    // ruleid: mcp/schema-remote-ref-or-hidden-text
    properties: { kind: { $ref: 'http://schemas.example.com/kind.json' } },
  },
  // ruleid: mcp/schema-remote-ref-or-hidden-text
  outputSchema: {
    $ref: 'https://schemas.example.com/result.json',
  },
};
export const fourth = {
  // ok: mcp/schema-remote-ref-or-hidden-text
  inputSchema: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' },
};
