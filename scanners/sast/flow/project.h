// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sast/flow/graph.h"
#include "scanners/sast/flow/modules.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace codelake::sast::flow {

// A value of a project.
struct ValueRef {
  std::uint32_t file = 0;
  ValueId value = 0;
  auto operator<=>(const ValueRef&) const = default;
  std::uint64_t key() const { return (std::uint64_t{file} << 32U) | value; }
};

// A function of a project: the file's index and the function's index in its graph.
struct FunctionRef {
  std::uint32_t file = 0;
  std::uint32_t function = 0;
  auto operator<=>(const FunctionRef&) const = default;
};

// A call of a project.
struct CallRef {
  std::uint32_t file = 0;
  std::uint32_t call = 0;
  auto operator<=>(const CallRef&) const = default;
};

// A value of the caller that a call hands to a function it may enter.
struct Entry {
  ValueId from = 0;
  std::uint32_t call = 0;    // in the same file
  ValueRef to;               // a parameter, or the object it is called on
  syntax::Symbol label = 0;  // under which it is found there, when the parameter takes several
};

// A value of a function that may leave it to a call.
struct Exit {
  ValueId from = 0;
  ValueId to = 0;  // in the file of the call
  CallRef call;
};

// The functions a call may enter.
struct Callees {
  std::vector<FunctionRef> functions;
  bool certain = false;  // it enters one of these and no other
};

// The graphs of all files and the calls between them. Immutable once made.
class Project {
 public:
  // In an order that does not depend on threads; the graphs must outlive the project. `paths` are those of the files,
  // beside them, and say with `roots` what imports mean; without them every file sees every other one.
  explicit Project(std::vector<const Graph*> graphs, std::span<const std::string_view> paths = {},
                   std::span<const ModuleRoot> roots = {});

  std::size_t file_count() const { return m_graphs.size(); }
  const Graph& graph(std::uint32_t file) const { return *m_graphs[file]; }
  const Callees& callees(CallRef call) const { return m_callees[call.file][call.call]; }
  FunctionRef function_of(ValueRef at) const { return {at.file, graph(at.file).values[at.value].function}; }
  // Where the calls that are handed a value take it, by call.
  std::span<const Entry> entries(ValueRef from) const;
  // Where a value goes when its function returns, by call; none for one that does not leave.
  std::span<const Exit> exits(ValueRef from) const;
  // Where it goes at one of these calls; 0: nowhere.
  ValueId exit_at(ValueRef from, CallRef call) const;
  // Whether the edges that stand for an unknown callee hold for a call's result or receiver.
  bool is_certain(std::uint32_t file, ValueId of_call) const { return m_certain[file][of_call]; }
  // Whether some calls may have been left without a callee because a module imports too many others.
  bool imports_limit_hit() const { return m_modules.limit_hit(); }
  // Whether a function makes objects of its class.
  static bool constructs(const Function& function);

 private:
  // A class as the code of a file names it.
  struct NamedClass {
    std::uint32_t file = 0;
    ClassName name;
    auto operator<=>(const NamedClass& other) const {
      return std::tie(file, name.name, name.import) <=> std::tie(other.file, other.name.name, other.name.import);
    }
  };
  // A class by where it is declared.
  struct ClassRef {
    std::uint32_t file = 0;
    std::uint32_t index = 0;
  };

  void index_functions();
  void resolve(std::uint32_t file, std::uint32_t call);
  void resolve_by_name(CallRef ref, Callees& callees) const;
  void add_methods(const NamedClass& named, syntax::Symbol name, Callees& callees) const;
  void add_own_methods(const NamedClass& named, syntax::Symbol name, Callees& callees) const;
  void add_implementing_methods(const NamedClass& named, syntax::Symbol name, Callees& callees) const;
  void add_derived_methods(const NamedClass& named, syntax::Symbol name, Callees& callees) const;
  std::vector<ClassRef> declared(const NamedClass& named) const;
  std::vector<NamedClass> bases_of(const NamedClass& named) const;
  int fit(std::uint32_t file, const Call& call, FunctionRef function) const;
  void keep_fitting(std::uint32_t file, const Call& call, Callees& callees) const;
  void keep_nearest(std::uint32_t file, std::uint32_t import, std::vector<FunctionRef>& functions) const;
  void mark_certain(std::uint32_t file);

  // crossings.cpp
  void add_crossings(CallRef call);
  void note_throws();
  void add_exits(CallRef call, FunctionRef callee);
  void sort_crossings();

  std::vector<const Graph*> m_graphs;
  Modules m_modules;
  std::vector<std::vector<Callees>> m_callees;
  std::vector<std::vector<Entry>> m_entries;  // by file, by `from`
  std::vector<std::vector<Exit>> m_exits;     // by file, by `from` and call
  std::vector<std::vector<bool>> m_throws;  // by file and function: an exception may leave it
  std::vector<std::vector<bool>> m_certain;  // by value: it comes of a call that enters a known function
  std::unordered_map<syntax::Symbol, std::vector<FunctionRef>> m_functions;  // without a class, by name
  std::unordered_map<syntax::Symbol, std::vector<FunctionRef>> m_methods;    // by name
  std::unordered_map<std::uint64_t, std::vector<FunctionRef>> m_own_methods;  // by the hash of class and name
  std::unordered_map<syntax::Symbol, std::vector<ClassRef>> m_classes;  // by name
  std::unordered_map<syntax::Symbol, std::vector<ClassRef>> m_derived;  // those that extend a class of that name
};

}  // namespace codelake::sast::flow
