// SPDX-License-Identifier: Apache-2.0
// The databases behind OSV records and the licences they name themselves; CC-BY asks for the attribution.
#include "scanners/sca/advisories/database.h"

#include <algorithm>
#include <iterator>

namespace codelake::sca {

namespace {

constexpr DatabaseCredit k_credits[] = {
    {"BIT", "Bitnami Vulnerability Database", "Apache-2.0"},
    {"DRUPAL", "Drupal Security Advisories", ""},
    {"EEF", "Erlang Ecosystem Foundation CNA", "CC-BY-4.0"},
    {"GHSA", "GitHub Advisory Database", "CC-BY-4.0"},
    {"GO", "Go Vulnerability Database", "CC-BY-4.0"},
    {"GSD", "Global Security Database", "CC0-1.0"},
    {"HSEC", "Haskell Security Advisories", "CC0-1.0"},
    {"JLSEC", "Julia Security Advisories", ""},
    {"MAL", "OpenSSF Malicious Packages", "Apache-2.0"},
    {"OSEC", "OCaml Security Advisories", "CC0-1.0"},
    {"OSV", "OSS-Fuzz", "CC-BY-4.0"},
    {"PSF", "Python Software Foundation Database", "CC-BY-4.0"},
    {"PYSEC", "PyPI Advisory Database", "CC-BY-4.0"},
    {"RSEC", "RConsortium Advisory Database", "Apache-2.0"},
    {"RUSTSEC", "Rust Advisory Database", "CC0-1.0"},
};

}  // namespace

DatabaseCredit credit_for(std::string_view prefix) {
  const auto found = std::find_if(std::begin(k_credits), std::end(k_credits),
                                  [&](const DatabaseCredit& credit) { return credit.prefix == prefix; });
  return found != std::end(k_credits) ? *found : DatabaseCredit{prefix, prefix, ""};
}

}  // namespace codelake::sca
