import sys

from rule import is_good

sys.exit(42 if is_good(sys.stdin.read()) else 43)
