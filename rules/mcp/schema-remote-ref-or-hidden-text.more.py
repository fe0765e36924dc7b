from mcp.types import Tool

more = Tool(
    name="lookup",
    inputSchema={
        "type": "object",
        "properties": {
            # ruleid: mcp/schema-remote-ref-or-hidden-text
            "a": {"$ref": "http://schemas.example.com/a.json"},
            # ruleid: mcp/schema-remote-ref-or-hidden-text
            "b": {"$ref": "file:///etc/schema.json"},
            # ok: mcp/schema-remote-ref-or-hidden-text
            "c": {"$ref": "#/definitions/c"},
            # ok: mcp/schema-remote-ref-or-hidden-text
            "d": {"type": "string"},
        },
    },
)
