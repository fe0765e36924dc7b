FROM node:22.11-slim
# ok: iac/docker-root-user
USER node
RUN npm ci
# ruleid: iac/docker-root-user
USER root
CMD ["node", "server.js"]
