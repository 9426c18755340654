"""Installs what the clients need, from Debian and PyPI, and nothing that is there already."""

import importlib.metadata
import os
import shutil
import subprocess
import sys


def debian(package):
    """The version of a Debian package, or nothing."""
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True)
    return done.stdout.strip()


def missing(requirement):
    name, _, version = requirement.partition("==")
    try:
        return importlib.metadata.version(name) != version
    except importlib.metadata.PackageNotFoundError:
        return True


def install(clients):
    packages = sorted({each for client in clients for each in client.DEBIAN if not debian(each)})
    if packages:
        as_root = [] if os.geteuid() == 0 else [shutil.which("sudo") or sys.exit("installing needs root")]
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run([*as_root, "apt-get", "update", "-qq"], check=True, env=environment)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        subprocess.run([*as_root, *command], check=True, env=environment, stdout=subprocess.DEVNULL)
    wanted = sorted(filter(missing, {each for client in clients for each in client.PYPI}))
    if wanted:
        subprocess.run([sys.executable, "-m", "pip", "install", "-q", *wanted], check=True)
