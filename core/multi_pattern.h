// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace codelake {

// Many regular expressions looked for in one pass (Vectorscan). Tells that and where one ends, not where it
// begins: what it says is a candidate for core/regex.h. Const use is safe from several threads.
class MultiPattern {
 public:
  struct Expression {
    std::string pattern;  // Perl syntax, on bytes; what Vectorscan cannot do (look-around …) is approximated
                          // from above
    std::uint32_t id = 0;
  };

  // Instruction sets a set of expressions can be built for, the better last. A later one fails on a CPU
  // without it.
  enum class Cpu { baseline, avx2, avx512 };

  // How many bytes a match of an expression can have.
  struct Width {
    std::size_t min = 0;
    std::size_t max = 0;  // SIZE_MAX: no bound
  };

  enum class Outcome { finished, too_large };

  // Called with the id and the end offset of a match; in the order of ends for each id, perhaps twice for one
  // end.
  using Hit = std::function<void(std::uint32_t id, std::size_t end)>;

  // Builds for the CPU this runs on. An error names the expression that is to blame.
  static Result<MultiPattern> compile(const std::vector<Expression>& expressions);
  // Builds for storage; takes seconds for many expressions.
  static Result<std::string> compile_to_bytes(const std::vector<Expression>& expressions, Cpu cpu);
  // Takes what compile_to_bytes gave, in well under a millisecond. Fails on a CPU that cannot run it. The
  // bytes must come from this program: they are not safe to take from a stranger.
  static Result<MultiPattern> from_bytes(std::string_view bytes);
  static Result<Width> width(const std::string& pattern);

  MultiPattern(MultiPattern&&) noexcept;
  MultiPattern& operator=(MultiPattern&&) noexcept;
  ~MultiPattern();

  // Looks at a text of less than 4 GiB. An exception of `hit` ends the scan and is passed on.
  Outcome scan(std::string_view text, const Hit& hit) const;

 private:
  struct Database;
  explicit MultiPattern(std::unique_ptr<Database> database);
  std::unique_ptr<Database> m_database;
};

}  // namespace codelake
