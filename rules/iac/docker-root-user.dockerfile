# ruleid: iac/docker-root-user
FROM node:latest
# ok: iac/docker-root-user
FROM node:22.11-slim
# ruleid: iac/docker-root-user
EXPOSE 22
# ok: iac/docker-root-user
EXPOSE 8080
# ruleid: iac/docker-root-user
RUN chmod -R 777 /app
# ok: iac/docker-root-user
RUN chmod 755 /app
# ok: iac/docker-root-user
USER node
