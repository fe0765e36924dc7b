import jwt from 'jsonwebtoken';
import { Server } from 'socket.io';
import { db } from './db';

const io = new Server(3000);

// ruleid: auth/websocket-unauthenticated
io.on('connection', (socket) => {
  socket.on('message', async (message) => {
    await db.message.create({ data: { room: message.room, text: message.text } });
    io.to(message.room).emit('message', message);
  });
});

// ruleid: auth/websocket-unauthenticated
io.of('/rooms').on('connection', (socket) => {
  socket.on('enter', (room) => socket.join(room));
});

// ruleid: auth/websocket-unauthenticated
io.of('/orders').on('connection', (client) => {
  client.on('cancel', async ({ id }) => {
    const order = await db.order.update({ where: { id }, data: { state: 'cancelled' } });
    client.emit('cancelled', order);
  });
});

// ok: auth/websocket-unauthenticated
io.of('/notes').on('connection', (socket) => {
  try {
    const claims = jwt.verify(socket.handshake.auth.token, process.env.JWT_SECRET!);
    socket.on('note', (text) => db.note.create({ data: { text, owner: claims.sub } }));
  } catch {
    socket.disconnect(true);
  }
});

// Everyone may hear the prices.
// ok: auth/websocket-unauthenticated
io.of('/prices').on('connection', (socket) => {
  const timer = setInterval(() => socket.emit('price', Math.random()), 1000);
  socket.on('disconnect', () => clearInterval(timer));
});
// ok: auth/websocket-unauthenticated
io.of('/lobby').on('connection', (socket) => {
  socket.join('lobby');
});
