from flask import abort, request

from .clients import clients, consent


def authorize():
    client = clients.get(request.args["client_id"])
    redirect_uri = request.args["redirect_uri"]
    if client is None or redirect_uri not in client.redirect_uris:
        abort(400)
    return consent(client, redirect_uri)
