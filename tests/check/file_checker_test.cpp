#include "tokki/file_checker.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <set>

#include "files.hpp"
#include "temporary_folder.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace file_checker_test {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

constexpr std::string_view kForm = R"({"format": "tokki.declaration/1"})";
constexpr std::string_view kDossier =
    R"({"format": "tokki.dossier/1", "contract": {"title": "x"}})";
constexpr std::string_view kRecord =
    R"({"format": "tokki.dossier-record/1", "party": {"id": "a"}})";

// All callbacks of a checker, as one word each.
struct Told {
  FileVisitor visitor() {
    return {.report =
                [this](const Report& report) {
                  all.push_back(fs::path(report.document.uri).filename().string() +
                                (report.document.line ? ":" + std::to_string(*report.document.line)
                                                      : std::string()));
                  return all.size() < wanted;
                },
            .chain = {},
            .unreadable =
                [this](const UnreadableFile& file) {
                  all.push_back(fs::path(file.path).filename().string() + "?");
                  errors.push_back(file.error);
                },
            .document_read = {}};
  }
  FileVisitor visitor_with_chains() {
    FileVisitor made = visitor();
    made.chain = [this](const Chain& chain) {
      all.push_back("chain of " + std::to_string(chain.parties().size()));
      return all.size() < wanted;
    };
    return made;
  }

  Names all;
  std::vector<int> errors;
  std::size_t wanted = 1'000;
};

TEST(FileChecker, AFolderOfTheCorpusHasItsFindings) {
  for (const char* name :
       {"examples/dossiers/folder-as-filed", "tests/corpus/dossiers/two-contracts-in-one-folder"}) {
    const fs::path folder = kSourceDir / name;
    std::multiset<std::string> found;
    FileVisitor visitor;
    visitor.report = [&](const Report& report) {
      const std::string file = fs::relative(report.document.uri, folder).string();
      for (const Finding& one : report.findings)
        found.insert(file + " " + std::string(one.rule->id));
      return true;
    };
    CheckOptions options;
    options.as_of = Day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};
    FileChecker checker(options, visitor);
    EXPECT_TRUE(checker.check(folder.string()));
    std::multiset<std::string> expected;
    for (const auto& one : nlohmann::json::parse(text_of(folder.string() + ".expected"))) {
      expected.insert(one.at("file").get<std::string>() + " " + one.at("rule").get<std::string>());
    }
    EXPECT_EQ(found, expected);
    EXPECT_FALSE(found.empty());
  }
}

TEST(FileChecker, ReportsComeInOrderWithTheRestOfTheirDossier) {
  const TemporaryFolder folder;
  folder.write("a.json", kForm);
  folder.write("d/b.json", kDossier);
  folder.write("d/d.json", kForm);
  folder.write("d/c.ndjson", std::string(kForm) + "\n" + std::string(kForm));
  folder.write("e.ndjson", std::string(kRecord) + "\n" + std::string(kRecord));
  Told told;
  EXPECT_TRUE(FileChecker({}, told.visitor()).check(folder.path()));
  EXPECT_EQ(told.all, (Names{"a.json", "b.json", "d.json", "c.ndjson:1", "c.ndjson:2", "e.ndjson:1",
                             "e.ndjson:2"}));
  told.all.clear();
  EXPECT_TRUE(FileChecker({}, told.visitor_with_chains()).check(folder.path()));
  EXPECT_EQ(told.all, (Names{"a.json", "chain of 0", "b.json", "d.json", "chain of 0", "c.ndjson:1",
                             "chain of 0", "c.ndjson:2", "chain of 0", "e.ndjson:1", "e.ndjson:2",
                             "chain of 2"}));
}

TEST(FileChecker, StopsWhenAsked) {
  const TemporaryFolder folder;
  folder.write("a.json", kForm);
  folder.write("b.json", kForm);
  folder.write("d/a.json", kDossier);
  folder.write("d/b.json", kForm);
  folder.write("d/c.json", kForm);
  for (std::size_t wanted = 1; wanted <= 4; ++wanted) {
    Told told{.all = {}, .errors = {}, .wanted = wanted};
    FileChecker checker({}, told.visitor());
    EXPECT_FALSE(checker.check(folder.path()));
    EXPECT_EQ(told.all.size(), wanted);
    told = {};
    EXPECT_TRUE(checker.check(folder / "a.json"));
    EXPECT_EQ(told.all, Names{"a.json"});
  }
}

TEST(FileChecker, GoesOnAfterAVisitorThrew) {
  const TemporaryFolder folder;
  folder.write("a.json", kDossier);
  folder.write("b.json", kForm);
  Told told;
  FileVisitor visitor = told.visitor();
  bool throws = true;
  visitor.document_read = [&] {
    if (std::exchange(throws, false)) throw std::runtime_error("no");
  };
  FileChecker checker({}, visitor);
  EXPECT_THROW(checker.check(folder.path()), std::runtime_error);
  EXPECT_TRUE(checker.check(folder.path()));
  EXPECT_EQ(told.all, (Names{"a.json", "b.json"}));
}

TEST(FileChecker, WhatCannotBeReadIsNamedAndTheRestIsChecked) {
  const TemporaryFolder folder;
  folder.write("d/a.json", kDossier);
  folder.write("d/c.json", kForm);
  fs::create_symlink(folder / "nowhere", folder / "d/b.json");
  fs::create_symlink("e.json", folder / "d/e.json");
  ASSERT_EQ(::mkfifo((folder / "d/f.json").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo((folder / "d/g.ndjson").c_str(), 0600), 0);
  fs::create_directory_symlink(folder.path(), folder / "d/up");
  fs::create_directory(folder / "empty");
  Told told;
  FileChecker checker({}, told.visitor());
  EXPECT_TRUE(checker.check(folder / "d"));
  EXPECT_TRUE(checker.check(folder / "empty"));
  EXPECT_TRUE(checker.check(folder / "missing"));
  EXPECT_EQ(told.all, (Names{"a.json", "c.json", "b.json?", "e.json?", "f.json?", "g.ndjson?",
                             "empty?", "missing?"}));
  EXPECT_EQ(told.errors, (std::vector<int>{ENOENT, ELOOP, ENOTSUP, ENOTSUP, ENODATA, ENOENT}));
}

TEST(FileChecker, APipeThatIsNamedByItselfIsRead) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], kForm.data(), kForm.size()), static_cast<ssize_t>(kForm.size()));
  ::close(ends[1]);
  Told told;
  FileChecker checker({}, told.visitor());
  EXPECT_TRUE(checker.check("/dev/fd/" + std::to_string(ends[0])));
  EXPECT_EQ(told.all.size(), 1U);
  EXPECT_TRUE(told.errors.empty());
  ::close(ends[0]);
}

TEST(FileChecker, ReadsADescriptor) {
  const TemporaryFolder folder;
  const int descriptor =
      ::open(folder.write("x", std::string(kForm) + "\n" + std::string(kForm)).c_str(), O_RDONLY);
  Told told;
  FileChecker checker({}, told.visitor());
  EXPECT_TRUE(checker.check_stream(descriptor, "<stdin>"));
  ::close(descriptor);
  EXPECT_TRUE(checker.check_stream(descriptor, "closed"));
  EXPECT_EQ(told.all, (Names{"<stdin>:1", "<stdin>:2", "closed?"}));
}

// The files are gone once the first document is checked: what is found comes from the first
// reading.
Names checked_while_removed(const TemporaryFolder& folder, const CheckOptions& options) {
  Told told;
  FileVisitor visitor = told.visitor();
  visitor.document_read = [&] {
    for (const auto& entry : fs::directory_iterator(folder.path())) fs::remove(entry.path());
  };
  FileChecker(options, visitor).check(folder.path());
  return told.all;
}

TEST(FileChecker, AFolderIsReadOnce) {
  const TemporaryFolder folder;
  for (const char* name : {"a.json", "b.json", "c.json"}) folder.write(name, kForm);
  EXPECT_EQ(checked_while_removed(folder, {}), (Names{"a.json", "b.json", "c.json"}));
}

TEST(FileChecker, NoMoreOfAFolderIsKeptThanOneDocumentMayTake) {
  const TemporaryFolder folder;
  for (const char* name : {"a.json", "b.json", "c.json"}) folder.write(name, kForm);
  CheckOptions options;
  options.limits.document_bytes = 2 * kForm.size();
  EXPECT_EQ(checked_while_removed(folder, options), (Names{"a.json", "b.json", "c.json?"}));
}

TEST(FileChecker, WhatIsTooLongIsAFindingInAFolderToo) {
  const TemporaryFolder folder;
  folder.write("a.json", std::string(kForm) + std::string(1'000, ' '));
  CheckOptions options;
  options.limits.document_bytes = 100;
  Names rules;
  FileVisitor visitor;
  visitor.report = [&](const Report& report) {
    for (const Finding& finding : report.findings) rules.emplace_back(finding.rule->id);
    return true;
  };
  FileChecker(options, visitor).check(folder.path());
  EXPECT_EQ(rules, Names{"limit-exceeded"});
}

TEST(FileChecker, RefusesToCheckWhenMovedFrom) {
  const TemporaryFolder folder;
  folder.write("a.json", kForm);
  FileChecker files({}, {});
  FileChecker taken = std::move(files);
  // NOLINTBEGIN(bugprone-use-after-move): that is the case
  EXPECT_THROW((void)files.check(folder.path()), std::logic_error);
  EXPECT_THROW((void)files.check_stream(0, "-"), std::logic_error);
  // NOLINTEND(bugprone-use-after-move)
  files = std::move(taken);
  EXPECT_TRUE(files.check(folder.path()));
}

}  // namespace file_checker_test
}  // namespace tokki
