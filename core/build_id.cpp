// SPDX-License-Identifier: Apache-2.0
// The id is an ELF note (name "GNU", type 3) in a segment of the program itself, which dl_iterate_phdr() tells of first.
#include "core/build_id.h"

#include "core/version.h"

#include <link.h>

#include <cstring>
#include <string_view>

namespace codelake {

namespace {

std::size_t padded(std::size_t size) { return (size + 3U) & ~std::size_t{3}; }

// The id among the notes of a segment; empty when there is none.
std::string_view id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) head;
    std::memcpy(&head, notes.data(), sizeof head);
    notes.remove_prefix(sizeof head);
    const std::size_t name = padded(head.n_namesz);
    const std::size_t content = padded(head.n_descsz);
    if (name + content > notes.size()) return {};
    if (head.n_type == NT_GNU_BUILD_ID && notes.starts_with("GNU")) return notes.substr(name, head.n_descsz);
    notes.remove_prefix(name + content);
  }
  return {};
}

// Ends the walk with the first object, which is the program.
int look_at(dl_phdr_info* object, std::size_t, void* into) {
  for (std::size_t i = 0; i < object->dlpi_phnum; ++i) {
    const auto& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* start = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    const std::string_view id = id_in({start, segment.p_memsz});
    if (!id.empty()) static_cast<std::string*>(into)->assign(id);
  }
  return 1;
}

}  // namespace

std::string build_id() {
  std::string id;
  dl_iterate_phdr(look_at, &id);
  return id + std::string(k_version);
}

}  // namespace codelake
