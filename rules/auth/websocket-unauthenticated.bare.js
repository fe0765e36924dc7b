const { WebSocketServer } = require('ws');
const bcrypt = require('bcrypt');
const db = require('./db');

const wss = new WebSocketServer({ port: 8080 });
const rooms = new Map();

// ruleid: auth/websocket-unauthenticated
wss.on('connection', (ws) => {
  ws.on('message', async (data) => {
    const { type, id } = JSON.parse(data);
    if (type === 'remove') await db.query('DELETE FROM documents WHERE id = $1', [id]);
    ws.send(JSON.stringify({ ok: true }));
  });
});

const echo = new WebSocketServer({ port: 8081 });
// ok: auth/websocket-unauthenticated
echo.on('connection', (ws) => {
  rooms.set(ws, Date.now());
  ws.on('message', (data) => ws.send(data));
  ws.on('close', () => rooms.delete(ws));
});

// ok: auth/websocket-unauthenticated
db.on('connection', (connection) => {
  connection.query('SET SESSION time_zone = "+00:00"');
});
