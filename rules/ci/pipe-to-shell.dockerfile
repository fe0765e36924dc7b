FROM debian:12
# ruleid: ci/pipe-to-shell
RUN curl -fsSL https://get.example.com/setup | sh
# ok: ci/pipe-to-shell
RUN curl -fsSLO https://example.com/tool.tgz && sha256sum -c tool.sha256
# ok: ci/pipe-to-shell
RUN curl -sSf https://sh.rustup.rs | sh -s -- -y
