# frozen_string_literal: true
require 'json'
class Shop::Cart < ::Base
  LIMIT = 10
  attr_reader :items, :total
  def initialize(items, limit = LIMIT, *rest, strict: false, **options, &block)
    @items = items; @@all ||= []
    $log.info :created, size: 1, :kind => :cart, 'raw' => true, strict:, **options
  rescue IOError, Timeout::Error => error
    retry unless error
  else
    1
  ensure
    close
  end
  def self.open(path) = new(path)
  def empty; end
end
module Tools
end
text = <<~SQL + "a #{text} 'b'"
  select #{column} from t
SQL
plain = [<<A, <<B]
one
A
two
B
%w[a b].each(&:upcase)
out = `ls #{dir}` || %x(ls)
Kernel::system("ls", *args) if ready?
cart&.items.map(1) { |item, (a, b)| item + 1 }.to_s
File.open(path, 'r') do |file|
  file.read
end
case kind
when 1, 2 then one
when String then two
else three
end
if a
elsif b and not c
  d
else
  e
end
while a do b end
begin; x; end until y
for i in 1..3 do p i end
first, *others = list
run = ->(x) { x * 2 }
value = a ? b[0] : { 'k' => 1, key: nil, "q": :"s t" }
return 1, 2 if text =~ /a#{b}/ && name !~ /\d+/i
yield value
