// ruleid: mcp/tool-schema-unbounded
server.tool('run', { options: z.any() }, async ({ options }) => run(options));

// ruleid: mcp/tool-schema-unbounded
server.registerTool('save', { inputSchema: { data: z.record(z.any()) } }, async ({ data }) => save(data));

// ruleid: mcp/tool-schema-unbounded
server.registerTool('edit', { inputSchema: z.object({ id: z.string() }).passthrough() }, async (args) => edit(args));

// ok: mcp/tool-schema-unbounded
server.tool('get', { id: z.string().uuid() }, async ({ id }) => get(id));

// ok: mcp/tool-schema-unbounded
server.tool('list', {}, async () => list());

// ok: mcp/tool-schema-unbounded
export const schema = z.object({ any: z.any() });
