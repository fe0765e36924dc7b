import subprocess


def list_folder(folder, quiet):
    if quiet:
        return subprocess.call(["ls", "--", folder])
    return subprocess.check_call(["ls", "--", folder])
