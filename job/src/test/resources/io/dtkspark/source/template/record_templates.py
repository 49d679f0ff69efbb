"""Records what detectkit 0.67.2 renders for a corpus of templates, one JSON object per line:
{"template": ..., "text": ...} or {"template": ..., "error": "syntax" | "undefined" | "other"}.

Run with the Python that has detectkit 0.67.2:
    python record_templates.py > templates.jsonl
"""

import json
from datetime import datetime

from detectkit.loaders import QueryTemplate
from jinja2.exceptions import TemplateSyntaxError, UndefinedError

PLAIN = [
    "",
    "SELECT 1",
    "SELECT 1\n",
    "SELECT 1\n\n",
    "SELECT 1\r\n",
    "a\r\nb {{ interval_seconds }}\r\nc",
    "SELECT t FROM x WHERE t >= '{{ dtk_start_time }}' AND t < '{{ dtk_end_time }}'",
    "SELECT to_timestamp(floor(epoch(t) / {{ interval_seconds }}) * {{ interval_seconds }})",
    "100% of { braces } and }} and %} stay",
    "WHERE name LIKE '%foo%'",
    "SELECT '{' || '}' || '{a}'",
    "SELECT {'a': 1} AS s",
    "SELECT 'it''s \"quoted\" \\n \\t \\\\'",
    "ünïcödé {{ 'ärger' }} 😀",
    "{{'tight'}}",
    "{{   'loose'   }}",
    "{{\n'lines'\n}}",
]

WHITESPACE = [
    "{% if true %}\nA\n{% endif %}\nB",
    "  {% if true %}\n  A\n  {% endif %}\nB",
    "x {% if true %}\n  A\n  {% endif %}\nB",
    "x  {%- if true -%}  A  {%- endif -%}  y",
    "x  {{- 'A' -}}  y",
    "x \n\n {%- if true %}\n\n A\n{% endif -%}\n\n y",
    "  {%+ if true %}A{% endif %}",
    "{% if true +%}\nA{% endif %}",
    "  {{ 'A' }}  \n  B",
    "  {# note #}\nA",
    "A {# note #} B",
    "A {#- note -#} B",
    "A\n  {# two\nlines #}  \nB",
    "{% if true %}   \nA{% endif %}",
    "\n\n  {% if true %}\n\n  A\n  {% endif %}\n\n",
    "{% if true %}\r\nA\r\n{% endif %}\r\nB\r\n",
    "a {%- set x = 1 %} b {%- set y = 2 -%} c",
    "  {%- if true %}\n  A\n  {%- endif %}\n  B",
    "  {#- a -#}  \n  {#+ b +#}  \n  C",
    "{{ 'A' }}\n  {% if true %}  B  {% endif %}  \n  C",
    "{% set a = 1 %}{% set b = 2 %}\n  {% set c = 3 %}   {% set d = 4 %}\n{{ a }}",
    "A\n{% raw -%}\n  {{ x }}\n{%- endraw %}\nB",
    "   {% raw %}a{% endraw +%}\n  b",
    "{% if true %}{{ 'A' }}\n{% endif %}{{ 'B' }}\n",
    "\t{% set a = 1 %}\n\t{{ a }}",
    "{% for x in [1, 2] %}\n  {{ x }}\n{% endfor %}\n",
    "{% for x in [1, 2] -%}\n  {{ x }}\n{%- endfor %}\nend",
    "SELECT\n  {% for c in ['a', 'b'] %}\n  {{ c }}{% if not loop.last %},{% endif %}\n\n  {% endfor %}\nFROM t",
    "{% raw %}{{ not_a_variable }} {% if %}{% endraw %}",
    "  {% raw %}\n{{ x }}\n  {% endraw %}\nB",
    "{%- raw -%}  {{ x }}  {%- endraw -%}  B",
    "A{% set a %}\n block {{ 1 }}\n{% endset %}{{ a }}B",
]

PRINTING = [
    "{{ 1 }} {{ -1 }} {{ 0 }} {{ 1_000 }} {{ 0x1f }} {{ 0b11 }} {{ 0o17 }}",
    "{{ 12345678901234567890 }} {{ 12345678901234567890 * 10 }}",
    "{{ 1.0 }} {{ 1.5 }} {{ 0.1 + 0.2 }} {{ 1e16 }} {{ 1e-5 }} {{ 1.5e300 }} {{ 100.0 }} {{ 123456789.5 }}",
    "{{ 1e15 }} {{ 2.5e-3 }} {{ 1e22 }} {{ 12.5e1 }}",
    "{{ true }} {{ false }} {{ none }} {{ True }} {{ False }} {{ None }}",
    "{{ 'a' }} {{ \"b\" }} {{ 'it\\'s' }} {{ \"tab\\there\" }} {{ 'back\\\\slash' }} {{ '\\x41\\u00e9' }}",
    "{{ [1, 'a', true, none, 1.0] }}",
    "{{ (1, 2) }} {{ (1,) }} {{ () }} {{ [] }}",
    "{{ {'a': 1, 'b': [1, 2]} }} {{ {} }}",
    "{{ ['it\\'s', \"q\\\"q\"] }}",
    "{{ 1, 2 }}",
    "{{ 'a' 'b' }}",
]

ARITHMETIC = [
    "{{ 1 + 2 }} {{ 5 - 7 }} {{ 3 * 4 }} {{ 7 / 2 }} {{ 4 / 2 }} {{ 2 ** 10 }} {{ 2 ** -1 }}",
    "{{ 7 // 2 }} {{ -7 // 2 }} {{ 7 % 3 }} {{ -7 % 3 }} {{ 7.5 // 2 }} {{ -7.5 % 2 }} {{ 7 % -3 }}",
    "{{ interval_seconds * 2 }} {{ interval_seconds / 60 }} {{ interval_seconds // 60 }}",
    "{{ (interval_seconds / 60) | int }} {{ interval_seconds / 60 | int }}",
    "{{ -2 ** 2 }} {{ (-2) ** 2 }} {{ 2 ** 3 ** 2 }} {{ +3 }} {{ - 3 }}",
    "{{ 1 + 2 * 3 - 4 / 2 }} {{ (1 + 2) * 3 }} {{ 10 - 3 - 2 }} {{ 2 * 3 % 4 }}",
    "{{ 'a' + 'b' }} {{ 'a' * 3 }} {{ 3 * 'ab' }} {{ [1] + [2] }} {{ [0] * 2 }} {{ (1,) + (2,) }}",
    "{{ 1 ~ 'a' ~ 2.0 ~ none ~ true }} {{ 'x' ~ 1 * 2 }}",
    "{{ 'x' ~ 1 + 2 }}",
    "{{ true + 1 }} {{ true * 1.5 }}",
    "{{ 2 ** 64 }} {{ 9223372036854775807 + 1 }} {{ 10 ** 20 // 3 }}",
    "{{ 1 / 0 }}",
    "{{ 1 // 0 }}",
    "{{ 'a' + 1 }}",
    "{{ 1 - 'a' }}",
    "{{ '%05d|%+d|% d|%-6s|%6s|%.3s|%%|%e|%o|%X' % (42, 5, 5, 'ab', 'cd', 'abcdef', 12345.678, 8, 255) }}",
    "{{ '%(a)s/%(b)02d' % {'a': 'x', 'b': 7} }} {{ '%r' % 'q' }} {{ '%i' % 3.9 }} {{ '%.1f' % 0.25 }} {{ '%.0f' % 2.5 }}",
    "{{ '%s' % [1, 2] }} {{ '%s' % none }} {{ '%d' % true }}",
    "{{ '%s %s' % ('a',) }}",
    "{{ '%d' % 'a' }}",
    "{{ 5 // 2.0 }} {{ -5.5 // 2 }} {{ 5.5 % -2 }} {{ 0.0 * -1 }} {{ 1e308 * 10 }} {{ 7 / 3 }} {{ 10 / 3.0 }}",
    "{{ interval_seconds * 1000 }} {{ interval_seconds / 3600 }} {{ (86400 / interval_seconds) | int }} {{ 86400 // interval_seconds }}",
    "{{ '%s-%s' % ('a', 1) }} {{ '%d' % 5 }} {{ '%05.2f|%-5s|%x' % (3.14159, 'ab', 255) }}",
]

LOGIC = [
    "{{ 1 == 1.0 }} {{ 1 == '1' }} {{ true == 1 }} {{ 'a' != 'b' }} {{ none == none }}",
    "{{ 1 < 2 }} {{ 2 <= 2 }} {{ 'a' < 'b' }} {{ 1 < 2 < 3 }} {{ 3 > 2 > 2 }} {{ [1, 2] < [1, 3] }}",
    "{{ 1 in [1, 2] }} {{ 3 not in [1, 2] }} {{ 'a' in 'cat' }} {{ 'k' in {'k': 1} }} {{ not 1 in [1] }}",
    "{{ true and false }} {{ true or false }} {{ not true }} {{ 1 and 'x' }} {{ 0 or 'y' }} {{ '' or [] or 'z' }}",
    "{{ not 0 }} {{ not '' }} {{ not [] }} {{ not none }} {{ not 0.0 }} {{ not 'a' }}",
    "{{ 'a' if true else 'b' }} {{ 'a' if false else 'b' }} [{{ 'a' if false }}]",
    "{{ 'h' if interval_seconds == 3600 else 'm' }} {{ 1 if 0 else 2 if 0 else 3 }}",
    "{% if interval_seconds >= 3600 %}hour{% elif interval_seconds >= 60 %}minute{% else %}second{% endif %}",
    "{% if interval_seconds < 60 %}s{% elif interval_seconds < 3600 %}m{% elif false %}x{% else %}h{% endif %}",
    "{% if dtk_start_time < dtk_end_time %}before{% endif %}",
    "{% if dtk_start_time >= '2024-01-01' and not (interval_seconds > 10 ** 6) %}yes{% endif %}",
    "{% if '' %}a{% elif 0 %}b{% elif [] %}c{% elif {} %}d{% elif none %}e{% else %}f{% endif %}",
    "{{ 1 < 'a' }}",
]

LOOPS = [
    "{% for bound, op in [(dtk_start_time, '>='), (dtk_end_time, '<')] %}t {{ op }} '{{ bound }}'{{ ' AND ' if not loop.last }}{% endfor %}",
    "{% for x in ['a', 'b', 'c'] %}{{ loop.index }}/{{ loop.length }}{{ loop.first }}{{ loop.last }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }} {% endfor %}",
    "{% for x in range(3) %}{{ x }}{% endfor %} {% for x in range(1, 10, 4) %}{{ x }},{% endfor %} {% for x in range(3, 0, -1) %}{{ x }}{% endfor %}",
    "{% for x in [] %}a{% else %}empty{% endfor %}{% for x in [1] %}a{% else %}empty{% endfor %}",
    "{% for x in [1, 2, 3, 4] if x % 2 == 0 %}{{ x }}:{{ loop.index }}of{{ loop.length }} {% endfor %}",
    "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in {'a': 1, 'b': 2} %}{{ k }}{% endfor %}",
    "{% for a in [1, 2] %}{% for b in ['x', 'y'] %}{{ a }}{{ b }}{{ loop.index }}{% endfor %}{{ loop.index }};{% endfor %}",
    "{% for a in [[1, 2], [3]] %}{% set outer = loop %}{% for b in a %}{{ outer.index }}.{{ loop.index }}={{ b }} {% endfor %}{% endfor %}",
    "{% for c in 'abc' %}{{ c }}-{% endfor %}",
    "{% for x in [1, 2, 3] %}{{ loop.previtem }}{{ loop.nextitem }}{% endfor %}",
    "{% for x in [1, 2, 3] %}{% if not loop.first %}{{ loop.previtem }}{% endif %}{{ x }}{% endfor %}",
    "{% for x in range(5) %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    "{% for x in [1, 1, 2] %}{{ loop.changed(x) }} {% endfor %}",
    "{% set total = 0 %}{% for x in [1, 2] %}{% set total = total + x %}{{ total }}{% endfor %}{{ total }}",
    "{% set ns = namespace(total=0) %}{% for x in [1, 2] %}{% set ns.total = ns.total + x %}{% endfor %}{{ ns.total }}",
    "{% set a, b = 1, 2 %}{{ a }}{{ b }}",
    "{% set cols = ['a', 'b'] %}SELECT {{ cols | join(', ') }}",
    "{% if true %}{% set a = 1 %}{% endif %}{{ a }}",
    "{% for x in [1] %}{% set inner = 1 %}{% endfor %}{{ inner }}",
    "{% for x in [1] %}{% endfor %}{{ x }}",
    "{% set sep = joiner(' AND ') %}{% for c in ['a', 'b', 'c'] %}{{ sep() }}{{ c }}{% endfor %}",
    "{% for i in range(2) %}{% for j in range(2) %}{% if loop.first and not loop.last %}<{% endif %}{{ i }}{{ j }}{% endfor %}{% endfor %}",
    "{% for k, v in {'b': 1, 'a': 2} | dictsort %}{{ k }}{{ v }}{% endfor %} {% for x in [1, 2, 3] | reverse %}{{ x }}{% endfor %}",
    "{% set x = 'outer' %}{% for i in [1] %}{% set x = 'inner' %}{{ x }}{% endfor %}{{ x }}{% if true %}{% set x = 'if' %}{% endif %}{{ x }}",
    "{% for a, b in [(1, 2, 3)] %}{% endfor %}",
    "{% set a = b = 1 %}",
    "{% set x | upper | trim %}  abc {% endset %}[{{ x }}]",
    "{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}",
    "{% for (a, (b, c)) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}",
    "{% for x in 5 %}{% endfor %}",
]

FILTERS = [
    "{{ 'abc' | upper }} {{ 'ABC' | lower }} {{ 'hello world' | title }} {{ 'hello WORLD' | capitalize }}",
    "{{ ['a', 'b'] | join }} {{ [1, 2, 3] | join('-') }} {{ 'abc' | join('.') }}",
    "{{ 'abc' | length }} {{ [1, 2] | count }} {{ {'a': 1} | length }}",
    "{{ 'a-b-c' | replace('-', '_') }} {{ 'aaa' | replace('a', 'b', 2) }}",
    "{{ '42' | int }} {{ '4.9' | int }} {{ 'x' | int }} {{ 'x' | int(7) }} {{ 4.9 | int }} {{ -4.9 | int }} {{ 'ff' | int(0, 16) }}",
    "{{ '1.5' | float }} {{ 3 | float }} {{ 'x' | float }} {{ 'x' | float(1.0) }}",
    "{{ 2.5 | round }} {{ 3.5 | round }} {{ 2.345 | round(2) }} {{ 2.1 | round(0, 'ceil') }} {{ 2.9 | round(method='floor') }} {{ 42 | round }}",
    "{{ 1234.5 | round(-2) }} {{ 2.675 | round(2) }} {{ 7 | round | int }}",
    "{{ -3 | abs }} {{ (-3) | abs }} {{ -2.5 | abs }}",
    "{{ [3, 1, 2] | first }} {{ [3, 1, 2] | last }} {{ 'abc' | first }}",
    "{{ [3, 1, 2] | sort }} {{ [3, 1, 2] | sort(reverse=true) }} {{ ['b', 'A', 'c'] | sort }} {{ ['b', 'A'] | sort(case_sensitive=true) }}",
    "{{ [3, 1, 2] | min }} {{ [3, 1, 2] | max }} {{ [3, 1, 2] | sum }} {{ [0.1, 0.2] | sum }}",
    "{{ [1, 2, 3] | reverse | list }} {{ 'abc' | reverse }} {{ 'abc' | list }}",
    "{{ [1, 1, 2] | unique | list }} {{ [1, 2, 3, 4, 5] | batch(2) | list }}",
    "{{ ['a', 'b'] | map('upper') | join(',') }} {{ [{'n': 1}, {'n': 2}] | map(attribute='n') | list }}",
    "{{ [1, 2, 3, 4] | select('odd') | list }} {{ [1, 2, 3] | reject('odd') | list }} {{ [0, 1] | select | list }}",
    "{{ '  x ' | trim }}| {{ 'xxaxx' | trim('x') }}",
    "{{ undefined_name | default('d') }} {{ '' | default('d') }}| {{ '' | default('d', true) }} {{ none | default('d') }}",
    "{{ x.y | default('e') }}",
    "{{ undefined_name | d('d') }} {{ 0 | default(5, boolean=true) }}",
    "{{ 'a' | string }} {{ 5 | string | length }} {{ [1] | string }}",
    "{{ '%s is %d' | format('x', 5) }} {{ 'abc' | center(7) }}|",
    "{{ {'b': 1, 'a': 2} | dictsort }} {{ {'a': 1} | items | list }}",
    "{{ '<a & b>' | escape }} {{ '<a>' | safe }} {{ \"'q'\" | e }}",
    "{{ 'one two three' | wordcount }} {{ 'abcdefghij klm nop' | truncate(9) }}",
    "{{ '007' | int }} {{ ' 12 ' | int }} {{ '1e3' | int }} {{ '1_000' | int }} {{ '-5' | int }} {{ '0x1A' | int(base=16) }} {{ none | int }} {{ 'inf' | float }}",
    "{{ 0.5 | round }} {{ 1.5 | round }} {{ -0.5 | round }} {{ 1.005 | round(2) }} {{ 1250 | round(-2) }} {{ 1.25 | round(1) }} {{ 1e16 | round }}",
    "{{ [{'a': 2}, {'a': 1}] | sort(attribute='a') }} {{ [{'a': {'b': 1}}] | map(attribute='a.b') | first }} {{ [[1, 2]] | map(attribute=0) | list }}",
    "{{ ['a', 'b'] | join(', ') | upper }} {{ [{'n': 'x'}] | join(',', attribute='n') }} {{ ['x', 'Y', 'y'] | unique | join }}",
    "{{ [3, 1] | sort | first }} {{ [] | first | default('none') }} {{ [] | join }}| {{ [] | sum }} {{ [] | max | default(0) }}",
    "{{ [1, 2, 3] | batch(2, 0) | list }} {{ 'a b' | wordcount }} {{ 'hello' | center(10) }}| {{ 'abc' | replace('', '-') }}",
    "{{ [none, 1, true, 'a', 2.5] | select('number') | list }} {{ ['a', none] | reject('none') | list }} {{ [1, 2] | map('string') | join('+') }}",
    "{{ 'x' if none | default(false) else 'y' }} {{ ('a' if false) is defined }} {{ ('a' if false) | default('z') }} {{ ('a' if false) ~ 'b' }}",
    "{{ [[1, 2], [3]] | sum(start=[]) }} {{ 'a\nb' | indent(2) }}",
    "{{ {'a': [1, true, none]} | tojson }} {{ 'x' | tojson }}",
    "{{ [1, 2, 3, 4] | slice(2) | list }}",
    "{{ [{'a': 1}, {'a': 2}] | selectattr('a', 'equalto', 2) | list }} {{ [1, 2, 3] | select('>', 1) | list }}",
    "{% filter upper %}abc {{ 'd' }}{% endfilter %}",
    "{{ 'x' | nosuchfilter }}",
    "{{ 5 | upper }} {{ none | upper }} {{ true | lower }}",
]

TESTS = [
    "{{ x is defined }} {{ interval_seconds is defined }} {{ x is undefined }} {{ x is not defined }}",
    "{{ 3 is odd }} {{ 4 is even }} {{ 9 is divisibleby 3 }} {{ 9 is divisibleby(2) }}",
    "{{ 'a' is string }} {{ 1 is number }} {{ none is none }} {{ [] is iterable }} {{ {} is mapping }} {{ 1 is integer }} {{ 1.0 is float }} {{ true is boolean }} {{ [] is sequence }}",
    "{{ 'a' is lower }} {{ 'A' is upper }} {{ 1 is eq 1 }} {{ 2 is gt 1 }} {{ 1 is in [1] }} {{ 1 is sameas 1 }} {{ true is true }} {{ 0 is false }}",
    "{{ not x is defined }} {{ 1 is not none }} {{ 3 is odd and 2 is even }}",
    "{% if table is defined %}{{ table }}{% else %}events{% endif %}",
    "{{ 1 is nosuchtest }}",
]

ACCESS = [
    "{{ 'abcdef'[1] }} {{ 'abcdef'[-1] }} {{ 'abcdef'[1:3] }} {{ 'abcdef'[:2] }} {{ 'abcdef'[::2] }} {{ 'abcdef'[::-1] }} {{ 'abcdef'[-2:] }}",
    "{{ [1, 2, 3][0] }} {{ [1, 2, 3][1:] }} {{ (1, 2)[1] }} {{ {'a': 1}['a'] }} {{ {'a': 1}.a }} {{ [1, 2].0 }}",
    "{{ dtk_start_time[:10] }} {{ dtk_start_time[11:16] }} {{ dtk_start_time[:4] | int + 1 }}",
    "{{ dtk_start_time.split(' ')[0] }} {{ dtk_start_time.replace('-', '') }} {{ dtk_start_time.replace(' ', 'T') ~ 'Z' }}",
    "{{ 'abc'.upper() }} {{ 'A'.lower() }} {{ ' a '.strip() }}| {{ 'a,b'.split(',') }} {{ ','.join(['a', 'b']) }}",
    "{{ 'abc'.startswith('a') }} {{ 'abc'.endswith('a') }} {{ 'abc'.find('c') }} {{ 'aba'.count('a') }} {{ 'a'.isdigit() }}",
    "{{ '{}-{}'.format(1, 'a') }} {{ '{0}{0}'.format('x') }} {{ '{:.2f}'.format(1.239) }} {{ '7'.zfill(3) }}",
    "{{ '{:>8}|{:<8}|{:^8}|{:08.3f}|{:+d}|{:,}|{:x}|{:%}'.format('a', 'b', 'c', 3.14159, 5, 1234567, 255, 0.25) }}",
    "{{ '{a} {b!r} {{}}'.format(a=1, b='x') }} {{ '{:*^9}'.format('mid') }} {{ '{:,.2f}'.format(1234567.891) }} {{ '{:5}|{:5}'.format(1, 'a') }}",
    "{{ 'abc'.title() }} {{ \"they're bill's\".title() }} {{ 'a b  c'.split(' ') }} {{ 'a,b,c'.split(',', 1) }} {{ 'a\nb\n'.splitlines() }}",
    "{{ 'x'.ljust(3) }}| {{ 'x'.rjust(3, '0') }} {{ 'x'.center(4, '-') }} {{ 'xay'.strip('xy') }} {{ 'test.sql'.removesuffix('.sql') }} {{ 'a.b'.rfind('.') }}",
    "{{ 'aXbXc'.replace('X', '-', 1) }} {{ 'abc'.startswith(('x', 'a')) }} {{ 'ABC'.isupper() }} {{ '12'.zfill(5) }} {{ '-3'.zfill(4) }}",
    "{{ 'añ😀b'[2] }} {{ 'añ😀b' | length }} {{ 'añ😀b'[::-1] }}",
    "{{ {1: 'a', 2.5: 'b', none: 'c', (1, 2): 'd'} }} {{ {1: 'a'}[1.0] }} {{ {1: 'a'}[true] }}",
    "{% set d = {'a': 1} %}{% set _ = d.update({'b': 2}) %}{{ d }} {% set l = [1, 2] %}{{ l.pop() }}{{ l }}",
    "{{ [1, 2, 1].count(1) }} {{ [1, 2].index(2) }} {{ [1, 2, 3][-2:] }} {{ (1, 2, 3)[:2] }} {{ [1, 2, 3][::-1] }}",
    "{{ {'a': 1}.get('b', 2) }} {{ {'a': 1}.get('a') }} {{ {'a': 1}.get('b') }} {{ {'a': 1, 'b': 2}.keys() | list }} {{ {'a': 1}.values() | list }}",
    "{% set l = [1] %}{{ l.append(2) }}{{ l }}",
    "{% set l = [1] %}{% set _ = l.append(2) %}{{ l }}",
    "{{ {'a': {'b': [10, 20]}}.a.b[1] }}",
    "{{ dict(a=1, b=2) }} {{ dict(a=1).a }}",
    "{{ range(3) | list }} {{ range(3) }}",
    "{{ 'a b'.split() }} {{ 'abc'[5] | default('none') }}",
    "{{ {'a': 1}.nothing }}",
    "{{ [1, 2][5] }}",
]

MACROS = [
    "{% macro f(x) %}<{{ x }}>{% endmacro %}{{ f(1) }}{{ f('a') }}",
    "{% macro f(x, y=2) %}{{ x }}{{ y }}{% endmacro %}{{ f(1) }} {{ f(1, 3) }} {{ f(y=5, x=4) }}",
    "{% macro bucket(col) -%}\n  floor({{ col }} / {{ interval_seconds }})\n{%- endmacro %}\nSELECT {{ bucket('t') }}, {{ bucket('u') }}",
    "{% macro f(x) %}{{ x | upper }}{% endmacro %}{{ f('a') ~ 'b' }} {{ f('abc') | length }}",
    "{% macro f() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ f(1, 2, a=3) }}",
    "{% macro f() %}{{ caller() }}{% endmacro %}{% call f() %}body{% endcall %}",
    "{% macro outer(x) %}{{ inner(x) }}{% endmacro %}{% macro inner(x) %}[{{ x }}]{% endmacro %}{{ outer(1) }}",
    "{% macro f(x) %}{{ x }}{% endmacro %}{{ f() }}",
    "{% macro f(x) %}{{ x }}{% endmacro %}{{ f(1, 2) }}",
    "{% macro f(n) %}{{ n }}{% if n > 0 %}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(3) }}",
]

BROKEN = [
    "{{ undefined_name }}",
    "SELECT {{ from_date }}",
    "{{ undefined_name.attribute }}",
    "{{ dtk_start_time.nothing }}",
    "{{ undefined_name + 1 }}",
    "{{ undefined_name ~ 'a' }}",
    "{% if undefined_name %}a{% endif %}",
    "{% if undefined_name == 1 %}a{% endif %}",
    "{% for x in undefined_name %}{% endfor %}",
    "{{ undefined_name | upper }}",
    "{{ undefined_name | length }}",
    "{{ [undefined_name] }}",
    "{{ undefined_name() }}",
    "{{ nosuch(1) }}",
    "{{ true or undefined_name }} {{ 'a' if true else undefined_name }}",
    "{% set a = undefined_name %}ok",
    "{% set a = undefined_name %}{{ a }}",
    "{{ 'a' in undefined_name }}",
    "{{ not undefined_name }}",
    "{% if true %}",
    "{{ 1 + }}",
    "{{ 'open }}",
    "{% endif %}",
    "{% for in [1] %}{% endfor %}",
    "{% nosuchtag %}",
    "{{ }}",
    "{{ 1 2 }}",
    "{{ (1 }}",
    "{{ a b }}",
    "{# open",
    "{{ open",
    "{% raw %} open",
    "{% if true %}{% endfor %}",
    "{% else %}",
    "{% set = 1 %}",
    "{{ 1 = 2 }}",
    "{{ 'a' ? 'b' : 'c' }}",
    "{{ a && b }}",
    "{{ 1 | }}",
    "{% include 'other.sql' %}",
    "{% extends 'other.sql' %}",
    "{% import 'other.sql' as o %}",
]


def kind(failure):
    if isinstance(failure, TemplateSyntaxError):
        return "syntax"
    cause = failure.__cause__ or failure
    return "undefined" if isinstance(cause, UndefinedError) else "other"


def record(template):
    try:
        text = QueryTemplate().render(
            template,
            dtk_start_time=datetime(2024, 1, 2, 3, 4, 5),
            dtk_end_time=datetime(2024, 1, 3),
            interval_seconds=3600,
        )
    except Exception as failure:  # the kind of failure is what is recorded
        return {"template": template, "error": kind(failure)}
    return {"template": template, "text": text}


GROUPS = {
    "plain": PLAIN,
    "whitespace": WHITESPACE,
    "printing": PRINTING,
    "arithmetic": ARITHMETIC,
    "logic": LOGIC,
    "loops": LOOPS,
    "filters": FILTERS,
    "tests": TESTS,
    "access": ACCESS,
    "macros": MACROS,
    "broken": BROKEN,
}


def main():
    for group, templates in GROUPS.items():
        for template in templates:
            print(json.dumps({"group": group, **record(template)}))


if __name__ == "__main__":
    main()
