import hashlib
import random
import secrets
import time
import uuid

from flask import jsonify, request


@app.post("/forgot-password")
def forgot():
    user = find(request.json["email"])
    # ruleid: auth/reset-and-otp-weak
    reset_token = hashlib.md5(user.email.encode()).hexdigest()
    user.reset_hash = reset_token
    # ruleid: auth/reset-and-otp-weak
    return jsonify({"message": "sent", "reset_token": reset_token})


@app.post("/otp")
def send_code():
    # ruleid: auth/reset-and-otp-weak
    otp = random.randint(100000, 999999)
    sms(request.json["phone"], otp)
    return jsonify(sent=True)


@app.post("/invite")
def invite():
    # ruleid: auth/reset-and-otp-weak
    invite_code = "".join(random.choices("abcdefgh", k=8))
    # ruleid: auth/reset-and-otp-weak
    verification_token = str(uuid.uuid1())
    return jsonify(sent=mail(invite_code, verification_token))


@app.post("/reset")
def reset():
    # ok: auth/reset-and-otp-weak
    reset_token = secrets.token_urlsafe(32)
    # ok: auth/reset-and-otp-weak
    otp = secrets.randbelow(1_000_000)
    # ok: auth/reset-and-otp-weak
    expires = time.time() + 900
    # ok: auth/reset-and-otp-weak
    reset_code = random.SystemRandom().randint(100000, 999999)
    mail(reset_token, otp, reset_code, expires)
    # ok: auth/reset-and-otp-weak
    return jsonify({"otp_required": True})


# ok: auth/reset-and-otp-weak
color = random.choice(["red", "blue"])
# ok: auth/reset-and-otp-weak
jitter = random.random()
