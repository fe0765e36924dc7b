import hmac
import json
import pickle


class Cache:
    def __init__(self, client):
        self.client = client

    def get(self, key):
        raw = self.client.get(key)
        # ruleid: injection/pickle-from-store
        return pickle.loads(raw) if raw else None

    def get_json(self, key):
        raw = self.client.get(key)
        # ok: injection/pickle-from-store
        return json.loads(raw) if raw else None


def receive(queue):
    # ruleid: injection/pickle-from-store
    return pickle.loads(queue.get())


def from_caller(data):
    # ruleid: injection/pickle-from-store
    return pickle.loads(data)


def copy(value):
    # ok: injection/pickle-from-store
    return pickle.loads(pickle.dumps(value))


def signed(data, mac, key):
    if not hmac.compare_digest(mac, hmac.new(key, data, "sha256").digest()):
        raise ValueError("mac")
    # ok: injection/pickle-from-store
    return pickle.loads(data)
