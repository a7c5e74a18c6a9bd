# Does gmssl find that this key has signed these files? Argument: a JSON list of [file, signature in hex, public key in hex]; answer: a list.
import json
import sys

from gmssl import sm2


def fits(path, signature, key):
    with open(path, "rb") as file:
        content = file.read()
    return sm2.CryptSM2(private_key="", public_key=key, asn1=True).verify_with_sm3(signature, content)


print(json.dumps([fits(*one) for one in json.loads(sys.argv[1])]))
