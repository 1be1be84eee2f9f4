// SPDX-License-Identifier: Apache-2.0
// .terraform.lock.hcl, which Terraform itself writes, one attribute on each line:
//
//   provider "example.com/owner/name" {
//     version = "1.2.3"
//     hashes = [
//       "h1:…",
#include "scanners/sca/lockfiles/builder.h"

namespace codelake::sca::terraform_lock {

namespace {

std::string_view between_quotes(std::string_view line) {
  const auto open = line.find('"');
  const auto close = open == std::string_view::npos ? open : line.find('"', open + 1);
  return close == std::string_view::npos ? std::string_view{} : line.substr(open + 1, close - open - 1);
}

class TerraformLockParser final : public LockfileParser {
 public:
  std::string_view format() const override { return ".terraform.lock.hcl"; }
  std::string_view ecosystem() const override { return "Terraform"; }
  FileNames names() const override { return {".terraform.lock.hcl"}; }

  Lockfile parse(const SourceFile& file) const override {
    LockfileBuilder builder(file, ecosystem());
    Package* provider = nullptr;
    for (const Line& line : lines_of(file.text())) {
      const std::string_view value = between_quotes(line.text);
      if (line.text.starts_with("provider ") && !value.empty()) {
        provider = &builder.add(value, "", line.number);
        provider->direct = true;
        provider->direct_known = true;
      } else if (line.text.front() == '}') {
        provider = nullptr;
      } else if (provider != nullptr && line.text.starts_with("version")) {
        provider->version = value;
      } else if (provider != nullptr && (value.starts_with("h1:") || value.starts_with("zh:"))) {
        provider->hashes.emplace_back(value);
      } else if (provider == nullptr && line.text.front() != '#') {
        builder.odd_line(line.number, "a provider expected");
      }
    }
    return builder.finish();
  }
};

}  // namespace

std::unique_ptr<LockfileParser> make_parser() {
  return std::make_unique<TerraformLockParser>();
}

}  // namespace codelake::sca::terraform_lock
