from fastapi import FastAPI, Request
from flask import Flask, request


# ruleid: auth/webhook-unsigned
@app.post("/webhook")
async def webhook(request: Request):
    event = await request.json()
    if event["type"] == "invoice.paid":
        await activate_subscription(event["data"]["object"]["customer"])
    return {"received": True}


# ruleid: auth/webhook-unsigned
@app.route("/webhooks/stripe", methods=["POST"])
def stripe_webhook():
    event = request.get_json()
    order = Order.query.get(event["data"]["object"]["metadata"]["order_id"])
    order.status = "paid"
    db.session.commit()
    return "", 200


# ruleid: auth/webhook-unsigned
@router.post("/github/webhook")
async def github(payload: dict):
    await deployments.create(branch=payload["ref"])


# ok: auth/webhook-unsigned
@app.post("/webhook")
async def signed(request: Request):
    event = stripe.Webhook.construct_event(await request.body(), request.headers["stripe-signature"], ENDPOINT)
    await activate_subscription(event)
    return {"received": True}


# ok: auth/webhook-unsigned
@app.post("/webhooks/github")
async def compared(request: Request):
    body = await request.body()
    expected = hmac.new(KEY, body, "sha256").hexdigest()
    if not hmac.compare_digest(expected, request.headers["X-Sig"]):
        raise HTTPException(400)
    await deployments.create(body=body)


# ok: auth/webhook-unsigned
@app.post("/webhook")
async def depends(payload: dict, _=Depends(checked)):
    await deployments.create(payload)


# ok: auth/webhook-unsigned
@app.post("/webhook")
async def nothing(payload: dict):
    return {"ok": True}


# ok: auth/webhook-unsigned
@app.post("/webhooks/{webhook_id}")
async def change(webhook_id: int, body: WebhookIn):
    await webhooks.update(webhook_id, body)
