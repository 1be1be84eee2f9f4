// SPDX-License-Identifier: Apache-2.0
#include "core/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <mutex>

namespace codelake {

namespace {

// PCRE2 counts its internal match steps; a pattern that needs more on one text is given up and said.
constexpr std::uint32_t k_match_limit = 2'000'000;

struct MatchSpace {
  pcre2_match_data* data = pcre2_match_data_create(64, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(32 * 1024, 1024 * 1024, nullptr);
  MatchSpace() {
    pcre2_set_match_limit(context, k_match_limit);
    pcre2_jit_stack_assign(context, nullptr, stack);
  }
  ~MatchSpace() {
    pcre2_jit_stack_free(stack);
    pcre2_match_context_free(context);
    pcre2_match_data_free(data);
  }
  MatchSpace(const MatchSpace&) = delete;
  MatchSpace& operator=(const MatchSpace&) = delete;
};

MatchSpace& match_space() {
  thread_local MatchSpace space;
  return space;
}

std::uint32_t flags_of(const Regex::Options& options) {
  std::uint32_t flags = PCRE2_NEVER_BACKSLASH_C;
  if (options.ignore_case) flags |= PCRE2_CASELESS;
  if (options.multi_line) flags |= PCRE2_MULTILINE;
  if (options.dot_all) flags |= PCRE2_DOTALL;
  if (options.extended) flags |= PCRE2_EXTENDED;
  if (options.utf) flags |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
  if (options.anchored) flags |= PCRE2_ANCHORED;
  if (options.start_limit) flags |= PCRE2_USE_OFFSET_LIMIT;
  return flags;
}

}  // namespace

struct Regex::Code {
  Code(std::string_view text, const Options& of) : pattern(text), options(of) {}
  ~Code() { pcre2_code_free(code); }
  Code(const Code&) = delete;
  Code& operator=(const Code&) = delete;

  std::string pattern;
  Options options;
  std::once_flag compiled;
  std::once_flag translated;
  pcre2_code* code = nullptr;  // null: it was not compiled yet, or cannot be
  int error = 0;
  PCRE2_SIZE error_offset = 0;
  std::vector<std::pair<std::string, std::size_t>> names;

  void compile() {
    std::call_once(compiled, [this] {
      code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), flags_of(options), &error,
                           &error_offset, nullptr);
      if (code != nullptr) read_names();
    });
  }

  // The code, made machine code when it is first used: most expressions of most rules never are.
  const pcre2_code* ready() {
    std::call_once(translated, [this] {
      compile();
      if (code != nullptr) pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    });
    return code;
  }

 private:
  void read_names() {
    std::uint32_t count = 0;
    std::uint32_t entry_size = 0;
    PCRE2_SPTR table = nullptr;
    pcre2_pattern_info(code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(code, PCRE2_INFO_NAMEENTRYSIZE, &entry_size);
    pcre2_pattern_info(code, PCRE2_INFO_NAMETABLE, &table);
    for (std::uint32_t i = 0; i < count; ++i) {
      const PCRE2_SPTR entry = table + i * entry_size;
      const std::size_t number = static_cast<std::size_t>(entry[0]) << 8U | entry[1];
      names.emplace_back(reinterpret_cast<const char*>(entry + 2), number);
    }
  }
};

Regex::Regex(std::unique_ptr<Code> code) : m_code(std::move(code)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Regex Regex::known(std::string_view pattern, Options options) {
  return Regex(std::make_unique<Code>(pattern, options));
}

Result<Regex> Regex::compile(std::string_view pattern, Options options) {
  Regex regex = known(pattern, options);
  Code& code = *regex.m_code;
  code.compile();
  if (code.code != nullptr) return regex;
  std::array<PCRE2_UCHAR, 256> message{};
  pcre2_get_error_message(code.error, message.data(), message.size());
  return fail(ErrorKind::usage, "compiling a regular expression", code.pattern,
              std::string(reinterpret_cast<const char*>(message.data())) + " at offset " + std::to_string(code.error_offset));
}

std::optional<RegexMatch> Regex::find(std::string_view text, std::size_t from, RegexLimit* limit) const {
  MatchSpace& space = match_space();
  const char* subject = text.data() == nullptr ? "" : text.data();
  const pcre2_code* code = m_code->ready();
  const int count = code == nullptr ? PCRE2_ERROR_NOMATCH
                                    : pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(subject), text.size(), from, 0,
                                                  space.data, space.context);
  const bool gave_up = count < 0 && count != PCRE2_ERROR_NOMATCH;
  if (limit != nullptr) *limit = gave_up ? RegexLimit::hit : RegexLimit::not_hit;
  if (count <= 0) return std::nullopt;
  const PCRE2_SIZE* offsets = pcre2_get_ovector_pointer(space.data);
  RegexMatch match;
  match.groups.resize(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < match.groups.size(); ++i) {
    const bool set = offsets[2 * i] != PCRE2_UNSET;
    match.groups[i] = {set ? offsets[2 * i] : 0, set ? offsets[2 * i + 1] : 0, set};
  }
  return match;
}

std::optional<RegexMatch> Regex::find_starting_by(std::size_t begin_max, std::string_view text, std::size_t from,
                                                  RegexLimit* limit) const {
  pcre2_set_offset_limit(match_space().context, begin_max);
  auto match = find(text, from, limit);
  pcre2_set_offset_limit(match_space().context, PCRE2_UNSET);
  return match;
}

const std::vector<std::pair<std::string, std::size_t>>& Regex::names() const {
  m_code->compile();
  return m_code->names;
}

}  // namespace codelake
