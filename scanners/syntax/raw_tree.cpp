// SPDX-License-Identifier: Apache-2.0
// The parser's tree is walked once with a cursor, without recursion, into an array. The array leaves out punctuation
// and comments and lets the lowering reach any child of any node cheaply, in any order.
#include "scanners/syntax/raw_tree.h"

#include "core/check.h"
#include "scanners/syntax/raw_repair.h"

#include <tree_sitter/api.h>

#include <limits>
#include <memory>
#include <string>

namespace codelake::syntax {

namespace {

// tree-sitter reports progress every 100 operations; ordinary text needs less than one operation a byte, and text that
// keeps many readings alive at once some dozens.
constexpr std::uint64_t k_steps_per_byte_max = 2;
constexpr std::uint64_t k_steps_min = 100'000;

struct Steps {
  std::uint64_t left = 0;
};

bool out_of_steps(TSParseState* state) {
  auto* steps = static_cast<Steps*>(state->payload);
  if (steps->left == 0) return true;
  --steps->left;
  return false;
}

struct Input {
  std::string_view text;
};

const char* read_text(void* payload, std::uint32_t byte, TSPoint /*position*/, std::uint32_t* bytes_read) {
  const std::string_view text = static_cast<Input*>(payload)->text;
  if (byte >= text.size()) {
    *bytes_read = 0;
    return "";
  }
  *bytes_read = static_cast<std::uint32_t>(text.size() - byte);
  return text.data() + byte;
}

struct ParserDeleter {
  void operator()(TSParser* parser) const { ts_parser_delete(parser); }
};
struct TreeDeleter {
  void operator()(TSTree* tree) const { ts_tree_delete(tree); }
};
using TreePointer = std::unique_ptr<TSTree, TreeDeleter>;

TreePointer parse(const Grammar& grammar, std::string_view source) {
  thread_local const std::unique_ptr<TSParser, ParserDeleter> parser(ts_parser_new());
  if (ts_parser_language(parser.get()) != grammar.language()) {
    CODELAKE_CHECK(ts_parser_set_language(parser.get(), grammar.language()));
  }
  Input text{source};
  Steps steps{k_steps_min + k_steps_per_byte_max * source.size()};
  const TSInput input{&text, read_text, TSInputEncodingUTF8, nullptr};
  const TSParseOptions options{&steps, out_of_steps};
  TreePointer tree(ts_parser_parse_with_options(parser.get(), nullptr, input, options));
  if (!tree) ts_parser_reset(parser.get());
  return tree;
}

class Walk {
 public:
  Walk(const Grammar& grammar, TSNode root, RawTree& raw)
      : m_grammar(grammar), m_raw(raw), m_nodes(raw.nodes), m_cursor(ts_tree_cursor_new(root)) {}
  ~Walk() { ts_tree_cursor_delete(&m_cursor); }
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;

  void run() {
    do {
      if (enter()) {
        if (m_descend && ts_tree_cursor_goto_first_child(&m_cursor)) continue;
        close();
      }
      while (!ts_tree_cursor_goto_next_sibling(&m_cursor)) {
        if (!ts_tree_cursor_goto_parent(&m_cursor)) return;
        close();
      }
    } while (true);
  }

 private:
  // Appends the cursor's node unless it says nothing; m_descend tells whether its children do.
  bool enter() {
    const TSNode node = ts_tree_cursor_current_node(&m_cursor);
    const TSSymbol symbol = ts_node_symbol(node);
    const std::uint16_t type = symbol >= m_grammar.error_type() ? m_grammar.error_type() : symbol;
    const Entry& entry = m_grammar.entry(type);
    const bool missing = m_raw.has_error && ts_node_is_missing(node);
    std::uint8_t field = 0;
    if (entry.treat == Treat::drop && !missing) {
      if (!entry.maybe_operator) return false;
      field = static_cast<std::uint8_t>(ts_tree_cursor_current_field_id(&m_cursor));
      if (!m_grammar.is_operator_field(field)) return false;
    } else {
      field = static_cast<std::uint8_t>(ts_tree_cursor_current_field_id(&m_cursor));
    }
    m_descend = entry.named && entry.treat != Treat::leaf;
    m_open.push_back(static_cast<RawId>(m_nodes.size()));
    m_nodes.push_back({type, field, missing, ts_node_start_byte(node), ts_node_end_byte(node), 0});
    return true;
  }

  void close() {
    m_nodes[m_open.back()].subtree_end = static_cast<RawId>(m_nodes.size());
    m_open.pop_back();
  }

  const Grammar& m_grammar;
  RawTree& m_raw;
  std::vector<RawNode>& m_nodes;
  std::vector<RawId> m_open;
  bool m_descend = true;
  TSTreeCursor m_cursor;
};

}  // namespace

void parse_raw(const Grammar& grammar, std::string_view source, RawTree& raw) {
  raw.nodes.clear();
  raw.has_error = true;
  const bool too_long = source.size() >= std::numeric_limits<std::uint32_t>::max();
  const std::string rewritten = grammar.rewrite() == nullptr || too_long ? std::string() : grammar.rewrite()(source);
  CODELAKE_CHECK(rewritten.empty() || rewritten.size() == source.size());
  const TreePointer tree = too_long ? nullptr : parse(grammar, rewritten.empty() ? source : std::string_view(rewritten));
  if (!tree) {
    const auto end = too_long ? 0U : static_cast<std::uint32_t>(source.size());
    raw.nodes.push_back({grammar.error_type(), 0, false, 0, end, 1});
    return;
  }
  const TSNode root = ts_tree_root_node(tree.get());
  raw.has_error = ts_node_has_error(root);
  raw.nodes.reserve(source.size() / 6);
  Walk(grammar, root, raw).run();
  if (grammar.postfix_around_operations()) bind_postfix_first(grammar, raw);
}

}  // namespace codelake::syntax
