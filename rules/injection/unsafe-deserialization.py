import base64
import json
import pickle
import socket

import dill
import joblib
import jsonpickle
import numpy as np
import redis
import requests
import yaml
from django.http import JsonResponse
from fastapi import FastAPI, UploadFile
from flask import Flask, jsonify, request
from yaml import CSafeLoader, SafeLoader

app = Flask(__name__)
api = FastAPI()
redis_client = redis.Redis()


@app.route("/session")
def session():
    cookie = request.cookies.get("session")
    # ruleid: injection/unsafe-deserialization
    data = pickle.loads(base64.b64decode(cookie))
    # ok: injection/unsafe-deserialization
    safe = json.loads(base64.b64decode(cookie))
    return jsonify(data, safe)


@app.route("/load", methods=["POST"])
def load():
    # ruleid: injection/unsafe-deserialization
    return jsonify(pickle.loads(request.data))


@app.route("/object", methods=["POST"])
def decode():
    body = request.get_data()
    # ruleid: injection/unsafe-deserialization
    first = jsonpickle.decode(body)
    # ruleid: injection/unsafe-deserialization
    second = dill.loads(body)
    return jsonify(first, second)


@app.route("/model", methods=["POST"])
def model():
    uploaded = request.files["model"]
    # ruleid: injection/unsafe-deserialization
    estimator = joblib.load(uploaded)
    return jsonify(estimator.classes_)


@api.post("/upload")
async def upload(file: UploadFile):
    content = await file.read()
    # ruleid: injection/unsafe-deserialization
    return pickle.loads(content)


def view(request):
    # ruleid: injection/unsafe-deserialization
    state = pickle.loads(request.body)
    return JsonResponse(state)


def cached(key):
    raw = redis_client.get(key)
    if raw is None:
        return None
    # ruleid: injection/unsafe-deserialization
    return pickle.loads(raw)


def cached_json(key):
    raw = redis_client.get(key)
    # ok: injection/unsafe-deserialization
    return json.loads(raw) if raw else None


def receive(connection: socket.socket):
    # ruleid: injection/unsafe-deserialization
    return pickle.loads(connection.recv(4096))


def download(url):
    response = requests.get(url, timeout=10)
    # ruleid: injection/unsafe-deserialization
    return pickle.loads(response.content)


def deserialize(data: bytes):
    # ruleid: injection/unsafe-deserialization
    return pickle.loads(data)


def read_config(path):
    with open(path) as handle:
        # ruleid: injection/unsafe-deserialization
        return yaml.load(handle, Loader=yaml.Loader)


def read_config_default(text):
    # ruleid: injection/unsafe-deserialization
    return yaml.load(text)


def read_config_unsafe(text):
    # ruleid: injection/unsafe-deserialization
    return yaml.unsafe_load(text)


def read_config_safe(path):
    with open(path) as handle:
        # ok: injection/unsafe-deserialization
        first = yaml.safe_load(handle)
        # ok: injection/unsafe-deserialization
        second = yaml.load(handle, Loader=yaml.SafeLoader)
        # ok: injection/unsafe-deserialization
        third = yaml.load(handle, Loader=SafeLoader)
        # ok: injection/unsafe-deserialization
        fourth = yaml.load(handle, CSafeLoader)
    return first, second, third, fourth


def save(state, path):
    with open(path, "wb") as handle:
        # ok: injection/unsafe-deserialization
        pickle.dump(state, handle)


def restore(path):
    with open(path, "rb") as handle:
        # ok: injection/unsafe-deserialization
        return pickle.load(handle)


def clone(state):
    # ok: injection/unsafe-deserialization
    return pickle.loads(pickle.dumps(state))


def arrays(path):
    # ok: injection/unsafe-deserialization
    return np.load(path)


class PickleSerializer:
    def dumps(self, value):
        return pickle.dumps(value)

    def loads(self, data):
        # ok: injection/unsafe-deserialization
        return pickle.loads(data)


class PreferencesCookie:
    name = "prefs"

    def load(self):
        raw = request.cookies.get(self.name)
        # ruleid: injection/unsafe-deserialization
        return pickle.loads(base64.b64decode(raw))
