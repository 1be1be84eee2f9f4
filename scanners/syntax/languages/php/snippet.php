<html><?= $x ?>
<?php
namespace A\B;
use C\D as E;
use function X\y;
#[Attr(1)]
abstract class F extends G implements H, I {
  use T1;
  const X = 1;
  private static ?int $p = 5, $q;
  public function __construct(private int $z, string &$s = "a", ...$r): int { parent::__construct(); return $this->p + self::X; }
}
function f($a) { global $b; static $c = 1; echo $a, "x $a {$b->c} ${d}"; }
if ($a): b(); elseif ($c): d(); else: e(); endif;
foreach ($a as $k => &$v) { $v[] = 1; $x['a'] = $$y; }
$f = fn($x) => $x + 1; $g = function($q) use ($r) { return 1; };
$a->b($c, d: 1)?->e; A::$b; A::c(); new D(1); new class {};
try { throw new E; } catch (A | B $e) { } finally { }
switch ($x) { case 1: a(); break; default: b(); }
$s = <<<EOT
hello $name {$x}
EOT;
$z = (int)$a . `ls $b`; @unlink($f); include "x"; print $x; exit(1); list($a, $b) = [1, 'k' => 2];
match($x) { 1, 2 => 3, default => 4 };
$i++; unset($a); isset($b); empty($c); $a ??= 1; $x instanceof Y; clone $x; \foo\bar(1); array(1,2);
?>
text
