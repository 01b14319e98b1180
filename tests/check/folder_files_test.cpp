#include "check/folder_files.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cerrno>

#include "temporary_folder.hpp"

namespace tokki {
namespace folder_files_test {

using namespace internal;

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

Names names_in(const TemporaryFolder& folder) {
  Names names;
  for (const std::string& file : files_in(folder.path()).files) {
    names.push_back(file.substr(folder.path().size() + 1));
  }
  return names;
}

TEST(FolderFiles, AreTheDocumentsInOrderOfTheirPaths) {
  const TemporaryFolder folder;
  for (const char* name : {"b.json", "a/z.json", "a.json", "c.ndjson", "d.jsonl", "e.txt",
                           ".hidden.json", ".git/f.json", "json"}) {
    folder.write(name, "{}");
  }
  EXPECT_EQ(names_in(folder), (Names{"a.json", "a/z.json", "b.json", "c.ndjson", "d.jsonl"}));
}

TEST(FolderFiles, LinksToFoldersAreNotFollowed) {
  const TemporaryFolder folder;
  folder.write("below/form.json", "{}");
  fs::create_directory_symlink(folder.path(), folder / "below/up");
  fs::create_directory_symlink(folder / "below", folder / "again.json");
  EXPECT_EQ(names_in(folder), Names{"below/form.json"});
}

TEST(FolderFiles, LinksToFilesAreFollowedWhenTheyAreRead) {
  const TemporaryFolder folder;
  fs::create_symlink(folder / "nowhere", folder / "a.json");
  fs::create_symlink(folder / "b.json", folder / "b.json");
  EXPECT_EQ(names_in(folder), (Names{"a.json", "b.json"}));
}

// Folders within folders, more of them than the process may have open at once.
TEST(FolderFiles, AreFoundHoweverDeep) {
  const TemporaryFolder folder;
  std::string name;
  for (int i = 0; i < 200; ++i) name += "d/";
  folder.write(name + "form.json", "{}");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const rlimit few{.rlim_cur = 100, .rlim_max = before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
  const Names found = names_in(folder);
  ::setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_EQ(found, Names{name + "form.json"});
}

TEST(FolderFiles, AFolderThatIsNotThereIsNamed) {
  const FolderFiles found = files_in("no-such-folder");
  ASSERT_EQ(found.unreadable.size(), 1U);
  EXPECT_EQ(found.unreadable[0].path, "no-such-folder");
  EXPECT_EQ(found.unreadable[0].error, ENOENT);
}

TEST(FolderFiles, ContentIsToldByItsFormat) {
  const FileContent form = content_of(R"({"format": "tokki.declaration/1", "contract": {}})");
  EXPECT_TRUE(form.declaration && !form.dossier && !form.contract);
  const FileContent whole = content_of(R"({"format": "tokki.dossier/1", "contract": {}})");
  EXPECT_TRUE(whole.dossier && whole.contract && !whole.declaration);
  const FileContent forms = content_of(
      R"({"format": "tokki.dossier/1", "declarations": [{"declaration":
         {"format": "tokki.declaration/1", "contract": {}}}]})");
  EXPECT_TRUE(forms.dossier && !forms.contract && !forms.declaration);
  const FileContent record = content_of(R"({"format": "tokki.dossier-record/1"})");
  EXPECT_TRUE(!record.dossier && !record.declaration);
}

// Whatever the order of members; a contract of a form, in a text or at the end of a key is none.
TEST(FolderFiles, ADossiersContractIsAMemberOfItsOwn) {
  const auto gives_contract = [](const std::string& members) {
    const FileContent content = content_of(R"({"format": "tokki.dossier/1", )" + members + "}");
    EXPECT_TRUE(content.dossier && !content.declaration);
    return content.contract;
  };
  const std::string forms = R"("declarations": [{"declaration": {"contract": {}}}])";
  EXPECT_TRUE(gives_contract(forms + R"(, "contract": {})"));
  EXPECT_TRUE(gives_contract(R"("contract": {}, )" + forms));
  EXPECT_TRUE(gives_contract(R"("parties": [{"name": "}]"}], "c\u006fntract": {})"));
  EXPECT_FALSE(gives_contract(R"("extensions": {"contract": 1}, )" + forms));
  EXPECT_FALSE(gives_contract(R"("parties": [{"name": "\"contract\""}])"));
  EXPECT_TRUE(gives_contract(R"("contract": {}, "parties": [)"));  // malformed behind it
  EXPECT_TRUE(gives_contract("\"contract\": {}, \"\xFF\": 1"));
  EXPECT_FALSE(gives_contract("\"parties\": [\"\xFF\"]"));
}

const FileContent kForm{.declaration = true, .course_number = "1"};
const FileContent kWhole{.dossier = true, .contract = true, .course_number = {}};
const FileContent kFirst{.dossier = true, .contract = true, .course_number = "１"};
const FileContent kPart{.dossier = true, .course_number = {}};
const FileContent kOther{};

// "a.json+b.json c.json": what is joined, and what stands by itself.
std::string grouped(const std::vector<std::pair<std::string, FileContent>>& given) {
  Names files;
  std::vector<FileContent> contents;
  for (const auto& [name, content] : given) {
    files.push_back("root/" + name);
    contents.push_back(content);
  }
  std::string text;
  for (const FileGroup& group : group_files(files, contents)) {
    if (!text.empty()) text += ' ';
    if (group.joined) text += '=';
    for (const std::size_t i : group.files)
      text += (i == group.files[0] ? "" : "+") + given[i].first;
  }
  return text;
}

TEST(FolderFiles, AreGroupedIntoDossiers) {
  EXPECT_EQ(grouped({{"a", kForm}, {"b", kForm}}), "a b");
  EXPECT_EQ(grouped({{"a", kWhole}, {"b", kWhole}}), "a b");
  EXPECT_EQ(grouped({{"a", kWhole}, {"b", kPart}}), "=a+b");
  EXPECT_EQ(grouped({{"a", kForm}, {"b", kOther}, {"c", kWhole}}), "=a+c b");
  EXPECT_EQ(grouped({{"a", kOther}, {"c", kWhole}, {"d/e", kForm}}), "a =c+d/e");
  EXPECT_EQ(grouped({{"a", kForm}, {"d/b", kWhole}, {"d/c", kForm}, {"e/f", kForm}}),
            "a =d/b+d/c e/f");
  EXPECT_EQ(grouped({{"a", kWhole}, {"b", kForm}, {"c", kWhole}}), "a b c")
      << "of two contracts nobody knows whose form it is";
  EXPECT_EQ(grouped({{"a", kWhole}, {"b", kForm}, {"c", kFirst}}), "a =b+c") << "it cites one";
  EXPECT_EQ(grouped({{"a", kFirst}, {"b", kForm}, {"c", kFirst}}), "a b c") << "it cites both";
  EXPECT_EQ(grouped({{"a", kWhole}, {"d/b", kWhole}, {"d/e/f", kForm}}), "a =d/b+d/e/f");
}

}  // namespace folder_files_test
}  // namespace tokki
