<?php
function field_of_literal_taken() {
  $o = ['a' => source(), 'b' => 'x'];
  // ruleid: flow
  sink($o['a']);
}
function field_of_literal_other() {
  $o = ['a' => source(), 'b' => 'x'];
  // ok: flow
  sink($o['b']);
}
function key_set_other() {
  $o = [];
  $o['k'] = source();
  $o['j'] = 'c';
  // ok: flow
  sink($o['j']);
}
function list_first_taken() {
  $l = [source(), 'b'];
  // ruleid: flow
  sink($l[0]);
}
function list_second_other() {
  $l = [source(), 'b'];
  // ok: flow
  sink($l[1]);
}
function appended_other() {
  $l = [];
  $l[] = 'a';
  $l[] = source();
  // ok: flow
  sink($l[0]);
}
function appended_taken() {
  $l = [];
  $l[] = 'a';
  $l[] = source();
  // ruleid: flow
  sink($l[1]);
}
function shifted_taken() {
  $l = ['a', source()];
  array_shift($l);
  // ruleid: flow
  sink($l[0]);
}
function shifted_other() {
  $l = [source(), 'b'];
  array_shift($l);
  // ok: flow
  sink($l[0]);
}
function pushed_taken() {
  $l = [];
  array_push($l, 'a', source());
  // ruleid: flow
  sink($l[1]);
}
function destructured_taken() {
  [$a, $b] = [source(), 'x'];
  // ruleid: flow
  sink($a);
}
function destructured_other() {
  [$a, $b] = [source(), 'x'];
  // ok: flow
  sink($b);
}
function list_keyword_taken() {
  list($a, $b) = ['x', source()];
  // ruleid: flow
  sink($b);
}
function list_keyword_other() {
  list($a, $b) = ['x', source()];
  // ok: flow
  sink($a);
}
function keyed_destructuring_taken() {
  ['q' => $a, 'r' => $b] = ['q' => source(), 'r' => 'x'];
  // ruleid: flow
  sink($a);
}
function keyed_destructuring_other() {
  ['q' => $a, 'r' => $b] = ['q' => source(), 'r' => 'x'];
  // ok: flow
  sink($b);
}
function overwritten() {
  $x = source();
  $x = 'c';
  // ok: flow
  sink($x);
}
function dead_branch() {
  $x = source();
  // ok: flow
  if (1 > 2) { sink($x); }
}
function branch_by_constant() {
  $x = source();
  $n = 3;
  if ($n * 7 > 20) { $x = 'c'; }
  // ok: flow
  sink($x);
}
function conditional_by_constant() {
  $n = 3;
  $x = $n * 7 > 20 ? 'c' : source();
  // ok: flow
  sink($x);
}
function switch_by_constant() {
  switch (2) { case 1: $x = source(); break; case 2: $x = 'c'; break; default: $x = source(); }
  // ok: flow
  sink($x);
}
function match_taken() {
  $x = match (1) { 1 => source(), 2 => 'c' };
  // ruleid: flow
  sink($x);
}
function match_other() {
  $x = match (2) { 1 => source(), 2 => 'c' };
  // ok: flow
  sink($x);
}
function guard_in_array() {
  $x = source();
  if (!in_array($x, ['a', 'b'])) { return; }
  // ok: flow
  sink($x);
}
function guard_by_pattern() {
  $x = source();
  if (!preg_match('/^[a-z]+$/', $x)) { throw new Exception('no'); }
  // ok: flow
  sink($x);
}
function guard_by_characters() {
  $x = source();
  if (!ctype_alnum($x)) { die('no'); }
  // ok: flow
  sink($x);
}
function guard_numeric() {
  $x = source();
  if (!is_numeric($x)) { exit; }
  // ok: flow
  sink($x);
}
function exception_carries() {
  // ruleid: flow
  try { throw new Exception(source()); } catch (Exception $e) { sink($e->getMessage()); }
}
function finally_overwrites() {
  $x = source();
  // ok: flow
  try { $x = 'a'; } finally { $x = 'b'; } sink($x);
}
function each_value() {
  // ruleid: flow
  foreach ([source()] as $v) { sink($v); }
}
function each_under_key() {
  // ruleid: flow
  foreach (['a' => source()] as $k => $v) { sink($v); }
}
function each_key() {
  // ok: flow
  foreach (['a' => source()] as $k => $v) { sink($k); }
}
function map_taken() {
  $r = array_map(fn($v) => $v . '!', [source()]);
  // ruleid: flow
  sink($r[0]);
}
function map_constant() {
  $r = array_map(fn($v) => 'c', [source()]);
  // ok: flow
  sink($r[0]);
}
function implode_taken() {
  $r = implode(',', ['a', source()]);
  // ruleid: flow
  sink($r);
}
function explode_taken() {
  $p = explode(',', source());
  // ruleid: flow
  sink($p[1]);
}
function closure_uses() {
  $x = source();
  $g = function () use ($x) { return $x; };
  // ruleid: flow
  sink($g());
}
function arrow_function_sees() {
  $x = source();
  $g = fn() => $x;
  // ruleid: flow
  sink($g());
}
function closure_constant() {
  $x = source();
  $g = function ($y) { return 'c'; };
  // ok: flow
  sink($g($x));
}
function generate() { yield source(); }
function generated() {
  // ruleid: flow
  foreach (generate() as $v) { sink($v); }
}
class Box {
  private $v;
  private $w;
  public function __construct($v) { $this->v = $v; $this->w = 'c'; }
  public function get() { return $this->v; }
  public function getW() { return $this->w; }
  public function set($v) { $this->v = $v; }
}
function field_got_taken() {
  $a = new Box(source());
  // ruleid: flow
  sink($a->get());
}
function field_got_other() {
  $a = new Box(source());
  // ok: flow
  sink($a->getW());
}
class Promoted { public function __construct(public string $v, public string $w = 'x') {} }
function promoted_taken() {
  $a = new Promoted(source());
  // ruleid: flow
  sink($a->v);
}
function promoted_other() {
  $a = new Promoted(source());
  // ok: flow
  sink($a->w);
}
class Overriding extends Box { public function get() { return 'c'; } }
function overridden() {
  $b = new Overriding(source());
  // ok: flow
  sink($b->get());
}
class Inheriting extends Box { }
function inherited() {
  $b = new Inheriting(source());
  // ruleid: flow
  sink($b->get());
}
class Makes {
  public static function make($v) { return $v; }
  public static function none($v) { return 'c'; }
}
function static_method() {
  // ruleid: flow
  sink(Makes::make(source()));
}
function static_method_constant() {
  // ok: flow
  sink(Makes::none(source()));
}
function interpolated_braces() {
  $x = source();
  // ruleid: flow
  sink("x{$x}y");
}
function interpolated() {
  $x = source();
  // ruleid: flow
  sink("x$x y");
}
function formatted() {
  // ruleid: flow
  sink(sprintf('%s', source()));
}
function heredoc_text() {
  $x = source();
  $h = <<<EOT
 a $x b
EOT;
  // ruleid: flow
  sink($h);
}
function merged() {
  $o = array_merge(['a' => source()], ['b' => 1]);
  // ruleid: flow
  sink($o['a']);
}
function concatenated() {
  $x = 'a';
  $x .= source();
  // ruleid: flow
  sink($x);
}
function fill_reference(&$p) { $p = source(); }
function by_reference() {
  $y = 'c';
  fill_reference($y);
  // ruleid: flow
  sink($y);
}
function fill_value($p) { $p = source(); }
function by_value() {
  $y = 'c';
  fill_value($y);
  // ok: flow
  sink($y);
}
function first_of_rest($a, ...$r) { return $r[0]; }
function variadic_taken() {
  // ruleid: flow
  sink(first_of_rest('a', source()));
}
function variadic_other() {
  // ok: flow
  sink(first_of_rest(source(), 'a'));
}
function second($a, $b = 'c') { return $b; }
function default_kept() {
  // ok: flow
  sink(second(source()));
}
function named_argument_taken() {
  // ruleid: flow
  sink(second(b: source(), a: 'x'));
}
function named_argument_other() {
  // ok: flow
  sink(second(a: source(), b: 'x'));
}
function count_down($n, $v) { if ($n <= 1) return $v; return count_down($n - 1, $v); }
function recursion() {
  // ruleid: flow
  sink(count_down(5, source()));
}
function same($x) { return $x; }
function variable_function() {
  $f = 'same';
  // ruleid: flow
  sink($f(source()));
}
function call_user_func_taken() {
  // ruleid: flow
  sink(call_user_func('same', source()));
}
function call_user_func_array_taken() {
  // ruleid: flow
  sink(call_user_func_array('same', [source()]));
}
function static_method_by_name() {
  $m = 'make';
  // ruleid: flow
  sink(Makes::$m(source()));
}
function setter_taken() {
  $a = new Box('x');
  $a->set(source());
  // ruleid: flow
  sink($a->get());
}
function field_other() {
  $o = new stdClass;
  $o->a = source();
  // ok: flow
  sink($o->b);
}
function apply($f, $x) { return $f($x); }
function higher_order() {
  // ruleid: flow
  sink(apply(fn($x) => $x, source()));
}
function loop_appends() {
  $i = 0;
  $x = '';
  while ($i < 3) {
    $x .= source(); $i++;
  }
  // ruleid: flow
  sink($x);
}
function null_coalesced() {
  $x = source() ?? 'c';
  // ruleid: flow
  sink($x);
}
function elvis() {
  $x = source() ?: 'c';
  // ruleid: flow
  sink($x);
}
function cast_number() {
  $x = (int) source();
  // ok: flow
  sink($x);
}
function intval_number() {
  $x = intval(source());
  // ok: flow
  sink($x);
}
function length_of() {
  $x = strlen(source());
  // ok: flow
  sink($x);
}
function compared() {
  $x = source() == 'a';
  // ok: flow
  sink($x);
}
function json_decoded() {
  $x = json_decode(source(), true);
  // ruleid: flow
  sink($x['n']);
}
function json_encoded() {
  $x = json_encode(['a' => source()]);
  // ruleid: flow
  sink($x);
}
function text_functions() {
  $x = trim(strtolower(substr(source(), 0, 5)));
  // ruleid: flow
  sink($x);
}
function keep_global() { global $glob; $glob = source(); }
function global_of_function() {
  global $glob;
  keep_global();
  // ruleid: flow
  sink($glob);
}
function static_variable() {
  static $st;
  $st = source();
  // ruleid: flow
  sink($st);
}
function globals_array() {
  $GLOBALS['q'] = source();
  // ruleid: flow
  sink($GLOBALS['q']);
}
class Shelf {
  public static $s;
  public static function set() { self::$s = source(); }
  const K = 'c';
}
function static_property() {
  Shelf::set();
  // ruleid: flow
  sink(Shelf::$s);
}
function class_constant() {
  // ok: flow
  sink(Shelf::K);
}
trait Passing { public function tg($v) { return $v; } }
class UsesTrait { use Passing; }
function trait_method() {
  $u = new UsesTrait;
  // ruleid: flow
  sink($u->tg(source()));
}
abstract class Template {
  abstract function go($x);
  function run($x) { return $this->go($x); }
}
class TemplateTaken extends Template { function go($x) { return $x; } }
function abstract_taken() {
  $w = new TemplateTaken;
  // ruleid: flow
  sink($w->run(source()));
}
class TemplateConstant extends Template { function go($x) { return 'c'; } }
function unset_gone() {
  $x = source();
  unset($x);
  $x ??= 'c';
  // ok: flow
  sink($x);
}
function object_alias() {
  $o = new stdClass;
  $p = $o;
  $o->a = source();
  // ruleid: flow
  sink($p->a);
}
function array_copy() {
  $o = ['a' => 'c'];
  $p = $o;
  $o['a'] = source();
  // ok: flow
  sink($p['a']);
}
function object_clone() {
  $o = new stdClass;
  $o->a = source();
  $p = clone $o;
  // ruleid: flow
  sink($p->a);
}
function walked() {
  // ruleid: flow
  array_walk($l = [source()], function ($v) { sink($v); });
}
function filtered() {
  $l = array_filter([source()], fn($v) => true);
  // ruleid: flow
  sink($l[0]);
}
function values_of() {
  $l = array_values(['a' => source()]);
  // ruleid: flow
  sink($l[0]);
}
function keys_of() {
  $l = array_keys(['a' => source()]);
  // ok: flow
  sink($l[0]);
}
function null_safe_call() {
  $a = new Box(source());
  // ruleid: flow
  sink($a?->get());
}
function callable_of_function() {
  $f = same(...);
  // ruleid: flow
  sink($f(source()));
}
function replaced_text() {
  $x = str_replace('a', 'b', source());
  // ruleid: flow
  sink($x);
}
class Magic {
  private $d = [];
  public function __set($k, $v) { $this->d[$k] = $v; }
  public function __get($k) { return $this->d[$k]; }
}
function magic_fields() {
  $m = new Magic;
  $m->foo = source();
  // ruleid: flow
  sink($m->foo);
}
class Written {
  private $s;
  function __construct($s) { $this->s = $s; }
  function __toString() { return $this->s; }
}
function to_string_called() {
  $m = new Written(source());
  // ruleid: flow
  sink("$m");
}
class Invoked { function __invoke($x) { return $x; } }
function invoked() {
  $m = new Invoked;
  // ruleid: flow
  sink($m(source()));
}
