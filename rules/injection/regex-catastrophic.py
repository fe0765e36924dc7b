import re

# ruleid: injection/regex-catastrophic
EMAIL = re.compile(r"^([a-zA-Z0-9]+)*@example\.com$")
# ruleid: injection/regex-catastrophic
WORDS = re.compile(r"^(\w+\s?)*$")


def check(value):
    # ruleid: injection/regex-catastrophic
    return re.match(r"^(a+)+b", value)


# ok: injection/regex-catastrophic
SAFE = re.compile(r"^[a-zA-Z0-9]+@example\.com$")
# ok: injection/regex-catastrophic
DOTTED = re.compile(r"^[a-z]+(?:\.[a-z]+)*$")
# ok: injection/regex-catastrophic
BOUNDED = re.compile(r"^(?:[a-z]{1,20}-)+[a-z]$")
