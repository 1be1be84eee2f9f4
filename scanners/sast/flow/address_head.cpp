// SPDX-License-Identifier: Apache-2.0
//
// The idea: who only writes the end of an address does not choose whom it calls. Pieces are read from the left; an unknown one
// (`?` below) may hold a host, and the host is over at the first slash, question mark or hash sign behind it.
//
//     "https://a.example/" + q       over      "https://" + q             not yet
//     ? + "/orders/" + q             over      ? + q                      not yet: it may go on with the host
//     "/orders/" + q                 over      "//" + q                   not yet: a host follows two slashes
//     ORDERS_URL + q                 over: who writes an address down as a constant writes its host as well
#include "scanners/sast/flow/address_head.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

constexpr std::size_t k_text_max = 4096;
constexpr int k_pieces_max = 64;
constexpr char k_unknown = '\x01';

// ORDERS_URL, Settings.HOST: a constant that is written in capitals, but for those of a scheme.
bool is_constant_name(std::string_view name) {
  name = name.substr(name.find_last_of(".:") + 1);  // of none the whole
  const auto capital = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
  if (name.size() < 3 || !std::all_of(name.begin(), name.end(), capital)) return false;
  return name.find("SCHEME") == std::string_view::npos && name.find("PROTO") == std::string_view::npos && name.find("HTTP") == std::string_view::npos &&
         name.find("PREFIX") == std::string_view::npos;
}

// A piece, or the pieces of a template that is one.
void add_piece(AddressHead& head, const syntax::Tree& tree, NodeId piece, const TextOf& text_of) {
  const std::string* text = text_of(piece);
  if (text != nullptr || tree[piece].kind != Kind::string_template) return head.add(tree, piece, text);
  for (NodeId part = tree.first_child(piece); part != 0; part = tree.next_sibling(part)) head.add(tree, part, text_of(part));
}

}  // namespace

void AddressHead::add(const syntax::Tree& tree, NodeId piece, const std::string* text) {
  const bool named = tree[piece].kind == Kind::identifier || tree[piece].kind == Kind::field_access;
  const bool address = m_text.empty() && text == nullptr && named && is_constant_name(tree.text(piece));
  add(text);
  if (address) add("/");
}

void AddressHead::add(const std::string* text) {
  if (text == nullptr) {
    add(std::string_view(&k_unknown, 1));
  } else {
    add(*text);
  }
}

void AddressHead::add(std::string_view text) {
  m_overlong = m_overlong || m_text.size() + text.size() > k_text_max;
  if (!m_overlong) m_text += text;
}

bool AddressHead::ends_host() const {
  if (m_overlong) return false;
  std::string_view rest = m_text;
  const auto scheme = rest.find("://");
  if (scheme != std::string_view::npos) {
    rest.remove_prefix(scheme + 3);
  } else if (rest.starts_with("//")) {
    rest.remove_prefix(2);
  } else if (rest.starts_with('/')) {
    return rest.size() > 1;  // "/" and "/a.example" would be a host
  }
  const auto end = rest.find_first_of("/?#");
  return end != std::string_view::npos && end > 0;
}

AddressHead head_of(const syntax::Tree& tree, NodeId left, const TextOf& text_of) {
  std::vector<NodeId> pieces;
  while (tree[left].kind == Kind::binary && puts_together(tree.symbol_text(left)) && text_of(left) == nullptr) {
    const NodeId right = tree.child(left, Role::right);
    if (pieces.size() >= k_pieces_max || right == 0) return {};
    pieces.push_back(right);
    left = tree.child(left, Role::left);
  }
  AddressHead head;
  add_piece(head, tree, left, text_of);
  for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) add_piece(head, tree, *piece, text_of);
  return head;
}

std::vector<bool> behind_host_in(std::string_view format, std::size_t values_max) {
  std::vector<bool> behind;
  AddressHead head;
  while (behind.size() < values_max) {
    const auto percent = format.find('%');
    if (percent == std::string_view::npos) break;
    head.add(format.substr(0, percent));
    format.remove_prefix(percent + 1);
    if (format.starts_with('%')) {
      format.remove_prefix(1);
      continue;
    }
    // Values that are named by their number may come in any order.
    if (const auto letter = format.find_first_not_of("0123456789+-# ."); letter != std::string_view::npos && format[letter] == '$') return {};
    behind.push_back(head.ends_host());
    head.add(nullptr);
    const auto verb = format.find_first_not_of("0123456789+-# .");
    format.remove_prefix(verb == std::string_view::npos ? format.size() : verb + 1);
  }
  return behind;
}

bool puts_together(std::string_view operation) { return operation == "+" || operation == "."; }

}  // namespace codelake::sast::flow
