// SPDX-License-Identifier: Apache-2.0
// A recursive descent over the expression, evaluating as it reads. Values are numbers, strings or unknown;
// whatever is computed from an unknown value is unknown, and an unknown result does not hold.
#include "scanners/sast/comparison.h"

#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>

namespace codelake::sast {

namespace {

constexpr int k_depth_max = 64;

struct Operand {
  enum class Kind { unknown, number, text };
  Kind kind = Kind::unknown;
  double number = 0;
  std::string text;
};

Operand number_of(double value) {
  return {Operand::Kind::number, value, {}};
}
Operand text_of_value(std::string value) {
  return {Operand::Kind::text, 0, std::move(value)};
}
bool truth(const Operand& value) {
  return value.kind == Operand::Kind::number ? value.number != 0
                                             : value.kind == Operand::Kind::text && !value.text.empty();
}

// A literal of any of the languages: 12, 0x1F, 0b1, 1_000, 07L, 'a', "a".
Operand literal(std::string text) {
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front()) {
    return text_of_value(text.substr(1, text.size() - 2));
  }
  std::erase(text, '_');
  while (!text.empty() && (text.back() == 'L' || text.back() == 'l' || text.back() == 'n')) text.pop_back();
  const bool negative = text.starts_with("-");
  if (negative) text.erase(0, 1);
  if (text.empty() || std::isdigit(static_cast<unsigned char>(text.front())) == 0) return {};
  char* end = nullptr;
  double value = 0;
  const bool based = text.size() > 1 && text[0] == '0' &&
                     std::string_view("bBoO01234567").find(text[1]) != std::string_view::npos;
  if (based && text.find('.') == std::string::npos) {
    const bool lettered = std::isdigit(static_cast<unsigned char>(text[1])) == 0;
    const int base = text[1] == 'b' || text[1] == 'B' ? 2 : 8;
    value = static_cast<double>(std::strtoull(text.c_str() + (lettered ? 2 : 1), &end, base));
  } else {
    value = std::strtod(text.c_str(), &end);
  }
  if (end == nullptr || *end != '\0') return {};
  return number_of(negative ? -value : value);
}

class Parser {
 public:
  Parser(std::string_view text, const MetavariableText& lookup) : m_text(text), m_lookup(lookup) {}

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
    const Operand left = sum();
    constexpr std::array<std::string_view, 6> operators = {"==", "!=", "<=", ">=", "<", ">"};
    for (const std::string_view sign : operators) {
      if (take(sign)) return compared(left, sign, sum());
    }
    return left;
  }

  static Operand compared(const Operand& left, std::string_view sign, const Operand& right) {
    if (left.kind != right.kind || left.kind == Operand::Kind::unknown) return {};
    int order = left.text.compare(right.text);
    if (left.kind == Operand::Kind::number)
      order = left.number < right.number ? -1 : left.number > right.number ? 1 : 0;
    const bool holds = sign == "=="   ? order == 0
                       : sign == "!=" ? order != 0
                       : sign == "<=" ? order <= 0
                       : sign == ">=" ? order >= 0
                       : sign == "<"  ? order < 0
                                      : order > 0;
    return number_of(holds ? 1 : 0);
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
    return primary();
  }
  Operand primary() {
    skip_space();
    if (m_at >= m_text.size()) {
      fail("a value is missing at the end");
      return {};
    }
    if (take("(")) return closed();
    const char c = m_text[m_at];
    if (c == '"' || c == '\'') return quoted(c);
    const std::size_t start = m_at;
    if (c == '$') ++m_at;
    while (m_at < m_text.size() && (is_word(m_text[m_at]) || m_text[m_at] == '.')) ++m_at;
    const std::string word(m_text.substr(start, m_at - start));
    if (c == '$') return metavariable(word);
    if (std::isdigit(static_cast<unsigned char>(c)) != 0) return literal(word);
    if (word == "True" || word == "true") return number_of(1);
    if (word == "False" || word == "false") return number_of(0);
    if ((word == "int" || word == "str" || word == "len") && take("(")) return call(word, closed());
    fail(word.empty() ? std::string("unexpected '") + c + "'" : "'" + word + "' is unknown or not supported");
    return {};
  }
  Operand closed() {
    Operand inner = deeper(&Parser::disjunction);
    if (!take(")")) fail("a ')' is missing");
    return inner;
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
    const auto text = m_lookup(name);
    if (!text) return {};
    if (*text == "True" || *text == "true") return number_of(1);
    if (*text == "False" || *text == "false") return number_of(0);
    Operand value = literal(*text);
    // Code that is no literal has no value, but str() gives its text.
    if (value.kind == Operand::Kind::unknown) value.text = *text;
    return value;
  }
  static Operand call(const std::string& function, Operand value) {
    if (function == "str" && value.kind == Operand::Kind::unknown && !value.text.empty())
      return text_of_value(value.text);
    if (value.kind == Operand::Kind::unknown) return value;
    if (function == "len")
      return value.kind == Operand::Kind::text ? number_of(static_cast<double>(value.text.size()))
                                               : Operand{};
    if (function == "int")
      return value.kind == Operand::Kind::text ? literal(value.text) : number_of(std::trunc(value.number));
    return value;
  }

  std::string_view m_text;
  const MetavariableText& m_lookup;
  std::size_t m_at = 0;
  int m_depth = 0;
  std::optional<std::string> m_error;
};

}  // namespace

bool comparison_holds(std::string_view expression, const MetavariableText& text_of) {
  Parser parser(expression, text_of);
  const Operand result = parser.run();
  return !parser.error() && truth(result);
}

std::optional<std::string> comparison_error(std::string_view expression) {
  const MetavariableText nothing = [](std::string_view) { return std::nullopt; };
  Parser parser(expression, nothing);
  parser.run();
  return parser.error();
}

}  // namespace codelake::sast
