#include "tokki/file_assessor.hpp"

#include <utility>

#include "check/file_reader.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct FileAssessor::State final : FileSink {
  State(const Limits& given, AssessVisitor asked, FileKind kind)
      : limits(given), visitor(std::move(asked)), records(given), reader(kind, given, *this) {}

  void begin() {
    if (std::exchange(in_dossier, false)) records.clear();  // which an exception left halfway
    stopped = false;
  }
  bool document(std::string_view text, const std::string& name,
                std::optional<std::uint64_t> line) override {
    records.add(text, name, line);
    if (!in_dossier) finish();
    return !stopped;
  }
  void begin_dossier() override { in_dossier = true; }
  void end_dossier() override {
    in_dossier = false;
    stopped ? records.clear() : finish();
  }
  void unreadable(const UnreadableFile& file) override {
    if (visitor.unreadable) visitor.unreadable(file);
  }
  void finish() {
    stopped = visitor.dossier && !visitor.dossier(records);
    if (visitor.taken) {
      stopped = !visitor.taken(std::exchange(records, Assessor(limits))) || stopped;
    } else {
      records.clear();
    }
  }

  Limits limits;
  AssessVisitor visitor;
  Assessor records;
  FileReader reader;
  bool in_dossier = false;  // the next document is part of one
  bool stopped = false;
};

FileAssessor::FileAssessor(const Limits& limits, AssessVisitor visitor, FileKind kind)
    : state_(std::make_unique<State>(limits, std::move(visitor), kind)) {}
FileAssessor::FileAssessor(FileAssessor&&) noexcept = default;
FileAssessor& FileAssessor::operator=(FileAssessor&&) noexcept = default;
FileAssessor::~FileAssessor() = default;

bool FileAssessor::read(const std::string& path) {
  state_->begin();
  return state_->reader.read(path) && !state_->stopped;
}

bool FileAssessor::read_stream(int descriptor, const std::string& name) {
  state_->begin();
  return state_->reader.read_stream(descriptor, name) && !state_->stopped;
}

}  // namespace tokki::inline v0
