const http = require('node:http');
const { WebSocketServer } = require('ws');
const { authenticate } = require('./auth');
const store = require('./store');

const server = http.createServer();
const wss = new WebSocketServer({ noServer: true });

// ok: auth/websocket-unauthenticated
wss.on('connection', (ws, request, user) => {
  ws.on('message', async (data) => store.documents.update(user.id, JSON.parse(data)));
});

server.on('upgrade', (request, socket, head) => {
  authenticate(request, (error, user) => {
    if (error || !user) return socket.destroy();
    wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, request, user));
  });
});
