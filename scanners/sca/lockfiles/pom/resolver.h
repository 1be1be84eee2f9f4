// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scanners/sca/lockfiles/pom/model.h"
#include "scanners/sca/lockfiles/project_files.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace codelake::sca::pom {

// What holds for a project once its parents and imports are read, as far as they are files of the scan.
struct Effective {
  Properties properties;
  std::map<std::string, Dependency> managed;  // by "group:artifact:type:classifier"
  std::set<std::string> missing;              // parents and imports that are no files of the scan
  std::set<std::string> imported;  // the paths of imports already taken in: a second time adds nothing
};

// The key under which a version is managed; parts still hold properties.
std::string management_key(const Dependency& dependency, const Properties& properties);

// Finds and reads the poms of one scan.
class Resolver final : public Derived {
 public:
  // Must outlive the resolver.
  explicit Resolver(const ProjectFiles& files);
  Resolver(const Resolver&) = delete;
  Resolver& operator=(const Resolver&) = delete;

  Effective resolve(const std::string& path, const Model& model) const;
  // Whether "group:artifact" is a project of the scan itself.
  bool is_own(const std::string& module) const { return m_by_module.count(module) != 0; }

 private:
  struct Found {
    std::string path;
    Model model;
  };

  const Found* find(const Coordinates& coordinates, const Properties& properties) const;
  const Found* parent_of(const std::string& path, const Model& model) const;
  std::vector<const Model*> lineage(const std::string& path, const Model& model, Effective& effective) const;
  void import(const Dependency& bom, Effective& effective, int depth) const;
  void manage(const Model& model, Effective& effective, int depth) const;

  std::map<std::string, Found> m_by_path;
  std::map<std::string, const Found*> m_by_module;  // "group:artifact"
};

}  // namespace codelake::sca::pom
