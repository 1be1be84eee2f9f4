import os.path as p, sys
from a.b import c as d, e
from . import x
@app.route("/x", methods=["GET"])
async def f(a, b=1, *args: int, c: str = "x", **kw) -> int:
    x: int
    y: List[int] = [1]
    if a: return (a)
    elif b < 1 < c:
        z = f"hi {a!r} there {b:>3}"
    else:
        q = r'''raw''' "b"
    a[1:2] = a[:, 1]
    x += 1
    foo(x for x in y if x)
    return not a.b.c(1, k=2, *z, **w)
class C(B, metaclass=M):
    "doc"
    pass
try:
    a, b = 1, 2
except (E, F) as e:
    raise E from e
finally:
    with open(f) as g, h: pass
