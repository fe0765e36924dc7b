# ruleid: mcp/scopes-too-broad
SCOPES = ["https://www.googleapis.com/auth/cloud-platform"]
# ruleid: mcp/scopes-too-broad
auth = AuthSettings(issuer_url=URL, required_scopes=["admin"])
# ok: mcp/scopes-too-broad
READ = ["https://www.googleapis.com/auth/calendar.readonly"]
# ok: mcp/scopes-too-broad
narrow = AuthSettings(issuer_url=URL, required_scopes=["orders:read"])
