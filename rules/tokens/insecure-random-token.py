import random
import secrets
import string
import time
import uuid
from random import choices, randint

from django.utils.crypto import get_random_string
from fastapi import FastAPI

api = FastAPI()
ALPHABET = string.ascii_letters + string.digits


def generate_token(length=32):
    # ruleid: tokens/insecure-random-token
    return "".join(random.choice(ALPHABET) for _ in range(length))


def generate_token_fixed(length=32):
    # ok: tokens/insecure-random-token
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def generate_otp():
    # ruleid: tokens/insecure-random-token
    return str(random.randint(100000, 999999))


def generate_otp_fixed():
    # ok: tokens/insecure-random-token
    return f"{secrets.randbelow(10**6):06d}"


def create_reset_code(user):
    code = "".join(choices(string.digits, k=6))
    # ruleid: tokens/insecure-random-token
    user.reset_code = code
    user.save()


@api.post("/forgot-password")
async def forgot_password(email: str):
    # ruleid: tokens/insecure-random-token
    token = "%032x" % random.getrandbits(128)
    await store(email, token)
    return {"ok": True}


@api.post("/invite")
async def invite(email: str):
    # ruleid: tokens/insecure-random-token
    invite_code = f"INV-{randint(1000, 9999)}"
    # ruleid: tokens/insecure-random-token
    await save(email=email, token=uuid.uuid1().hex, code=invite_code)
    # ok: tokens/insecure-random-token
    await save(email=email, token=uuid.uuid4().hex, code=secrets.token_urlsafe(8))
    return {"ok": True}


class User:
    def reset_password(self):
        # ruleid: tokens/insecure-random-token
        password = "".join(random.sample(ALPHABET, 12))
        # ruleid: tokens/insecure-random-token
        self.salt = random.randbytes(16)
        return password

    def reset_password_fixed(self):
        # ok: tokens/insecure-random-token
        password = get_random_string(16)
        # ok: tokens/insecure-random-token
        self.salt = secrets.token_bytes(16)
        return password


def system_random():
    # ok: tokens/insecure-random-token
    token = "".join(random.SystemRandom().choice(ALPHABET) for _ in range(32))
    return token


def backoff(attempt):
    # ok: tokens/insecure-random-token
    delay = 2**attempt + random.uniform(0, 1)
    time.sleep(delay)


def augment(vocab, tokens):
    # ok: tokens/insecure-random-token
    token = random.choice(tokens)
    # ok: tokens/insecure-random-token
    mask_token = random.choice(vocab)
    # ok: tokens/insecure-random-token
    learning_rate = random.uniform(1e-5, 1e-3)
    random.shuffle(tokens)
    return token, mask_token, learning_rate


def user_agent(agents):
    # ok: tokens/insecure-random-token
    headers = {"User-Agent": random.choice(agents), "X-Trace": str(random.random())}
    return headers
