import base64
import builtins
import importlib
import os
import subprocess

from settings import pick


def start(kind, line, quiet):
    # ruleid: hidden-function
    getattr(os, kind)(line)
    # ruleid: hidden-function
    getattr(subprocess, pick("how"))(line)
    # ruleid: hidden-function
    getattr(os, "%s%s" % ("sys", "tem"))(line)
    # ruleid: hidden-function
    getattr(os, "metsys"[::-1])(line)
    # ruleid: hidden-function
    getattr(builtins, base64.b64decode("ZXZhbA==").decode())(line)
    # ruleid: hidden-function
    vars(os)[kind](line)
    # ruleid: hidden-function
    os.__dict__[kind](line)
    # ruleid: hidden-function
    __import__(kind).system(line)
    # ruleid: hidden-function
    importlib.import_module("so"[::-1]).listdir(line)

    # ok: hidden-function
    subprocess.run(["ls", "--", line], check=True)
    # ok: hidden-function
    getattr(subprocess, "call" if quiet else "check_call")(["ls", "--", line])
    # ok: hidden-function
    importlib.import_module(pick("plugin")).register(line)
    # ok: hidden-function
    flags = getattr(os, pick("flag"), 0)
    # ok: hidden-function
    getattr(handlers(), kind)(line)
    # ok: hidden-function
    return line[::-1], getattr(os, "O_BINARY", 0) | flags
