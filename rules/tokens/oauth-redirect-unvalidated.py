from flask import abort, request


def authorize():
    redirect_uri = request.args["redirect_uri"]
    client = clients[request.args["client_id"]]
    # ruleid: tokens/oauth-redirect-unvalidated
    if not redirect_uri.startswith(client.redirect_prefix):
        abort(400)
    return consent(client, redirect_uri)


def authorize_any(client, redirect_uri):
    # ruleid: tokens/oauth-redirect-unvalidated
    return any(redirect_uri.startswith(allowed) for allowed in client.redirect_uris)


def authorize_host(redirect_uri):
    # ruleid: tokens/oauth-redirect-unvalidated
    return "example.com" in redirect_uri


def exact(client, redirect_uri):
    # ok: tokens/oauth-redirect-unvalidated
    return redirect_uri in client.redirect_uris


def equal(client, redirect_uri):
    # ok: tokens/oauth-redirect-unvalidated
    return redirect_uri == client.redirect_uri


def secure(client, redirect_uri):
    # ok: tokens/oauth-redirect-unvalidated
    return redirect_uri.startswith("https://") and redirect_uri in client.redirect_uris
