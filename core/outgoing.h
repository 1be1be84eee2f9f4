// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/finding.h"
#include "core/notice.h"
#include "core/package.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace codelake {

// An address without the user and password it names: "https://bot:word@host/a" → "https://host/a",
// percent-encoded or not. Who a repository is reached as over SSH ("git@") is no secret and stays.
std::string without_credentials(std::string address);

// Takes secrets out of what is about to leave the program: any scanner's snippet, message or path may quote
// the line of a secret.
class Outgoing {
 public:
  // Gives a text of the file `path` (empty: of no file) without the secrets in it.
  using Mask = std::function<std::string(std::string text, const std::string& path)>;

  // `findings` tell where secrets stand, for texts that do not tell it themselves (a line of a key of many
  // lines).
  Outgoing(Mask mask, const std::vector<Finding>& findings);

  void apply(Finding& finding) { apply(finding, false); }
  void apply(std::vector<Finding>& findings);
  void apply(std::vector<Package>& packages);
  void apply(Notice& notice);

 private:
  void apply(Finding& finding, bool plain);    // plain: its own texts hold nothing to mask
  bool all_plain(std::span<const Finding> findings) const;
  std::string known(const std::string& text);  // for what is said more than once
  std::string shown(std::string snippet, const std::string& path, const Range& range);
  void mask_all(const std::vector<std::string*>& texts);
  bool quotes_secret(const std::string& path, const Range& range) const;

  Mask m_mask;
  std::map<std::string, std::string> m_known;
  std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>>
      m_lines;  // of secrets, for each path
};

}  // namespace codelake
