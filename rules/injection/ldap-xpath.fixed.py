import ldap
from flask import Flask, request
from ldap.filter import escape_filter_chars
from lxml import etree
from login import login_required

app = Flask(__name__)
directory = ldap.initialize("ldaps://directory.example.com")
tree = etree.parse("people.xml")


@app.get("/people")
@login_required
def people():
    name = escape_filter_chars(request.args["name"])
    rows = directory.search_s("ou=people,dc=example,dc=com", ldap.SCOPE_ONELEVEL, f"(cn={name})", ["cn", "title"])
    return {"rows": len(rows)}


@app.get("/title")
@login_required
def title():
    return {"title": tree.xpath("//person[@name=$name]/title/text()", name=request.args["name"])}
