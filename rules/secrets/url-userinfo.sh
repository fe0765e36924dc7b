# ruleid: secrets/url-userinfo
git clone https://deploy:q7Lw92xKfT4m@git.acme.io/acme/app.git
# ruleid: secrets/url-userinfo
git remote set-url origin https://bot:Zr8vT1pWn5cQ@git.acme.io/app.git
# ruleid: secrets/url-userinfo
pip install --index-url https://ci:m4Xq9sVb2Ld7@pypi.acme.io/simple acme
# ok: secrets/url-userinfo
git clone https://deploy:$TOKEN@git.acme.io/acme/app.git
# ok: secrets/url-userinfo
git clone https://user:password@git.acme.io/acme/app.git
# ok: secrets/url-userinfo
curl https://user:pass123word@example.com/
# ok: secrets/url-userinfo
git clone https://x-access-token:${GITHUB_TOKEN}@github.com/acme/app.git
# ok: secrets/url-userinfo
curl http://admin:q7Lw92xKfT4m@localhost:8080/
