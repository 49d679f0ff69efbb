"""Records what detectkit 0.67.2 renders for random templates, in the form of record_templates.py.

Run with the Python that has detectkit 0.67.2:
    python record_random_templates.py > random_templates.jsonl
"""

import json
import random
import signal

from record_templates import record

RANDOM = random.Random(20260101)
RENDERED = 900
FAILED = 300

VALUES = """0 1 2 3 -1 7 10 1.5 0.1 2.0 -2.5 1e3 'a' 'abc' 'A_b' '' '12' '1.5' true false none
[1,2,3] [] ['b','A','c'] (1,2) {'a':1,'b':2} interval_seconds dtk_start_time [3,1.5,2] 'x,y'
range(3) nope x""".split()
OPERATORS = "+ - * / // % ** ~ == != < > <= >= and or in".split() + ["not in"]
FILTERS = """upper lower length int float abs round first last sort list join join(',') default(5)
default('d',true) string trim title capitalize sum min max unique|list replace('a','X') round(1)
int(3) map('string')|list select('number')|list tojson center(6) batch(2)|list round(0,'floor')
sort(reverse=true) e wordcount dictsort d""".split()
TESTS = """defined none string number odd even divisibleby(2) iterable mapping true integer float
lower upper sequence eq(1) boolean""".split()
ACCESSES = """.upper() .split(',') .strip() [0] [-1] [1:] [::-1] [:2] .replace('a','b') .get('a')
.items()|list .a .startswith('a') .zfill(5) .keys()|list .format(1) ['a'] .title() .count('a')
.find('b') ['zz']""".split()
SPACES = ["", " ", "\n", "  \n  ", "\n\n", "\t"]


one = RANDOM.choice


def space():
    return one(SPACES)


def tag(words):
    return "{%" + one(["", "", "", "-", "+"]) + f" {words} " + one(["", "", "", "-", "+"]) + "%}"


def expression(depth):
    if depth == 0 or RANDOM.random() < 0.2:
        return one(VALUES)
    inner = [expression(depth - 1) for _ in range(3)]
    return one(
        [
            f"({inner[0]} {one(OPERATORS)} {inner[1]})",
            f"{inner[0]} {one(OPERATORS)} {inner[1]}",
            f"({inner[0]} | {one(FILTERS)})",
            f"{inner[0]} | {one(FILTERS)}",
            f"({inner[0]} is {one(['', 'not '])}{one(TESTS)})",
            f"({inner[0]}){one(ACCESSES)}",
            f"({inner[0]} if {inner[1]} else {inner[2]})",
            f"not {inner[0]}",
        ]
    )


def body(depth):
    return space() + "".join(statement(depth) for _ in range(RANDOM.randint(0, 2))) + space()


def otherwise(depth, likely=0.3):
    return tag("else") + body(depth) if RANDOM.random() < likely else ""


def statement(depth):
    value = expression(1)
    simple = [
        "A",
        "B,",
        "{{" + one(["", "", "-"]) + f" {value} " + one(["", "", "-"]) + "}}",
        "{#" + one(["", "-", "+"]) + " note " + one(["", "-", "+"]) + "#}",
        tag(f"set x = {value}"),
    ]
    if depth == 0 or RANDOM.random() < 0.3:
        return space() + one(simple) + space()
    inner = depth - 1
    return one(
        [
            tag(f"if {value}") + body(inner) + otherwise(inner) + tag("endif"),
            tag(f"if {value}") + body(inner) + tag("elif x is defined") + body(inner) + tag("endif"),
            tag(f"for x in {value}{one(['', ' if x'])}")
            + body(inner)
            + one(["{{ loop.index }}", "", "{{ x }}"])
            + otherwise(inner)
            + tag("endfor"),
            "{% raw " + one(["", "-"]) + "%}" + space() + "{{ q }}" + space() + tag("endraw"),
            tag("set y") + body(inner) + tag("endset") + "{{ y }}",
            tag("macro m(x, z=2)") + body(inner) + tag("endmacro") + "{{ m(" + one(VALUES) + ") }}",
        ]
    )


def template():
    if RANDOM.random() < 0.6:
        return "{{ " + expression(3) + " }}"
    return "".join(statement(3) for _ in range(RANDOM.randint(1, 4)))


def give_up(*_):
    raise TimeoutError


def main():
    signal.signal(signal.SIGALRM, give_up)
    rendered = failed = 0
    while rendered < RENDERED or failed < FAILED:
        signal.alarm(2)
        entry = record(template())
        signal.alarm(0)
        text = entry.get("text", "")
        if len(text) > 1000 or "<" in text or "Markup" in text:
            continue  # objects print with their address, which nobody relies on
        if "text" in entry and rendered < RENDERED:
            rendered += 1
            print(json.dumps({"group": "random", **entry}))
        elif "error" in entry and failed < FAILED:
            failed += 1
            print(json.dumps({"group": "random", **entry}))


if __name__ == "__main__":
    main()
