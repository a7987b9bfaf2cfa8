import re


def is_good(text):
    return re.fullmatch(r"(0|[1-9][0-9]{0,2}|1000)\n", text)
