// SPDX-License-Identifier: Apache-2.0
#include "compliance/check_type.h"

#include <algorithm>
#include <array>

namespace codelake::compliance {

namespace {

struct Facts {
  CheckType type;
  std::string_view name;
  std::string_view area;
  std::string_view scanner;
  std::string_view families;  // separated by one space
  Recommendation recommendation;
};

constexpr std::array<Facts, 10> k_facts = {{
    {CheckType::secrets, "secrets", "Secrets", "secrets", "SEC",
     {"required", "Leaked credentials are the shortest way in, whatever the code base."}},
    {CheckType::sast_security, "sast_security", "Code security", "sast", "INJ MEM LOG ERR",
     {"required", "Any code that takes input from outside can be attacked through it."}},
    {CheckType::sast_crypto, "sast_crypto", "Cryptography", "sast", "CRY",
     {"recommended", "Worth keeping where data is encrypted, hashed or sent over a network."}},
    {CheckType::sast_auth, "sast_auth", "Authentication and access", "sast", "AUT",
     {"recommended", "Worth keeping where users sign in or permissions are checked."}},
    {CheckType::scan_recency, "scan_recency", "Scan recency", "", "",
     {"recommended", "A verdict is worth what its last complete look is worth."}},
    {CheckType::quality_gates, "quality_gates", "Quality gates", "", "",
     {"recommended", "A gate on every change keeps old findings from coming back."}},
    {CheckType::pr_reviews, "pr_reviews", "Change reviews", "", "",
     {"recommended", "A second pair of eyes is expected wherever several people change the code."}},
    {CheckType::sca_vulns, "sca_vulns", "Dependencies", "sca", "SCA",
     {"required", "Most of a program is code of others, and its vulnerabilities are public."}},
    {CheckType::code_quality, "code_quality", "Code quality", "quality", "QUA ERR",
     {"optional", "Supports the other controls; rarely asked for by itself."}},
    {CheckType::iac_issues, "iac_issues", "Infrastructure", "iac", "IAC",
     {"optional", "Applies where infrastructure is defined in this repository."}},
}};

constexpr std::array<CheckType, 10> k_types = {
    CheckType::secrets,       CheckType::sast_security, CheckType::sast_crypto, CheckType::sast_auth,
    CheckType::scan_recency,  CheckType::quality_gates, CheckType::pr_reviews,  CheckType::sca_vulns,
    CheckType::code_quality,  CheckType::iac_issues};

constexpr auto k_sec = std::to_array<int>({259, 321, 522, 540, 547, 615, 798, 1391, 1392});
constexpr auto k_inj = std::to_array<int>({
    20, 22, 23, 36, 59, 73, 74, 77, 78, 79, 80, 88, 89, 90, 91, 93, 94, 95, 96, 98, 113, 116, 434, 470,
    502, 564, 601, 611, 643, 776, 915, 917, 918, 943, 1321, 1336});
constexpr auto k_mem = std::to_array<int>({119, 120, 121, 122, 125, 134, 190, 191, 401, 415, 416, 476, 787});
constexpr auto k_cry = std::to_array<int>({
    295, 296, 297, 311, 312, 319, 322, 323, 324, 325, 326, 327, 328, 329, 330, 331, 335, 336, 337, 338,
    340, 347, 757, 759, 760, 780, 916, 1240, 1241});
constexpr auto k_aut = std::to_array<int>({
    269, 276, 284, 285, 287, 288, 290, 294, 302, 303, 304, 305, 306, 307, 308, 346, 352, 384, 425, 521,
    565, 613, 614, 620, 639, 640, 732, 749, 862, 863, 942, 1004, 1275, 1390});
constexpr auto k_log = std::to_array<int>({117, 209, 215, 223, 532, 778});
constexpr auto k_err = std::to_array<int>({248, 252, 280, 390, 391, 396, 397, 636, 703, 754, 755, 756});
constexpr auto k_sca = std::to_array<int>({426, 427, 494, 506, 509, 829, 830, 937, 1035, 1104, 1329, 1357, 1395});
constexpr auto k_iac = std::to_array<int>({250, 276, 284, 311, 319, 668, 732, 778, 1188, 1220, 1327});
constexpr auto k_qua = std::to_array<int>({478, 484, 561, 563, 570, 571, 628, 676, 1041, 1080, 1120, 1121, 1124});

struct Family {
  std::string_view name;
  std::span<const int> cwe;
};

constexpr std::array<Family, 10> k_families = {{
    {"SEC", k_sec},
    {"INJ", k_inj},
    {"MEM", k_mem},
    {"CRY", k_cry},
    {"AUT", k_aut},
    {"LOG", k_log},
    {"ERR", k_err},
    {"SCA", k_sca},
    {"IAC", k_iac},
    {"QUA", k_qua},
}};

const Facts& facts_of(CheckType type) { return k_facts.at(static_cast<std::size_t>(type)); }

}  // namespace

std::string_view to_text(CheckType type) { return facts_of(type).name; }

std::optional<CheckType> check_type_from(std::string_view text) {
  for (const Facts& facts : k_facts) {
    if (facts.name == text) return facts.type;
  }
  return std::nullopt;
}

std::span<const CheckType> all_check_types() { return k_types; }

std::string_view area_of(CheckType type) { return facts_of(type).area; }

std::string_view scanner_of(CheckType type) { return facts_of(type).scanner; }

std::string_view scanner_of(FindingType type) {
  return type == FindingType::license ? to_text(FindingType::sca) : to_text(type);
}

std::span<const int> cwe_family(std::string_view name) {
  for (const Family& family : k_families) {
    if (family.name == name) return family.cwe;
  }
  return {};
}

std::vector<std::string_view> cwe_family_names() {
  std::vector<std::string_view> names;
  for (const Family& family : k_families) names.push_back(family.name);
  return names;
}

std::vector<std::string_view> default_families(CheckType type) {
  std::vector<std::string_view> names;
  std::string_view rest = facts_of(type).families;
  while (!rest.empty()) {
    const std::size_t space = std::min(rest.find(' '), rest.size());
    names.push_back(rest.substr(0, space));
    rest.remove_prefix(std::min(space + 1, rest.size()));
  }
  return names;
}

Recommendation baseline_recommendation(CheckType type) { return facts_of(type).recommendation; }

}  // namespace codelake::compliance
