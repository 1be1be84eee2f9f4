// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/syntax/tree.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace codelake::sast::flow {

// An index into Graph::values; 0: a value nothing is known to flow into.
using ValueId = std::uint32_t;

// How a value comes to be part of another one. A rule may pass over steps of some kinds (options of taint rules).
enum class Step : std::uint8_t {
  copy,        // the same value: assignment, branch joined, cast, await
  operand,     // of an operation that gives a new value: concatenation, arithmetic, template
  comparison,  // of an operation that gives a truth value
  argument,    // to a callee nothing is known of, into its result; with a label: one that keeps the argument's parts, or chosen_label()
  receiver,    // the object of such a call, into its result; with a label: a getter, which tells of that part only
  effect,      // an argument of such a call, into its receiver
  field,       // out of the part `label` of an object
  store,       // into the part `label` of an object
  element,     // out of some part of an object
  index,       // which part was taken, into what was taken
  callback,    // into the parameters of a function that was handed to an unknown callee
  class_field, // from a method that sets a field to one that reads it
  checked,     // past a condition that says what the value is: one of a list, of few characters, a number
  host_checked, // past one that says so of the host of an address only
  part_checked, // past one that says so of another part only: how it begins, what it does not hold
  number,      // into a variable, parameter or field whose declared type holds no text
  behind_host, // as `operand` or `argument`, behind the host of the address that the text is, if it is one
  outer,       // into or out of a variable that outlives the function: whoever called it, others see it
};

struct Edge {
  ValueId from = 0;
  ValueId to = 0;
  Step step = Step::copy;
  std::uint32_t label = 0;  // index into Graph::labels, of field and store
};

// Where a value is made.
struct Value {
  syntax::NodeId node = 0;
  std::uint32_t begin = 0;  // bytes of the file
  std::uint32_t end = 0;
  std::uint32_t function = 0;
};

struct Parameter {
  syntax::Symbol name = 0;
  syntax::Symbol type = 0;  // the last name of the declared one, in languages that tell functions apart by it; 0: not known
  ValueId value = 0;
  ValueId after = 0;      // what a caller's argument holds when the function returns; 0: unchanged
  bool variadic = false;  // takes all further positional arguments
  bool keywords = false;  // takes all further arguments given by name
};

// What an import statement names, as it is written: "../lib/store", "a.b.C", ".models.user".
struct Import {
  std::string module;
  bool wildcard = false;  // brings all names of the module in
  bool operator==(const Import&) const = default;
};

// A class as code names it: by its last name and the import, in Graph::imports, that brings it in.
struct ClassName {
  syntax::Symbol name = 0;
  std::uint32_t import = 0;
};

// A class and what it extends or implements.
struct Class {
  syntax::Symbol name = 0;
  std::vector<ClassName> bases;
  bool structural = false;  // an interface that every class is of that has its methods
};

// A function, method, lambda or the file's top level ([0]).
struct Function {
  syntax::NodeId node = 0;
  std::uint32_t parent = 0;
  syntax::Symbol name = 0;
  syntax::Symbol class_name = 0;  // the class it is a method of
  ValueId self = 0;               // the object it is called on
  ValueId self_after = 0;
  ValueId result = 0;
  ValueId thrown = 0;             // what leaves it as an exception
  bool throws = false;            // something does by a statement of its own
  bool is_static = false;
  bool cleans = false;  // is called as if what it gives were cleaner than what it is given
  std::vector<Parameter> parameters;
};

struct Argument {
  ValueId value = 0;
  ValueId after = 0;
  syntax::Symbol keyword = 0;
  syntax::Symbol type = 0;  // as of parameters
  bool spread = false;
};

struct Call {
  static constexpr std::uint32_t k_no_function = 0xFFFFFFFF;
  syntax::NodeId node = 0;
  std::uint32_t function = 0;   // the one it stands in
  ValueId result = 0;
  ValueId receiver = 0;
  ValueId receiver_after = 0;
  ValueId thrown = 0;           // takes what the callee throws: what a catch clause around binds, or what leaves the function
  std::uint32_t callee = k_no_function;  // when it is a function of this file for certain
  syntax::Symbol name = 0;        // the last name of the callee
  ClassName type;                 // the class of the receiver, as far as the file tells
  std::uint64_t dotted = 0;       // sast::names_hash of the whole name, imports resolved
  bool on_self = false;           // this.f(), self.f()
  bool on_base = false;           // super.f(), super().f()
  bool has_receiver = false;
  bool creates = false;           // new T()
  std::uint32_t import = 0;       // what brings the first name of the callee in, in Graph::imports
  std::uint32_t first_argument = 0;  // in Graph::arguments
  std::uint32_t argument_count = 0;
};

// What a value is to the node it was asked for.
enum class Mark : std::uint8_t {
  own,      // the node's own
  stays,    // what the variable or part that the node names holds from there on
  exit,     // all that variables hold where the function is left at this statement
  passed,   // flows into all `reached` ones behind the node
  reached,  // what was passed before the node
};
constexpr std::size_t k_marks = 5;

// What flows where in one file, independent of any rule. A value; immutable once built.
struct Graph {
  std::string path;
  std::string language;               // as syntax::Tree names it
  std::vector<Value> values;          // [0] is no value
  std::vector<Edge> edges;            // by from
  std::vector<std::uint32_t> starts;  // of each value's edges; one more than values
  std::vector<syntax::Symbol> labels; // [0] is no label
  std::vector<Function> functions;
  std::vector<Class> classes;
  std::vector<Import> imports;        // [0] is none
  std::vector<Call> calls;
  std::vector<Argument> arguments;
  using Marked = std::vector<std::pair<syntax::NodeId, ValueId>>;
  std::array<Marked, k_marks> marked;  // ascending: the values of the nodes that were asked for
  bool limit_hit = false;             // some code was left out

  std::span<const Edge> edges_of(ValueId from) const {
    return std::span(edges).subspan(starts[from], starts[from + 1] - starts[from]);
  }
  std::span<const Argument> arguments_of(const Call& call) const {
    return std::span(arguments).subspan(call.first_argument, call.argument_count);
  }
  // The values of a node that was asked for; several when the code around it was looked at more than once.
  std::span<const std::pair<syntax::NodeId, ValueId>> values_of(syntax::NodeId node, Mark mark = Mark::own) const;
};

}  // namespace codelake::sast::flow
