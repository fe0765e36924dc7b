import base64
import json
import os
import subprocess
import zlib


def start(text):
    # ruleid: injection/encoded-code
    exec(base64.b64decode("cHJpbnQoMSk="))
    # ruleid: injection/encoded-code
    exec(zlib.decompress(base64.b64decode(b"eJwrKMrMK9EwBAAKsgKb")))
    # ruleid: injection/encoded-code
    eval(compile(bytes.fromhex("312b31"), "a", "eval"))
    command = base64.b64decode("bHMgLWw=").decode()
    # ruleid: injection/encoded-code
    os.system(command)
    # ruleid: injection/encoded-code
    subprocess.run(command, shell=True)
    # ruleid: injection/encoded-code
    exec("".join(map(chr, [112, 97, 115, 115])))
    # ruleid: injection/encoded-code
    exec("".join(chr(code) for code in [112, 97, 115, 115]))

    # ok: injection/encoded-code
    subprocess.run(["openssl", "dgst", "-sha256"], input=base64.b64decode("aGVsbG8="), check=True)
    # ok: injection/encoded-code
    zlib.decompress(base64.b64decode("eJwrKMrMK9EwBAAKsgKb"))
    # ok: injection/encoded-code
    return json.loads(base64.b64decode("e30=")), bytes.fromhex("00ff"), text
