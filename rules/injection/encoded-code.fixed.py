import subprocess

from greeting import greet


def start():
    greet()
    return subprocess.run(["ls", "-l"], check=True, capture_output=True)
