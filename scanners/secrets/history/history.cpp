// SPDX-License-Identifier: Apache-2.0
// Four steps: every blob is searched, in the order of the packs and near its changes only, without its path; the commits
// are read; blobs with candidates are traced to the commit and path that brought them in; and there they are looked at as
// files are. What was searched under these rules is remembered, and when nothing changed at all, so is what came out.
#include "scanners/secrets/history/history.h"

#include "scanners/secrets/history/blob_pass.h"
#include "scanners/secrets/history/cache.h"
#include "scanners/secrets/history/confirmation_pass.h"
#include "scanners/secrets/history/provenance.h"

#include <algorithm>
#include <iterator>

namespace codelake::secrets::history {

namespace {

void note(ScanContext& context, std::string message) { context.note(NoticeKind::repository, std::move(message)); }

std::string blobs(std::uint64_t count) { return std::to_string(count) + (count == 1 ? " blob" : " blobs"); }

void note_losses(const Searched& searched, std::uint64_t damaged, const Options& options, ScanContext& context) {
  if (damaged > 0) {
    note(context, std::to_string(damaged) +
                      " objects of the history are damaged and were not looked at: check with 'git fsck'");
  }
  if (searched.too_large > 0) {
    context.note(NoticeKind::too_large, blobs(searched.too_large) + " of the history are larger than the limit of " +
                                            std::to_string(options.limits.file_bytes_max) +
                                            " bytes and were not looked at");
  }
  if (searched.incomplete > 0) {
    context.note(NoticeKind::limit, blobs(searched.incomplete) +
                                        " of the history hold too many candidates for secrets; some were not looked at");
  }
}

// What a clone leaves out on purpose.
void note_kind_of_clone(const git::History& history, ScanContext& context) {
  if (history.shallow) note(context, "the clone is shallow: commits that were not fetched are not looked at");
  if (history.partial) note(context, "the clone is partial: blobs that were not fetched are not looked at");
}

std::vector<ObjectId> ids_of(const std::vector<std::string>& hex) {
  std::vector<ObjectId> ids;
  for (const std::string& text : hex) {
    if (const auto id = ObjectId::from_hex(text)) ids.push_back(*id);
  }
  return ids;
}

const Commit* commit_of(const CommitGraph& graph, const std::string& hex) {
  const auto id = ObjectId::from_hex(hex);
  const auto found = std::find_if(graph.commits.begin(), graph.commits.end(),
                                  [&](const Commit& commit) { return id && commit.id == *id; });
  return found == graph.commits.end() ? nullptr : &*found;
}

BlobSet blobs_of(const std::vector<Candidate>& candidates) {
  BlobSet set;
  for (const Candidate& candidate : candidates) set.insert(candidate.blob);
  return set;
}

class HistorySearch {
 public:
  HistorySearch(const Options& options, const Inspection& inspection, ScanContext& context)
      : m_options(options), m_rules(inspection), m_context(context) {}

  std::vector<FoundSecret> run() {
    note_kind_of_clone(m_options.request.history, m_context);
    std::vector<Notice> notices;
    const ObjectStore store = ObjectStore::open(m_options.request.history.objects_directory, notices);
    for (Notice& notice : notices) m_context.notices.push_back(std::move(notice));
    const Cache cache(m_options, m_rules, store);
    if (auto kept = cache.result(m_context)) return take(std::move(*kept));
    KnownSearch known = cache.searched(m_context);
    const auto said_before = static_cast<std::ptrdiff_t>(m_context.notices.size());
    const auto damaged = search_blobs_of(store, known);
    if (!damaged) return {};
    note_losses(known.searched, *damaged, m_options, m_context);
    KeptResult result = look_up(store, known.searched);
    // Said again whenever the result is used.
    result.notices.assign(std::make_move_iterator(m_context.notices.begin() + said_before),
                          std::make_move_iterator(m_context.notices.end()));
    m_context.notices.erase(m_context.notices.begin() + said_before, m_context.notices.end());
    if (*damaged == 0) cache.keep(known.searched, result, m_context);
    return take(std::move(result));
  }

 private:
  std::vector<FoundSecret> take(KeptResult result) {
    std::move(result.notices.begin(), result.notices.end(), std::back_inserter(m_context.notices));
    m_context.coverage.add(result.coverage);
    return std::move(result.secrets);
  }

  // Adds what was not searched before: blobs for all rules, and the blobs that are known already for the rules that are
  // not. Gives the number of damaged objects; std::nullopt when the scan was interrupted.
  std::optional<std::uint64_t> search_blobs_of(const ObjectStore& store, KnownSearch& known) {
    PassOptions pass_options;
    pass_options.limits.blob_bytes_max = m_options.limits.file_bytes_max;
    pass_options.limits.base_bytes_max = std::max(pass_options.limits.base_bytes_max, m_options.limits.file_bytes_max);
    pass_options.threads = m_options.threads;
    pass_options.interrupted = m_options.interrupted;
    pass_options.seen = &known.searched.objects;
    const PassOutcome pass = search_blobs(store, m_rules.inspection(), pass_options);
    if (const RuleChange& change = known.change; change.fresh && !known.searched.objects.empty()) {
      pass_options.seen = &pass.looked_at;
      PassOutcome again = search_blobs(store, *change.fresh, pass_options);
      std::erase_if(again.candidates, [](const Candidate& candidate) { return !candidate.sign.by_rule(); });
      for (Candidate& candidate : again.candidates) {
        candidate.sign.rule = static_cast<std::uint32_t>(m_rules.number_of(change.added[candidate.sign.rule]));
      }
      std::sort(again.candidates.begin(), again.candidates.end());
      PassOutcome news;  // the blobs themselves are known
      news.candidates = std::move(again.candidates);
      news.numbers.incomplete = again.numbers.incomplete;
      known.searched.add(news);
    }
    known.searched.add(pass);
    if (m_options.interrupted != nullptr && m_options.interrupted->load()) return std::nullopt;
    return pass.losses.damaged;
  }

  KeptResult look_up(const ObjectStore& store, const Searched& searched) {
    ObjectReader reader(store, std::max<std::uint64_t>(m_options.limits.file_bytes_max, 64U << 20));
    const CommitGraph graph = CommitGraph::load(reader, ids_of(m_options.request.history.tips));
    if (graph.missing > 0 && !m_options.request.history.shallow) {
      note(m_context, std::to_string(graph.missing) + " commits of the history are missing or damaged");
    }
    const Provenance provenance = trace(reader, graph, blobs_of(searched.candidates),
                                        commit_of(graph, m_options.request.history.head));
    if (provenance.missing_trees > 0) {
      note(m_context, std::to_string(provenance.missing_trees) + " folders of the history are missing or damaged");
    }
    Confirmed confirmed = confirm({store, graph, provenance, searched.candidates}, m_options, m_rules, m_context);
    if (confirmed.unreachable > 0) {
      m_context.note(NoticeKind::skipped, std::to_string(confirmed.unreachable) +
                                              " possible secrets stand only in objects that no ref reaches; 'git gc "
                                              "--prune=now' removes those that nothing else keeps");
    }
    KeptResult result;
    result.secrets = std::move(confirmed.secrets);
    result.coverage.commits_examined = graph.commits.size();
    result.coverage.blobs_examined = searched.blob_count;
    return result;
  }

  const Options& m_options;
  RuleTable m_rules;
  ScanContext& m_context;
};

}  // namespace

std::vector<FoundSecret> search(const Options& options, const Inspection& inspection, ScanContext& context) {
  return HistorySearch(options, inspection, context).run();
}

}  // namespace codelake::secrets::history
