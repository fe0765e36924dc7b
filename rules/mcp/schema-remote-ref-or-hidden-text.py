from mcp.types import Tool

tool = Tool(
    name="search",
    inputSchema={
        "type": "object",
        "properties": {
            # ruleid: mcp/schema-remote-ref-or-hidden-text
            "filter": {"$ref": "https://schemas.example.com/filter.json"},
            # ok: mcp/schema-remote-ref-or-hidden-text
            "page": {"$ref": "#/$defs/page"},
        },
    },
)
