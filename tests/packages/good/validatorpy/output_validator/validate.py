"""Any two numbers, none below 0, with the right sum."""
import sys

with open(sys.argv[1]) as file:
    n = int(file.read())


def reject(why):
    with open(sys.argv[3] + "judgemessage.txt", "a") as file:
        file.write(why + "\n")
    sys.exit(43)


words = sys.stdin.read().split()
if len(words) != 2 or not all(word.isdigit() for word in words):
    reject("not two numbers")
if sum(map(int, words)) != n:
    reject("%s + %s is not %d" % (words[0], words[1], n))
sys.exit(42)
