// SPDX-License-Identifier: Apache-2.0
#include "core/multi_pattern.h"

#include "core/check.h"

#include <hs/hs.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <exception>
#include <limits>

namespace codelake {

namespace {

constexpr unsigned k_flags = HS_FLAG_PREFILTER;

std::atomic<std::uint64_t> next_serial{1};

// Working memory of Vectorscan: one for each thread, grown to fit every database that thread has used.
class Scratch {
 public:
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { hs_free_scratch(m_scratch); }

  hs_scratch_t* fitting(const hs_database_t* database, std::uint64_t serial) {
    if (std::find(m_serials.begin(), m_serials.end(), serial) == m_serials.end()) {
      CODELAKE_CHECK(hs_alloc_scratch(database, &m_scratch) == HS_SUCCESS);
      m_serials.push_back(serial);
    }
    return m_scratch;
  }

 private:
  hs_scratch_t* m_scratch = nullptr;
  std::vector<std::uint64_t> m_serials;
};

Scratch& scratch_of_thread() {
  thread_local Scratch scratch;
  return scratch;
}

struct Call {
  const MultiPattern::Hit& hit;
  std::exception_ptr exception;
};

// No exception may pass through the frames of a C library: it is kept, and thrown again after the scan.
// NOLINTNEXTLINE(readability-function-size): Vectorscan says what it takes
int on_match(unsigned id, unsigned long long, unsigned long long end, unsigned, void* context) {
  auto& call = *static_cast<Call*>(context);
  try {
    call.hit(id, static_cast<std::size_t>(end));
  } catch (...) {
    call.exception = std::current_exception();
    return 1;
  }
  return 0;
}

Failure compile_failure(const std::vector<MultiPattern::Expression>& expressions, hs_compile_error_t* error) {
  std::string subject = "the whole set";
  if (error->expression >= 0) subject = expressions[static_cast<std::size_t>(error->expression)].pattern;
  std::string cause = error->message;
  hs_free_compile_error(error);
  return fail(ErrorKind::usage, "compiling patterns", std::move(subject), std::move(cause));
}

Result<hs_database_t*> build(const std::vector<MultiPattern::Expression>& expressions,
                             const hs_platform_info_t* platform) {
  std::vector<const char*> patterns;
  std::vector<unsigned> ids;
  for (const auto& expression : expressions) {
    patterns.push_back(expression.pattern.c_str());
    ids.push_back(expression.id);
  }
  const std::vector<unsigned> flags(patterns.size(), k_flags);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_error_t code =
      hs_compile_multi(patterns.data(), flags.data(), ids.data(), static_cast<unsigned>(patterns.size()),
                       HS_MODE_BLOCK, platform, &database, &error);
  if (code != HS_SUCCESS) return compile_failure(expressions, error);
  return database;
}

hs_platform_info_t platform_of(MultiPattern::Cpu cpu) {
  hs_platform_info_t platform = {};
  if (cpu == MultiPattern::Cpu::avx2) {
    platform.tune = HS_TUNE_FAMILY_HSW;
    platform.cpu_features = HS_CPU_FEATURES_AVX2;
  } else if (cpu == MultiPattern::Cpu::avx512) {
    platform.tune = HS_TUNE_FAMILY_SKX;
    platform.cpu_features = HS_CPU_FEATURES_AVX2 | HS_CPU_FEATURES_AVX512;
  }
  return platform;
}

}  // namespace

struct MultiPattern::Database {
  hs_database_t* handle = nullptr;
  std::uint64_t serial = next_serial++;  // tells a thread's scratch which databases it fits
  explicit Database(hs_database_t* from) : handle(from) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { hs_free_database(handle); }
};

MultiPattern::MultiPattern(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
MultiPattern::MultiPattern(MultiPattern&&) noexcept = default;
MultiPattern& MultiPattern::operator=(MultiPattern&&) noexcept = default;
MultiPattern::~MultiPattern() = default;

Result<MultiPattern> MultiPattern::compile(const std::vector<Expression>& expressions) {
  return MultiPattern(std::make_unique<Database>(TRY(build(expressions, nullptr))));
}

Result<std::string> MultiPattern::compile_to_bytes(const std::vector<Expression>& expressions, Cpu cpu) {
  const hs_platform_info_t platform = platform_of(cpu);
  const Database database(TRY(build(expressions, &platform)));
  char* bytes = nullptr;
  std::size_t size = 0;
  if (hs_serialize_database(database.handle, &bytes, &size) != HS_SUCCESS) {
    return fail(ErrorKind::environment, "serialising patterns", "the whole set", "not enough memory");
  }
  std::string result(bytes, size);
  std::free(bytes);
  return result;
}

Result<MultiPattern> MultiPattern::from_bytes(std::string_view bytes) {
  hs_database_t* database = nullptr;
  const hs_error_t code = hs_deserialize_database(bytes.data(), bytes.size(), &database);
  if (code != HS_SUCCESS) {
    return fail(ErrorKind::environment, "loading patterns", "a stored pattern set",
                "Vectorscan error " + std::to_string(code));
  }
  return MultiPattern(std::make_unique<Database>(database));
}

Result<MultiPattern::Width> MultiPattern::width(const std::string& pattern) {
  hs_expr_info_t* info = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_expression_info(pattern.c_str(), k_flags, &info, &error) != HS_SUCCESS) {
    return compile_failure({{pattern, 0}}, error);
  }
  const bool bounded = info->max_width != std::numeric_limits<unsigned>::max();
  const Width width = {info->min_width, bounded ? info->max_width : std::numeric_limits<std::size_t>::max()};
  std::free(info);
  return width;
}

MultiPattern::Outcome MultiPattern::scan(std::string_view text, const Hit& hit) const {
  if (text.size() > std::numeric_limits<unsigned>::max()) return Outcome::too_large;
  if (text.empty()) return Outcome::finished;
  Call call{hit, nullptr};
  hs_scratch_t* scratch = scratch_of_thread().fitting(m_database->handle, m_database->serial);
  const hs_error_t code = hs_scan(m_database->handle, text.data(), static_cast<unsigned>(text.size()), 0,
                                  scratch, on_match, &call);
  if (call.exception) std::rethrow_exception(call.exception);
  CODELAKE_CHECK(code == HS_SUCCESS);
  return Outcome::finished;
}

}  // namespace codelake
