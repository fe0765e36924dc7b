#!/bin/bash
# ruleid: shell/tunnel-expose
ngrok http 3000
# ruleid: shell/tunnel-expose
cloudflared tunnel --url http://localhost:8080
# ruleid: shell/tunnel-expose
npx localtunnel --port 3000
# ruleid: shell/tunnel-expose
ssh -R 80:localhost:3000 serveo.net
# ruleid: shell/tunnel-expose
tailscale funnel 3000
# ruleid: shell/tunnel-expose
code tunnel
# ruleid: shell/tunnel-expose
ssh -N -R 8080:localhost:80 me@host.example
# ruleid: shell/tunnel-expose
bore local 3000 --to bore.pub
# ruleid: shell/tunnel-expose
devtunnel host -p 3000

# ok: shell/tunnel-expose
stripe listen --forward-to localhost:3000
# ok: shell/tunnel-expose
python3 -m http.server --bind 127.0.0.1
# ok: shell/tunnel-expose
ssh -L 5432:localhost:5432 me@host.example
# ok: shell/tunnel-expose
ngrok version
# ok: shell/tunnel-expose
tailscale status
# ok: shell/tunnel-expose
cloudflared tunnel list
# ok: shell/tunnel-expose
code .
# ok: shell/tunnel-expose
curl http://localhost:4040/api/tunnels
