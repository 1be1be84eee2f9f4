import ast
import operator

OPERATORS = {"+": operator.add, "-": operator.sub}


def calculate(expression):
    # ruleid: python.injection.eval-non-literal
    return eval(expression)


def make_setter(name):
    scope = {}
    # ruleid: python.injection.eval-non-literal
    exec(f"def setter(self, value): self.{name} = value", scope)
    return scope["setter"]


def filter_rows(rows, condition):
    # ruleid: python.injection.eval-non-literal
    return [row for row in rows if eval(condition, {}, row)]


def apply(sign, left, right):
    # ok: python.injection.eval-non-literal
    return OPERATORS[sign](left, right)


def parse(text):
    # ok: python.injection.eval-non-literal
    return ast.literal_eval(text)


def answer():
    # ok: python.injection.eval-non-literal
    return eval("6 * 7")


def evaluate(model):
    # ok: python.injection.eval-non-literal
    model.eval()
