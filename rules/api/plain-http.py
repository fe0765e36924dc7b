import requests


def pay(token, amount):
    # ruleid: api/plain-http
    return requests.post("http://api.payments.example.org/charge", json={"amount": amount}, headers={"Authorization": token})


# ruleid: api/plain-http
API_URL = "http://api.example.org/v1"


def safe(token):
    # ok: api/plain-http
    requests.get("https://api.example.org/v1/orders")
    # ok: api/plain-http
    requests.get("http://localhost:8080/health")
    # ok: api/plain-http
    requests.get("http://orders:8080/health")
    # ok: api/plain-http
    requests.get("http://10.0.0.4/health")
    # ok: api/plain-http
    return requests.get("http://orders.default.svc.cluster.local/health")


# ok: api/plain-http
NAMESPACE = "http://www.w3.org/2000/svg"
