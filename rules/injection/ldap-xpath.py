import ldap
from flask import Flask, request
from ldap.filter import escape_filter_chars
from lxml import etree

app = Flask(__name__)
directory = ldap.initialize("ldaps://directory.example.com")
tree = etree.parse("users.xml")


@app.post("/login")
def login():
    username = request.form["username"]
    # ruleid: injection/ldap-xpath
    found = directory.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, f"(uid={username})")
    return {"ok": bool(found)}


@app.get("/people")
def people():
    search_filter = "(cn=%s)" % request.args["name"]
    # ruleid: injection/ldap-xpath
    return {"rows": len(directory.search_ext_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, search_filter))}


@app.get("/email")
def email():
    # ruleid: injection/ldap-xpath
    return {"email": tree.xpath("//user[@name='" + request.args["name"] + "']/email/text()")}


@app.post("/login-escaped")
def login_escaped():
    username = escape_filter_chars(request.form["username"])
    # ok: injection/ldap-xpath
    found = directory.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, f"(uid={username})")
    return {"ok": bool(found)}


@app.get("/email-bound")
def email_bound():
    # ok: injection/ldap-xpath
    return {"email": tree.xpath("//user[@name=$name]/email/text()", name=request.args["name"])}


@app.get("/all")
def everyone():
    # ok: injection/ldap-xpath
    return {"rows": len(directory.search_s("dc=example,dc=com", ldap.SCOPE_SUBTREE, "(objectClass=person)"))}
