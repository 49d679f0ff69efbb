"""Records how orjson 3.13 and repr() of Python 3.11 write doubles: bits in hex, and the two texts.

Run with the Python that has detectkit 0.67.2's orjson:
    python record_doubles.py > doubles.tsv
"""

import random
import struct

import orjson


def bits(value):
    return struct.unpack("<Q", struct.pack("<d", value))[0]


def double(pattern):
    return struct.unpack("<d", struct.pack("<Q", pattern))[0]


def around(value):
    return [double(bits(value) + step) for step in (-1, 0, 1)]


def doubles():
    rng = random.Random(20260101)
    yield from (0.0, -0.0, 100.0, 1e15, 1e16, 1e21, 1e22, 1e23, 2e-3, 9.5e-5, 2.0**63, 2.0**64)
    yield from (5e-324, 1e-323, 2.2250738585072011e-308, 2.2250738585072014e-308)
    yield from (1.7976931348623157e308, 2.0e-3, 1.0e23, 8.41e21, 2.0**-44, 9007199254740993.0)
    for exponent in range(-1074, 1024, 7):
        yield 2.0**exponent
    for exponent in range(-1022, 1023, 31):
        yield from around(2.0**exponent)
    for exponent in range(-323, 309, 5):
        yield from around(float(f"1e{exponent}"))
    for exponent in range(-9, 20):
        yield from (float(f"{digits}e{exponent}") for digits in ("1", "1.5", "9.99", "1.2345678"))
    for _ in range(300):
        yield float(rng.randrange(10 ** rng.randrange(1, 19)))
        yield double(rng.randrange(1, 1 << 52))
        yield rng.uniform(-1000, 1000)
        yield round(rng.uniform(-1000, 1000), rng.randrange(5))
    for _ in range(1200):
        value = double(rng.randrange(1 << 64))
        if value == value and abs(value) != float("inf"):
            yield value


for number in doubles():
    print(f"{bits(number):016x}\t{orjson.dumps(number).decode()}\t{number!r}")
