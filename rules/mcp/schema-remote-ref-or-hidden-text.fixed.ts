export const tool = {
  name: 'search',
  inputSchema: {
    type: 'object',
    properties: { page: { $ref: '#/$defs/page' } },
    $defs: { page: { type: 'integer', minimum: 1, maximum: 100 } },
  },
};
