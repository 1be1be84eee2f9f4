// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace codelake {

// What an error means for the user; the command line maps it to an exit code (design "Exit codes").
enum class ErrorKind {
  usage,         // wrong option, configuration or rule: exit code 2
  no_data,       // nothing to look at, or a threshold asked of data that does not exist: exit code 3
  advisories,    // advisory database missing or too old: exit code 5
  environment,   // the world failed: a file, a network, a disk; exit code 2
};

// A failure of the world: what we were doing, on what, why it failed, and what the user can do next.
struct Error {
  ErrorKind kind = ErrorKind::environment;
  std::string doing;    // "reading the configuration"
  std::string subject;  // "codelake.yaml:12"
  std::string cause;    // "unknown key 'exlude'"
  std::string remedy;   // "did you mean 'exclude'?"; may be empty

  // One line for a terminal: "reading the configuration: codelake.yaml:12: unknown key … (did you mean …)".
  std::string text() const;
};

// A value or an Error; a dropped one is a compiler warning, and warnings are errors.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

using Failure = tl::unexpected<Error>;

// The one way to make a failed Result: return fail(ErrorKind::usage, "doing", "subject", "cause").
inline Failure fail(ErrorKind kind, std::string doing, std::string subject, std::string cause) {
  return Failure(Error{kind, std::move(doing), std::move(subject), std::move(cause), {}});
}
inline Failure fail(Error error) { return Failure(std::move(error)); }

template <class T>
T unwrap(Result<T>&& result) { return std::move(*result); }
inline void unwrap(Result<void>&&) {}

}  // namespace codelake

#define CODELAKE_JOIN_(a, b) a##b
#define CODELAKE_JOIN(a, b) CODELAKE_JOIN_(a, b)
#define CODELAKE_TRY_(name, ...)                                               \
  __extension__({                                                              \
    auto name = (__VA_ARGS__);                                                 \
    if (!name) return ::codelake::Failure(std::move(name).error());            \
    ::codelake::unwrap(std::move(name));                                       \
  })
// The value of a Result, or return its error from the enclosing function: `auto text = TRY(read_file(path));`
#define TRY(...) CODELAKE_TRY_(CODELAKE_JOIN(try_result_, __COUNTER__), __VA_ARGS__)
