// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace codelake::sast::flow {

// What stands before a piece of a text that is put together, as far as it is known: whether that piece can still say to which
// host an address leads.
class AddressHead {
 public:
  // The next piece; nullptr: one that is not known.
  void add(const std::string* text);
  void add(std::string_view text);
  // The same of a node of code, whose name may tell; `text` is its constant text.
  void add(const syntax::Tree& tree, syntax::NodeId piece, const std::string* text);

  // Whether the host ends before what follows: `https://a.example/`, `/orders/`, or an unknown address and `/orders/`.
  bool ends_host() const;

 private:
  std::string m_text;  // with a byte of its own for each unknown piece
  bool m_overlong = false;
};

// The constant text of a node; nullptr when there is none.
using TextOf = std::function<const std::string*(syntax::NodeId)>;

// The head that the left side of a concatenation is.
AddressHead head_of(const syntax::Tree& tree, syntax::NodeId left, const TextOf& text_of);

// For each value that a printf format takes, in order, whether it stands behind the host.
std::vector<bool> behind_host_in(std::string_view format, std::size_t values_max);

// Whether an operator of a language puts texts together.
bool puts_together(std::string_view operation);

}  // namespace codelake::sast::flow
