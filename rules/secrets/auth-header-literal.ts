// ruleid: secrets/auth-header-literal
const headers = { Authorization: 'Bearer q7Lw92xKfT4mZr8vT1pWn5cQ' };
// ok: secrets/auth-header-literal
const own = { Authorization: `Bearer ${token}` };
// ok: secrets/auth-header-literal
const test = { Authorization: 'Bearer test-token-1234567890abc' };
