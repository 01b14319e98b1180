#include "inputs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "dossier_folders.hpp"
#include "io_error.hpp"

namespace tokki::cli {
namespace {

namespace fs = std::filesystem;

// An open file, closed at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ > STDIN_FILENO) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

bool has_suffix(std::string_view name, std::initializer_list<std::string_view> suffixes) {
  return std::ranges::any_of(suffixes,
                             [&](std::string_view suffix) { return name.ends_with(suffix); });
}

bool is_ndjson_name(std::string_view name) { return has_suffix(name, {".ndjson", ".jsonl"}); }

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// One document a line? A line that opens and closes an object and is followed by another that
// opens one is what NDJSON looks like, and what no pretty-printed JSON does. Windows begins either
// with a byte order mark.
bool looks_like_ndjson(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const auto first_end = text.find('\n');
  if (first_end == std::string_view::npos) return false;
  std::string_view first = text.substr(0, first_end);
  while (!first.empty() && (first.back() == '\r' || first.back() == ' ')) first.remove_suffix(1);
  const std::string_view rest = text.substr(first_end + 1);
  const auto next = rest.find_first_not_of(" \t\r\n");
  return first.starts_with('{') && first.ends_with('}') && next != std::string_view::npos &&
         rest[next] == '{';
}

class InputReader {
 public:
  InputReader(InputKind kind, std::size_t enough, const InputEvents& events, Language language)
      : kind_(kind), enough_(enough), events_(events), language_(language) {}

  [[nodiscard]] bool stopped() const { return stopped_; }

  void argument(const std::string& name) {
    std::error_code error;
    if (name == "-") {
      stream(Descriptor(STDIN_FILENO), "<stdin>", kind_);
    } else if (fs::is_directory(name, error)) {
      directory(name);
    } else {
      file(name);
    }
  }

 private:
  void unreadable(const std::string& name, const IoError& error) {
    events_.unreadable({name, error.reason, error.remedy});
  }
  void unreadable(const std::string& name, int error) {
    unreadable(name, io_error(error, name, language_));
  }

  void directory(const std::string& name) {
    std::vector<std::string> found;
    std::error_code error;
    fs::recursive_directory_iterator entries(name, error);
    if (error) return unreadable(name, error.value());
    const std::size_t before = failures_;
    for (; entries != fs::recursive_directory_iterator(); entries.increment(error)) {
      if (error) break;
      const std::string base = entries->path().filename().string();
      std::error_code status;
      if (base.starts_with('.')) {
        if (entries->is_directory(status)) entries.disable_recursion_pending();
        continue;
      }
      if (entries->is_directory(status)) {
        if (::access(entries->path().c_str(), R_OK | X_OK) != 0) {
          unreadable(entries->path().string(), errno);
          ++failures_;
          entries.disable_recursion_pending();
        }
        continue;
      }
      if (has_suffix(base, {".json", ".ndjson", ".jsonl"})) {
        found.push_back(entries->path().string());
      }
    }
    if (error) return unreadable(name, error.value());
    std::ranges::sort(found);
    if (found.empty() && failures_ == before) {
      return unreadable(name, no_documents(language_));
    }
    for (const DossierFolder& folder : dossier_folders(found, name)) {
      if (stopped_) return;
      if (folder.together) events_.open_dossier();
      for (const std::string& path : folder.files) {
        if (!stopped_) file(path);
      }
      if (folder.together) events_.close_dossier();
    }
  }

  void file(const std::string& name) {
    const Descriptor opened(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
    if (opened.number() < 0) return unreadable(name, errno);
    const bool ndjson = kind_ == InputKind::automatic && is_ndjson_name(name);
    stream(opened, name, ndjson ? InputKind::ndjson : kind_);
  }

  // Appends what can be read, up to `enough_` bytes in all. Returns false at the end or on an
  // error.
  bool more(const Descriptor& input, const std::string& name) {
    constexpr std::size_t kChunk = std::size_t{1} << 16U;
    const std::size_t old = buffer_.size();
    buffer_.resize(std::min(old + kChunk, enough_));
    ssize_t count = 0;
    do count = ::read(input.number(), buffer_.data() + old, buffer_.size() - old);
    while (count < 0 && errno == EINTR);
    const int error = errno;
    buffer_.resize(old + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count < 0) {
      failed_ = true;
      unreadable(name, error);
    }
    return count > 0;
  }

  void stream(const Descriptor& input, const std::string& name, InputKind kind) {
    buffer_.clear();
    failed_ = false;
    if (kind == InputKind::automatic) {
      // Enough of the text to see its second line, or all of it.
      while (!looks_like_ndjson(buffer_)) {
        if (buffer_.size() >= enough_ || !more(input, name)) {
          return failed_ ? void() : whole(name);
        }
      }
      kind = InputKind::ndjson;
    }
    if (kind == InputKind::ndjson) return lines(input, name);
    while (buffer_.size() < enough_ && more(input, name)) {
    }
    if (!failed_) whole(name);
  }

  void whole(const std::string& name) { hand_on(buffer_, name, std::nullopt); }

  void hand_on(std::string_view text, const std::string& name, std::optional<std::uint64_t> line) {
    if (!events_.document(text, name, line)) stopped_ = true;
  }

  void lines(const Descriptor& input, const std::string& name) {
    std::uint64_t number = 0;
    std::uint64_t documents = 0;
    bool skipping = false;  // the rest of a line that is over the limit
    bool together = false;  // the lines are records of one dossier
    const auto begin_documents = [&](std::string_view first) {
      if (documents++ != 0 || !holds_format(first, "tokki.dossier-record/")) return;
      together = true;
      events_.open_dossier();
    };
    std::size_t begin = 0;
    bool open = true;
    while (open && !stopped_) {
      std::size_t end = buffer_.find('\n', begin);
      if (end == std::string::npos) {
        buffer_.erase(0, begin);
        begin = 0;
        if (buffer_.size() >= enough_) {
          if (!skipping) begin_documents(buffer_), hand_on(buffer_, name, ++number);
          skipping = true;
          buffer_.clear();
        }
        open = more(input, name);
        if (failed_) break;
        if (open || buffer_.empty()) continue;
        end = buffer_.size();  // a last line without a newline
      }
      const std::string_view line(buffer_.data() + begin, end - begin);
      begin = std::min(end + 1, buffer_.size());
      if (std::exchange(skipping, false)) continue;
      ++number;
      if (is_blank(line)) continue;
      begin_documents(line);
      hand_on(line, name, number);
    }
    if (together) events_.close_dossier();
    if (documents == 0 && !stopped_ && !failed_)
      hand_on({}, name, std::nullopt);  // empty: a finding
  }

  InputKind kind_;
  std::size_t enough_;
  const InputEvents& events_;
  Language language_;
  std::string buffer_;
  std::size_t failures_ = 0;
  bool failed_ = false;
  bool stopped_ = false;
};

}  // namespace

void read_inputs(const std::vector<std::string>& arguments, InputKind kind, std::size_t enough,
                 const InputEvents& events, Language language) {
  InputReader reader(kind, enough, events, language);
  for (const std::string& name : arguments) {
    if (reader.stopped()) return;
    reader.argument(name);
  }
}

std::string complaint(const Unreadable& input, Language language) {
  return language == Language::ja
             ? fmt::format("{}: 読めません（{}）。{}", input.name, input.reason, input.remedy)
             : fmt::format("{}: cannot be read ({}); {}", input.name, input.reason, input.remedy);
}

}  // namespace tokki::cli
