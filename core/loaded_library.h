// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace codelake {

// A shared library of the system, loaded when a command first needs it and never given back: to load and bind it with
// the program would cost every command what only few need.
class LoadedLibrary {
 public:
  // `file` is its name for the loader ("libcurl.so.4").
  explicit LoadedLibrary(const char* file);

  // Sets `function` to the library's function of that name; null when the library or the function is not there.
  template <class Function>
  void bind(const char* name, Function*& function) {
    function = reinterpret_cast<Function*>(address(name));
  }

  // Whether the library and everything that was asked of it are there.
  bool whole() const { return m_whole; }

 private:
  void* address(const char* name);

  void* m_handle = nullptr;
  bool m_whole = true;
};

}  // namespace codelake
