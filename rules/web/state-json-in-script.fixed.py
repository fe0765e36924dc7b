import json


def page(state):
    text = json.dumps(state).replace("<", "\\u003c")
    return f"<script>window.STATE = {text}</script>"


def boot(user):
    return f"<script>boot({json.dumps(user).replace('<', chr(92) + 'u003c')});</script>"
