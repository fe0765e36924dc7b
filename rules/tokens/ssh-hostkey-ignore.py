import subprocess

import asyncssh
import paramiko
from paramiko import AutoAddPolicy, SSHClient


def run(host: str, command: str) -> str:
    client = paramiko.SSHClient()
    # ruleid: tokens/ssh-hostkey-ignore
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    client.connect(host, username="deploy")
    return client.exec_command(command)[1].read().decode()


def run_short(host: str) -> None:
    client = SSHClient()
    # ruleid: tokens/ssh-hostkey-ignore
    client.set_missing_host_key_policy(AutoAddPolicy())
    client.connect(host)


async def run_async(host: str):
    # ruleid: tokens/ssh-hostkey-ignore
    return await asyncssh.connect(host, known_hosts=None)


def sync(host: str) -> None:
    # ruleid: tokens/ssh-hostkey-ignore
    subprocess.run(["rsync", "-e", "ssh -o StrictHostKeyChecking=no", "dist/", f"{host}:/srv/app"], check=True)


def run_known(host: str) -> None:
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    # ok: tokens/ssh-hostkey-ignore
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    client.connect(host)


async def run_pinned(host: str):
    # ok: tokens/ssh-hostkey-ignore
    return await asyncssh.connect(host, known_hosts="/etc/app/known_hosts")


def sync_pinned(host: str) -> None:
    # ok: tokens/ssh-hostkey-ignore
    subprocess.run(["rsync", "-e", "ssh -o StrictHostKeyChecking=accept-new", "dist/", f"{host}:/srv/app"], check=True)
