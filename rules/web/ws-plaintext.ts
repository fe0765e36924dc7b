// ruleid: web/ws-plaintext
export const a = new WebSocket('ws://live.example.com/feed');

// ruleid: web/ws-plaintext
export const b = new WebSocket(`ws://chat.example.com/${room}`);

// ruleid: web/ws-plaintext
export const c = new ReconnectingWebSocket('ws://api.example.com:8080');

// ok: web/ws-plaintext
export const d = new WebSocket('wss://live.example.com/feed');

// ok: web/ws-plaintext
export const e = new WebSocket('ws://localhost:8080');

// ok: web/ws-plaintext
export const f = new WebSocket(`ws://${location.host}/hmr`);
