// SPDX-License-Identifier: Apache-2.0
#include "core/yaml.h"

#include "core/report_json.h"

#include <libfyaml.h>
#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <unordered_set>

namespace codelake::yaml {

namespace {

constexpr int k_depth_max = 64;
constexpr std::size_t k_nodes_max = 2'000'000;
constexpr std::size_t k_alias_nodes_max = 100'000;  // made by expanding aliases: a bomb is one of these

struct DocumentCloser {
  void operator()(fy_document* document) const { fy_document_destroy(document); }
};
struct DiagnosticCloser {
  void operator()(fy_diag* diagnostic) const { fy_diag_destroy(diagnostic); }
};

// The text that is written between single quotes (YAML 1.2, 7.3.2): one end of a line is a space, each further one an end
// of a line; a quote is written twice.
std::string unquoted(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] != '\n') {
      text += written[at];
      if (written[at] == '\'') ++at;
      continue;
    }
    text.resize(text.find_last_not_of(" \t\r") + 1);
    const std::size_t next = std::min(written.find_first_not_of(" \t\r\n", at), written.size());
    const std::string_view between = written.substr(at, next - at);
    const auto ends = static_cast<std::size_t>(std::count(between.begin(), between.end(), '\n'));
    text.append(std::max<std::size_t>(ends - 1, 1), ends > 1 ? '\n' : ' ');
    at = next - 1;
  }
  return text;
}

// Turns libfyaml's document into our value; counts nodes, so that a hostile document ends early.
class Converter {
 public:
  Converter(fy_document* document, std::string_view text, const std::string& name)
      : m_document(document), m_text(text), m_name(name) {}

  Result<Node> convert(fy_node* from, int depth) {
    if (depth > k_depth_max) return failed(from, "nested more than " + std::to_string(k_depth_max) + " levels deep");
    if (++m_nodes > k_nodes_max) return failed(from, "more than " + std::to_string(k_nodes_max) + " values");
    const bool bomb = m_inside_aliases > 0 && ++m_alias_nodes > k_alias_nodes_max;
    if (bomb) return failed(from, "aliases stand for more than " + std::to_string(k_alias_nodes_max) + " values");
    if (from == nullptr) return Node{};
    if (fy_node_is_alias(from)) return alias(from, depth);
    switch (fy_node_get_type(from)) {
      case FYNT_SCALAR: return scalar(from);
      case FYNT_SEQUENCE: return sequence(from, depth);
      case FYNT_MAPPING: return mapping(from, depth);
    }
    return Node{};
  }

 private:
  static Node placed(fy_node* from, Node::Kind kind) {
    Node node;
    node.kind = kind;
    place(node, from);
    return node;
  }

  static void place(Node& node, fy_node* from) {
    fy_token* token = nullptr;
    if (fy_node_is_scalar(from)) token = fy_node_get_scalar_token(from);
    if (token != nullptr) {
      if (const fy_mark* mark = fy_token_start_mark(token)) {
        node.line = static_cast<std::uint32_t>(mark->line) + 1;
        const fy_node_style style = fy_node_get_style(from);
        const bool in_quotes = style == FYNS_SINGLE_QUOTED || style == FYNS_DOUBLE_QUOTED;
        node.column = static_cast<std::uint32_t>(mark->column) + (in_quotes ? 0 : 1);
      }
      return;
    }
    // A collection stands where its first scalar stands.
    fy_node* first = nullptr;
    if (fy_node_is_sequence(from)) first = fy_node_sequence_get_by_index(from, 0);
    if (fy_node_is_mapping(from)) {
      fy_node_pair* pair = fy_node_mapping_get_by_index(from, 0);
      first = pair == nullptr ? nullptr : fy_node_pair_key(pair);
    }
    if (first != nullptr && !fy_node_is_alias(first)) place(node, first);
  }

  Failure failed(fy_node* at, std::string cause) {
    Node where;
    if (at != nullptr) place(where, at);
    return fail(ErrorKind::usage, "reading YAML", m_name + ":" + std::to_string(where.line), std::move(cause));
  }

  Result<Node> alias(fy_node* from, int depth) {
    std::size_t size = 0;
    const char* text = fy_node_get_scalar(from, &size);
    fy_anchor* anchor = fy_document_lookup_anchor(m_document, text, size);
    if (anchor == nullptr) return failed(from, "unknown alias '" + std::string(text, size) + "'");
    m_inside_aliases += 1;
    auto node = convert(fy_anchor_node(anchor), depth + 1);
    m_inside_aliases -= 1;
    return node;
  }

  // What stands between single quotes, when it holds several pairs of quotes in a row, which libfyaml 0.7.12 misreads.
  std::optional<std::string> in_single_quotes(fy_node* from) const {
    fy_token* token = fy_node_get_scalar_token(from);
    const fy_mark* begin = token == nullptr ? nullptr : fy_token_start_mark(token);
    const fy_mark* end = token == nullptr ? nullptr : fy_token_end_mark(token);
    if (begin == nullptr || end == nullptr || end->input_pos < begin->input_pos || end->input_pos > m_text.size()) return std::nullopt;
    const std::string_view written = m_text.substr(begin->input_pos, end->input_pos - begin->input_pos);
    return written.find("''''") == std::string_view::npos ? std::nullopt : std::optional(unquoted(written));
  }

  Result<Node> scalar(fy_node* from) const {
    std::size_t size = 0;
    const char* text = fy_node_get_scalar(from, &size);
    Node node = placed(from, Node::Kind::scalar);
    if (text != nullptr) node.text.assign(text, size);
    const fy_node_style style = fy_node_get_style(from);
    if (style == FYNS_SINGLE_QUOTED) node.text = in_single_quotes(from).value_or(std::move(node.text));
    node.quoted = style == FYNS_SINGLE_QUOTED || style == FYNS_DOUBLE_QUOTED || style == FYNS_LITERAL ||
                  style == FYNS_FOLDED;
    if (!node.quoted && (node.text.empty() || node.text == "~" || node.text == "null")) node.kind = Node::Kind::null;
    return node;
  }

  Result<Node> sequence(fy_node* from, int depth) {
    Node node = placed(from, Node::Kind::sequence);
    void* position = nullptr;
    while (fy_node* item = fy_node_sequence_iterate(from, &position)) {
      node.items.push_back(TRY(convert(item, depth + 1)));
    }
    return node;
  }

  Result<Node> mapping(fy_node* from, int depth) {
    Node node = placed(from, Node::Kind::mapping);
    std::unordered_set<std::string> keys;
    void* position = nullptr;
    while (fy_node_pair* pair = fy_node_mapping_iterate(from, &position)) {
      Node key = TRY(convert(fy_node_pair_key(pair), depth + 1));
      if (key.is_null()) key.text = "null";
      if (!keys.insert(key.text).second) return failed(fy_node_pair_key(pair), "the key '" + key.text + "' stands twice");
      Node value = TRY(convert(fy_node_pair_value(pair), depth + 1));
      if (value.is_null()) {
        value.line = key.line;
        value.column = key.column;
      }
      node.entries.emplace_back(std::move(key), std::move(value));
    }
    return node;
  }

  fy_document* m_document;
  std::string_view m_text;
  const std::string& m_name;
  std::size_t m_nodes = 0;
  std::size_t m_alias_nodes = 0;
  int m_inside_aliases = 0;
};

// "name:line:column: what"; nothing when the parser complained of nothing.
std::optional<std::string> first_error(fy_diag* diagnostic, const std::string& name) {
  void* position = nullptr;
  const fy_diag_error* error = fy_diag_errors_iterate(diagnostic, &position);
  if (error == nullptr) return std::nullopt;
  return name + ":" + std::to_string(error->line) + ":" + std::to_string(error->column) + ": " + error->msg;
}

// The line of the first byte that is no UTF-8; nothing when there is none.
std::optional<std::ptrdiff_t> line_of_invalid_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return std::nullopt;
  const std::string valid = valid_utf8(text);
  const auto bad = std::mismatch(text.begin(), text.end(), valid.begin(), valid.end()).first;
  return 1 + std::count(text.begin(), bad, '\n');
}

}  // namespace

Node::Node() = default;
Node::Node(const Node&) = default;
Node::Node(Node&&) noexcept = default;
Node& Node::operator=(const Node&) = default;
Node& Node::operator=(Node&&) noexcept = default;
Node::~Node() = default;

const Node* Node::find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

std::string_view Node::text_of(std::string_view key) const {
  const Node* value = find(key);
  return value == nullptr ? std::string_view{} : std::string_view(value->text);
}

Result<Node> parse(std::string_view text, const std::string& name) {
  // libfyaml 0.7.12 never returns from a directive ("%a") with a byte that is no UTF-8.
  if (const auto line = line_of_invalid_utf8(text)) {
    return fail(ErrorKind::usage, "reading YAML", name + ":" + std::to_string(*line), "not UTF-8");
  }
  fy_diag_cfg diagnostics = {};
  fy_diag_cfg_default(&diagnostics);
  diagnostics.fp = nullptr;
  const std::unique_ptr<fy_diag, DiagnosticCloser> diagnostic(fy_diag_create(&diagnostics));
  fy_diag_set_collect_errors(diagnostic.get(), true);
  fy_parse_cfg config = {};
  config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_ALLOW_DUPLICATE_KEYS);
  config.diag = diagnostic.get();
  const std::unique_ptr<fy_document, DocumentCloser> document(
      fy_document_build_from_string(&config, text.data() == nullptr ? "" : text.data(), text.size()));
  if (!document) {
    const auto error = first_error(diagnostic.get(), name);
    if (!error) return Node{};
    return fail(ErrorKind::usage, "reading YAML", *error, "not valid YAML");
  }
  return Converter(document.get(), text, name).convert(fy_document_root(document.get()), 0);
}

}  // namespace codelake::yaml
