import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/login")
def login():
    username = request.form["username"]
    # ruleid: injection/log-injection
    logger.info(f"Login attempt for {username}")
    return "", 204


@app.get("/search")
def search():
    # ruleid: injection/log-injection
    logging.warning("search for %s", request.args.get("q"))
    return "", 204


@app.get("/agent")
def agent():
    # ruleid: injection/log-injection
    app.logger.info("client " + request.headers.get("User-Agent", ""))
    return "", 204


@app.post("/login-clean")
def login_clean():
    username = request.form["username"].replace("\n", "").replace("\r", "")
    # ok: injection/log-injection
    logger.info(f"Login attempt for {username}")
    return "", 204


@app.post("/login-field")
def login_field():
    # ok: injection/log-injection
    logger.info("login attempt", extra={"username": request.form["username"]})
    return "", 204


@app.get("/orders")
def orders():
    page = int(request.args["page"])
    # ok: injection/log-injection
    logger.info(f"page {page}")
    return "", 204


def quoted(request):
    # ok: injection/log-injection
    logger.info("login attempt for user: %r", request.form["username"])
