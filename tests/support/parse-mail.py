"""Parses every .eml of a folder with Python's own email package and prints what it says, and all defects, as JSON."""
import email, email.policy, json, pathlib, sys

def said(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    defects = [repr(d) for part in message.walk() for d in part.defects]
    defects += [f"{name}: {d!r}" for name, value in message.items() for d in getattr(value, "defects", [])]
    body = {kind: message.get_body((kind,)).get_content() for kind in ("plain", "html")}
    box = lambda field: [[a.display_name, a.addr_spec] for a in message[field].addresses]
    return {"file": path.name, "from": box("From"), "to": box("To"), "subject": str(message["Subject"]),
            "text": body["plain"], "html": body["html"], "headers": [n for n, _ in message.items()], "defects": defects}

print(json.dumps([said(p) for p in sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))]))
