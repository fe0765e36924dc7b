const http = require('node:http');
const { WebSocketServer } = require('ws');
const { authenticate } = require('./auth');
const store = require('./store');

const ORIGIN = 'https://app.example.com';
const server = http.createServer();
const wss = new WebSocketServer({ noServer: true });

wss.on('connection', (ws, request, user) => {
  ws.on('message', async (data) => {
    const { id, text } = JSON.parse(data);
    await store.documents.update({ id, owner: user.id }, { text });
  });
});

server.on('upgrade', async (request, socket, head) => {
  const user = request.headers.origin === ORIGIN ? await authenticate(request) : null;
  if (!user) {
    socket.write('HTTP/1.1 401 Unauthorized\r\n\r\n');
    return socket.destroy();
  }
  wss.handleUpgrade(request, socket, head, (ws) => wss.emit('connection', ws, request, user));
});

server.listen(8080);
