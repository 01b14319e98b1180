#include "check/document_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "check/folder_files.hpp"
#include "tokki/decode.hpp"

namespace tokki::inline v0::internal {
namespace {

bool is_blank_line(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Whether the text is NDJSON: its first line opens and closes an object, and the next one opens
// another. Pretty-printed JSON never looks so. Either may begin with a byte order mark.
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

}  // namespace

InputFile::InputFile(int descriptor) : descriptor_(descriptor) {
  struct stat status{};
  if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) return;
  regular_ = S_ISREG(status.st_mode);
  if (regular_) size_ = static_cast<std::size_t>(status.st_size);
}

InputFile::InputFile(const std::string& path, bool regular_only)
    // O_NONBLOCK: opening a pipe must not wait. It has no effect on regular files.
    : InputFile(::open(path.c_str(), O_RDONLY | O_CLOEXEC | (regular_only ? O_NONBLOCK : 0))) {
  owned_ = true;
  if (descriptor_ < 0) error_ = regular_only && errno == ENXIO ? ENOTSUP : errno;  // a socket
  if (descriptor_ >= 0 && regular_only && !regular_) error_ = ENOTSUP;
}

InputFile::~InputFile() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

bool InputFile::append_to(std::string& text, std::size_t most) {
  constexpr std::size_t kChunk = std::size_t{1} << 16U;
  const std::size_t old = text.size();
  if (descriptor_ < 0 || error_ != 0 || old >= most) return false;
  // Reserved at once, so that a long text is not copied as it grows.
  if (old == 0 && size_ > kChunk) text.reserve(std::min(size_ + kChunk, most));
  text.resize(std::min(old + kChunk, most));
  ssize_t count = 0;
  do count = ::read(descriptor_, text.data() + old, text.size() - old);
  while (count < 0 && errno == EINTR);
  if (count < 0) error_ = errno;
  text.resize(old + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return count > 0;
}

void DocumentReader::read(InputFile& file, std::string_view name, std::string begun) {
  text_ = std::move(begun);
  if (kind_ == FileKind::ndjson || (kind_ == FileKind::automatic && is_ndjson_name(name))) {
    return read_lines(file);
  }
  // Enough of the text to see its second line, or all of it.
  while (kind_ == FileKind::json || !looks_like_ndjson(text_)) {
    if (!file.append_to(text_, enough_)) return read_whole(file);
  }
  read_lines(file);
}

void DocumentReader::read_whole(InputFile& file) {
  if (file.error() != 0) return sink_.unreadable(file.error());
  sink_.document(text_, std::nullopt);
}

void DocumentReader::read_lines(InputFile& file) {
  std::uint64_t number = 0;
  std::uint64_t documents = 0;
  bool too_long = false;  // the current line is over the limit, and its rest is skipped
  bool joined = false;    // the lines are records of one dossier
  bool more = true;       // documents are wanted
  const auto give = [&](std::string_view line) {
    if (documents++ == 0 && mentions_format(line, "tokki.dossier-record/")) {
      joined = true;
      sink_.begin_dossier();
    }
    more = sink_.document(line, number);
  };
  std::size_t begin = 0;
  bool open = true;
  while (open && more) {
    std::size_t end = text_.find('\n', begin);
    if (end == std::string::npos) {
      text_.erase(0, begin);
      begin = 0;
      if (text_.size() >= enough_) {
        if (!too_long) ++number, give(text_);
        too_long = true;
        text_.clear();
      }
      open = file.append_to(text_, enough_);
      if (file.error() != 0) {
        sink_.unreadable(file.error());
        break;
      }
      if (open || text_.empty()) continue;
      end = text_.size();  // a last line without a newline
    }
    const std::string_view line(text_.data() + begin, end - begin);
    begin = std::min(end + 1, text_.size());
    if (std::exchange(too_long, false)) continue;
    ++number;
    if (!is_blank_line(line)) give(line);
  }
  if (joined) sink_.end_dossier();
  // A file without documents is checked as an empty document, which gives a finding.
  if (documents == 0 && more && file.error() == 0) sink_.document({}, std::nullopt);
}

}  // namespace tokki::inline v0::internal
