FROM debian:12.5
# ruleid: iac/docker-check-off
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
# ok: iac/docker-check-off
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/private-ca.pem
# ruleid: iac/docker-check-off
RUN apt-get update && apt-get install -y --allow-unauthenticated curl
# ok: iac/docker-check-off
RUN apt-get update && apt-get install -y --no-install-recommends curl
# ruleid: iac/docker-check-off
RUN curl -k -o /usr/bin/tool https://get.example.com/tool
# ruleid: iac/docker-check-off
RUN curl -sSLk https://get.example.com/tool -o /usr/bin/tool
# ok: iac/docker-check-off
RUN curl -fsSL -o /usr/bin/tool https://get.example.com/tool
# ok: iac/docker-check-off
RUN curl -fsSL https://get.example.com/key | tar -xk -f -
# ok: iac/docker-check-off
HEALTHCHECK CMD curl -k https://localhost:8443/health
# ruleid: iac/docker-check-off
RUN wget --no-check-certificate https://get.example.com/tool
# ruleid: iac/docker-check-off
RUN pip install --trusted-host pypi.example.com shop==1.2
# ok: iac/docker-check-off
RUN pip install --no-cache-dir shop==1.2
# ruleid: iac/docker-check-off
RUN npm config set strict-ssl false
# ruleid: iac/docker-check-off
RUN git config --global http.sslVerify false
# ok: iac/docker-check-off
RUN git config --global http.sslCAInfo /etc/ssl/private-ca.pem
# ruleid: iac/docker-check-off
RUN echo "root:example" | chpasswd
# ok: iac/docker-check-off
RUN echo "root:$PASSWORD" | chpasswd
# ruleid: iac/docker-check-off
RUN chmod u+s /bin/bash
# ok: iac/docker-check-off
RUN chmod u+x /usr/bin/tool
# ok: iac/docker-check-off
# RUN apt-get install --allow-unauthenticated curl
USER app
