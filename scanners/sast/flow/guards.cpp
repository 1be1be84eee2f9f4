// SPDX-License-Identifier: Apache-2.0
//
// What a condition says of the values it asks about. Behind the check a variable holds a value of its own, reached from
// the old one by a step that rules may pass over:
//
//     if name not in ALLOWED:       holds: nothing is known. Does not hold: name is an element of ALLOWED
//         return
//     run(name)                     name is v2, edges v1 → v2 (checked) and from what ALLOWED holds → v2
//
// So a list that comes from the request itself makes nothing clean. `and` knows what either side knows, `or` what both do.
#include "scanners/sast/flow/guards.h"

#include "scanners/sast/flow/builder.h"
#include "scanners/sast/flow/guard_names.h"
#include "scanners/sast/kinds.h"

#include <algorithm>
#include <cctype>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;

namespace {

void append(std::vector<Check>& to, const std::vector<Check>& from) { to.insert(to.end(), from.begin(), from.end()); }

// What is known whichever of two ways was taken.
std::vector<Check> common(const std::vector<Check>& a, const std::vector<Check>& b) {
  std::vector<Check> both;
  for (const Check& one : a) {
    for (const Check& other : b) {
      if (one.place != other.place || one.held != other.held) continue;
      Check check = one;
      check.step = std::max(one.step, other.step);  // the weaker one
      check.equals.insert(check.equals.end(), other.equals.begin(), other.equals.end());
      if (check.constant != other.constant) check.constant = 0;
      both.push_back(std::move(check));
    }
  }
  return both;
}

bool is_equality(std::string_view sign) { return sign == "==" || sign == "===" || sign == "is" || sign == "eq"; }
bool is_inequality(std::string_view sign) {
  return sign == "!=" || sign == "!==" || sign == "is not" || sign == "<>" || sign == "ne";
}

static_assert(Step::checked < Step::host_checked && Step::host_checked < Step::part_checked);

// A beginning that leaves no choice of the host: a path, or an address as far as behind its scheme.
bool settles_host(std::string_view beginning) {
  const auto scheme = beginning.find("://");
  return beginning.starts_with('/') || (scheme != std::string_view::npos && beginning.size() > scheme + 3);
}

// The same of a regular expression: `^https://(www\.)?example\.com`, not `^https?://[^/]+`.
bool names_a_host(std::string_view regex) {
  const auto escaped = regex.find("\\/\\/");
  const auto plain = regex.find("//");
  if (escaped == std::string_view::npos && plain == std::string_view::npos) return false;
  std::string_view host = escaped != std::string_view::npos ? regex.substr(escaped + 4) : regex.substr(plain + 2);
  host = host.substr(0, host.find('/'));
  host.remove_prefix(std::min(host.find_first_not_of("(?:"), host.size()));
  return !host.empty() && std::isalnum(static_cast<unsigned char>(host[0])) != 0 && host.find("\\.") != std::string_view::npos;
}

// A text none of whose letters is plain: what only an attacker writes, like `../` or a quote.
bool is_punctuation(std::string_view text) {
  return !text.empty() && std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
}

}  // namespace

// The places whose value an expression gives, in whatever form; `extent` is set where it is only a part of theirs.
std::vector<Place> Guards::places_of(NodeId id, Extent& extent) const {
  switch (m_tree[id].kind) {
    case Kind::identifier: {
      const auto place = find_name(m_tree[id].symbol);
      if (!place) return {};
      return {*place};
    }
    case Kind::keyword_argument:
    case Kind::cast: return places_of(child(id, Role::value), extent);
    case Kind::index:
    case Kind::field_access: return places_of_part(id, extent);
    case Kind::call: {
      const NodeId callee = child(id, Role::callee);
      if (callee == 0) return {};
      if (m_tree[callee].kind == Kind::field_access && names_host(node(child(callee, Role::name)).symbol)) {
        return places_of_part(callee, extent);
      }
      if (!keeps_meaning(m_builder.m_imports.last_name(callee))) return {};
      const NodeId list = child(id, Role::arguments);
      const NodeId first = list == 0 ? 0 : first_code(m_tree, list);
      const NodeId object = m_tree[callee].kind == Kind::field_access ? child(callee, Role::object) : 0;
      std::vector<Place> places;
      for (const NodeId inner : {first, object}) {
        if (inner != 0 && places.empty()) places = places_of(inner, extent);
      }
      return places;
    }
    default: return {};
  }
}

std::vector<Place> Guards::places_of_part(NodeId id, Extent& extent) const {
  const NodeId object = child(id, Role::object);
  if (object == 0) return {};
  const NodeId at = child(id, Role::index);
  if (at != 0 && m_tree[at].kind == Kind::slice) {
    extent = Extent::part;
    return places_of(object, extent);
  }
  const NodeId named = child(id, Role::name);
  if (named != 0 && names_host(m_tree[named].symbol)) {
    const auto viewed = viewed_by(object);
    if (viewed) {
      extent = Extent::host;
      return {*viewed};
    }
  }
  const Symbol label = named != 0 ? m_tree[named].symbol : at != 0 ? m_builder.label_of(at, m_given[at]) : 0;
  const Operand& holder = m_given[object];
  const Place place = part_of(holder.object, label);
  if (holder.object == 0 || label == 0 || m_environment.find(place) == nullptr) return {};
  return {place};
}

// What a variable shows of another place, if it still does.
const View* Guards::view_of(NodeId id) const {
  const auto place = m_tree[id].kind == Kind::identifier ? find_name(m_tree[id].symbol) : std::nullopt;
  const auto view = place ? m_views.find(*place) : m_views.end();
  if (view == m_views.end()) return nullptr;
  // A call in between leaves the object the same, and two ways that meet the value: nothing was assigned.
  const auto& edges = m_builder.m_graph.edges;
  const auto recent = edges.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(edges.size(), 64));
  const auto same = [&](Place at, const Operand& then) {
    const Operand* now = m_environment.find(at);
    if (now == nullptr) return false;
    if (now->value == then.value || (now->object != 0 && now->object == then.object)) return true;
    return std::any_of(recent, edges.end(), [&](const Edge& edge) { return edge.from == then.value && edge.to == now->value; });
  };
  return same(*place, view->second.held) && same(view->second.of, view->second.whole) ? &view->second : nullptr;
}

// The place of the address that an expression took apart: of u after `u = urlparse(a)` it is that of a.
std::optional<Place> Guards::viewed_by(NodeId id) const {
  if (m_tree[id].kind == Kind::identifier) {
    const View* view = view_of(id);
    return view == nullptr || view->extent != Extent::whole ? std::nullopt : std::optional(view->of);
  }
  const NodeId callee = m_tree[id].kind == Kind::call ? child(id, Role::callee) : 0;
  const NodeId list = child(id, Role::arguments);
  const NodeId first = callee == 0 || list == 0 ? 0 : first_code(m_tree, list);
  if (first == 0 || !reads_address(m_builder.last_symbol(callee))) return std::nullopt;
  Extent extent = Extent::whole;
  const auto places = places_of(first, extent);
  return places.empty() ? std::nullopt : std::optional(places.front());
}

void Guards::add_check(NodeId of, Check check, std::vector<Check>& checks) const {
  if (of == 0) return;
  Extent extent = Extent::whole;
  const std::vector<Place> places = places_of(of, extent);
  add_checks_at(places, extent, check, checks);
  // What is known of a part that a variable holds is known of that part of the whole.
  const View* view = view_of(of);
  if (view != nullptr && view->extent != Extent::whole) add_checks_at({view->of}, view->extent, check, checks);
}

void Guards::add_checks_at(const std::vector<Place>& places, Extent extent, const Check& check, std::vector<Check>& checks) const {
  for (const Place place : places) {
    const Operand* held = m_environment.find(place);
    if (held == nullptr || held->value == 0) continue;
    Check at = check;
    at.place = place;
    at.held = *held;
    if (extent != Extent::whole) {
      at.step = extent == Extent::host ? Step::host_checked : Step::part_checked;
      at.constant = 0;
      at.equals.clear();
    }
    checks.push_back(std::move(at));
  }
}

Conditions Guards::checks_of(NodeId id) const {
  Conditions known;
  const syntax::Node& here = node(id);
  switch (here.kind) {
    case Kind::unary: {
      const std::string_view sign = m_tree.symbol_text(id);
      if (sign != "!" && sign != "not") return {};
      known = checks_of(child(id, Role::value));
      std::swap(known.yes, known.no);
      return known;
    }
    case Kind::binary: return binary_checks(id);
    case Kind::call: return call_checks(id);
    case Kind::assignment: return checks_of(child(id, Role::right));
    case Kind::index:
      member_checks(child(id, Role::index), child(id, Role::object), known);
      return known;
    case Kind::instance_of: {
      const NodeId type = child(id, Role::right);
      if (type != 0 && is_plain_type(m_tree.text(type))) add_check(child(id, Role::left), {}, known.yes);
      return known;
    }
    case Kind::identifier: {
      const auto place = find_name(here.symbol);
      const auto found = place ? m_conditions.find(*place) : m_conditions.end();
      const Operand* held = place ? m_environment.find(*place) : nullptr;
      return found == m_conditions.end() || held == nullptr || *held != found->second.first ? Conditions{} : found->second.second;
    }
    default: return {};
  }
}

Conditions Guards::binary_checks(NodeId id) const {
  const std::string_view sign = m_tree.symbol_text(id);
  const NodeId left = child(id, Role::left);
  const NodeId right = child(id, Role::right);
  const bool all = sign == "&&" || sign == "and";
  if (all || sign == "||" || sign == "or") {
    Conditions a = checks_of(left);
    const Conditions b = checks_of(right);
    auto& either = all ? a.yes : a.no;
    auto& both = all ? a.no : a.yes;
    append(either, all ? b.yes : b.no);
    both = common(both, all ? b.no : b.yes);
    return a;
  }
  Conditions known;
  if (sign == "in" || sign == "not in") {
    member_checks(left, right, known);
    if (sign == "not in") std::swap(known.yes, known.no);
  } else if (is_equality(sign) || is_inequality(sign)) {
    equality_checks(left, right, known);
    if (is_inequality(sign)) std::swap(known.yes, known.no);
  } else if (sign == "=~" || sign == "!~") {
    pattern_checks({left, right, false, false}, known);
    if (sign == "!~") std::swap(known.yes, known.no);
  } else if (sign == ">" || sign == ">=" || sign == "<") {
    found_checks(left, right, sign, known);
  }
  return known;
}

// C.indexOf(x) > -1
void Guards::found_checks(NodeId left, NodeId right, std::string_view sign, Conditions& known) const {
  const auto bound = m_constants.number(m_given[right].constant);
  if (!bound || node(left).kind != Kind::call) return;
  const bool none = sign == "<" ? *bound == 0 : sign == ">" ? *bound == -1 : *bound == 0;
  if (!none) return;
  known = call_checks(left);
  if (sign == "<") std::swap(known.yes, known.no);
}

void Guards::member_checks(NodeId element, NodeId list, Conditions& known) const {
  const auto* text = m_constants.text(m_given[element].constant);
  if (text != nullptr) {
    if (is_punctuation(*text)) add_check(list, {.step = Step::part_checked}, known.no);
    return;
  }
  add_check(element, {.equals = {{m_given[list], list}}}, known.yes);
}

void Guards::equality_checks(NodeId left, NodeId right, Conditions& known) const {
  const bool null = node(left).kind == Kind::null || node(right).kind == Kind::null;
  if (null) {
    // Nothing was found, or in Go: nothing went wrong.
    const NodeId asked = node(left).kind == Kind::null ? right : left;
    known = checks_of(asked);
    if (m_tree.language != "go") std::swap(known.yes, known.no);
    return;
  }
  const auto number = m_constants.number(m_given[right].constant);
  if (number && *number == -1 && node(left).kind == Kind::call) {
    known = call_checks(left);
    std::swap(known.yes, known.no);
    return;
  }
  if (const int truth = m_constants.truth(m_given[right].constant); truth >= 0) {
    known = checks_of(left);
    if (truth == 0) std::swap(known.yes, known.no);
    return;
  }
  const bool type = node(left).kind == Kind::unary && m_tree.symbol_text(left) == "typeof";
  if (type) {
    if (is_plain_type(m_tree.content(right))) add_check(child(left, Role::value), {}, known.yes);
    return;
  }
  for (const auto& [one, other] : {std::pair(left, right), std::pair(right, left)}) {
    add_check(one, {.equals = {{m_given[other], other}}, .constant = m_given[other].constant}, known.yes);
  }
}

Conditions Guards::call_checks(NodeId id) const {
  const NodeId callee = child(id, Role::callee);
  const NodeId list = child(id, Role::arguments);
  if (callee == 0) return {};
  Asked asked;
  const NodeId named = node(callee).kind == Kind::field_access ? child(callee, Role::name) : callee;
  asked.object = node(callee).kind == Kind::field_access ? child(callee, Role::object) : 0;
  for (NodeId at = list == 0 ? 0 : first_code(m_tree, list); at != 0; at = next_code(m_tree, at)) asked.arguments.push_back(at);
  const Symbol name = named == 0 ? 0 : node(named).symbol;
  Conditions known;
  ask_checks(ask_of(name, named == 0 ? std::string_view{} : m_tree.text(named), asked.object == 0 || m_builder.is_self(asked.object)), asked, known);
  return known;
}

void Guards::ask_checks(Ask ask, const Asked& asked, Conditions& known) const {
  const auto& arguments = asked.arguments;
  const NodeId first = arguments.empty() ? 0 : arguments[0];
  const NodeId second = arguments.size() < 2 ? 0 : arguments[1];
  switch (ask) {
    case Ask::none: return;
    case Ask::member: return membership_checks(asked, known);
    case Ask::element_of: return member_checks(asked.object, first, known);
    case Ask::equal:
      if (first != 0) equality_checks(second != 0 ? second : asked.object, first, known);
      return;
    case Ask::pattern:
    case Ask::whole: return matching_checks(ask == Ask::whole, asked, known);
    case Ask::beginning: {
      const bool of_argument = second != 0;  // str_starts_with(x, p), strings.HasPrefix(x, p)
      const NodeId text = of_argument ? first : asked.object;
      const NodeId with = of_argument ? second : first;
      const auto* sought = with == 0 ? nullptr : m_constants.text(m_given[with].constant);
      // What is not known here is an address that somebody thought of for this check.
      const bool settled = with != 0 && (sought == nullptr || settles_host(*sought));
      add_check(text, {.step = settled ? Step::host_checked : Step::part_checked}, known.yes);
      if (sought != nullptr && is_punctuation(*sought)) add_check(text, {.step = Step::part_checked}, known.no);
      return;
    }
    case Ask::characters: return add_check(first != 0 ? first : asked.object, {}, known.yes);
    case Ask::number:
      if (second != 0 && !of_plain_types(second) && node(second).kind != Kind::variable_declaration) return;
      if (second == 0 && first != 0 && of_plain_types(first)) return add_check(asked.object, {}, known.yes);
      return add_check(first, {}, known.yes);
    case Ask::no_number: return add_check(first, {}, known.no);
    case Ask::own_check:
    case Ask::own_refusal:
      for (const NodeId argument : arguments) add_check(argument, {}, ask == Ask::own_check ? known.yes : known.no);
      return;
  }
}

// int, or (int, float)
bool Guards::of_plain_types(NodeId id) const {
  if (m_tree[id].kind != Kind::tuple) return is_plain_type(m_tree.text(id));
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    if (!is_plain_type(m_tree.text(part))) return false;
  }
  return true;
}

void Guards::membership_checks(const Asked& asked, Conditions& known) const {
  const auto& arguments = asked.arguments;
  if (arguments.empty()) return;
  if (asked.object != 0 && arguments.size() == 2 && m_given[asked.object].value == 0) {
    return member_checks(arguments[1], arguments[0], known);  // slices.Contains(C, x)
  }
  if (asked.object != 0) return member_checks(arguments[0], asked.object, known);
  if (arguments.size() > 1) return member_checks(arguments[0], arguments[1], known);
  const NodeId at = node(arguments[0]).kind == Kind::index ? child(arguments[0], Role::index) : 0;  // isset(C[x])
  if (at != 0) member_checks(at, child(arguments[0], Role::object), known);
}

void Guards::matching_checks(bool all_of_it, const Asked& asked, Conditions& known) const {
  const auto& arguments = asked.arguments;
  const auto is_pattern = [&](NodeId id) {
    return node(id).kind == Kind::regex || m_constants.text(m_given[id].constant) != nullptr;
  };
  if (arguments.empty()) {
    // p.matcher(x).matches()
    const NodeId inner = asked.object != 0 && node(asked.object).kind == Kind::call ? child(asked.object, Role::arguments) : 0;
    const NodeId text = inner == 0 ? 0 : first_code(m_tree, inner);
    if (text != 0) pattern_checks({text, 0, all_of_it, false}, known);
    return;
  }
  const NodeId first = arguments[0];
  const bool module_function = arguments.size() > 1;  // re.match(p, x), Regex.IsMatch(x, p)
  if (module_function) {
    const bool text_first = !is_pattern(first) && is_pattern(arguments[1]);
    const bool begins = m_tree.language == "python";
    return pattern_checks({text_first ? first : arguments[1], text_first ? arguments[1] : first, all_of_it, begins}, known);
  }
  const bool of_object = is_pattern(first);  // x.matches("…")
  pattern_checks({of_object ? asked.object : first, of_object ? first : asked.object, all_of_it, false}, known);
}

void Guards::pattern_checks(const Matching& matching, Conditions& known) const {
  if (matching.text == 0) return;
  std::string_view regex;
  if (matching.pattern != 0) {
    const auto* constant = m_constants.text(m_given[matching.pattern].constant);
    regex = node(matching.pattern).kind == Kind::regex    ? m_tree.text(matching.pattern)
            : node(matching.pattern).kind == Kind::string ? m_tree.content(matching.pattern)
            : constant != nullptr                         ? std::string_view(*constant)
                                                          : std::string_view{};
  }
  // A pattern that is not known here is one somebody thought of for this check.
  const Fit fit = regex.empty() ? Fit::all : fit_of(regex, matching.all_of_it, matching.begins);
  const Step step = fit == Fit::all ? Step::checked : names_a_host(regex) ? Step::host_checked : Step::part_checked;
  add_check(matching.text, {.step = step}, known.yes);
  if (fit == Fit::some) add_check(matching.text, {.step = Step::part_checked}, known.no);
}

// A variable that was given what a check says is as good as the check: `ok = x in C`, `u = urlparse(x)`.
void Guards::note(NodeId target, NodeId source) {
  if (target == 0 || source == 0) return;
  const Kind kind = node(source).kind;
  const bool several = node(target).kind == Kind::tuple || node(target).kind == Kind::list;
  if (several && kind == Kind::index) {
    // v, ok := C[x]
    const NodeId value = first_code(m_tree, target);
    const NodeId ok = value == 0 ? 0 : next_code(m_tree, value);
    Conditions known;
    member_checks(child(source, Role::index), child(source, Role::object), known);
    return keep_conditions(ok, std::move(known));
  }
  if (node(target).kind == Kind::dictionary) return note_parts(target, source);
  if (several) target = first_code(m_tree, target);
  if (target == 0 || node(target).kind != Kind::identifier || note_view(target, source)) return;
  if (kind == Kind::call || kind == Kind::binary || kind == Kind::unary) keep_conditions(target, checks_of(source));
}

// u = urlparse(a), host = urlparse(a).hostname, head = a[:8]
bool Guards::note_view(NodeId target, NodeId source) {
  const Kind kind = node(source).kind;
  if (kind != Kind::call && kind != Kind::field_access && kind != Kind::index) return false;
  Extent extent = Extent::whole;
  auto viewed = kind == Kind::call ? viewed_by(source) : std::nullopt;
  if (!viewed) {
    const auto places = places_of(source, extent);
    if (places.size() == 1 && extent != Extent::whole) viewed = places.front();
  }
  if (!viewed) return false;
  add_view(target, *viewed, extent);
  return true;
}

// const { hostname } = new URL(a)
void Guards::note_parts(NodeId pattern, NodeId source) {
  const auto viewed = viewed_by(source);
  if (!viewed) return;
  for (NodeId id = first_code(m_tree, pattern); id != 0; id = next_code(m_tree, id)) {
    const NodeId key = child(id, Role::key);
    const NodeId name = child(id, Role::value);
    if (key != 0 && name != 0 && node(name).kind == Kind::identifier && names_host(node(key).symbol)) add_view(name, *viewed, Extent::host);
  }
}

void Guards::add_view(NodeId name, Place of, Extent extent) {
  const auto place = find_name(node(name).symbol);
  const Operand* whole = m_environment.find(of);
  if (place && whole != nullptr) m_views[*place] = {*m_environment.find(*place), of, *whole, extent};
}

void Guards::keep_conditions(NodeId target, Conditions known) {
  const bool nothing = known.yes.empty() && known.no.empty();
  const auto place = target == 0 || nothing ? std::nullopt : find_name(node(target).symbol);
  if (place) m_conditions[*place] = {*m_environment.find(*place), std::move(known)};
}

// A call that stands alone and is called like a check, or fails for what is no number, lets only good values pass.
std::vector<Check> Guards::passed(NodeId id, bool alone) const {
  const NodeId callee = child(id, Role::callee);
  const NodeId list = child(id, Role::arguments);
  const NodeId first = callee == 0 || list == 0 ? 0 : first_code(m_tree, list);
  if (first == 0) return {};
  const bool method = node(callee).kind == Kind::field_access;
  const NodeId named = method ? child(callee, Role::name) : callee;
  if (named == 0) return {};
  const std::string_view object = method ? m_tree.text(child(callee, Role::object)) : std::string_view{};
  std::vector<Check> checks;
  if (parses_or_fails(m_tree.language, object, m_tree.text(named))) add_check(first, {}, checks);
  const std::string_view name = m_tree.text(named);
  const bool whole = alone && ask_of(node(named).symbol, name, false) == Ask::own_check;
  if (!whole && (!alone || !fails_unless_good(name))) return checks;
  const Step step = whole ? Step::checked : looks_at_host(name) ? Step::host_checked : Step::part_checked;
  for (NodeId at = first; at != 0; at = next_code(m_tree, at)) add_check(at, {.step = step}, checks);
  return checks;
}

Guards::Guards(const Builder& builder)
    : m_builder(builder),
      m_tree(builder.m_tree),
      m_environment(builder.m_environment),
      m_constants(builder.m_constants),
      m_given(builder.m_given) {}

std::optional<Place> Guards::find_name(Symbol name) const { return m_builder.find_name(name); }

}  // namespace codelake::sast::flow
