export const metadata = {
  resource: 'https://mcp.example.com',
  // ruleid: mcp/scopes-too-broad
  scopes_supported: ['*'],
};
// ruleid: mcp/scopes-too-broad
const google = new OAuth({ scopes: ['https://www.googleapis.com/auth/drive'] });
// ruleid: mcp/scopes-too-broad
const github = { scope: 'repo admin:org' };
// ok: mcp/scopes-too-broad
const narrow = new OAuth({ scopes: ['https://www.googleapis.com/auth/drive.readonly'] });
// ok: mcp/scopes-too-broad
const read = { scope: 'repo:status read:org' };
