import hashlib
import hmac
import json
import os

import stripe
from fastapi import FastAPI, HTTPException, Request

from .store import activate_subscription, deployments

app = FastAPI()


@app.post("/webhooks/stripe")
async def stripe_webhook(request: Request):
    try:
        event = stripe.Webhook.construct_event(
            await request.body(), request.headers["stripe-signature"], os.environ["STRIPE_WEBHOOK_SECRET"]
        )
    except (ValueError, stripe.SignatureVerificationError) as error:
        raise HTTPException(status_code=400) from error
    await activate_subscription(event["data"]["object"]["customer"])
    return {"received": True}


@app.post("/webhooks/github")
async def github_webhook(request: Request):
    body = await request.body()
    expected = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature-256", "")):
        raise HTTPException(status_code=400)
    await deployments.create(branch=json.loads(body)["ref"])
    return {"received": True}
