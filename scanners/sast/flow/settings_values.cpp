// SPDX-License-Identifier: Apache-2.0
//
// What settings files hold, as constants of the code that loads them. A call that is given a file's name gives a value
// that stands for the file (open, getResourceAsStream, os.path.join); one that reads it gives an object of its values:
//
//     with open("limits.json") as f:     f stands for limits.json
//         limits = json.load(f)          limits["page"]["size"] is 50
#include "scanners/sast/flow/builder.h"

#include "scanners/sast/settings/settings_calls.h"

#include <charconv>

namespace codelake::sast::flow {

using syntax::NodeId;
using syntax::symbol_of;

namespace {

constexpr std::uint32_t k_nodes_max = 64;  // of arguments that may name a file

}  // namespace

// The file that a call's arguments or its object stand for or name.
const Settings* Builder::settings_named_in(NodeId id, const Operand& receiver, const std::vector<Operand>& arguments) {
  const auto of_value = [&](ValueId value) {
    const auto known = value == 0 ? m_files.end() : m_files.find(value);
    return known == m_files.end() ? nullptr : known->second;
  };
  for (const Operand& argument : arguments) {
    if (const Settings* known = of_value(argument.value)) return known;
    const auto* text = m_constants.text(argument.constant);
    if (text == nullptr || !names_settings(*text)) continue;
    if (const Settings* named = m_settings(*text)) return named;
  }
  if (const Settings* known = of_value(receiver.value)) return known;
  // A path that is put together: f"{FOLDER}/limits.json"
  const NodeId list = child(id, syntax::Role::arguments);
  if (node(list).subtree_end - list > k_nodes_max) return nullptr;
  for (NodeId at = list; at != 0 && at < node(list).subtree_end; ++at) {
    if (node(at).kind != syntax::Kind::string) continue;
    const std::string_view text = m_tree.content(at);
    if (!names_settings(text)) continue;
    if (const Settings* named = m_settings(text)) return named;
  }
  return nullptr;
}

// The result of a call that is given a settings file stands for it, or holds its values.
void Builder::note_settings(NodeId id, const Call& call, const std::vector<Operand>& arguments, Operand& result) {
  if (!m_settings || call.callee != Call::k_no_function) return;
  const Settings* settings = settings_named_in(id, {call.receiver, 0, 0}, arguments);
  if (settings == nullptr) return;
  m_files[result.value] = settings;
  if (!gives_settings(call.name)) return;
  result = {0, new_object(), 0};
  m_collections.insert(result.object);
  fill(result.object, *settings);
}

// settings.load(file) and parser.read(file) fill the object they are called on.
bool Builder::load_settings(NodeId id, const Call& call, const Operand& receiver, const std::vector<Operand>& arguments) {
  if (!m_settings || !fills_settings(call.name) || m_collections.count(receiver.object) == 0) return false;
  const Settings* settings = settings_named_in(id, {}, arguments);
  if (settings != nullptr) fill(receiver.object, *settings);
  return settings != nullptr;
}

void Builder::fill(ObjectId object, const Settings& settings) {
  for (const Setting& setting : settings) {
    ObjectId holder = object;
    for (std::size_t i = 0; i + 1 < setting.way.size(); ++i) {
      const auto label = symbol_of(setting.way[i]);
      const Operand* held = m_environment.find(part_of(holder, label));
      Operand inner = held == nullptr ? Operand{} : *held;
      if (inner.object == 0) {
        inner = {0, new_object(), 0};
        m_collections.insert(inner.object);
        store(holder, label, inner, 0);
      }
      holder = inner.object;
    }
    store(holder, symbol_of(setting.way.back()), {0, 0, value_of(setting)}, 0);
  }
}

ConstantId Builder::value_of(const Setting& setting) {
  if (setting.kind == Setting::Kind::truth) return m_constants.add_truth(setting.text == "true");
  if (setting.kind == Setting::Kind::text) return m_constants.add_text(setting.text);
  std::int64_t number = 0;
  std::from_chars(setting.text.data(), setting.text.data() + setting.text.size(), number);
  return m_constants.add_number(number);
}

}  // namespace codelake::sast::flow
