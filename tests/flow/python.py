g = 'c'
def setg():
    global g
    g = source()
def outer_variable():
    # ruleid: flow
    sink(g)
class T:
    s = 'c'
    def __init__(self): self.q = 'c'
    @classmethod
    def set(cls): cls.s = source()
    @staticmethod
    def set2(): T.u = source()
    # ruleid: flow
    def field_of_class(self): sink(T.s)
    # ruleid: flow
    def field_of_class_by_object(self): sink(self.s)
    # ruleid: flow
    def field_set_by_static_method(self): sink(T.u)
    @property
    def p(self): return source()
    # ruleid: flow
    def property_of_self(self): sink(self.p)
def property_of_object():
    t = T()
    # ruleid: flow
    sink(t.p)
def outer():
    x = 'c'
    def inner():
        nonlocal x
        x = source()
    inner()
    # ruleid: flow
    sink(x)
def thrower(v): raise ValueError(v)
def thrown_by_callee():
    try:
        thrower(source())
    except ValueError as e:
        # ruleid: flow
        sink(str(e))
def mapped_to_constant():
    m = list(map(lambda v: 'c', [source()]))
    # ok: flow
    sink(m[0])
def list_of_constants():
    m = [('c') for v in [source()]]
    # ok: flow
    sink(m[0])
def enumerated():
    x = source()
    for i, v in enumerate([x]):
        # ok: flow
        sink(i)
        # ruleid: flow
        sink(v)
def keys_and_values():
    d = {'a': source()}
    for k in d:
        # ok: flow
        sink(k)
    for k, v in d.items():
        # ok: flow
        sink(k)
        # ruleid: flow
        sink(v)
def zipped():
    for a, b in zip([source()], ['c']):
        # ok: flow
        sink(b)
        # ruleid: flow
        sink(a)
def matched():
    x = source()
    match x:
        # ok: flow
        case 'a': sink(x)
        # ruleid: flow
        case _: sink(x)
def dec(f):
    def w(*a, **k): return f(*a, **k)
    return w
@dec
def gives_back(x): return x
def decorated():
    # ruleid: flow
    sink(gives_back(source()))
def called_at_once():
    # ok: flow
    sink((lambda x: 'c')(source()))
def read_from_file():
    with open(source()) as fh:
        # ruleid: flow
        sink(fh.read())
def hof(f, x): return f(x)
# ruleid: flow
def handed_that_gives(): sink(hof(lambda x: x, source()))
def rest_of_list():
    a, *b = [source(), 'x', 'y']
    # ruleid: flow
    sink(a)
def dictionary_by_names():
    d = dict(a=source(), b='c')
    # ok: flow
    sink(d['b'])
    # ruleid: flow
    sink(d['a'])
def constant_choice():
    x = source() if 1 > 2 else 'c'
    # ok: flow
    sink(x)
def counted_from_the_end():
    x = [1, 2, source()][-1]
    # ruleid: flow
    sink(x)
def assigned_in_condition():
    if (n := source()):
        # ruleid: flow
        sink(n)
def formatted():
    # ruleid: flow
    sink('%s' % source())
    # ruleid: flow
    sink('%(a)s' % {'a': source()})
    # ruleid: flow
    sink('{}'.format(source()))
async def generated_later():
    async for v in agen():
        # ruleid: flow
        sink(v)
async def agen():
    yield source()
