import defusedxml.ElementTree
from flask import Flask, request
from flask_login import login_required
from lxml import etree

app = Flask(__name__)


@app.post("/import")
@login_required
def import_xml():
    return {"title": defusedxml.ElementTree.fromstring(request.data).findtext("title")}


@app.post("/feed")
@login_required
def feed():
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return {"title": etree.fromstring(request.data, parser).findtext("title")}


def read_invoice(path: str):
    return etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True))
