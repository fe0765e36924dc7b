import xml.etree.ElementTree as ET

import defusedxml.ElementTree as SafeET
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.post("/import")
def import_xml():
    # ruleid: injection/xxe
    root = etree.fromstring(request.data)
    return root.findtext("title")


@app.post("/upload")
def upload():
    # ruleid: injection/xxe
    tree = ET.parse(request.files["feed"])
    return str(len(tree.getroot()))


def read_invoice(path: str):
    # ruleid: injection/xxe
    parser = etree.XMLParser(resolve_entities=True, no_network=False)
    return etree.parse(path, parser)


def read_with_dtd(path: str):
    # ruleid: injection/xxe
    return etree.parse(path, etree.XMLParser(load_dtd=True))


@app.post("/safe")
def safe():
    # ok: injection/xxe
    return SafeET.fromstring(request.data).findtext("title")


@app.post("/parser")
def with_parser():
    # ok: injection/xxe
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(request.data, parser).findtext("title")


def read_settings():
    # ok: injection/xxe
    return ET.parse("settings.xml").getroot()
