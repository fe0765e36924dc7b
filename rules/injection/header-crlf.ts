import net from 'node:net';

net.createServer((socket) => {
  socket.on('data', (chunk) => {
    const name = decodeURIComponent(chunk.toString().split(' ')[1]);
    // ruleid: injection/header-crlf
    socket.write('HTTP/1.1 200 OK\r\nX-User: ' + name + '\r\n\r\nok');
    // ok: injection/header-crlf
    socket.write('HTTP/1.1 200 OK\r\nX-User: ' + encodeURIComponent(name) + '\r\n\r\nok');
    // ok: injection/header-crlf
    socket.write('HTTP/1.1 200 OK\r\n\r\nok');
  });
});
