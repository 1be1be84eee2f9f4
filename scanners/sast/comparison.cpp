// SPDX-License-Identifier: Apache-2.0
// A recursive descent over the expression, evaluating as it reads. Values are numbers, strings, lists or unknown;
// whatever is computed from an unknown value is unknown, and an unknown result does not hold.
#include "scanners/sast/comparison.h"

#include "core/regex.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace codelake::sast {

namespace {

constexpr int k_depth_max = 64;

struct Operand {
  enum class Kind { unknown, number, text, list };
  Kind kind = Kind::unknown;
  double number = 0;
  std::string text;
  std::vector<Operand> items;
};

Operand number_of(double value) {
  return {Operand::Kind::number, value, {}, {}};
}
Operand text_of_value(std::string value) {
  return {Operand::Kind::text, 0, std::move(value), {}};
}
bool truth(const Operand& value) {
  return value.kind == Operand::Kind::number ? value.number != 0
                                             : value.kind == Operand::Kind::text && !value.text.empty();
}

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && (text.front() == '"' || text.front() == '\'' || text.front() == '`') &&
         text.back() == text.front();
}

// The base a number says it is written in, whose mark is taken off; `base` for one that says nothing.
int base_of(std::string& text, int base) {
  if (text.size() < 2 || text[0] != '0' || text.find_first_of(".eE") == 1) return base;
  const int mark = std::tolower(static_cast<unsigned char>(text[1]));
  const int marked = mark == 'x' ? 16 : mark == 'b' ? 2 : mark == 'o' ? 8 : 0;
  if (marked != 0) text.erase(0, 2);
  const bool octal = marked == 0 && base == 0 && text.find_first_not_of("01234567") == std::string::npos;
  return marked != 0 ? marked : octal ? 8 : base;
}

// A literal of any of the languages: 12, 0x1F, 0b1, 1_000, 07L, 'a', "a".
Operand literal(std::string text, int base) {
  if (is_quoted(text)) return text_of_value(text.substr(1, text.size() - 2));
  std::erase(text, '_');
  while (!text.empty() && (text.back() == 'L' || text.back() == 'l' || text.back() == 'n')) text.pop_back();
  const bool negative = text.starts_with("-");
  if (negative) text.erase(0, 1);
  if (text.empty() || std::isdigit(static_cast<unsigned char>(text.front())) == 0) return {};
  const int used = base_of(text, base);
  char* end = nullptr;
  const double value = used == 0 ? std::strtod(text.c_str(), &end)
                                 : static_cast<double>(std::strtoull(text.c_str(), &end, used));
  if (text.empty() || *end != '\0') return {};
  return number_of(negative ? -value : value);
}

bool same(const Operand& a, const Operand& b) {
  if (a.kind != b.kind || a.kind == Operand::Kind::unknown) return false;
  if (a.kind == Operand::Kind::number) return a.number == b.number;
  if (a.kind == Operand::Kind::text) return a.text == b.text;
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same);
}

// Days since 1970-01-01 of a date of the Gregorian calendar.
double days_from_civil(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const int era = year / 400;
  const int of_era = year - era * 400;
  const int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097.0 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

// "2024-05-31" as seconds since 1970.
Operand date_of(const std::string& text) {
  int parts[3] = {0, 0, 0};
  std::size_t part = 0;
  for (const char c : text) {
    if (c == '-' && part < 2)
      ++part;
    else if (c < '0' || c > '9' || parts[part] > 9999)
      return {};
    else
      parts[part] = parts[part] * 10 + (c - '0');
  }
  if (part != 2 || parts[0] < 1 || parts[1] < 1 || parts[1] > 12 || parts[2] < 1 || parts[2] > 31) return {};
  return number_of(days_from_civil(parts[0], parts[1], parts[2]) * 86400);
}

class Parser {
 public:
  Parser(std::string_view text, const ComparisonInput& input) : m_text(text), m_input(input) {}

  Operand run() {
    Operand result = disjunction();
    skip_space();
    if (m_at < m_text.size()) fail("unexpected '" + std::string(m_text.substr(m_at, 10)) + "'");
    return result;
  }
  const std::optional<std::string>& error() const { return m_error; }

 private:
  void fail(std::string why) {
    if (!m_error) m_error = std::move(why);
    m_at = m_text.size();
  }
  void skip_space() {
    while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0) ++m_at;
  }
  static bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }
  bool take(std::string_view token) {
    skip_space();
    if (!m_text.substr(m_at).starts_with(token)) return false;
    const std::size_t end = m_at + token.size();
    if (is_word(token.back()) && end < m_text.size() && is_word(m_text[end])) return false;
    m_at = end;
    return true;
  }

  Operand disjunction() {
    Operand left = conjunction();
    while (take("or")) {
      const Operand right = conjunction();
      left = number_of(truth(left) || truth(right) ? 1 : 0);
    }
    return left;
  }
  Operand conjunction() {
    Operand left = negation();
    while (take("and")) {
      const Operand right = negation();
      left = number_of(truth(left) && truth(right) ? 1 : 0);
    }
    return left;
  }
  Operand negation() {
    if (!take("not")) return comparison();
    const Operand inner = deeper(&Parser::negation);
    return inner.kind == Operand::Kind::unknown ? inner : number_of(truth(inner) ? 0 : 1);
  }

  Operand deeper(Operand (Parser::*rule)()) {
    if (++m_depth > k_depth_max) fail("nested too deeply");
    Operand result = m_error ? Operand{} : (this->*rule)();
    --m_depth;
    return result;
  }

  Operand comparison() {
    const Operand left = bits();
    if (take("not")) {
      if (!take("in")) fail("'in' is missing after 'not'");
      return contained(left, bits(), false);
    }
    if (take("in")) return contained(left, bits(), true);
    constexpr std::array<std::string_view, 6> operators = {"==", "!=", "<=", ">=", "<", ">"};
    for (const std::string_view sign : operators) {
      if (take(sign)) return compared(left, sign, bits());
    }
    return left;
  }

  static Operand contained(const Operand& value, const Operand& all, bool wanted) {
    if (value.kind == Operand::Kind::unknown || all.kind == Operand::Kind::unknown) return {};
    bool found = false;
    for (const Operand& item : all.items) found = found || same(item, value);
    if (all.kind == Operand::Kind::text && value.kind == Operand::Kind::text)
      found = all.text.find(value.text) != std::string::npos;
    return number_of(found == wanted ? 1 : 0);
  }

  static Operand compared(const Operand& left, std::string_view sign, const Operand& right) {
    if (left.kind == Operand::Kind::unknown || right.kind == Operand::Kind::unknown) return {};
    if (sign == "==" || sign == "!=") return number_of(same(left, right) == (sign == "==") ? 1 : 0);
    if (left.kind != right.kind || left.kind == Operand::Kind::list) return {};
    int order = left.text.compare(right.text);
    if (left.kind == Operand::Kind::number)
      order = left.number < right.number ? -1 : left.number > right.number ? 1 : 0;
    const bool holds = sign == "<="   ? order <= 0
                       : sign == ">=" ? order >= 0
                       : sign == "<"  ? order < 0
                                      : order > 0;
    return number_of(holds ? 1 : 0);
  }

  Operand bits() {
    Operand left = sum();
    while (true) {
      if (take("&"))
        left = bitwise(left, sum(), '&');
      else if (take("|"))
        left = bitwise(left, sum(), '|');
      else if (take("^"))
        left = bitwise(left, sum(), '^');
      else
        return left;
    }
  }
  static Operand bitwise(const Operand& left, const Operand& right, char sign) {
    constexpr double limit = 9e18;
    const bool numbers = left.kind == Operand::Kind::number && right.kind == Operand::Kind::number;
    if (!numbers || std::fabs(left.number) > limit || std::fabs(right.number) > limit) return {};
    const auto a = static_cast<long long>(left.number);
    const auto b = static_cast<long long>(right.number);
    return number_of(static_cast<double>(sign == '&' ? a & b : sign == '|' ? a | b : a ^ b));
  }

  Operand sum() {
    Operand left = product();
    while (true) {
      if (take("+"))
        left = added(left, product());
      else if (take("-"))
        left = arithmetic(left, product(), '-');
      else
        return left;
    }
  }
  static Operand added(const Operand& left, const Operand& right) {
    if (left.kind == Operand::Kind::text && right.kind == Operand::Kind::text)
      return text_of_value(left.text + right.text);
    return arithmetic(left, right, '+');
  }
  Operand product() {
    Operand left = unary();
    while (true) {
      if (take("**"))
        left = arithmetic(left, unary(), '^');
      else if (take("*"))
        left = arithmetic(left, unary(), '*');
      else if (take("/"))
        left = arithmetic(left, unary(), '/');
      else if (take("%"))
        left = arithmetic(left, unary(), '%');
      else
        return left;
    }
  }
  static Operand arithmetic(const Operand& left, const Operand& right, char sign) {
    if (left.kind != Operand::Kind::number || right.kind != Operand::Kind::number) return {};
    switch (sign) {
      case '+':
        return number_of(left.number + right.number);
      case '-':
        return number_of(left.number - right.number);
      case '*':
        return number_of(left.number * right.number);
      case '^':
        return number_of(std::pow(left.number, right.number));
      default:
        break;
    }
    if (right.number == 0) return {};
    return number_of(sign == '/' ? left.number / right.number : std::fmod(left.number, right.number));
  }

  Operand unary() {
    if (take("-")) return arithmetic(number_of(0), deeper(&Parser::unary), '-');
    if (take("~")) return bitwise(number_of(-1), deeper(&Parser::unary), '^');
    return primary();
  }
  Operand primary() {
    skip_space();
    if (m_at >= m_text.size()) {
      fail("a value is missing at the end");
      return {};
    }
    if (take("(")) return closed();
    if (take("[")) return list();
    const char c = m_text[m_at];
    if (c == '"' || c == '\'') return quoted(c);
    const std::size_t start = m_at;
    if (c == '$') ++m_at;
    if (c == '$' && m_text.substr(m_at).starts_with("...")) m_at += 3;
    while (m_at < m_text.size() && (is_word(m_text[m_at]) || m_text[m_at] == '.')) ++m_at;
    const std::string word(m_text.substr(start, m_at - start));
    if (c == '$') return metavariable(word);
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) return literal(word, 0);
    if (word == "True" || word == "true") return number_of(1);
    if (word == "False" || word == "false") return number_of(0);
    if (word == "None" || word == "null") return {};
    if (is_function(word) && take("(")) return call(word);
    fail(word.empty() ? std::string("unexpected '") + c + "'" : "'" + word + "' is unknown or not supported");
    return {};
  }
  static bool is_function(std::string_view word) {
    constexpr std::array<std::string_view, 9> functions = {"int",   "float",    "str",      "len",  "lower",
                                                           "upper", "re.match", "strptime", "today"};
    return std::find(functions.begin(), functions.end(), word) != functions.end();
  }
  Operand closed() {
    Operand inner = deeper(&Parser::disjunction);
    if (!take(")")) fail("a ')' is missing");
    return inner;
  }
  Operand list() {
    Operand result;
    result.kind = Operand::Kind::list;
    if (take("]")) return result;
    do {
      result.items.push_back(deeper(&Parser::disjunction));
    } while (take(","));
    if (!take("]")) fail("a ']' is missing");
    return result;
  }
  Operand quoted(char quote) {
    const std::size_t end = m_text.find(quote, m_at + 1);
    if (end == std::string_view::npos) {
      fail("a quote is missing");
      return {};
    }
    std::string text(m_text.substr(m_at + 1, end - m_at - 1));
    m_at = end + 1;
    return text_of_value(std::move(text));
  }
  Operand metavariable(const std::string& name) const {
    auto text = m_input.text_of(name);
    if (!text) return {};
    if (*text == "True" || *text == "true") return number_of(1);
    if (*text == "False" || *text == "false") return number_of(0);
    if (m_input.strip && is_quoted(*text)) text = text->substr(1, text->size() - 2);
    Operand value = literal(*text, m_input.base);
    // Code that is no literal has no value, but str() gives its text.
    if (value.kind == Operand::Kind::unknown) value.text = *text;
    return value;
  }

  Operand call(const std::string& function) {
    if (take(")")) {
      if (function != "today") fail("'" + function + "' needs a value");
      return {};
    }
    const Operand value = deeper(&Parser::disjunction);
    if (function == "re.match") {
      if (!take(",")) fail("'re.match' needs two values");
      return matched(value, closed());
    }
    if (!take(")")) fail("a ')' is missing");
    return called(function, value);
  }

  static Operand matched(const Operand& pattern, const Operand& text) {
    if (pattern.kind != Operand::Kind::text || text.kind == Operand::Kind::list) return {};
    Regex::Options options;
    options.anchored = true;
    const auto regex = Regex::compile(pattern.text, options);
    if (!regex) return {};
    return number_of(regex->matches(text.text) ? 1 : 0);
  }

  static Operand called(const std::string& function, const Operand& value) {
    if (function == "str" || function == "lower" || function == "upper") return as_text(function, value);
    if (function == "strptime") return value.text.empty() ? Operand{} : date_of(value.text);
    if (function == "int" && value.kind == Operand::Kind::text) return literal(value.text, 0);
    if (value.kind == Operand::Kind::unknown) return value;
    if (function == "len") {
      if (value.kind == Operand::Kind::number) return {};
      const bool text = value.kind == Operand::Kind::text;
      return number_of(static_cast<double>(text ? value.text.size() : value.items.size()));
    }
    if (value.kind == Operand::Kind::text) return literal(value.text, 0);
    return function == "int" ? number_of(std::trunc(value.number)) : value;
  }

  static Operand as_text(const std::string& function, const Operand& value) {
    std::string text = value.text;
    if (value.kind == Operand::Kind::list) return {};
    if (value.kind == Operand::Kind::number) {
      text = std::to_string(value.number);
      text.erase(text.find_last_not_of('0') + 1);
      if (text.ends_with(".")) text.pop_back();
    }
    if (function == "str") return text_of_value(std::move(text));
    const bool upper = function == "upper";
    std::transform(text.begin(), text.end(), text.begin(), [upper](unsigned char c) {
      return static_cast<char>(upper ? std::toupper(c) : std::tolower(c));
    });
    return text_of_value(std::move(text));
  }

  std::string_view m_text;
  const ComparisonInput& m_input;
  std::size_t m_at = 0;
  int m_depth = 0;
  std::optional<std::string> m_error;
};

}  // namespace

bool comparison_holds(std::string_view expression, const ComparisonInput& input) {
  Parser parser(expression, input);
  const Operand result = parser.run();
  return !parser.error() && truth(result);
}

std::optional<std::string> comparison_error(std::string_view expression) {
  const ComparisonInput nothing{[](std::string_view) { return std::nullopt; }};
  Parser parser(expression, nothing);
  parser.run();
  return parser.error();
}

}  // namespace codelake::sast
