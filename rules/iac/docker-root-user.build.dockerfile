FROM node:22.11-slim
# ok: iac/docker-root-user
USER root
RUN apt-get update
USER node
