#!/bin/bash
# ruleid: shell/vendor-script-exec
curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y
# ruleid: shell/vendor-script-exec
curl -LsSf https://astral.sh/uv/install.sh | sh

# ok: shell/vendor-script-exec
curl -fsSLo rustup.sh https://sh.rustup.rs
# ok: shell/vendor-script-exec
curl -fsSL https://example.com/install.sh -o install.sh

# ruleid: shell/vendor-script-exec
bash -c "$(curl -fsSL https://raw.githubusercontent.com/Homebrew/install/HEAD/install.sh)"
# ok: shell/vendor-script-exec
curl -fsSL https://deno.land/x/install/install.sh | less
