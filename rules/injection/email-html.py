import html
from email.mime.text import MIMEText
from flask import Flask, request

app = Flask(__name__)


@app.post("/contact")
def contact():
    name = request.form["name"]
    # ruleid: injection/email-html
    part = MIMEText(f"<p>{name}</p>", "html")
    # ok: injection/email-html
    safe = MIMEText(f"<p>{html.escape(name)}</p>", "html")
    # ok: injection/email-html
    plain = MIMEText(f"{name}", "plain")
    return ""
