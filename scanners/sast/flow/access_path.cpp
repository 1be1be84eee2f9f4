// SPDX-License-Identifier: Apache-2.0
//
// Paths are lists that share their tails. Example: a tainted q stored as `o.user.name = q` makes the path "user" → "name"
// of o; reading o.user leaves "name", and reading o.id leaves nothing.
#include "scanners/sast/flow/access_path.h"

namespace codelake::sast::flow {

namespace {

constexpr std::uint8_t k_length_max = 3;

}  // namespace

PathId AccessPaths::shortened(PathId path, std::uint8_t length) {
  if (length == 0 || path == 0) return 0;
  if (m_all[path].length <= length) return path;
  const syntax::Symbol label = m_all[path].label;
  const PathId rest = shortened(m_all[path].rest, static_cast<std::uint8_t>(length - 1));
  return under(rest, label);
}

PathId AccessPaths::under(PathId path, syntax::Symbol label) {
  const PathId rest = shortened(path, k_length_max - 1);
  const auto [at, added] = m_known.try_emplace({label, rest}, static_cast<PathId>(m_all.size()));
  if (added) m_all.push_back({label, rest, static_cast<std::uint8_t>(m_all[rest].length + 1)});
  return at->second;
}

std::optional<PathId> AccessPaths::inside(PathId path, syntax::Symbol label) const {
  if (path == 0) return PathId{0};
  if (m_all[path].label != label) return std::nullopt;
  return m_all[path].rest;
}

}  // namespace codelake::sast::flow
