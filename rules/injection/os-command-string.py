import asyncio
import os
import re
import shlex
import subprocess
from subprocess import check_output, run

from django.http import HttpResponse
from fastapi import APIRouter
from flask import Flask, request

app = Flask(__name__)
router = APIRouter()
MODES = {"fast": "-1", "best": "-9"}


@app.route("/ping")
def ping():
    host = request.args.get("host", "")
    # ruleid: injection/os-command-string
    os.system("ping -c 1 " + host)
    # ruleid: injection/os-command-string
    output = subprocess.check_output(f"ping -c 1 {host}", shell=True)
    # ruleid: injection/os-command-string
    os.popen("nslookup %s" % host).read()
    # ok: injection/os-command-string
    safe = subprocess.check_output(["ping", "-c", "1", "--", host])
    # ok: injection/os-command-string
    quoted = subprocess.check_output(f"ping -c 1 {shlex.quote(host)}", shell=True)
    return output + safe + quoted


@app.route("/exec", methods=["POST"])
def execute():
    command = request.json["command"]
    # ruleid: injection/os-command-string
    result = run(command, shell=True, capture_output=True, text=True)
    return result.stdout


@app.route("/compress", methods=["POST"])
def compress():
    mode = request.form["mode"]
    level = int(request.form["level"])
    # ok: injection/os-command-string
    subprocess.run(f"gzip {MODES[mode]} /srv/data/log", shell=True)
    # ok: injection/os-command-string
    subprocess.run(f"gzip -{level} /srv/data/log", shell=True)
    if mode not in ("fast", "best"):
        return "mode", 400
    # ok: injection/os-command-string
    subprocess.run("gzip --" + mode + " /srv/data/log", shell=True)
    return "done"


@router.get("/lookup/{domain}")
async def lookup(domain: str):
    # ruleid: injection/os-command-string
    process = await asyncio.create_subprocess_shell(f"dig {domain}", stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return out


@router.get("/lookup-safe/{domain}")
async def lookup_safe(domain: str):
    # ok: injection/os-command-string
    process = await asyncio.create_subprocess_exec("dig", "--", domain, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    return out


def backup(request, filename):
    # ruleid: injection/os-command-string
    subprocess.call("tar czf /backups/{}.tgz /srv".format(filename), shell=True)
    return HttpResponse("ok")


class Converter:
    def convert(self, source, target):
        cmd = "ffmpeg -i " + source + " " + target
        # ruleid: injection/os-command-string
        subprocess.Popen(cmd, shell=True)

    def convert_safe(self, source, target):
        # ok: injection/os-command-string
        subprocess.Popen(["ffmpeg", "-i", source, target])

    def convert_line(self, source):
        # ruleid: injection/os-command-string
        subprocess.run(["bash", "-c", f"ffmpeg -i {source} out.mp4"])

    def frames(self, count: int):
        # ok: injection/os-command-string
        subprocess.run(f"ffmpeg -frames {count} -i in.mp4", shell=True)

    def named(self, name):
        if not re.fullmatch(r"[a-z0-9_]+", name):
            raise ValueError(name)
        # ok: injection/os-command-string
        os.system(f"ffmpeg -i /media/{name}.mp4 out.mp4")


def run_command(command):
    # ok: injection/os-command-string
    return subprocess.run(command, shell=True, check=True)


def deploy():
    # ok: injection/os-command-string
    os.system("systemctl restart app")
    # ok: injection/os-command-string
    check_output(f"git -C {os.environ['HOME']}/app pull", shell=True)


def whois():
    name = input("Domain: ")
    # ruleid: injection/os-command-string
    os.system(f"whois {name}")


def _line(user):
    return f"id {user}"


def identity(user):
    # ruleid: injection/os-command-string
    return subprocess.getoutput(_line(user))


def by_keyword(user):
    name = input("Name: ")
    # ruleid: injection/os-command-string
    subprocess.run(args=f"id {name}", shell=True)
    # ruleid: injection/os-command-string
    subprocess.run(f"id {name}", shell=1)
    # ok: injection/os-command-string
    subprocess.run(args=["id", name])
    # ok: injection/os-command-string
    subprocess.run(["id", name], shell=0)


def replaced_process():
    name = input("Name: ")
    # ruleid: injection/os-command-string
    os.execl("/bin/sh", "sh", "-c", f"id {name}")
    # ruleid: injection/os-command-string
    os.spawnv(os.P_WAIT, "/bin/sh", ["sh", "-c", "id " + name])
    # ok: injection/os-command-string
    os.execlp("id", "id", name)


@app.route("/shells")
def shells():
    line = request.args["line"]
    # ruleid: injection/os-command-string
    subprocess.run(["/usr/bin/env", "bash", "-c", line])
    # ruleid: injection/os-command-string
    subprocess.check_call(["sudo", "-n", "sh", "-c", f"ls {line}"])
    shell = subprocess.Popen(["bash", "-s"], stdin=subprocess.PIPE)
    # ruleid: injection/os-command-string
    shell.communicate(line.encode())
    # ruleid: injection/os-command-string
    subprocess.run("sh", input=line, text=True)
    # ruleid: injection/os-command-string
    subprocess.Popen(line, -1, None, None, None, None, None, True, True)
    # ok: injection/os-command-string
    subprocess.run(["env", "LANG=C", "sort", "-c", line])
    sort = subprocess.Popen(["sort", "-u"], stdin=subprocess.PIPE)
    # ok: injection/os-command-string
    sort.communicate(line.encode())
    # ok: injection/os-command-string
    subprocess.run(["sha256sum"], input=line, text=True)
    # ok: injection/os-command-string
    return subprocess.Popen(["ls", "--", line], -1, None, None, None, None, None, True, False)
