// SPDX-License-Identifier: Apache-2.0
#include "core/loaded_library.h"

#include <dlfcn.h>

namespace codelake {

LoadedLibrary::LoadedLibrary(const char* file)
    : m_handle(::dlopen(file, RTLD_NOW | RTLD_LOCAL)), m_whole(m_handle != nullptr) {}

void* LoadedLibrary::address(const char* name) {
  void* const found = m_handle == nullptr ? nullptr : ::dlsym(m_handle, name);
  m_whole = m_whole && found != nullptr;
  return found;
}

}  // namespace codelake
