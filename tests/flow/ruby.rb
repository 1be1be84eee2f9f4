def hash_field_taken
  o = {a: source(), b: 'x'}
  # ruleid: flow
  sink(o[:a])
end
def hash_field_other
  o = {a: source(), b: 'x'}
  # ok: flow
  sink(o[:b])
end
def hash_rocket_taken
  o = {'a' => source(), 'b' => 'x'}
  # ruleid: flow
  sink(o['a'])
end
def hash_rocket_other
  o = {'a' => source(), 'b' => 'x'}
  # ok: flow
  sink(o['b'])
end
def hash_set_other
  o = {}
  o[:k] = source()
  o[:j] = 'c'
  # ok: flow
  sink(o[:j])
end
def hash_set_taken
  o = {}
  o[:k] = source()
  o[:j] = 'c'
  # ruleid: flow
  sink(o[:k])
end
def hash_overwritten
  o = {a: source()}
  o[:a] = 'c'
  # ok: flow
  sink(o[:a])
end
def hash_fetch_taken
  o = {a: source(), b: 'x'}
  # ruleid: flow
  sink(o.fetch(:a))
end
def hash_fetch_other
  o = {a: source(), b: 'x'}
  # ok: flow
  sink(o.fetch(:b))
end
def hash_fetch_default
  o = {}
  # ruleid: flow
  sink(o.fetch(:b, source()))
end
def hash_dig_taken
  o = {a: {b: source()}}
  # ruleid: flow
  sink(o.dig(:a, :b))
end
def hash_store_taken
  o = {}
  o.store(:a, source())
  # ruleid: flow
  sink(o[:a])
end
def hash_delete_gone
  o = {a: source()}
  o.delete(:a)
  # ok: flow
  sink(o[:a])
end
def hash_merge_taken
  o = {a: 'x'}.merge({b: source()})
  # ruleid: flow
  sink(o[:b])
end
def hash_merge_other
  o = {a: 'x'}.merge({b: source()})
  # ok: flow
  sink(o[:a])
end
def hash_values_first
  o = {a: source()}
  # ruleid: flow
  sink(o.values.first)
end
def hash_keys_first
  o = {a: source()}
  # ok: flow
  sink(o.keys.first)
end
def hash_each_value
  # ruleid: flow
  {a: source()}.each { |k, v| sink(v) }
end
def hash_each_key
  # ok: flow
  {a: source()}.each { |k, v| sink(k) }
end
def hash_to_a
  # ruleid: flow
  sink({a: source()}.to_a[0][1])
end
def hash_transform
  h = {a: source()}.transform_values { |v| v + 'x' }
  # ruleid: flow
  sink(h[:a])
end
def list_first_taken
  l = [source(), 'b']
  # ruleid: flow
  sink(l[0])
end
def list_second_other
  l = [source(), 'b']
  # ok: flow
  sink(l[1])
end
def list_negative_taken
  l = ['b', source()]
  # ruleid: flow
  sink(l[-1])
end
def list_negative_other
  l = [source(), 'b']
  # ok: flow
  sink(l[-1])
end
def list_first_method
  l = [source(), 'b']
  # ruleid: flow
  sink(l.first)
end
def list_last_method
  l = [source(), 'b']
  # ok: flow
  sink(l.last)
end
def list_append_taken
  l = []
  l << 'a'
  l << source()
  # ruleid: flow
  sink(l[1])
end
def list_append_other
  l = []
  l << 'a'
  l << source()
  # ok: flow
  sink(l[0])
end
def list_push_other
  l = []
  l.push('a')
  l.push(source())
  # ok: flow
  sink(l[0])
end
def list_push_several
  l = []
  l.push('a', source())
  # ruleid: flow
  sink(l[1])
end
def list_shift_other
  l = [source(), 'b']
  l.shift
  # ok: flow
  sink(l[0])
end
def list_shift_taken
  l = ['b', source()]
  l.shift
  # ruleid: flow
  sink(l[0])
end
def list_unshift
  l = ['b']
  l.unshift(source())
  # ok: flow
  sink(l[1])
end
def list_pop_taken
  l = ['b', source()]
  # ruleid: flow
  sink(l.pop)
end
def list_plus
  l = ['a'] + [source()]
  # ruleid: flow
  sink(l[1])
end
def list_concat
  l = ['a']
  l.concat([source()])
  # ruleid: flow
  sink(l[1])
end
def list_clear
  l = [source()]
  l.clear
  # ok: flow
  sink(l[0])
end
def list_join
  # ruleid: flow
  sink(['a', source()].join(','))
end
def list_flatten
  # ruleid: flow
  sink([['a', source()]].flatten.join)
end
def list_compact
  # ruleid: flow
  sink([nil, source()].compact.first)
end
def list_zip
  # ruleid: flow
  ['a'].zip([source()]).each { |a, b| sink(b) }
end
def list_length
  # ok: flow
  sink([source()].length)
end
def parallel_taken
  a, b = source(), 'x'
  # ruleid: flow
  sink(a)
end
def parallel_other
  a, b = source(), 'x'
  # ok: flow
  sink(b)
end
def destructure_taken
  a, b = ['x', source()]
  # ruleid: flow
  sink(b)
end
def destructure_rest
  a, *b = ['x', source()]
  # ruleid: flow
  sink(b[0])
end
def destructure_nested
  a, (b, c) = ['x', ['y', source()]]
  # ok: flow
  sink(b)
end
def swapped
  a = source()
  b = 'c'
  a, b = b, a
  # ok: flow
  sink(a)
end
def overwritten
  x = source()
  x = 'c'
  # ok: flow
  sink(x)
end
def dead_branch
  x = source()
  # ok: flow
  if 1 > 2 then sink(x)
end
end
def dead_modifier
  x = 'c'
  x = source() if 1 > 2
  # ok: flow
  sink(x)
end
def constant_branch
  x = source()
  n = 3
  x = 'c' if n * 7 > 20
  # ok: flow
  sink(x)
end
def constant_ternary
  n = 3
  x = n * 7 > 20 ? 'c' : source()
  # ok: flow
  sink(x)
end
def case_other
  x = case 2
  when 1 then source()
  when 2 then 'c' else source() end
    # ok: flow
    sink(x)
  end
def case_taken
  x = case 1
  when 1 then source() else 'c' end
    # ruleid: flow
    sink(x)
  end
def if_value
  x = if rand > 1 then source() else 'c' end
    # ruleid: flow
    sink(x)
  end
def case_in_taken
  case {a: source()}
  # ruleid: flow
  in {a: v} then sink(v) end
  end
def case_in_list
  case [source(), 'b']
  # ruleid: flow
  in [a, b] then sink(a) end
  end
def case_in_list_other
  case [source(), 'b']
  # ok: flow
  in [a, b] then sink(b) end
  end
def guard_include
  x = source()
  return unless ['a', 'b'].include?(x)
  # ok: flow
  sink(x)
end
def guard_regex
  x = source()
  raise 'no' unless x =~ /\A[a-z]+\z/
  # ok: flow
  sink(x)
end
def guard_match
  x = source()
  raise 'no' unless x.match?(/\A[a-z]+\z/)
  # ok: flow
  sink(x)
end
def guard_case
  x = source()
  case x
  # ok: flow
  when 'a', 'b' then sink(x) end
  end
def guard_equal
  x = source()
  # ok: flow
  if x == 'a' then sink(x) end
end
def raise_carries
  begin
    raise ArgumentError, source()
  rescue ArgumentError => e
    # ruleid: flow
    sink(e.message)
  end
end
def raise_new_carries
  begin
    raise ArgumentError.new(source())
  rescue => e
    # ruleid: flow
    sink(e.message)
  end
end
def ensure_overwrites
  x = source()
  begin
    x = 'a'
  ensure
    x = 'b'
  end
  # ok: flow
  sink(x)
end
def rescue_modifier
  x = source() rescue 'c'
  # ruleid: flow
  sink(x)
end
def each_block
  # ruleid: flow
  [source()].each { |v| sink(v) }
end
def each_do
  # ruleid: flow
  [source()].each do |v| sink(v) end
end
def for_in
  # ruleid: flow
  for v in [source()] do sink(v) end
end
def each_with_index_value
  # ruleid: flow
  [source()].each_with_index { |v, i| sink(v) }
end
def each_with_index_index
  # ok: flow
  [source()].each_with_index { |v, i| sink(i) }
end
def map_taken
  r = [source()].map { |v| v + '!' }
  # ruleid: flow
  sink(r[0])
end
def map_constant
  r = [source()].map { |v| 'c' }
  # ok: flow
  sink(r[0])
end
def map_symbol
  r = [source()].map(&:upcase)
  # ruleid: flow
  sink(r[0])
end
def select_taken
  r = [source()].select { |v| v.size > 1 }
  # ruleid: flow
  sink(r.first)
end
def inject_taken
  r = [source(), 'b'].inject('') { |a, v| a + v }
  # ruleid: flow
  sink(r)
end
def find_taken
  r = [source()].find { |v| v }
  # ruleid: flow
  sink(r)
end
def each_with_object
  r = [source()].each_with_object([]) { |v, acc| acc << v }
  # ruleid: flow
  sink(r[0])
end
def group_by
  r = [source()].group_by { |v| 1 }
  # ruleid: flow
  sink(r[1])
end
def tap_block
  x = source().tap { |v| puts v }
  # ruleid: flow
  sink(x)
end
def then_block
  x = source().then { |v| v + 'x' }
  # ruleid: flow
  sink(x)
end
def times_block
  r = 3.times.map { source() }
  # ruleid: flow
  sink(r[0])
end
def sum_numbers
  # ok: flow
  sink([source().to_i].sum)
end
def yields
  yield source()
end
def yields_other
  yield 'c'
end
def block_gets_other
  # ok: flow
  yields_other { |v| sink(v) }
end
def call_block(&b)
  b.call(source())
end
def lambda_call
  f = lambda { |x| x }
  # ruleid: flow
  sink(f.call(source()))
end
def lambda_arrow
  f = ->(x) { x }
  # ruleid: flow
  sink(f.(source()))
end
def lambda_brackets
  f = ->(x) { x }
  # ruleid: flow
  sink(f[source()])
end
def proc_new
  f = Proc.new { |x| x }
  # ruleid: flow
  sink(f.call(source()))
end
def closure_reads
  x = source()
  f = -> { x }
  # ruleid: flow
  sink(f.call)
end
def closure_writes
  x = 'c'
  [1].each { x = source() }
  # ruleid: flow
  sink(x)
end
def method_reference
  m = method(:ident)
  # ruleid: flow
  sink(m.call(source()))
end
def send_call
  # ruleid: flow
  sink(send(:ident, source()))
end
def ident(x)
  x
end
def none(x)
  'c'
end
def call_ident
  # ruleid: flow
  sink(ident(source()))
end
def call_none
  # ok: flow
  sink(none(source()))
end
def explicit_return(x)
  return x
end
def call_return
  # ruleid: flow
  sink(explicit_return(source()))
end
def two_results(x)
  return 'c', x
end
def result_first
  a, b = two_results(source())
  # ok: flow
  sink(a)
end
def result_second
  a, b = two_results(source())
  # ruleid: flow
  sink(b)
end
def dflt(a, b = 'c')
  b
end
def default_kept
  # ok: flow
  sink(dflt(source()))
end
def default_given
  # ruleid: flow
  sink(dflt('x', source()))
end
def kw(a:, b: 'c')
  b
end
def keyword_taken
  # ruleid: flow
  sink(kw(a: 'x', b: source()))
end
def keyword_other
  # ok: flow
  sink(kw(a: source()))
end
def rest(a, *r)
  r[0]
end
def rest_taken
  # ruleid: flow
  sink(rest('a', source()))
end
def rest_other
  # ok: flow
  sink(rest(source(), 'a'))
end
def opts(**o)
  o[:q]
end
def options_taken
  # ruleid: flow
  sink(opts(q: source()))
end
def options_other
  # ok: flow
  sink(opts(r: source()))
end
def splat_call
  # ruleid: flow
  sink(dflt(*['x', source()]))
end
class Box
  attr_accessor :v, :w
  def initialize(v)
    @v = v
    @w = 'c'
  end
  def get
    @v
  end
  def set(x)
    @v = x
  end
end
def field_got
  b = Box.new(source())
  # ruleid: flow
  sink(b.get)
end
def accessor_read
  b = Box.new(source())
  # ruleid: flow
  sink(b.v)
end
def accessor_other
  b = Box.new(source())
  # ok: flow
  sink(b.w)
end
def accessor_write
  b = Box.new('x')
  b.v = source()
  # ruleid: flow
  sink(b.v)
end
def accessor_write_get
  b = Box.new('x')
  b.v = source()
  # ruleid: flow
  sink(b.get)
end
def accessor_overwrite
  b = Box.new(source())
  b.v = 'c'
  # ok: flow
  sink(b.v)
end
def setter_taken
  b = Box.new('x')
  b.set(source())
  # ruleid: flow
  sink(b.get)
end
class Sub < Box
  def get
    'c'
  end
end
def overridden
  # ok: flow
  sink(Sub.new(source()).get)
end
class Plain < Box
end
def inherited
  # ruleid: flow
  sink(Plain.new(source()).get)
end
class Sup < Box
  def initialize(v)
    super(v)
  end
end
def super_called
  # ruleid: flow
  sink(Sup.new(source()).v)
end
module Mix
  def mixed(x)
    x
  end
end
class WithMix
  include Mix
end
def mixin_method
  # ruleid: flow
  sink(WithMix.new.mixed(source()))
end
class Sing
  def self.make(x)
    x
  end
  def self.none(x)
    'c'
  end
  class << self
    def inner(x)
      x
    end
  end
end
def class_method
  # ruleid: flow
  sink(Sing.make(source()))
end
def class_method_none
  # ok: flow
  sink(Sing.none(source()))
end
def singleton_method
  # ruleid: flow
  sink(Sing.inner(source()))
end
Pt = Struct.new(:x, :y)
def struct_taken
  pt = Pt.new(source(), 'c')
  # ruleid: flow
  sink(pt.x)
end
def struct_other
  pt = Pt.new(source(), 'c')
  # ok: flow
  sink(pt.y)
end
class Memo
  def v
    @v ||= source()
  end
end
def memoized
  # ruleid: flow
  sink(Memo.new.v)
end
class Vec
  attr_reader :a
  def initialize(a)
    @a = a
  end
  def +(o)
    Vec.new(@a + o.a)
  end
  def [](i)
    @a
  end
  def to_s
    @a
  end
end
def operator_method
  v = Vec.new('x') + Vec.new(source())
  # ruleid: flow
  sink(v.a)
end
def to_s_interpolated
  v = Vec.new(source())
  # ruleid: flow
  sink("#{v}")
end
def interpolation
  x = source()
  # ruleid: flow
  sink("a #{x} b")
end
def heredoc_text
  x = source()
  y = "a\n#{x}\n"
  # ruleid: flow
  sink(y)
end
def format_text
  # ruleid: flow
  sink(format('%s', source()))
end
def percent_format
  # ruleid: flow
  sink('%s' % source())
end
def percent_list
  # ruleid: flow
  sink('%s %s' % ['a', source()])
end
def string_append
  x = +'a'
  x << source()
  # ruleid: flow
  sink(x)
end
def string_plus_assign
  x = 'a'
  x += source()
  # ruleid: flow
  sink(x)
end
def safe_navigation
  b = Box.new(source())
  # ruleid: flow
  sink(b&.get)
end
def or_default
  x = source() || 'c'
  # ruleid: flow
  sink(x)
end
def or_assign
  x = nil
  x ||= source()
  # ruleid: flow
  sink(x)
end
def to_integer
  # ok: flow
  sink(source().to_i)
end
def integer_cast
  # ok: flow
  sink(Integer(source()))
end
def comparison
  # ok: flow
  sink(source() == 'a')
end
def text_methods
  # ruleid: flow
  sink(source().strip.downcase.gsub('a', 'b'))
end
def split_taken
  a, b = source().split(',')
  # ruleid: flow
  sink(b)
end
def slice_range
  # ruleid: flow
  sink(source()[0..2])
end
def symbol_to_s
  # ruleid: flow
  sink(source().to_sym.to_s)
end
def global_set
  $glob = source()
  # ruleid: flow
  sink($glob)
end
def global_setter
  $glob2 = source()
end
class Cv
  @@c = 'x'
  def set
    @@c = source()
  end
  def get
    @@c
  end
end
KONST = 'c'
def constant_read
  # ok: flow
  sink(KONST)
end
def loop_until
  x = ''
  i = 0
  until i > 2 do x += source()
    i += 1
  end
  # ruleid: flow
  sink(x)
end
def while_break
  x = source()
  while true do x = 'c'
    break
  end
  # ok: flow
  sink(x)
end
def dup_copy
  h = {a: 'c'}
  g = h.dup
  h[:a] = source()
  # ok: flow
  sink(g[:a])
end
def alias_object
  h = {a: 'c'}
  g = h
  h[:a] = source()
  # ruleid: flow
  sink(g[:a])
end
def out_list(l)
  l << source()
end
def filled_by_callee
  l = []
  out_list(l)
  # ruleid: flow
  sink(l[0])
end
def enumerator
  e = Enumerator.new { |y| y << source() }
  # ruleid: flow
  sink(e.next)
end
def catch_throw
  x = catch(:done) { throw :done, source() }
  # ruleid: flow
  sink(x)
end
def unless_else
  x = source()
  # ok: flow
  unless true then sink(x) end
end
def and_value
  x = true && source()
  # ruleid: flow
  sink(x)
end
def open_struct
  o = OpenStruct.new(a: source(), b: 'c')
  # ok: flow
  sink(o.b)
end
def open_struct_taken
  o = OpenStruct.new(a: source())
  # ruleid: flow
  sink(o.a)
end
