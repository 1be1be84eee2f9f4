// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/file_look.h"

#include "core/hash.h"
#include "scanners/secrets/packed.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace codelake::secrets {

namespace {

// The file itself as a secret.
FoundSecret whole_file(const Rule& rule, const SourceFile& file, const std::string& key) {
  FoundSecret secret;
  secret.rule = &rule;
  secret.identity = hmac_sha256_hex(key, file.text());
  secret.confidence = file.info().test ? Confidence::low : rule.confidence;
  secret.places.push_back({file.path(), {{1, 1, 0}, {1, 1, 0}}, {}});
  return secret;
}

// A file that is no archive.
void look_at_one(const SourceFile& file, const Inspection& inspection, ScanContext& context, FileLook& look) {
  const auto found_whole = [&](const Rule& rule) {
    look.secrets.push_back(whole_file(rule, file, inspection.fingerprint_key));
    look.matched.push_back(&rule);
  };
  if (!file.traits().binary) {
    std::vector<FoundSecret> found = secrets_of(file, inspection, context, &look.matched);
    std::move(found.begin(), found.end(), std::back_inserter(look.secrets));
  } else if (const Rule* rule = inspection.keystores ? inspection.keystores->rule(file.text()) : nullptr) {
    found_whole(*rule);
  }
  for (const Rule& rule : inspection.file_rules) {
    if (inspection.conditions.at(rule.id).admit({file.path(), {}, {}, {}})) found_whole(rule);
  }
}

// A secret in the path of the file, read as a text of its own. It stands at no place of the file, so it is put at its
// beginning.
void look_at_path(const SourceFile& file, const Inspection& inspection, ScanContext& context, FileLook& look) {
  FileInfo nameless;
  nameless.test = file.info().test;
  const SourceFile path(std::move(nameless), file.path(), {});
  for (FoundSecret& secret : secrets_of(path, inspection, context, &look.matched)) {
    secret.snippet.clear();
    secret.places = {{file.path(), {{1, 1, 0}, {1, 1, 0}}, {}}};
    look.secrets.push_back(std::move(secret));
  }
}

}  // namespace

FileLook look_at_file(const SourceFile& file, const Inspection& inspection, ScanContext& context) {
  FileLook look;
  if (is_packed(file.info().name())) {
    visit_packed({file.text(), file.info()}, context,
                 [&](const SourceFile& inner) { look_at_one(inner, inspection, context, look); });
  } else {
    look_at_one(file, inspection, context, look);
    look.binary = file.traits().binary && look.secrets.empty();
  }
  look_at_path(file, inspection, context, look);
  std::sort(look.matched.begin(), look.matched.end());
  look.matched.erase(std::unique(look.matched.begin(), look.matched.end()), look.matched.end());
  return look;
}

}  // namespace codelake::secrets
