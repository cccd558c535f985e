"""Reads mails, one in base64 a line, with Python's own parser, and writes what it finds as one JSON array."""

import base64
import email
import email.policy
import json
import sys


def read(line):
    message = email.message_from_bytes(base64.b64decode(line), policy=email.policy.default)
    parts = [part for part in message.walk()]
    files = [part for part in parts if part.get_filename() is not None]
    return {
        "subject": message["subject"],
        "from": [{"name": one.display_name, "address": one.addr_spec} for one in message["from"].addresses],
        "to": [one.addr_spec for one in message["to"].addresses],
        "replyTo": [one.addr_spec for one in message["reply-to"].addresses],
        "headers": {name: message[name] for name in message.keys()},
        "text": message.get_body(("plain",)).get_content(),
        "html": message.get_body(("html",)).get_content(),
        "files": [{"name": part.get_filename(), "size": len(part.get_payload(decode=True)), "contentId": part["content-id"]} for part in files],
        "defects": [str(defect) for part in parts for defect in [*part.defects, *(d for value in part.values() for d in getattr(value, "defects", []))]],
    }


json.dump([read(line) for line in sys.stdin if line.strip()], sys.stdout)
