#!/usr/bin/env python3
"""Adds Newsmark to Qt Creator's language servers: configure.py SETTINGS.ini [PROGRAM]

Needs PyQt5 (Debian: python3-pyqt5), because the list of servers is a Qt variant that only Qt writes.
"""

import sys

from PyQt5.QtCore import QSettings

NAME = "newsmark"
LIST = "LanguageClient/typedClients"


def client(program):
    return {
        "typeId": "LanguageClient::StdIOSettingsID",
        "id": "{6e657773-6d61-4726-b000-6e6577736d6b}",
        "name": NAME,
        "enabled": True,
        "startupBehavior": 1,
        "mimeType": [],
        "filePattern": ["*.news"],
        "initializationOptions": "",
        "configuration": "",
        "executable": program,
        "arguments": "serve",
    }


def main(path, program="newsmark"):
    settings = QSettings(path, QSettings.IniFormat)
    others = [each for each in settings.value(LIST) or [] if each.get("name") != NAME]
    settings.setValue(LIST, others + [client(program)])
    settings.sync()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
