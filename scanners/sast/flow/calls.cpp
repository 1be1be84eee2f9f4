// SPDX-License-Identifier: Apache-2.0
//
// A call keeps what is needed to enter its callee later, when all files are known; what holds when the callee stays unknown
// (every argument flows into the result, and into the object it is called on) stands beside it as edges of kinds of their
// own, which are left out where the callee was found.
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/flow/address_head.h"
#include "scanners/sast/flow/doubt.h"
#include "scanners/sast/flow/effects.h"
#include "scanners/sast/flow/guard_names.h"
#include "scanners/sast/flow/plain_results.h"
#include "scanners/sast/flow/type_names.h"
#include "scanners/sast/kinds.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <span>

namespace codelake::sast::flow {

using syntax::Kind;
using syntax::NodeId;
using syntax::Role;
using syntax::Symbol;
using syntax::symbol_of;

namespace {

// What gives nothing but what the function gives that it is handed.
bool gives_what_functions_give(Symbol name) {
  static const std::array k_names = {symbol_of("map"),       symbol_of("flatMap"),   symbol_of("flat_map"),   symbol_of("array_map"), symbol_of("Select"),
                                     symbol_of("SelectMany"), symbol_of("collect"),  symbol_of("mapNotNull"), symbol_of("mapTo"),     symbol_of("mapToObj"),
                                     symbol_of("thenApply"), symbol_of("thenCompose"), symbol_of("filter_map")};
  return std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

// Methods by which an object that is a function is called.
bool calls_function(Symbol name) {
  static const std::array k_names = {symbol_of("accept"), symbol_of("get"),    symbol_of("test"),   symbol_of("run"),
                                     symbol_of("invoke"), symbol_of("Invoke"), symbol_of("apply")};
  return std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

// Functions whose first argument says how the others are put together.
bool formats(Symbol function) {
  static const std::array k_names = {symbol_of("format"), symbol_of("sprintf"), symbol_of("Sprintf")};
  return std::find(k_names.begin(), k_names.end(), function) != k_names.end();
}

// PHP: f(name: $a) is given to $name.
Symbol keyword_symbol(const syntax::Tree& tree, NodeId name) {
  return tree.language == "php" ? symbol_of("$" + std::string(tree.text(name))) : tree[name].symbol;
}

// The object a call is made on; the whole file for none.
NodeId object_of(const syntax::Tree& tree, NodeId call) {
  const NodeId callee = tree.child(call, Role::callee);
  return callee == 0 || tree[callee].kind != Kind::field_access ? 0 : tree.child(callee, Role::object);
}

bool is_capital(std::string_view name) { return !name.empty() && name[0] >= 'A' && name[0] <= 'Z'; }

// Methods of a Ruby class that give one object of it.
bool gives_one(Symbol method) {
  constexpr std::array k_names = {std::string_view("new"),     std::string_view("find"),    std::string_view("find_by"), std::string_view("find_by!"),
                                  std::string_view("first"),   std::string_view("first!"),  std::string_view("last"),    std::string_view("take"),
                                  std::string_view("create"),  std::string_view("create!"), std::string_view("build"),
                                  std::string_view("find_or_create_by"), std::string_view("find_or_initialize_by")};
  return std::any_of(k_names.begin(), k_names.end(), [&](std::string_view name) { return symbol_of(name) == method; });
}

// What getters are called that give all that an object holds.
bool gives_all(std::string_view what) {
  constexpr std::array k_names = {
      std::string_view("All"),    std::string_view("Array"),  std::string_view("Body"),    std::string_view("Buffer"),  std::string_view("Bytes"),
      std::string_view("Content"), std::string_view("Contents"), std::string_view("Data"), std::string_view("Entity"),  std::string_view("Entries"),
      std::string_view("First"),  std::string_view("Inner"),  std::string_view("InputStream"), std::string_view("Instance"), std::string_view("Items"),
      std::string_view("Last"),   std::string_view("Next"),   std::string_view("Object"),  std::string_view("Payload"), std::string_view("Reader"),
      std::string_view("Result"), std::string_view("Source"), std::string_view("String"),  std::string_view("Text"),    std::string_view("Value"),
      std::string_view("Values"), std::string_view("Wrapped")};
  return std::find(k_names.begin(), k_names.end(), what) != k_names.end();
}

std::string lowered(std::string_view name) {
  std::string low(name);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return low;
}

bool holds_any(std::string_view name, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

// getShop(id), find_page(key): a name that says what is found, which is not made of the key. What is named for a place or a text may be.
bool finds_by_key(std::string_view name) {
  constexpr std::array k_verbs = {std::string_view("get"), std::string_view("find"), std::string_view("fetch"), std::string_view("load"),
                                  std::string_view("lookup"), std::string_view("Get"), std::string_view("Find")};
  constexpr std::array k_made = {std::string_view("path"), std::string_view("file"), std::string_view("dir"),  std::string_view("folder"), std::string_view("url"),
                                 std::string_view("uri"),  std::string_view("name"), std::string_view("text"), std::string_view("str"),    std::string_view("body"),
                                 std::string_view("content"), std::string_view("param"), std::string_view("header"), std::string_view("query"), std::string_view("field"),
                                 std::string_view("input"), std::string_view("arg"), std::string_view("cookie"), std::string_view("command"), std::string_view("html"),
                                 std::string_view("value"), std::string_view("attr"), std::string_view("property"), std::string_view("resource")};
  const auto verb = std::find_if(k_verbs.begin(), k_verbs.end(), [&](std::string_view one) { return name.starts_with(one); });
  if (verb == k_verbs.end() || name.size() <= verb->size() + 1) return false;
  const char next = name[verb->size()];
  if (next != '_' && !is_capital(name.substr(verb->size()))) return false;
  return !holds_any(lowered(name.substr(verb->size())), k_made);
}

// things.get(key): of an object, not of a module or class, which may fetch what they are told to.
bool looks_up(const syntax::Tree& tree, const Call& call) {
  const NodeId callee = tree.child(call.node, Role::callee);
  if (call.creates || callee == 0) return false;
  const NodeId named = call.has_receiver ? tree.child(callee, Role::name) : callee;
  if (named != 0 && finds_by_key(tree.text(named))) return true;
  if (!call.has_receiver || call.import != 0 || (call.name != symbol_of("get") && call.name != symbol_of("Get"))) return false;
  const std::string_view object = tree.text(tree.child(callee, Role::object));
  return !is_capital(object.substr(object.rfind('.') + 1));
}

// Functions by whose names it is the same object that comes out, or one with the parts that were written in the text: copies,
// parsers, checks, and classes.
bool keeps_parts(std::string_view callee, const Call& call) {
  constexpr std::array k_words = {std::string_view("parse"),  std::string_view("load"),  std::string_view("decode"), std::string_view("json"),
                                  std::string_view("copy"),   std::string_view("clone"), std::string_view("assign"), std::string_view("merge"),
                                  std::string_view("pick"),   std::string_view("omit"),  std::string_view("dict"),   std::string_view("entries"),
                                  std::string_view("valid"),  std::string_view("clean"), std::string_view("serial"), std::string_view("convert"),
                                  std::string_view("urlsplit"), std::string_view("unpack"), std::string_view("unmarshal"), std::string_view("freeze"),
                                  std::string_view("instance"), std::string_view("default"), std::string_view("match")};
  const std::string_view written = callee.substr(callee.rfind('.') + 1);
  if (call.creates || is_capital(written)) return true;
  const std::string name = lowered(written);
  return holds_any(name, k_words) && !name.ends_with("upload") && !name.ends_with("download");
}

// thing.method(text) in a language that declares no types: as a rule the text says which, and what comes out is the thing's. Not of
// modules and classes, nor where the name says that texts are put together or read.
bool chooses_by(const syntax::Tree& tree, const Call& call) {
  const bool untyped = tree.language == "python" || tree.language == "javascript" || tree.language == "typescript" || tree.language == "tsx";
  if (!untyped || !call.has_receiver || call.import != 0 || call.on_base) return false;
  constexpr std::array k_words = {std::string_view("format"), std::string_view("join"),   std::string_view("replace"), std::string_view("concat"),
                                  std::string_view("resolve"), std::string_view("code"),  std::string_view("sub"),     std::string_view("quote"),
                                  std::string_view("escape"), std::string_view("from"),   std::string_view("split"),   std::string_view("strip"),
                                  std::string_view("with"),   std::string_view("to"),     std::string_view("build"),   std::string_view("make"),
                                  std::string_view("path"),   std::string_view("map"),    std::string_view("read"),    std::string_view("add"),
                                  std::string_view("url"),    std::string_view("text"),   std::string_view("string"),  std::string_view("get")};
  const NodeId callee = tree.child(call.node, Role::callee);
  const std::string_view object = tree.text(tree.child(callee, Role::object));
  if (is_capital(object.substr(object.rfind('.') + 1)) || tree[tree.child(callee, Role::object)].kind == Kind::string) return false;
  return !holds_any(lowered(tree.text(tree.child(callee, Role::name))), k_words);
}

// Of `Texts.cleaned` what is called.
std::string_view last_word(std::string_view callee) {
  const auto end = callee.find_last_of(".:>");
  return end == std::string_view::npos ? callee : callee.substr(end + 1);
}

}  // namespace

// Fills in who is called; `receiver` is the object it is called on.
void Builder::name_callee(NodeId id, Call& call, Operand& receiver) {
  call.dotted = m_imports.dotted(id);
  call.name = m_imports.last_name(id);
  NodeId outermost = id;
  while (node(outermost).kind == Kind::field_access) outermost = child(outermost, Role::object);
  call.import = call.creates ? class_named(id).import : import_of(outermost);
  const auto known_function = [&](const Operand& operand) {
    const auto function = m_constants.function(operand.constant);
    if (function) call.callee = *function;
  };
  if (node(id).kind == Kind::field_access) {
    const NodeId object = child(id, Role::object);
    const NodeId named = child(id, Role::name);
    if (named != 0) call.name = node(named).symbol;
    if (object == 0) return;
    call.on_self = is_self(object);
    call.has_receiver = true;
    receiver = evaluate(object);
    call.receiver = with_embedded(receiver, whole(receiver, object), object);
    if (m_wanted[id] != 0) call.receiver = mark(id, {call.receiver, 0, 0}).value;
    call.type = type_of(object, receiver);
    const NodeId base = node(object).kind == Kind::call ? child(object, Role::callee) : object;
    // Ruby: Basket.new(a)
    if (m_tree.language == "ruby" && m_tree.text(named) == "new" && is_capital(m_tree.text(object))) {
      call.creates = true;
      call.name = last_symbol(object);
    }
    call.on_base = m_tree.text(base) == "super" || m_tree.text(base) == "base" || m_tree.text(base) == "parent";
    const Operand* held = receiver.object == 0 ? nullptr : m_environment.find(part_of(receiver.object, call.name));
    if (held != nullptr) known_function(*held);
    const bool functional = m_tree.language == "java" || m_tree.language == "kotlin" || m_tree.language == "csharp";
    if (functional && calls_function(call.name)) known_function(receiver);
    return;
  }
  if (node(id).kind == Kind::type_name || call.creates) {
    call.creates = true;
    call.name = last_symbol(id);
    // `new $class()`: what names the class is a value as well where a rule asks for it.
    if (node(id).kind == Kind::identifier && m_wanted[id] != 0) evaluate(id);
    return;
  }
  if (m_tree.language == "ruby" && m_tree.text(id) == "super") {
    call.on_base = call.on_self = true;
    call.name = m_graph.functions[frame().function].name;
    call.receiver = frame().self.value;
    return;
  }
  if (node(id).kind == Kind::identifier) call.name = call.name == 0 ? node(id).symbol : call.name;
  const Operand called = evaluate(id);
  known_function(called);
  call.receiver = whole(called, id);
}

// The import that brings in the name an expression or type begins with; 0 when none does.
std::uint32_t Builder::import_of(NodeId expression) {
  const Kind kind = node(expression).kind;
  const ImportSource* source = kind == Kind::identifier || kind == Kind::type_name ? m_imports.source_of(expression) : nullptr;
  return source == nullptr ? 0 : import_named(*source);
}

// A name that is taken of a module may be a module below it, so that both are written as one.
std::uint32_t Builder::import_named(const ImportSource& source) {
  const auto text = [&](NodeId id) { return std::string(id == 0 ? "" : node(id).kind == Kind::string ? m_tree.content(id) : m_tree.text(id)); };
  std::string module = text(source.module);
  // A module that is named by a string is a file: what is taken of it says no more of where it is.
  const bool joins = source.name != 0 && (source.module == 0 || node(source.module).kind != Kind::string);
  if (joins && !module.empty() && module.back() != '.') module += m_tree.language == "php" ? '\\' : '.';
  if (joins) module += text(source.name);
  return add_import(std::move(module), source.wildcard);
}

std::uint32_t Builder::add_import(std::string module, bool wildcard) {
  const auto [at, added] = m_import_numbers.try_emplace({module, wildcard}, static_cast<std::uint32_t>(m_graph.imports.size()));
  if (added) m_graph.imports.push_back({std::move(module), wildcard});
  return at->second;
}

// A class by its whole name, which needs no import: a.b.Store.
bool Builder::is_qualified(NodeId name) const {
  const std::string_view text = m_tree.text(name);
  const bool packages = m_tree.language == "java" || m_tree.language == "kotlin";
  return packages && !text.empty() && text[0] >= 'a' && text[0] <= 'z' && text.find('.') < text.find('<');
}

// A type by its last name and what brings its first one in.
ClassName Builder::class_named(NodeId type) {
  ClassName named{last_symbol(type), 0};
  for (NodeId id = type; id < m_tree[type].subtree_end && named.import == 0; ++id) {
    if (node(id).kind == Kind::type_arguments) break;
    if (m_tree.first_child(id) == 0) named.import = import_of(id);
  }
  const std::string_view text = m_tree.text(type);
  if (named.import == 0 && is_qualified(type)) named.import = add_import(std::string(text.substr(0, text.find('<'))), false);
  return named;
}

// The class an object is of: what made it, what its field was declared as, or the class that is named itself.
ClassName Builder::type_of(NodeId object, const Operand& operand) {
  const auto made = m_types.find(operand.object);
  if (operand.object != 0 && made != m_types.end()) return made->second;
  const NodeId named = node(object).kind == Kind::field_access ? child(object, Role::name) : object;
  const bool qualified = node(object).kind == Kind::field_access && operand.value == 0 && is_qualified(object);
  if (qualified && is_capital(m_tree.text(named))) return {node(named).symbol, add_import(std::string(m_tree.text(object)), false)};
  const bool own = node(object).kind != Kind::field_access || is_self(child(object, Role::object));
  if (named == 0 || node(named).kind != Kind::identifier || !own) return {};
  const Symbol around = m_graph.functions[m_frames.back().function].class_name;
  const auto field = m_field_types.find({around, node(named).symbol});
  if (field != m_field_types.end()) return field->second;
  if (!is_capital(m_tree.text(named)) || operand.value != 0 || find_name(node(named).symbol)) return {};
  return {node(named).symbol, import_of(named)};
}

// Ruby: Basket.new(a), Basket.find(1) and Basket.where(a: 1).find(1) give an object of the class Basket. Go: so does NewBasket(a).
ClassName Builder::class_given(NodeId id) {
  if (m_tree.language == "go") {
    const NodeId callee = child(id, Role::callee);
    const bool qualified = callee != 0 && node(callee).kind == Kind::field_access;
    const NodeId named = qualified ? child(callee, Role::name) : callee;
    const std::string_view name = named == 0 ? std::string_view() : m_tree.text(named);
    if (!name.starts_with("New") || !is_capital(name.substr(3))) return {};
    return {symbol_of(name.substr(3)), import_of(qualified ? child(callee, Role::object) : callee)};
  }
  const auto callee_of = [&](NodeId at) { return at == 0 || node(at).kind != Kind::call ? 0 : child(at, Role::callee); };
  NodeId callee = m_tree.language == "ruby" ? callee_of(id) : 0;
  if (callee == 0 || node(callee).kind != Kind::field_access || !gives_one(node(child(callee, Role::name)).symbol)) return {};
  NodeId object = child(callee, Role::object);
  while (callee_of(object) != 0) object = child(callee_of(object), Role::object);
  return object != 0 && is_capital(m_tree.text(object)) ? class_named(object) : ClassName{};
}

// The last plain name in a type: List in java.util.List<String>.
Symbol Builder::last_symbol(NodeId id) const {
  Symbol symbol = m_tree.first_child(id) == 0 ? m_tree[id].symbol : 0;
  for (NodeId part = m_tree.first_child(id); part != 0; part = m_tree.next_sibling(part)) {
    if (m_tree[part].kind == Kind::type_arguments) continue;
    const Symbol inner = last_symbol(part);
    if (inner != 0) symbol = inner;
  }
  return symbol;
}

// The type of an argument, as far as the file tells.
Symbol Builder::type_given(NodeId id, const Operand& operand) const {
  if (m_constants.text(operand.constant) != nullptr) return symbol_of(m_tree.language == "csharp" ? "string" : "String");
  const auto made = m_types.find(operand.object);
  if (operand.object != 0 && made != m_types.end()) return made->second.name;
  return node(id).kind == Kind::cast ? type_symbol(child(id, Role::type)) : 0;
}

// The last name of a type that is written down; none of an array, which is another type than its elements.
Symbol Builder::type_symbol(NodeId type) const {
  if (type == 0 || m_tree.text(type).find_first_of("[.?") != std::string_view::npos) return 0;
  return last_symbol(type);
}

std::vector<Operand> Builder::add_arguments(NodeId list, Call& call) {
  std::vector<Operand> operands;
  std::vector<Argument> arguments;
  for (NodeId id = list == 0 ? 0 : first_code(m_tree, list); id != 0; id = next_code(m_tree, id)) {
    Argument argument;
    if (node(id).kind == Kind::keyword_argument) argument.keyword = keyword_symbol(m_tree, child(id, Role::name));
    argument.spread = node(id).kind == Kind::spread;
    const Operand operand = evaluate(id);
    argument.value = whole(operand, id);
    if (tells_overloads_by_type(m_tree.language)) argument.type = type_given(id, operand);
    // f(*[a, b]) is f(a, b)
    const auto length = argument.spread && next_code(m_tree, id) == 0 ? length_of(operand.object) : std::nullopt;
    for (std::int64_t i = 0; i < length.value_or(0); ++i) {
      operands.push_back(part(operand, label_of_position(i), id));
      arguments.push_back({.value = whole(operands.back(), id)});
    }
    if (length) continue;
    arguments.push_back(argument);
    operands.push_back(operand);
  }
  call.first_argument = static_cast<std::uint32_t>(m_graph.arguments.size());
  call.argument_count = static_cast<std::uint32_t>(arguments.size());
  m_graph.arguments.insert(m_graph.arguments.end(), arguments.begin(), arguments.end());
  return operands;
}

Operand Builder::call(NodeId id) {
  if (const auto made = composite(id)) return *made;
  Call call;
  call.node = id;
  call.function = frame().function;
  call.creates = (node(id).flags & syntax::k_creation) != 0;
  Operand receiver;
  const NodeId callee = child(id, Role::callee);
  if (callee != 0) name_callee(callee, call, receiver);
  const NodeId list = child(id, Role::arguments);
  const std::vector<Operand> arguments = add_arguments(list, call);
  if (const auto made = made_of_struct(call, arguments, id)) return *made;
  if (const auto copied = copied_with(id, receiver, arguments)) return *copied;
  const NodeId members = child(id, Role::body);
  if (members != 0 && node(members).kind == Kind::class_body) run_members(members);
  keep_taken(call);
  const bool fills = members != 0 && (node(members).kind == Kind::dictionary || node(members).kind == Kind::list) && m_tree.language == "csharp";
  if (const auto known = collection_call(id, call, receiver, arguments)) {
    if (fills) fill_object(*known, members);
    return *known;
  }
  if (members != 0 && node(members).kind != Kind::class_body && !fills) evaluate(members);
  call.result = add_value(id);
  call.thrown = thrown_into();
  Operand result{call.result, 0, 0};
  const std::string_view called = callee == 0 ? std::string_view{} : m_tree.text(callee);
  // In Go and C# functions have capital names, too.
  const bool capital_makes = m_tree.language != "go" && m_tree.language != "csharp";
  const bool makes = call.creates || (capital_makes && !call.has_receiver && is_capital(called));
  if (makes) {
    result.object = new_object();
    m_types[result.object] = {call.name, call.import};
  } else if (const ClassName given = class_given(id); given.name != 0) {
    result.object = new_object();
    m_types[result.object] = given;
  }
  if (fills) fill_object(result, members);
  if (call.callee == Call::k_no_function) unknown_call(id, call, arguments);
  note_settings(id, call, arguments, result);
  after_call(id, call, receiver);
  apply(m_guards.passed(id, false), id);
  m_graph.calls.push_back(call);
  return result;
}

// The field that a getter is named for: serverName of getServerName(). 0 for what is no getter of one field: names that
// wrappers of every kind have, whatever their field is called.
Symbol Builder::field_got(NodeId id) const {
  const NodeId callee = child(id, Role::callee);
  const NodeId named = callee == 0 || node(callee).kind != Kind::field_access ? 0 : child(callee, Role::name);
  if (named == 0) return 0;
  std::string_view name = m_tree.text(named);
  if (!name.starts_with("get") || name.size() < 5 || !is_capital(name.substr(3))) return 0;
  name.remove_prefix(3);
  if (gives_all(name)) return 0;
  std::string field(name);
  field[0] = static_cast<char>(field[0] - 'A' + 'a');
  return symbol_of(field);
}

// The functions of this file that a call hands over, its block among them.
std::vector<std::uint32_t> Builder::functions_given(NodeId id, const std::vector<Operand>& arguments) const {
  std::vector<std::uint32_t> functions;
  for (const Operand& argument : arguments) {
    if (const auto function = m_constants.function(argument.constant)) functions.push_back(*function);
  }
  const NodeId block = child(id, Role::body);
  const auto of_block = m_functions.find(block);
  if (block != 0 && of_block != m_functions.end()) functions.push_back(of_block->second);
  return functions;
}

// The edges that hold while nothing is known of the callee.
void Builder::unknown_call(NodeId id, const Call& call, const std::vector<Operand>& arguments) {
  const NodeId callee = child(id, Role::callee);
  const bool keeps = keeps_parts(callee == 0 ? std::string_view() : m_tree.text(callee), call);
  const bool other = chooses_by(m_tree, call) || (callee != 0 && cleans(last_word(m_tree.text(callee))));
  const Symbol parts = keeps ? symbol_of("*") : other ? chosen_label() : 0;
  const bool by_key = looks_up(m_tree, call);
  // get(key, what else)
  const bool otherwise = call.name == symbol_of("get") || call.name == symbol_of("Get") || call.name == symbol_of("getOrDefault");
  const std::string_view last = callee == 0 ? std::string_view() : m_tree.text(call.has_receiver ? child(callee, Role::name) : callee);
  const std::string_view called_on = call.has_receiver ? m_tree.text(child(callee, Role::object)) : std::string_view();
  if (const auto step = step_into_result(m_tree.language, {last, called_on, call.has_receiver})) {
    const ValueId from = add_value(id);
    add_edge(call.receiver, from, *step);
    for (std::size_t i = 0; i < arguments.size(); ++i) add_edge(m_graph.arguments[call.first_argument + i].value, from, *step);
    add_edge(from, call.result, Step::argument);
    return;
  }
  std::vector<std::uint32_t> functions = functions_given(id, arguments);
  const bool only_theirs = !functions.empty() && gives_what_functions_give(call.name);
  // A method that the own class inherits from a library knows nothing of the fields that are stored here.
  const Symbol got = field_got(id);
  if (!only_theirs) add_edge(call.receiver, call.result, Step::receiver, got == 0 && call.on_self ? symbol_of("*own") : got);
  std::vector<ValueId> values = {call.receiver};
  const auto* format = formats(call.name) && !arguments.empty() ? m_constants.text(arguments[0].constant) : nullptr;
  const std::vector<bool> behind = format == nullptr ? std::vector<bool>() : behind_host_in(*format, arguments.size() - 1);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const ValueId value = m_graph.arguments[call.first_argument + i].value;
    const bool ends = i > 0 && i <= behind.size() && behind[i - 1];
    const bool is_key = by_key && (i == 0 || !otherwise);
    if (!only_theirs) add_edge(value, call.result, ends ? Step::behind_host : is_key ? Step::index : Step::argument, parts);
    values.push_back(value);
  }
  // A function that is handed over is called with what the callee has, and what it gives comes back.
  const bool of_map = is_map(m_given[object_of(m_tree, id)]);
  for (const std::uint32_t function : functions) {
    std::size_t position = 0;
    for (const Parameter& parameter : m_graph.functions[function].parameters) {
      if (names_key(m_tree.language, {call.name, m_graph.functions[function].parameters.size(), of_map, position++})) continue;
      for (const ValueId value : values) add_edge(value, parameter.value, Step::callback);
    }
    add_edge(m_graph.functions[function].result, call.result, Step::callback);
  }
}

}  // namespace codelake::sast::flow
