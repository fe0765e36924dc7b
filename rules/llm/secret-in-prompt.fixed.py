import os

from .payments import payment_client


def messages(question: str) -> list:
    return [
        {"role": "system", "content": "You answer questions about orders. Use the tool refund_order for refunds."},
        {"role": "user", "content": question},
    ]


def refund_order(order_id: int) -> str:
    return payment_client(os.environ["STRIPE_SECRET_KEY"]).refund(order_id)
