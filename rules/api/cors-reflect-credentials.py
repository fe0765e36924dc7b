from django.conf import settings
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, request
from flask_cors import CORS, cross_origin
from starlette.middleware import Middleware

app = FastAPI()
origins = ["*"]
trusted = ["https://app.acme.dev"]

# ruleid: api/cors-reflect-credentials
app.add_middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
)
# ruleid: api/cors-reflect-credentials
app.add_middleware(CORSMiddleware, allow_origins=origins, allow_credentials=True, allow_methods=["*"])
# ruleid: api/cors-reflect-credentials
app.add_middleware(CORSMiddleware, allow_origin_regex=".*", allow_credentials=True)
# ok: api/cors-reflect-credentials
app.add_middleware(CORSMiddleware, allow_origins=["https://app.acme.dev"], allow_credentials=True)
# ok: api/cors-reflect-credentials
app.add_middleware(CORSMiddleware, allow_origins=trusted, allow_credentials=True, allow_methods=["*"])
# ok: api/cors-reflect-credentials
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET"])
# ok: api/cors-reflect-credentials
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=False)
# ruleid: api/cors-reflect-credentials
middleware = [Middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)]

if settings.DEBUG:
    # ok: api/cors-reflect-credentials
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)

flask_app = Flask(__name__)
# ruleid: api/cors-reflect-credentials
CORS(flask_app, supports_credentials=True)
# ruleid: api/cors-reflect-credentials
CORS(flask_app, origins="*", supports_credentials=True)
# ruleid: api/cors-reflect-credentials
CORS(flask_app, resources={r"/api/*": {"origins": "*"}}, supports_credentials=True)
# ok: api/cors-reflect-credentials
CORS(flask_app, origins=["https://app.acme.dev"], supports_credentials=True)
# ok: api/cors-reflect-credentials
CORS(flask_app, resources={r"/api/*": {"origins": trusted}}, supports_credentials=True)
# ok: api/cors-reflect-credentials
CORS(flask_app)


@flask_app.route("/public")
# ok: api/cors-reflect-credentials
@cross_origin()
def public():
    return {"ok": True}


# ruleid: api/cors-reflect-credentials
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_CREDENTIALS = True


@flask_app.after_request
def allow_any(response):
    # ruleid: api/cors-reflect-credentials
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin", "*")
    response.headers["Access-Control-Allow-Credentials"] = "true"
    return response


@flask_app.after_request
def allow_listed(response):
    origin = request.headers.get("Origin")
    if origin in trusted:
        # ok: api/cors-reflect-credentials
        response.headers["Access-Control-Allow-Origin"] = origin
        response.headers["Access-Control-Allow-Credentials"] = "true"
    return response
