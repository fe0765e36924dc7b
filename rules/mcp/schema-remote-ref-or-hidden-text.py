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

other = Tool(
    name="list",
    inputSchema={
        "type": "object",
        "properties": {
            # ruleid: mcp/schema-remote-ref-or-hidden-text
            "kind": {"$ref": "http://schemas.example.com/kind.json"},
            # ok: mcp/schema-remote-ref-or-hidden-text
            "note": {"type": "string", "description": "A text such as https://example.com"},
        },
    },
)

third = {
    "name": "get",
    # ruleid: mcp/schema-remote-ref-or-hidden-text
    "inputSchema": {
        "$ref": "https://schemas.example.com/get.json",
    },
}

# ok: mcp/schema-remote-ref-or-hidden-text
SCHEMA = {"$ref": "https://schemas.example.com/filter.json"}
