# What does pyHanko say of the signatures of PDFs? Argument: a JSON list of [PDF, [PEM files of trusted roots]]; answer: a list for each.
import datetime
import json
import sys

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def checked(path, roots):
    trusted = [load_cert_from_pemder(root) for root in roots]
    with open(path, "rb") as file:
        return [said(one, trusted) for one in PdfFileReader(file).embedded_signatures]


def said(signature, roots):
    context = ValidationContext(trust_roots=roots, allow_fetching=False)
    status = validate_pdf_signature(
        signature, signer_validation_context=context, ts_validation_context=context
    )
    stamp = status.timestamp_validity
    return {
        "intact": status.intact,
        "valid": status.valid,
        "trusted": status.trusted,
        "coverage": status.coverage.name,
        "signer": status.signing_cert.subject.native.get("organization_name"),
        "format": signature.sig_object["/SubFilter"],
        "stamp": None
        if stamp is None
        else {
            "at": stamp.timestamp.astimezone(datetime.timezone.utc).isoformat(),
            "valid": stamp.valid and stamp.intact,
            "trusted": stamp.trusted,
        },
    }


print(json.dumps([checked(path, roots) for path, roots in json.loads(sys.argv[1])]))
