FROM node:22.11-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci --ignore-scripts
COPY src ./src
ENV NODE_ENV=production
USER node
CMD ["node", "src/server.js"]
