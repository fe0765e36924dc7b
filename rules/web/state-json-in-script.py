import json


def page(state):
    # ruleid: web/state-json-in-script
    return f"<script>window.STATE = {json.dumps(state)}</script>"


def boot(user):
    # ruleid: web/state-json-in-script
    return f"<div></div><script>boot({json.dumps(user)});</script>"


def widget(data):
    # ruleid: web/state-json-in-script
    html = f'<script type="application/json">{json.dumps(data)}</script>'
    return html


def page_safe(state):
    text = json.dumps(state).replace("<", "\\u003c")
    # ok: web/state-json-in-script
    return f"<script>window.STATE = {text}</script>"


def log(state):
    # ok: web/state-json-in-script
    return f"state {json.dumps(state)}"


def script():
    # ok: web/state-json-in-script
    return "<script src='/app.js'></script>"
