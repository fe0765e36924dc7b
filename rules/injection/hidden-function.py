import base64
import builtins
import importlib
import os
import subprocess

from settings import pick


def start(kind, line, quiet):
    # ruleid: injection/hidden-function
    getattr(os, kind)(line)
    # ruleid: injection/hidden-function
    getattr(subprocess, pick("how"))(line)
    # ruleid: injection/hidden-function
    getattr(os, "%s%s" % ("sys", "tem"))(line)
    # ruleid: injection/hidden-function
    getattr(os, "metsys"[::-1])(line)
    # ruleid: injection/hidden-function
    getattr(builtins, base64.b64decode("ZXZhbA==").decode())(line)
    # ruleid: injection/hidden-function
    vars(os)[kind](line)
    # ruleid: injection/hidden-function
    os.__dict__[kind](line)
    # ruleid: injection/hidden-function
    __import__(kind).system(line)
    # ruleid: injection/hidden-function
    importlib.import_module("so"[::-1]).listdir(line)

    # ok: injection/hidden-function
    subprocess.run(["ls", "--", line], check=True)
    # ok: injection/hidden-function
    getattr(subprocess, "call" if quiet else "check_call")(["ls", "--", line])
    # ok: injection/hidden-function
    importlib.import_module(pick("plugin")).register(line)
    # ok: injection/hidden-function
    flags = getattr(os, pick("flag"), 0)
    # ok: injection/hidden-function
    getattr(handlers(), kind)(line)
    # ok: injection/hidden-function
    return line[::-1], getattr(os, "O_BINARY", 0) | flags
