#include "tokki/file_checker.hpp"

#include <cerrno>
#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "check/document_reader.hpp"
#include "check/folder_files.hpp"
#include "tokki/dossier_checker.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct FileChecker::State final : DocumentSink {
  using Texts = std::map<std::size_t, std::string>;

  State(CheckOptions given, FileVisitor asked, FileKind kind)
      : options(std::move(given)),
        visitor(std::move(asked)),
        reader(kind, options.limits.enough_bytes(), *this) {}

  void begin() {
    if (std::exchange(open_dossiers, 0) != 0) dossier.reset();  // which an exception left halfway
    stopped = false;
  }

  void check_file(const std::string& path) {
    name = path;
    InputFile file(path);
    reader.read(file, path);
  }

  void check_folder(const std::string& folder) {
    const FolderFiles found = files_in(folder);
    for (const UnreadableFile& one : found.unreadable) report_unreadable(one);
    if (found.files.empty() && found.unreadable.empty()) report_unreadable({folder, ENODATA});
    // Each file is read once, as long as what is read has the room of the largest document.
    Texts texts;
    std::size_t room = options.limits.document_bytes;
    std::vector<FileContent> contents(found.files.size());
    std::string text;
    for (std::size_t i = 0; i < found.files.size(); ++i) {
      if (!found.files[i].ends_with(".json")) continue;
      InputFile file(found.files[i], true);
      text.clear();
      while (file.append_to(text, options.limits.enough_bytes())) {
      }
      contents[i] = content_of(text);
      if (file.error() != 0 || text.size() > room) continue;
      room -= text.size();
      texts.emplace(i, text);
    }
    text = {};
    for (const FileGroup& group : group_files(found.files, contents)) {
      if (stopped) return;
      if (group.joined) begin_dossier();
      for (const std::size_t i : group.files) {
        if (!stopped) check_member(found.files[i], texts.extract(i));
      }
      if (group.joined) end_dossier();
    }
  }

  // A file of a folder; its text, if that was kept.
  void check_member(const std::string& path, Texts::node_type text) {
    name = path;
    if (text.empty()) {
      InputFile file(path, true);
      reader.read(file, path);
    } else {
      InputFile no_more;
      reader.read(no_more, path, std::move(text.mapped()));
    }
  }

  void report_unreadable(const UnreadableFile& file) const {
    if (visitor.unreadable) visitor.unreadable(file);
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

  bool document(std::string_view text, std::optional<std::uint64_t> line) override {
    if (visitor.document_read) visitor.document_read();
    if (open_dossiers == 0 && !visitor.chain) {
      if (!checker) checker.emplace(options);
      checker->check(text, checked, name, line);
      report(checked);
    } else {
      dossier_checker().add(text, name, line);
      if (open_dossiers == 0) finish_dossier();
    }
    return !stopped;
  }
  // A dossier within another, as records in a file of a folder, is part of that.
  void begin_dossier() override { ++open_dossiers; }
  void end_dossier() override {
    if (--open_dossiers != 0) return;
    if (stopped) {
      dossier.reset();
    } else {
      finish_dossier();
    }
  }
  void unreadable(int error) override { report_unreadable({name, error}); }

  CheckOptions options;
  FileVisitor visitor;
  DocumentReader reader;
  std::optional<Checker> checker;         // of documents by themselves
  Report checked;                         // by it
  std::optional<DossierChecker> dossier;  // of documents that make up one
  std::string name;                       // of the file being read
  int open_dossiers = 0;                  // that the next document is part of
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
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    state.check_folder(path);
  } else {
    state.check_file(path);
  }
  return !state.stopped;
}

bool FileChecker::check_stream(int descriptor, const std::string& name) {
  State& state = this->state();
  state.begin();
  state.name = name;
  InputFile file(descriptor);
  state.reader.read(file, {});
  return !state.stopped;
}

}  // namespace tokki::inline v0
