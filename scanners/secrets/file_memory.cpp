// SPDX-License-Identifier: Apache-2.0
// A scan of a checkout in which nothing changed has only to see that nothing changed. So what is kept is looked up as it
// lies in its file: rows of one size, sorted by the hash of the path, that name where more is to be read of the few files
// with anything to tell. Example: "src/app.py", unchanged since its object id was put in the index, in which one rule
// matched noise: its row is found by halving, says object id and size are the same, and "more at 4,711"; there stands one
// rule, no secret. Were that rule changed now, the row would be as good as none.
#include "scanners/secrets/file_memory.h"

#include "core/hash.h"
#include "scanners/secrets/kept_secret.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>
#include <type_traits>
#include <utility>

namespace codelake::secrets {

namespace {

constexpr std::string_view k_kind = "codelake file memory 1\n";
constexpr std::size_t k_rows_max = 4'000'000;
constexpr std::size_t k_more_bytes_max = 256U << 20;

// As it lies in the file; for this machine alone.
struct Row {
  std::uint64_t path = 0;  // its hash
  std::uint64_t size_bytes = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t more = 0;  // 0: nothing matched; else one more than where in the other part its entry begins
  std::array<char, 20> blob{};
  std::uint32_t binary = 0;
};
static_assert(sizeof(Row) == 56 && std::has_unique_object_representations_v<Row>);

unsigned digit(char c) { return static_cast<unsigned>(c >= 'a' ? c - 'a' + 10 : c - '0'); }

// Requires 40 hex digits in lower case, as git::IndexEntry has them.
std::array<char, 20> blob_of(const FileInfo& file) {
  std::array<char, 20> bytes{};
  for (std::size_t i = 0; i < bytes.size() && 2 * i + 1 < file.blob_id.size(); ++i) {
    bytes[i] = static_cast<char>(digit(file.blob_id[2 * i]) << 4U | digit(file.blob_id[2 * i + 1]));
  }
  return bytes;
}

Row row_of(const FileInfo& file) {
  Row row;
  row.path = fast_hash(file.path);
  row.size_bytes = file.size_bytes;
  row.blob = blob_of(file);
  return row;
}

auto key_of(const Row& row) { return std::tie(row.path, row.blob, row.size_bytes); }

bool has_more(const FileLook& look) { return !look.matched.empty() || !look.secrets.empty(); }

void write_more(RecordWriter& writer, const FileLook& look, const RuleTable& rules) {
  std::vector<std::uint64_t> numbers;
  for (const Rule* rule : look.matched) numbers.push_back(rules.number_of(rule));
  std::sort(numbers.begin(), numbers.end());
  writer.number(numbers.size());
  for (const std::uint64_t number : numbers) writer.number(number);
  writer.number(look.secrets.size());
  for (const FoundSecret& secret : look.secrets) {
    FoundSecret nameless = secret;
    for (SecretPlace& place : nameless.places) place.path.clear();
    write_secret(writer, nameless, rules.number_of(secret.rule));
  }
}

// False when a rule of it is gone, or it is damaged.
bool read_more(RecordReader& reader, const std::vector<const Rule*>& rules, const std::string& path, FileLook& look) {
  const std::size_t matched = reader.count();
  for (std::size_t i = 0; i < matched; ++i) {
    const std::uint64_t number = reader.number();
    if (reader.failed() || number >= rules.size() || rules[number] == nullptr) return false;
    look.matched.push_back(rules[number]);
  }
  const std::size_t secrets = reader.count();
  for (std::size_t i = 0; i < secrets; ++i) {
    auto secret = read_secret(reader, rules);
    if (!secret) return false;
    for (SecretPlace& place : secret->places) place.path = path;
    look.secrets.push_back(std::move(*secret));
  }
  return !reader.failed();
}

}  // namespace

struct FileMemory::State {
  State(std::string its_path, const Inspection& inspection)
      : path(std::move(its_path)), key(settings_key(inspection)), rules(inspection) {}

  std::string path;
  std::string key;
  RuleTable rules;
  KeptFile file;
  RuleChange change;
  std::string_view rows;
  std::string_view more;
  std::vector<char> used;  // for each row; a thread writes only to that of the file it looks at

  void load() {
    file = read_kept_file(path, k_kind, key);
    if (file.state != KeptFile::State::sound || read()) return;
    file = {file.state, {}, 0};
    rows = more = {};
    change = {};
  }

  // False when nothing of it can be used.
  bool read() {
    RecordReader reader(file.content());
    std::vector<std::uint64_t> digests(reader.count());
    for (std::uint64_t& digest : digests) digest = reader.number();
    rows = reader.view();
    more = reader.view();
    if (reader.failed() || rows.size() % sizeof(Row) != 0) return false;
    auto compared = compare_rules(digests, rules);
    if (!compared) return false;
    change = std::move(*compared);
    used.assign(count(), 0);
    return true;
  }

  std::size_t count() const { return rows.size() / sizeof(Row); }

  Row row(std::size_t at) const {
    Row read;
    std::memcpy(&read, rows.data() + at * sizeof(Row), sizeof(Row));
    return read;
  }

  // The row of the file; count() when there is none.
  std::size_t find(const FileInfo& info) const {
    const Row wanted = row_of(info);
    std::size_t begin = 0;
    std::size_t end = count();
    while (begin < end) {
      const std::size_t middle = begin + (end - begin) / 2;
      if (key_of(row(middle)) < key_of(wanted))
        begin = middle + 1;
      else
        end = middle;
    }
    return begin < count() && key_of(row(begin)) == key_of(wanted) ? begin : count();
  }

  bool read_look(const Row& at, const std::string& path_of_file, FileLook& look) const {
    look.binary = at.binary != 0;
    if (at.more == 0) return true;
    if (at.more > more.size()) return false;
    RecordReader reader(more.substr(static_cast<std::size_t>(at.more - 1)));
    return read_more(reader, change.kept, path_of_file, look);
  }
};

FileMemory::FileMemory(const std::string& directory, const std::string& root, const Inspection& inspection)
    : m_state(std::make_unique<State>(directory + "/" + sha256_hex(root).substr(0, 16) + ".files", inspection)) {
  m_state->load();
}

FileMemory::~FileMemory() = default;

std::optional<RememberedLook> FileMemory::find(const FileInfo& file) const {
  const std::size_t at = m_state->find(file);
  if (at == m_state->count()) return std::nullopt;
  const Row row = m_state->row(at);
  RememberedLook found{file, row.text_bytes, {}};
  if (!m_state->read_look(row, file.path, found.look)) return std::nullopt;
  return found;
}

const Inspection* FileMemory::fresh() const { return m_state->change.fresh.get(); }

bool FileMemory::damaged() const { return m_state->file.state == KeptFile::State::damaged; }

void FileMemory::used(const RememberedLook& look) const { m_state->used[m_state->find(look.file)] = 1; }

bool FileMemory::may_keep(const RememberedLook& look) {
  return !look.file.blob_id.empty() &&
         std::all_of(look.look.secrets.begin(), look.look.secrets.end(), [&](const FoundSecret& secret) {
           return std::all_of(secret.places.begin(), secret.places.end(),
                              [&](const SecretPlace& place) { return place.path == look.file.path; });
         });
}

Result<void> FileMemory::keep(const std::vector<const RememberedLook*>& looks) const {
  const State& state = *m_state;
  const auto again = static_cast<std::size_t>(std::count(state.used.begin(), state.used.end(), 1));
  const bool is_kept = state.file.state == KeptFile::State::sound && !state.change.any();
  if (is_kept && looks.empty() && again == state.count()) return {};
  std::vector<Row> rows;
  RecordWriter more;
  const auto add = [&](Row row, const FileLook& look) {
    row.binary = look.binary ? 1 : 0;
    row.more = has_more(look) ? more.bytes.size() + 1 : 0;
    if (has_more(look)) write_more(more, look, state.rules);
    if (rows.size() < k_rows_max && more.bytes.size() < k_more_bytes_max) rows.push_back(row);
  };
  for (std::size_t i = 0; i < state.count(); ++i) {
    FileLook look;
    if (state.used[i] != 0 && state.read_look(state.row(i), "", look)) add(state.row(i), look);
  }
  for (const RememberedLook* look : looks) {
    Row row = row_of(look->file);
    row.text_bytes = look->text_bytes;
    add(row, look->look);
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return key_of(a) < key_of(b); });
  RecordWriter writer;
  writer.number(state.rules.digests().size());
  for (const std::uint64_t digest : state.rules.digests()) writer.number(digest);
  writer.text({reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row)});
  writer.text(more.bytes);
  return write_kept_file(state.path, k_kind, state.key, writer.bytes);
}

}  // namespace codelake::secrets
