// SPDX-License-Identifier: Apache-2.0
// The parser's tree is walked once, without recursion, into an array. The array leaves out punctuation and comments and
// lets the lowering reach any child of any node cheaply, in any order. The walk reads the tree as the parser's own sources
// lay it out, which are compiled with this program: its cursor takes twice as long for places that nobody asks for.
#include "scanners/syntax/raw_tree.h"

#include "core/check.h"
#include "scanners/syntax/raw_repair.h"

#include <language.h>  // of the parser's sources
#include <subtree.h>
#include <tree.h>
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

// Nodes without a name of their own in the tree ("hidden") stand between those with one; what they hold belongs to the
// node around them, and has their field where it has none itself.
class Walk {
 public:
  Walk(const Grammar& grammar, RawTree& raw) : m_grammar(grammar), m_raw(raw), m_nodes(raw.nodes) {}

  void run(const TSTree& tree) {
    const Subtree& root = tree.root;
    enter({root, 0, ts_subtree_padding(root).bytes, nullptr, 0});
    while (!m_open.empty()) {
      if (m_open.back().next < m_open.back().count)
        step();
      else
        close();
    }
  }

 private:
  static constexpr RawId k_hidden = std::numeric_limits<RawId>::max();

  // A node whose children are being walked.
  struct Open {
    RawId id = k_hidden;
    const Subtree* children = nullptr;
    std::uint32_t count = 0;
    std::uint32_t next = 0;
    std::uint32_t structural = 0;  // of the next child, not counting comments and the like
    std::uint32_t at = 0;          // where the child before the next one ends
    const TSSymbol* aliases = nullptr;
    const TSFieldMapEntry* fields = nullptr;
    const TSFieldMapEntry* fields_end = nullptr;
    std::uint8_t field = 0;        // of a hidden node
  };

  struct Child {
    const Subtree& subtree;
    TSSymbol alias = 0;
    std::uint32_t begin = 0;
    const Open* parent = nullptr;  // null: the root
    std::uint32_t structural = 0;
  };

  void step() {
    Open& parent = m_open.back();
    const Subtree& child = parent.children[parent.next];
    const std::uint32_t begin = parent.at + (parent.next == 0 ? 0 : ts_subtree_padding(child).bytes);
    parent.at = begin + ts_subtree_size(child).bytes;
    ++parent.next;
    const std::uint32_t structural = parent.structural;
    const bool extra = ts_subtree_extra(child);
    if (!extra) ++parent.structural;
    const TSSymbol alias = extra || parent.aliases == nullptr ? TSSymbol{0} : parent.aliases[structural];
    const Child found{child, alias, begin, &parent, structural};
    if (ts_subtree_visible(child) || alias != 0)
      enter(found);
    else if (ts_subtree_visible_child_count(child) > 0)
      open(k_hidden, found, field_of(found));
  }

  static std::uint8_t field_of(const Child& child) {
    if (child.parent == nullptr || ts_subtree_extra(child.subtree)) return 0;
    for (const TSFieldMapEntry* field = child.parent->fields; field < child.parent->fields_end; ++field) {
      if (!field->inherited && field->child_index == child.structural) return static_cast<std::uint8_t>(field->field_id);
    }
    return child.parent->field;
  }

  // Appends a node unless it says nothing, and goes into it where its children do.
  void enter(const Child& child) {
    const TSSymbol own = child.alias != 0 ? child.alias : ts_subtree_symbol(child.subtree);
    const TSSymbol symbol = ts_language_public_symbol(m_grammar.language(), own);
    const std::uint16_t type = symbol >= m_grammar.error_type() ? m_grammar.error_type() : symbol;
    const Entry& entry = m_grammar.entry(type);
    const bool missing = m_raw.has_error && ts_subtree_missing(child.subtree);
    const bool maybe_silent = entry.treat == Treat::drop && !missing;
    if (maybe_silent && !entry.maybe_operator) return;
    const std::uint8_t field = field_of(child);
    if (maybe_silent && !m_grammar.is_operator_field(field)) return;
    const auto id = static_cast<RawId>(m_nodes.size());
    m_nodes.push_back({type, field, missing, child.begin, child.begin + ts_subtree_size(child.subtree).bytes, id + 1});
    const bool descend = entry.named && entry.treat != Treat::leaf;
    if (descend && ts_subtree_child_count(child.subtree) > 0) open(id, child, 0);
  }

  void open(RawId id, const Child& child, std::uint8_t field) {
    Open open;
    open.id = id;
    open.children = ts_subtree_children(child.subtree);
    open.count = ts_subtree_child_count(child.subtree);
    open.at = child.begin;
    open.field = field;
    const std::uint16_t production = child.subtree.ptr->production_id;
    open.aliases = ts_language_alias_sequence(m_grammar.language(), production);
    ts_language_field_map(m_grammar.language(), production, &open.fields, &open.fields_end);
    m_open.push_back(open);
  }

  void close() {
    if (m_open.back().id != k_hidden) m_nodes[m_open.back().id].subtree_end = static_cast<RawId>(m_nodes.size());
    m_open.pop_back();
  }

  const Grammar& m_grammar;
  RawTree& m_raw;
  std::vector<RawNode>& m_nodes;
  std::vector<Open> m_open;
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
  Walk(grammar, raw).run(*tree);
  if (grammar.postfix_around_operations()) bind_postfix_first(grammar, raw);
}

}  // namespace codelake::syntax
