#include "tokki/file_checker.hpp"

#include <optional>
#include <stdexcept>
#include <utility>

#include "check/file_reader.hpp"
#include "tokki/dossier_checker.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct FileChecker::State final : FileSink {
  State(CheckOptions given, FileVisitor asked, FileKind kind)
      : options(std::move(given)), visitor(std::move(asked)), reader(kind, options.limits, *this) {}

  void begin() {
    if (std::exchange(in_dossier, false)) dossier.reset();  // which an exception left halfway
    stopped = false;
  }

  void report(const Report& report) {
    stopped = stopped || (visitor.report && !visitor.report(report));
  }

  DossierChecker& dossier_checker() {
    if (!dossier) dossier.emplace(options);
    return *dossier;
  }
  void finish_dossier() {
    Chain chain = dossier_checker().finish([this](const Report& one) {
      report(one);
      return !stopped;
    });
    if (!stopped && visitor.chain) stopped = !visitor.chain(std::move(chain));
  }

  bool document(std::string_view text, const std::string& name,
                std::optional<std::uint64_t> line) override {
    if (visitor.document_read) visitor.document_read();
    if (!in_dossier && !visitor.chain) {
      if (!checker) checker.emplace(options);
      checker->check(text, checked, name, line);
      report(checked);
    } else {
      dossier_checker().add(text, name, line);
      if (!in_dossier) finish_dossier();
    }
    return !stopped;
  }
  void begin_dossier() override { in_dossier = true; }
  void end_dossier() override {
    in_dossier = false;
    if (stopped) {
      dossier.reset();
    } else {
      finish_dossier();
    }
  }
  void unreadable(const UnreadableFile& file) override {
    if (visitor.unreadable) visitor.unreadable(file);
  }

  CheckOptions options;
  FileVisitor visitor;
  FileReader reader;
  std::optional<Checker> checker;         // of documents by themselves
  Report checked;                         // by it
  std::optional<DossierChecker> dossier;  // of documents that make up one
  bool in_dossier = false;                // the next document is part of one
  bool stopped = false;
};

FileChecker::FileChecker(CheckOptions options, FileVisitor visitor, FileKind kind)
    : state_(std::make_unique<State>(std::move(options), std::move(visitor), kind)) {}
FileChecker::FileChecker(FileChecker&&) noexcept = default;
FileChecker& FileChecker::operator=(FileChecker&&) noexcept = default;
FileChecker::~FileChecker() = default;

FileChecker::State& FileChecker::state() {
  if (!state_) throw std::logic_error("tokki::FileChecker: moved from");
  return *state_;
}

bool FileChecker::check(const std::string& path) {
  State& state = this->state();
  state.begin();
  return state.reader.read(path) && !state.stopped;
}

bool FileChecker::check_stream(int descriptor, const std::string& name) {
  State& state = this->state();
  state.begin();
  return state.reader.read_stream(descriptor, name) && !state.stopped;
}

}  // namespace tokki::inline v0
