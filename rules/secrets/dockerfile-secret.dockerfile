FROM node:22.11-slim
# ruleid: secrets/dockerfile-secret
ENV DB_PASSWORD=Zr8vT1pWn5cQ
# ruleid: secrets/dockerfile-secret
ARG NPM_TOKEN
# ruleid: secrets/dockerfile-secret
COPY .env /app/.env
# ruleid: secrets/dockerfile-secret
COPY id_rsa /root/.ssh/id_rsa
# ok: secrets/dockerfile-secret
ENV DB_PASSWORD=""
# ok: secrets/dockerfile-secret
ENV DB_PASSWORD=$DB_PASSWORD
# ok: secrets/dockerfile-secret
ARG NODE_ENV=production
# ok: secrets/dockerfile-secret
RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci
# ok: secrets/dockerfile-secret
COPY .env.example /app/.env.example
# ok: secrets/dockerfile-secret
ENV TOKEN_TTL=3600
