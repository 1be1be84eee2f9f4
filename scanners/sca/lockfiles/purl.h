// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace codelake {
struct Purl;
}

namespace codelake::sca {

// The package URL (ECMA-427) of a registry package: "pkg:npm/%40scope/name@1.0.0". Empty for an ecosystem
// without a purl type of its own here, or a name the type does not allow; `version` may be empty.
std::string purl_of(std::string_view ecosystem, std::string_view name, std::string_view version);

// The ecosystem (OSV name) and the package's name in it that a package URL means; std::nullopt for a type that is no
// registry known here.
std::optional<std::pair<std::string, std::string>> registry_package_of(const Purl& purl);

// A name as its ecosystem compares names: PyPI per PEP 503, Packagist in lower case, others as they are.
std::string canonical_name(std::string_view ecosystem, std::string_view name);

}  // namespace codelake::sca
