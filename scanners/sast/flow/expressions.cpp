// SPDX-License-Identifier: Apache-2.0
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/constant_arithmetic.h"
#include "scanners/sast/flow/address_head.h"
#include "scanners/sast/flow/plain_results.h"
#include "scanners/sast/flow/type_names.h"
#include "scanners/sast/kinds.h"

#include <algorithm>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;

namespace {

bool is_comparison(std::string_view operation) {
  constexpr std::string_view k_all[] = {"==", "!=", "===", "!==", "<", "<=", ">", ">=", "<>", "in", "not in", "is", "is not", "instanceof"};
  return std::find(std::begin(k_all), std::end(k_all), operation) != std::end(k_all);
}

bool chooses(std::string_view operation) {
  return operation == "&&" || operation == "||" || operation == "and" || operation == "or" || operation == "??" || operation == "?:";
}

// The text a literal means where it escapes only quotes and backslashes, which all languages do alike.
std::optional<std::string> unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\') {
      i += 1;
      if (i == text.size() || std::string_view("\\'\"").find(text[i]) == std::string_view::npos) return std::nullopt;
    }
    plain += text[i];
  }
  return plain;
}

}  // namespace

Operand Builder::evaluate(NodeId id) {
  if (id == 0) return {};
  if (m_steps_left == 0) {
    m_graph.limit_hit = true;
    return {};
  }
  m_steps_left -= 1;
  const Operand given = mark(id, evaluate_kind(id));
  m_given[id] = given;
  return given;
}

Operand Builder::evaluate_kind(NodeId id) {
  switch (node(id).kind) {
    case Kind::identifier: return name(id);
    case Kind::string:
    case Kind::number:
    case Kind::boolean:
    case Kind::char_literal: return literal(id);
    case Kind::regex: return m_tree.first_child(id) == 0 ? Operand{} : text_template(id);
    case Kind::null:
    case Kind::error:
    case Kind::type_name: return {};
    case Kind::call: return call(id);
    case Kind::field_access: return field_access(id);
    case Kind::index: return index(id);
    case Kind::unary: return unary(id);
    case Kind::binary: return binary(id);
    case Kind::assignment: return assignment(id);
    case Kind::variable_declaration: return declaration(id);
    case Kind::conditional: return conditional(id);
    case Kind::lambda:
    case Kind::function: return lambda(id);
    case Kind::list:
    case Kind::tuple:
    case Kind::set:
    case Kind::dictionary: return collection(id);
    case Kind::comprehension: return comprehension(id);
    case Kind::string_template: return text_template(id);
    case Kind::cast: return cast(id);
    case Kind::await:
    case Kind::spread:
    case Kind::keyword_argument: return evaluate(child(id, Role::value));
    case Kind::yield: return yield(id);
    case Kind::instance_of: return instance_of(id);
    case Kind::if_statement:
    case Kind::switch_statement:
    case Kind::try_statement:
    case Kind::block: return value_of(id);
    case Kind::other: return other(id);
    case Kind::class_declaration: run_class(id); return {};
    default: return operation(id, Step::operand);
  }
}

// A new value that all operands flow into; none when nothing does.
Operand Builder::operation(NodeId id, Step step) {
  std::vector<ValueId> operands;
  for (NodeId part = first_code(m_tree, id); part != 0 && part != id; part = next_code(m_tree, part)) {
    const Kind kind = node(part).kind;
    if (kind == Kind::type_name || kind == Kind::modifier) continue;
    const ValueId value = whole(evaluate(part), part);
    if (value != 0) operands.push_back(value);
  }
  if (operands.empty()) return {};
  const ValueId result = add_value(id);
  for (const ValueId operand : operands) add_edge(operand, result, step);
  return {result, 0, 0};
}

Operand Builder::cast(NodeId id) {
  const Operand given = evaluate(child(id, Role::value));
  const NodeId type = child(id, Role::type);
  const auto step = type == 0 ? std::nullopt : step_into(m_tree.text(type));
  if (!step || given.value == 0) return given;
  const Operand made{add_value(id), 0, 0};
  add_edge(given.value, made.value, *step);
  return made;
}

Operand Builder::name(NodeId id) {
  if (is_self(id)) return frame().self;
  if (m_own_names.count(node(id).symbol) != 0 && names_field(node(id).symbol)) return part(frame().self, node(id).symbol, id);
  std::uint32_t owner = 0;
  const auto place = find_name(node(id).symbol, &owner);
  if (place) {
    const Operand* held = m_environment.find(*place);
    return with_outer(owner, held == nullptr ? Operand{} : *held, id);
  }
  if (names_field(node(id).symbol)) return part(frame().self, node(id).symbol, id);
  return m_tree.language == "ruby" ? called_by_name(id, {}) : Operand{};
}

Operand Builder::literal(NodeId id) {
  const std::string_view text = m_tree.content(id);
  switch (node(id).kind) {
    case Kind::string:
    case Kind::char_literal:
      if (const auto plain = unescaped(text)) return {0, 0, m_constants.add_text(*plain)};
      return {};
    case Kind::number: return {0, 0, m_constants.add(sast::literal(m_tree, id))};
    default: break;
  }
  const std::string_view word = m_tree.text(id);
  if (word == "true" || word == "True") return {0, 0, m_constants.add_truth(true)};
  if (word == "false" || word == "False") return {0, 0, m_constants.add_truth(false)};
  return {};
}

Operand Builder::field_access(NodeId id) {
  const NodeId object = child(id, Role::object);
  const NodeId field = child(id, Role::name);
  if (object == 0 || field == 0) return operation(id, Step::operand);
  const Operand given = evaluate(object);
  const syntax::Symbol label = field_label(field);
  const bool runs = m_traits.calls_by_name || m_getters.count(label) != 0;
  const bool stored = given.object != 0 && m_environment.find(part_of(given.object, label)) != nullptr;
  if (!stored && m_collections.count(given.object) != 0) {
    if (const auto view = view_of_collection(id, given)) return *view;
  }
  if (!stored && given.value != 0 && counts(m_tree.language, m_tree.text(field))) {
    const Operand length{add_value(id), 0, 0};
    add_edge(given.value, length.value, Step::number);
    return length;
  }
  if (!stored && class_meant(object) != 0) return static_field(id, given);
  return runs && !stored ? called_by_name(id, given) : part(given, label, id);
}

// l[-1] and C#'s l[^1] count from the end.
syntax::Symbol Builder::label_from(const Operand& object, NodeId at, const Operand& position) const {
  const auto length = length_of(object.object);
  auto number = m_constants.number(position.constant);
  if (length && node(at).kind == Kind::unary && m_tree.symbol_text(at) == "^") {
    if (const auto back = m_constants.number(m_given[child(at, Role::value)].constant)) number = -*back;
  }
  if (length && number && *number < 0 && *number >= -*length) return label_of_position(*length + *number);
  return label_of(at, position);
}

Operand Builder::index(NodeId id) {
  const Operand object = evaluate(child(id, Role::object));
  const NodeId at = child(id, Role::index);
  if (at == 0) return any_part(object, id);
  if (const auto cut = slice(object, at)) return *cut;
  const Operand position = evaluate(at);
  if (const ConstantId character = m_constants.character(object.constant, position.constant)) return {0, 0, character};
  const syntax::Symbol label = label_from(object, at, position);
  Operand taken = label != 0 ? part(object, label, id) : any_part(object, id);
  if (position.value == 0) return taken;
  const ValueId value = add_value(id);
  add_edge(whole(taken, id), value, Step::copy);
  add_edge(position.value, value, Step::index);
  taken.value = value;
  return taken;
}

Operand Builder::unary(NodeId id) {
  const std::string_view operation = m_tree.symbol_text(id);
  const NodeId value = child(id, Role::value);
  Operand operand = evaluate(value);
  if (operation == "<-") return any_part(operand, id);
  if (operation == "&") m_copied.erase(operand.object);
  if (operation == "delete" && (node(value).kind == Kind::field_access || node(value).kind == Kind::index)) assign(value, {});
  if (operation == "&" || operation == "*" || operation == "new") return operand;
  if (operation == ":" && m_tree.language == "ruby") return {0, 0, m_constants.add_text(std::string(m_tree.text(m_tree.first_child(id))))};
  if (operation.find("++") != std::string_view::npos || operation.find("--") != std::string_view::npos) {
    operand.constant = 0;
    assign(value, operand);
    return operand;
  }
  if (operation == "!" || operation == "not" || operation == "typeof" || operation == "delete" || operation == "void") {
    Operand truth{0, 0, m_constants.unary(operation, operand.constant)};
    if (operand.value == 0 || truth.constant != 0) return truth;
    truth.value = add_value(id);
    add_edge(operand.value, truth.value, Step::comparison);
    return truth;
  }
  operand.constant = m_constants.unary(operation, operand.constant);
  return operand;
}

Operand Builder::binary(NodeId id) {
  const std::string_view operation = m_tree.symbol_text(id);
  const NodeId left_node = child(id, Role::left);
  const NodeId right_node = child(id, Role::right);
  if (operation == "<-") return sent(left_node, evaluate(right_node));
  const Operand left = evaluate(left_node);
  const Operand right = right_operand(id, left);
  const ConstantId constant = m_constants.binary(operation, left.constant, right.constant);
  if (constant != 0) return {0, 0, constant};
  if (const auto both = joined_collections(id, operation, left, right)) return *both;
  // `a && b` is b, or an a that counts as nothing.
  if (operation == "&&" || operation == "and") return right;
  if (chooses(operation)) return joined(left, right);
  const ValueId a = whole(left, left_node);
  const ValueId b = whole(right, right_node);
  if (a == 0 && b == 0) return {};
  const ValueId result = add_value(id);
  const Step step = is_comparison(operation) ? Step::comparison : Step::operand;
  add_edge(a, result, step);
  const auto text_of = [&](NodeId piece) { return m_constants.text(m_given[piece].constant); };
  const bool ends = b != 0 && puts_together(operation) && head_of(m_tree, left_node, text_of).ends_host();
  add_edge(b, result, ends ? Step::behind_host : step);
  const Operand made{result, operation == "<<" ? left.object : 0, 0};
  if (m_tree.language == "ruby" && operation == "<<" && node(left_node).kind == Kind::identifier) assign_name(left_node, made);
  return made;
}

// The right side of `and` and `or` is only reached past the left one.
Operand Builder::right_operand(NodeId id, const Operand& left) {
  const std::string_view operation = m_tree.symbol_text(id);
  const NodeId right = child(id, Role::right);
  const bool all = operation == "&&" || operation == "and";
  if ((!all && operation != "||" && operation != "or") || left.constant != 0) return evaluate(right);
  const Conditions known = m_guards.checks_of(child(id, Role::left));
  const auto& checks = all ? known.yes : known.no;
  if (checks.empty()) return evaluate(right);
  const auto base = m_environment.checkpoint();
  apply(checks, id);
  const Operand given = evaluate(right);
  const Changes changes = m_environment.changes_since(base);
  m_environment.undo_to(base);
  join({changes}, true);
  return given;
}

// `x instanceof T t` binds t.
Operand Builder::instance_of(NodeId id) {
  const NodeId named = child(id, Role::name);
  const NodeId left = child(id, Role::left);
  const NodeId right = child(id, Role::right);
  const Kind kind = right == 0 ? Kind::type_name : node(right).kind;
  if (named == 0 && left != 0 && (kind == Kind::variable_declaration || kind == Kind::other)) {
    const Operand subject = evaluate(left);
    bind_pattern(right, subject);
    const ValueId truth = subject.value == 0 ? 0 : add_value(id);
    add_edge(subject.value, truth, Step::comparison);
    return {truth, 0, 0};
  }
  if (named == 0 || left == 0) return operation(id, Step::comparison);
  assign(named, evaluate(left));
  return {};
}

Operand Builder::conditional(NodeId id) {
  const Operand condition = evaluate(child(id, Role::condition));
  const NodeId first = child(id, Role::consequence);
  if (first == 0) return joined(condition, evaluate(child(id, Role::alternative)));  // a ?: b
  const NodeId second = child(id, Role::alternative);
  const int known = m_constants.truth(condition.constant);
  if (known == 1) return evaluate(first);
  if (known == 0) return evaluate(second);
  const Conditions checks = m_guards.checks_of(child(id, Role::condition));
  const auto base = m_environment.checkpoint();
  apply(checks.yes, id);
  const Operand a = evaluate(first);
  const Changes one = m_environment.changes_since(base);
  m_environment.undo_to(base);
  apply(checks.no, id);
  const Operand b = evaluate(second);
  const Changes other = m_environment.changes_since(base);
  m_environment.undo_to(base);
  join({one, other}, false);
  return joined(a, b);
}

Operand Builder::text_template(NodeId id) {
  std::string text;
  std::vector<std::pair<ValueId, Step>> operands;
  bool known = true;
  AddressHead head;
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    const Operand piece = evaluate(part);
    const auto* constant = m_constants.text(piece.constant);
    known = known && constant != nullptr && text.size() < (1U << 16U);
    if (known) text += *constant;
    if (const ValueId value = whole(piece, part); value != 0) operands.emplace_back(value, head.ends_host() ? Step::behind_host : Step::operand);
    head.add(m_tree, part, constant);
  }
  if (known && operands.empty()) return {0, 0, m_constants.add_text(std::move(text))};
  if (operands.empty()) return {};
  const ValueId result = add_value(id);
  for (const auto& [operand, step] : operands) add_edge(operand, result, step);
  return {result, 0, 0};
}

Operand Builder::lambda(NodeId id) {
  const std::uint32_t index = declare(id, 0);
  run_function(index, true);
  return {0, 0, m_constants.add_function(index)};
}

Operand Builder::assignment(NodeId id) {
  const NodeId target = child(id, Role::left);
  const NodeId source = child(id, Role::right);
  if (target == 0 || source == 0) return operation(id, Step::operand);
  if (keep_struct(node(target).symbol, source)) return {};
  Operand value = copied(evaluate(source), source);
  const std::string_view operation = m_tree.symbol_text(id);
  if (!operation.empty()) {
    const Operand before = evaluate(target);
    if (chooses(operation)) {
      value = joined(before, value);
    } else {
      if (m_collections.count(before.object) != 0 && length_of(before.object) && operation == "+") {
        if (m_collections.count(value.object) != 0) {
          extend(before, value, id);
        } else {
          append(before, value, id);
        }
        return before;
      }
      const ConstantId constant = m_constants.binary(operation, before.constant, value.constant);
      const ValueId a = whole(before, target);
      const ValueId b = whole(value, source);
      value = {a != 0 || b != 0 ? add_value(id) : 0, 0, constant};
      add_edge(a, value.value, Step::operand);
      add_edge(b, value.value, Step::operand);
    }
  }
  assign(target, value);
  if (operation.empty()) m_guards.note(target, source);
  return value;
}

Operand Builder::declaration(NodeId id) {
  const NodeId target = child(id, Role::name);
  const NodeId source = child(id, Role::value);
  if (target == 0) return {};
  if (keep_struct(node(target).symbol, source)) return {};
  const Operand value = declared_as(child(id, Role::type), source == 0 ? Operand{} : copied(evaluate(source), source), id);
  if (node(target).kind == Kind::identifier) {
    const Operand held = mark_target(target, value);
    m_environment.set(variable_of(frame().function, node(target).symbol), held);
    m_guards.note(target, source);
    return held;
  }
  assign(target, value);
  m_guards.note(target, source);
  return value;
}

// What a place of that declared type holds when it is given a value. 0: no type is declared.
Operand Builder::declared_as(NodeId type, const Operand& operand, NodeId at) {
  if (type == 0 || operand.constant != 0 || (operand.value == 0 && operand.object == 0)) return operand;
  const std::string_view name = m_tree.first_child(type) == 0 ? m_tree.text(type) : std::string_view();
  if (const auto step = step_into(m_tree.text(type))) {
    if (operand.value == 0) return operand;
    const Operand made{add_value(at), 0, 0};
    add_edge(operand.value, made.value, *step);
    return made;
  }
  if (says_nothing(name)) return operand;
  Operand held = operand;
  if (held.object == 0) held.object = new_object();
  m_types.try_emplace(held.object, class_named(type));
  return held;
}

Operand Builder::collection(NodeId id) {
  const Operand made{0, new_object(), 0};
  m_collections.insert(made.object);
  std::int64_t position = 0;
  bool known = true;
  bool listed = node(id).kind != Kind::dictionary;
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    if (node(part).kind == Kind::pair) {
      listed = false;
      const NodeId key = child(part, Role::key);
      const Operand value = evaluate(child(part, Role::value));
      const bool plain = node(key).kind == Kind::identifier && node(id).kind == Kind::dictionary && m_tree.language != "python";
      const syntax::Symbol label = plain ? node(key).symbol : label_of(key, evaluate(key));
      store(made.object, label, value, part);
    } else if (node(part).kind == Kind::function) {
      keep_method(made, part);
    } else if (node(part).kind == Kind::keyword_argument) {
      const Operand value = evaluate(part);
      store(made.object, node(child(part, Role::name)).symbol, value, part);
      // C#, Swift: (name: a, b) is counted as well, {name: a} is not.
      const bool counted = node(id).kind == Kind::tuple;
      if (counted && known) store(made.object, label_of_position(position++), value, part);
      known = known && counted;
    } else if (node(part).kind == Kind::spread) {
      known = spread_into(made.object, evaluate(part), position, part);
    } else {
      store(made.object, known ? label_of_position(position++) : 0, evaluate(part), part);
    }
  }
  if (known && listed) set_length(made.object, position);
  return made;
}

// Copies the parts of a collection into one that is being made. False when the positions behind it are not known any more.
bool Builder::spread_into(ObjectId made, const Operand& value, std::int64_t& position, NodeId at) {
  const auto length = length_of(value.object);
  const bool map = m_collections.count(value.object) != 0 && !length;
  if (length) {
    for (std::int64_t i = 0; i < *length; ++i) store(made, label_of_position(position++), part(value, label_of_position(i), at), at);
    return true;
  }
  if (!map) {
    store(made, 0, any_part(value, at), at);
    return false;
  }
  for (const syntax::Symbol label : std::vector<syntax::Symbol>(m_parts[value.object])) {
    const Operand* held = m_environment.find(part_of(value.object, label));
    if (held != nullptr) store(made, label, Operand(*held), at);
  }
  return true;
}

Operand Builder::comprehension(NodeId id) {
  for (NodeId part = first_code(m_tree, id); part != 0; part = next_code(m_tree, part)) {
    if (node(part).kind != Kind::other) continue;
    const NodeId left = child(part, Role::left);
    const NodeId right = child(part, Role::right);
    if (left != 0 && right != 0) {
      const Operand items = evaluate(right);
      if (!bind_elements(left, right)) assign(left, any_part(items, right));
    } else if (child(part, Role::condition) != 0) {
      evaluate(child(part, Role::condition));
    }
  }
  const Operand made{0, new_object(), 0};
  const NodeId item = child(id, Role::body);
  if (item == 0) return {};
  if (node(item).kind == Kind::pair) {
    store(made.object, 0, evaluate(child(item, Role::key)), item);
    store(made.object, 0, evaluate(child(item, Role::value)), item);
  } else {
    store(made.object, 0, evaluate(item), item);
  }
  return made;
}

}  // namespace codelake::sast::flow
