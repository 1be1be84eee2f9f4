// SPDX-License-Identifier: Apache-2.0
//
// Numbers are written as their distance from the one before where these grow slowly, and each symbol in full only the first
// time: later it is its place among those met. What is read is checked wherever it is an index, because the bytes may be
// anybody's.
#include "scanners/sast/flow/graph_record.h"

#include <unordered_map>

namespace codelake::sast::flow {

using syntax::Symbol;

namespace {

constexpr auto k_last_step = static_cast<std::uint64_t>(Step::outer);

class Writer {
 public:
  explicit Writer(RecordWriter& to) : m_to(to) {}

  void write(const Graph& graph) {
    m_to.text(graph.path);
    m_to.text(graph.language);
    m_to.number(graph.limit_hit ? 1 : 0);
    m_to.number(graph.imports.size());
    for (const Import& one : graph.imports) {
      m_to.text(one.module);
      m_to.number(one.wildcard ? 1 : 0);
    }
    values(graph);
    m_to.number(graph.labels.size());
    for (const Symbol label : graph.labels) symbol(label);
    edges(graph);
    m_to.number(graph.functions.size());
    for (const Function& one : graph.functions) function(one);
    m_to.number(graph.classes.size());
    for (const Class& one : graph.classes) {
      symbol(one.name);
      m_to.number(one.bases.size());
      for (const ClassName& base : one.bases) class_name(base);
    }
    m_to.number(graph.arguments.size());
    for (const Argument& one : graph.arguments) argument(one);
    m_to.number(graph.calls.size());
    for (const Call& one : graph.calls) call(one);
  }

 private:
  void symbol(Symbol symbol) {
    const auto [at, added] = m_symbols.try_emplace(symbol, m_symbols.size());
    m_to.number(at->second);
    if (added) m_to.number(symbol);
  }

  void class_name(const ClassName& one) {
    symbol(one.name);
    m_to.number(one.import);
  }

  void values(const Graph& graph) {
    m_to.number(graph.values.size());
    Value last;
    for (const Value& one : graph.values) {
      m_to.distance(last.node, one.node);
      m_to.distance(last.begin, one.begin);
      m_to.distance(one.begin, one.end);
      m_to.distance(last.function, one.function);
      last = one;
    }
  }

  void edges(const Graph& graph) {
    m_to.number(graph.edges.size());
    ValueId from = 0;
    for (const Edge& one : graph.edges) {
      m_to.number(one.from - from);
      m_to.distance(one.from, one.to);
      m_to.number(static_cast<std::uint64_t>(one.step));
      m_to.number(one.label);
      from = one.from;
    }
  }

  void function(const Function& one) {
    m_to.number(one.node);
    m_to.number(one.parent);
    symbol(one.name);
    symbol(one.class_name);
    m_to.number(one.self);
    m_to.number(one.self_after);
    m_to.number(one.result);
    m_to.number((one.is_static ? 1U : 0U) + (one.cleans ? 2U : 0U));
    m_to.number(one.parameters.size());
    for (const Parameter& each : one.parameters) {
      symbol(each.name);
      m_to.number(each.value);
      m_to.number(each.after);
      symbol(each.type);
      m_to.number((each.variadic ? 1U : 0U) | (each.keywords ? 2U : 0U));
    }
  }

  void argument(const Argument& one) {
    m_to.number(one.value);
    m_to.number(one.after);
    symbol(one.keyword);
    symbol(one.type);
    m_to.number(one.spread ? 1 : 0);
  }

  void call(const Call& one) {
    m_to.distance(m_last.node, one.node);
    m_to.distance(m_last.function, one.function);
    m_to.distance(m_last.result, one.result);
    m_to.number(one.receiver);
    m_to.number(one.receiver_after);
    m_to.number(one.callee == Call::k_no_function ? 0 : one.callee + std::uint64_t{1});
    symbol(one.name);
    class_name(one.type);
    symbol(one.dotted);
    m_to.number((one.on_self ? 1U : 0U) | (one.on_base ? 2U : 0U) | (one.has_receiver ? 4U : 0U) | (one.creates ? 8U : 0U));
    m_to.number(one.import);
    m_to.distance(m_last.first_argument, one.first_argument);
    m_to.number(one.argument_count);
    m_last = one;
  }

  RecordWriter& m_to;
  std::unordered_map<Symbol, std::size_t> m_symbols;
  Call m_last;
};

class Reader {
 public:
  Reader(RecordReader& from, std::size_t file_bytes) : m_from(from), m_file_bytes(file_bytes) {}

  Graph read() && {
    m_graph.path = m_from.text();
    m_graph.language = m_from.text();
    m_graph.limit_hit = m_from.below(2) != 0;
    fill(m_graph.imports, [&](Import& one) {
      one.module = m_from.text();
      one.wildcard = m_from.below(2) != 0;
    });
    values();
    fill(m_graph.labels, [&](Symbol& label) { label = symbol(); });
    edges();
    fill(m_graph.functions, [&](Function& one) { function(one); });
    fill(m_graph.classes, [&](Class& one) {
      one.name = symbol();
      fill(one.bases, [&](ClassName& base) { class_name(base); });
    });
    fill(m_graph.arguments, [&](Argument& one) { argument(one); });
    fill(m_graph.calls, [&](Call& one) { call(one); });
    check();
    return std::move(m_graph);
  }

 private:
  // Each item takes at least one byte, so that no count promises more room than there are bytes for.
  template <class Item, class Read>
  void fill(std::vector<Item>& items, const Read& read) {
    items.resize(m_from.count());
    for (Item& item : items) {
      if (m_from.failed()) return;
      read(item);
    }
  }

  Symbol symbol() {
    const std::uint64_t place = m_from.below(m_symbols.size() + 1);
    if (m_from.failed()) return 0;
    if (place == m_symbols.size()) m_symbols.push_back(m_from.number());
    return m_symbols[place];
  }

  // A distance from another number that leads to one below `end`.
  std::uint32_t near(std::uint64_t other, std::uint64_t end) {
    const std::uint64_t value = m_from.distance(other);
    if (value < end) return static_cast<std::uint32_t>(value);
    m_from.fail();
    return 0;
  }

  std::uint32_t number(std::uint64_t end = 0xFFFFFFFF) { return static_cast<std::uint32_t>(m_from.below(end)); }
  ValueId value() { return number(m_graph.values.size()); }

  void class_name(ClassName& one) {
    one.name = symbol();
    one.import = number(m_graph.imports.size());
  }

  void values() {
    Value last;
    fill(m_graph.values, [&](Value& one) {
      one.node = near(last.node, 0xFFFFFFFF);
      one.begin = near(last.begin, m_file_bytes + 1);
      one.end = near(one.begin, m_file_bytes + 1);
      one.function = near(last.function, 0xFFFFFFFF);
      last = one;
    });
    if (m_graph.values.empty()) m_from.fail();
  }

  void edges() {
    const std::size_t count = m_graph.values.size();
    m_graph.starts.assign(count + 1, 0);
    ValueId from = 0;
    fill(m_graph.edges, [&](Edge& one) {
      const std::uint64_t next = from + m_from.number();
      if (next >= count) return m_from.fail();
      one.from = from = static_cast<ValueId>(next);
      one.to = near(from, count);
      one.step = static_cast<Step>(m_from.below(k_last_step + 1));
      one.label = number(m_graph.labels.size());
      m_graph.starts[one.from + 1] += 1;
    });
    for (std::size_t i = 1; i <= count && !m_from.failed(); ++i) m_graph.starts[i] += m_graph.starts[i - 1];
  }

  void function(Function& one) {
    one.node = number();
    one.parent = number();
    one.name = symbol();
    one.class_name = symbol();
    one.self = value();
    one.self_after = value();
    one.result = value();
    const auto said = m_from.below(4);
    one.is_static = (said & 1U) != 0;
    one.cleans = (said & 2U) != 0;
    fill(one.parameters, [&](Parameter& each) {
      each.name = symbol();
      each.value = value();
      each.after = value();
      each.type = symbol();
      const std::uint64_t flags = m_from.below(4);
      each.variadic = (flags & 1U) != 0;
      each.keywords = (flags & 2U) != 0;
    });
  }

  void argument(Argument& one) {
    one.value = value();
    one.after = value();
    one.keyword = symbol();
    one.type = symbol();
    one.spread = m_from.below(2) != 0;
  }

  void call(Call& one) {
    const std::size_t functions = m_graph.functions.size();
    one.node = near(m_last.node, 0xFFFFFFFF);
    one.function = near(m_last.function, functions);
    one.result = near(m_last.result, m_graph.values.size());
    one.receiver = value();
    one.receiver_after = value();
    const std::uint32_t callee = number(functions + 1);
    one.callee = callee == 0 ? Call::k_no_function : callee - 1;
    one.name = symbol();
    class_name(one.type);
    one.dotted = symbol();
    const std::uint64_t flags = m_from.below(16);
    one.on_self = (flags & 1U) != 0;
    one.on_base = (flags & 2U) != 0;
    one.has_receiver = (flags & 4U) != 0;
    one.creates = (flags & 8U) != 0;
    one.import = number(m_graph.imports.size());
    one.first_argument = near(m_last.first_argument, m_graph.arguments.size() + 1);
    one.argument_count = number(m_graph.arguments.size() - one.first_argument + 1);
    m_last = one;
  }

  // What could not be checked where it was read.
  void check() {
    const std::size_t functions = m_graph.functions.size();
    for (const Value& one : m_graph.values) {
      if (one.function >= functions) return m_from.fail();
    }
    // The functions around one come before it, so that going outwards ends.
    for (std::size_t i = 1; i < functions; ++i) {
      if (m_graph.functions[i].parent >= i) return m_from.fail();
    }
    if (functions == 0 || m_graph.functions[0].parent != 0 || m_graph.labels.empty()) m_from.fail();
  }

  RecordReader& m_from;
  std::size_t m_file_bytes;
  Graph m_graph;
  std::vector<Symbol> m_symbols;
  Call m_last;
};

}  // namespace

void write_graph(const Graph& graph, RecordWriter& writer) { Writer(writer).write(graph); }

Graph read_graph(RecordReader& reader, std::size_t file_bytes) { return Reader(reader, file_bytes).read(); }

}  // namespace codelake::sast::flow
