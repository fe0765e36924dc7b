import jwt from 'jsonwebtoken';
import { Server } from 'socket.io';
import { db } from './db';

const io = new Server(3000, { cors: { origin: 'https://app.example.com' } });

io.use((socket, next) => {
  try {
    socket.data.user = jwt.verify(socket.handshake.auth.token, process.env.JWT_SECRET!, { algorithms: ['HS256'] });
    next();
  } catch {
    next(new Error('unauthorized'));
  }
});

io.on('connection', (socket) => {
  socket.on('message', async (message) => {
    await db.message.create({ data: { text: String(message.text), authorId: socket.data.user.sub } });
    socket.broadcast.emit('message', { text: String(message.text) });
  });
});
