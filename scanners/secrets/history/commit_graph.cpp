// SPDX-License-Identifier: Apache-2.0
#include "scanners/secrets/history/commit_graph.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>
#include <queue>
#include <tuple>
#include <unordered_map>

namespace codelake::secrets::history {

namespace {

constexpr int k_tags_max = 16;  // tags of tags

// The value of the next header line when it begins with `name` and a space; moves behind it.
std::optional<std::string_view> take_header(std::string_view& text, std::string_view name) {
  if (!text.starts_with(name) || text.substr(name.size(), 1) != " ") return std::nullopt;
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view value = text.substr(name.size() + 1, end - name.size() - 1);
  text.remove_prefix(std::min(end + 1, text.size()));
  return value;
}

// "Name <address> 1700000000 +0100": the seconds.
std::int64_t seconds_of(std::string_view line) {
  const auto close = line.rfind('>');
  if (close == std::string_view::npos) return 0;
  std::string_view rest = line.substr(close + 1);
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  std::int64_t seconds = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), seconds);
  return seconds;
}

class Loader {
 public:
  explicit Loader(ObjectReader& reader) : m_reader(reader) {}

  CommitGraph load(const std::vector<ObjectId>& tips) {
    for (const ObjectId& tip : tips) {
      if (const auto commit = commit_of(tip)) want(*commit);
    }
    for (std::size_t i = 0; i < m_wanted.size(); ++i) read(m_wanted[i]);
    return ordered();
  }

 private:
  struct Raw {
    Commit commit;
    std::vector<ObjectId> parents;
  };

  // Follows annotated tags.
  std::optional<ObjectId> commit_of(ObjectId id) {
    for (int i = 0; i < k_tags_max; ++i) {
      const Object object = m_reader.read(id);
      if (object.type == ObjectType::commit) return id;
      if (object.outcome != Object::Outcome::found) m_missing += 1;
      if (object.type != ObjectType::tag) return std::nullopt;
      std::string_view text = object.bytes;
      const auto target = take_header(text, "object");
      const auto next = target ? ObjectId::from_hex(*target) : std::nullopt;
      if (!next) return std::nullopt;
      id = *next;
    }
    return std::nullopt;
  }

  void want(const ObjectId& id) {
    if (m_known.emplace(id, 0).second) m_wanted.push_back(id);
  }

  void read(const ObjectId id) {
    const Object object = m_reader.read(id);
    std::string_view text = object.bytes;
    const auto tree = take_header(text, "tree");
    const auto tree_id = tree ? ObjectId::from_hex(*tree) : std::nullopt;
    if (object.type != ObjectType::commit || !tree_id) {
      m_missing += 1;
      return;
    }
    Raw raw;
    raw.commit.id = id;
    raw.commit.tree = *tree_id;
    while (const auto parent = take_header(text, "parent")) {
      if (const auto parent_id = ObjectId::from_hex(*parent)) raw.parents.push_back(*parent_id);
    }
    take_header(text, "author");
    raw.commit.time = seconds_of(take_header(text, "committer").value_or(""));
    m_known[id] = m_raw.size() + 1;
    for (const ObjectId& parent : raw.parents) want(parent);
    m_raw.push_back(std::move(raw));
  }

  CommitGraph ordered() {
    std::vector<std::uint32_t> waiting(m_raw.size(), 0);
    std::vector<std::vector<std::uint32_t>> children(m_raw.size());
    for (std::uint32_t i = 0; i < m_raw.size(); ++i) {
      for (const ObjectId& parent : m_raw[i].parents) {
        const std::size_t place = m_known[parent];
        if (place == 0) continue;
        children[place - 1].push_back(i);
        waiting[i] += 1;
      }
    }
    using Ready = std::tuple<std::int64_t, ObjectId, std::uint32_t>;
    std::priority_queue<Ready, std::vector<Ready>, std::greater<>> ready;
    for (std::uint32_t i = 0; i < m_raw.size(); ++i) {
      if (waiting[i] == 0) ready.emplace(m_raw[i].commit.time, m_raw[i].commit.id, i);
    }
    CommitGraph graph;
    graph.missing = m_missing;
    std::vector<std::uint32_t> place(m_raw.size(), 0);
    for (; !ready.empty();) {
      const std::uint32_t i = std::get<2>(ready.top());
      ready.pop();
      place[i] = static_cast<std::uint32_t>(graph.commits.size());
      Commit commit = std::move(m_raw[i].commit);
      for (const ObjectId& parent : m_raw[i].parents) {
        if (const std::size_t known = m_known[parent]; known != 0) commit.parents.push_back(place[known - 1]);
      }
      graph.commits.push_back(std::move(commit));
      for (const std::uint32_t child : children[i]) {
        if (--waiting[child] == 0) ready.emplace(m_raw[child].commit.time, m_raw[child].commit.id, child);
      }
    }
    return graph;
  }

  ObjectReader& m_reader;
  std::vector<ObjectId> m_wanted;
  std::unordered_map<ObjectId, std::size_t, ObjectIdHash> m_known;  // position in m_raw + 1; 0: not read
  std::vector<Raw> m_raw;
  std::uint64_t m_missing = 0;
};

}  // namespace

Authorship authorship_of(std::string_view commit) {
  Authorship made;
  take_header(commit, "tree");
  while (take_header(commit, "parent")) {
  }
  const auto line = take_header(commit, "author");
  const auto close = line ? line->rfind('>') : std::string_view::npos;
  if (close == std::string_view::npos) return made;
  made.author = std::string(line->substr(0, close + 1));
  made.date = rfc3339(seconds_of(*line));
  return made;
}

std::string rfc3339(std::int64_t seconds) {
  using namespace std::chrono;
  // Years 0 to 9999: a commit may claim any time.
  if (seconds < -62'167'219'200 || seconds > 253'402'300'799) seconds = 0;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

CommitGraph CommitGraph::load(ObjectReader& reader, const std::vector<ObjectId>& tips) { return Loader(reader).load(tips); }

}  // namespace codelake::secrets::history
