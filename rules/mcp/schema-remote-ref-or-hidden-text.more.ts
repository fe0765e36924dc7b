export const more = {
  name: 'lookup',
  inputSchema: {
    type: 'object',
    properties: {
      // ruleid: mcp/schema-remote-ref-or-hidden-text
      a: { $ref: 'http://schemas.example.com/a.json' },
      // ruleid: mcp/schema-remote-ref-or-hidden-text
      b: { $ref: '//schemas.example.com/b.json' },
      // ok: mcp/schema-remote-ref-or-hidden-text
      c: { $ref: '#/definitions/c' },
    },
  },
};
