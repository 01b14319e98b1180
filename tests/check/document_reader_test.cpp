#include "check/document_reader.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>

#include "temporary_folder.hpp"

namespace tokki {
namespace document_reader_test {

using namespace internal;

// Writes down what it is given: "2:{}" is a document on line 2, "<" and ">" enclose a dossier.
class Written final : public DocumentSink {
 public:
  explicit Written(std::size_t wanted) : wanted_(wanted) {}

  bool document(std::string_view text, std::optional<std::uint64_t> line) override {
    all += (line ? std::to_string(*line) + ":" : "") + std::string(text) + "|";
    return --wanted_ != 0;
  }
  void begin_dossier() override { all += "<"; }
  void end_dossier() override { all += ">"; }
  void unreadable(int error) override { all += error == EISDIR ? "EISDIR" : "?"; }

  std::string all;

 private:
  std::size_t wanted_;
};

struct Asked {
  FileKind kind = FileKind::automatic;
  std::size_t enough = 1'000;
  std::string name = "x.json";
  std::size_t wanted = 1'000;  // documents
};

std::string read(const std::string& text, const Asked& asked) {
  const TemporaryFolder folder;
  InputFile file(folder.write("file", text));
  Written written(asked.wanted);
  DocumentReader(asked.kind, asked.enough, written).read(file, asked.name);
  return written.all;
}

TEST(DocumentReader, AFileIsOneDocumentOrOneALine) {
  EXPECT_EQ(read("{\n\"a\": 1}\n", {}), "{\n\"a\": 1}\n|");
  EXPECT_EQ(read("{}\r\n\n {}\n{}", {}), "1:{}\r|3: {}|4:{}|");
  EXPECT_EQ(read("\xEF\xBB\xBF{}\n{}\n", {}), "1:\xEF\xBB\xBF{}|2:{}|");
  EXPECT_EQ(read("{}\n", {.name = "x.ndjson"}), "1:{}|");
  EXPECT_EQ(read("{}\n{}\n", {.kind = FileKind::json}), "{}\n{}\n|");
  EXPECT_EQ(read("{}\n", {.kind = FileKind::ndjson}), "1:{}|");
}

TEST(DocumentReader, NothingIsAnEmptyDocument) {
  EXPECT_EQ(read("", {}), "|");
  EXPECT_EQ(read("\n \n", {.name = "x.jsonl"}), "|");
}

TEST(DocumentReader, NoMoreIsReadThanShowsThatItIsTooLong) {
  EXPECT_EQ(read(std::string(100, 'x'), {.enough = 5}), "xxxxx|");
  EXPECT_EQ(read("{}\n" + std::string(100, 'x') + "\n{}\n", {.enough = 5, .name = "x.ndjson"}),
            "1:{}|2:xxxxx|3:{}|");
  EXPECT_EQ(read("12345\n6\n", {.enough = 6, .name = "x.ndjson"}), "1:12345|2:6|");
}

TEST(DocumentReader, RecordsAreOneDossier) {
  const std::string record = R"({"format": "tokki.dossier-record/1"})";
  EXPECT_EQ(read(record + "\n{}\n", {}), "<1:" + record + "|2:{}|>");
  EXPECT_EQ(read("{}\n" + record + "\n", {}), "1:{}|2:" + record + "|");
  EXPECT_EQ(read(record + "\n{}\n{}\n", {.wanted = 2}), "<1:" + record + "|2:{}|>");
}

TEST(DocumentReader, GoesOnAfterWhatWasRead) {
  const TemporaryFolder folder;
  InputFile file(folder.write("file", "3}\n{}\n"));
  Written written(10);
  DocumentReader(FileKind::automatic, 1'000, written).read(file, "x.json", "{\"a\": ");
  EXPECT_EQ(written.all, "1:{\"a\": 3}|2:{}|");
}

TEST(DocumentReader, AnErrorIsNamed) {
  for (const char* name : {"x.json", "x.ndjson"}) {
    InputFile file("/");
    Written written(10);
    DocumentReader(FileKind::automatic, 1'000, written).read(file, name);
    EXPECT_EQ(written.all, "EISDIR");
  }
}

TEST(InputFile, MayHaveToBeAFile) {
  const TemporaryFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(InputFile(folder / "pipe", true).error(), ENOTSUP);
  EXPECT_EQ(InputFile("/dev/null", true).error(), ENOTSUP);
  EXPECT_EQ(InputFile("/dev/null").error(), 0);
  EXPECT_EQ(InputFile(folder / "missing", true).error(), ENOENT);
  EXPECT_EQ(InputFile(folder.write("file", ""), true).error(), 0);
}

}  // namespace document_reader_test
}  // namespace tokki
