import os
import ssl
import urllib.request

import aiohttp
import httpx
import requests
import urllib3
from requests import Session

URL = "https://api.acme.dev/orders"


def fetch_orders(token):
    # ruleid: tokens/tls-verify-disabled
    response = requests.get(URL, headers={"Authorization": f"Bearer {token}"}, verify=False, timeout=10)
    # ok: tokens/tls-verify-disabled
    fixed = requests.get(URL, headers={"Authorization": f"Bearer {token}"}, verify="/etc/ssl/private-ca.pem", timeout=10)
    # ok: tokens/tls-verify-disabled
    default = requests.get(URL, verify=True, timeout=10)
    return response.json(), fixed.json(), default.json()


class Client:
    def __init__(self):
        self.session = Session()
        # ruleid: tokens/tls-verify-disabled
        self.session.verify = False

    def post(self, path, body):
        # ruleid: tokens/tls-verify-disabled
        return self.session.post(f"https://api.acme.dev/{path}", json=body, verify=False)

    def post_fixed(self, path, body):
        # ok: tokens/tls-verify-disabled
        return self.session.post(f"https://api.acme.dev/{path}", json=body, verify=self.ca_bundle)


async def fetch_async():
    # ruleid: tokens/tls-verify-disabled
    async with httpx.AsyncClient(verify=False) as client:
        await client.get(URL)
    # ok: tokens/tls-verify-disabled
    async with httpx.AsyncClient(verify=ssl.create_default_context(cafile="ca.pem")) as client:
        await client.get(URL)
    async with aiohttp.ClientSession() as session:
        # ruleid: tokens/tls-verify-disabled
        async with session.get(URL, ssl=False) as response:
            await response.json()
        # ok: tokens/tls-verify-disabled
        async with session.get(URL) as response:
            return await response.json()


def open_unverified():
    # ruleid: tokens/tls-verify-disabled
    context = ssl._create_unverified_context()
    return urllib.request.urlopen(URL, context=context)


def open_context():
    context = ssl.create_default_context()
    context.check_hostname = False
    # ruleid: tokens/tls-verify-disabled
    context.verify_mode = ssl.CERT_NONE
    return urllib.request.urlopen(URL, context=context)


def open_fixed():
    # ok: tokens/tls-verify-disabled
    context = ssl.create_default_context(cafile="/etc/ssl/private-ca.pem")
    # ok: tokens/tls-verify-disabled
    context.verify_mode = ssl.CERT_REQUIRED
    return urllib.request.urlopen(URL, context=context)


# ruleid: tokens/tls-verify-disabled
ssl._create_default_https_context = ssl._create_unverified_context
# ruleid: tokens/tls-verify-disabled
http = urllib3.PoolManager(cert_reqs="CERT_NONE")
# ok: tokens/tls-verify-disabled
https = urllib3.PoolManager(cert_reqs="CERT_REQUIRED", ca_certs="ca.pem")
# ok: tokens/tls-verify-disabled
local = requests.get("https://localhost:8443/health", verify=False)


def save(serializer, archive):
    # ok: tokens/tls-verify-disabled
    serializer.save(verify=False)
    # ok: tokens/tls-verify-disabled
    archive.extract("x", verify=False)
    # ok: tokens/tls-verify-disabled
    os.environ["PYTHONHTTPSVERIFY"] = "1"


def make_context(verify=True):
    context = ssl.create_default_context()
    if not verify:
        # ok: tokens/tls-verify-disabled
        context.check_hostname = False
        # ok: tokens/tls-verify-disabled
        context.verify_mode = ssl.CERT_NONE
    return context


def any_host():
    context = ssl.create_default_context()
    # ruleid: tokens/tls-verify-disabled
    context.check_hostname = False
    return context


def fetch(url):
    s = requests.Session()
    # ruleid: tokens/tls-verify-disabled
    s.verify = False
    with requests.Session() as own:
        # ruleid: tokens/tls-verify-disabled
        own.verify = False
    form = Form()
    # ok: tokens/tls-verify-disabled
    form.verify = False
    return s.get(url)
