import websocket
import websockets

# ruleid: web/ws-plaintext
a = websockets.connect('ws://live.example.com/feed')

# ruleid: web/ws-plaintext
b = websocket.create_connection('ws://live.example.com/feed')

# ruleid: web/ws-plaintext
c = websocket.WebSocketApp(f'ws://live.example.com/{room}')

# ok: web/ws-plaintext
d = websockets.connect('wss://live.example.com/feed')

# ok: web/ws-plaintext
e = websocket.create_connection('ws://127.0.0.1:9222')

# ok: web/ws-plaintext
f = websockets.connect('ws://redis:8080')
