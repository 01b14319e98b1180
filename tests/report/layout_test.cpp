#include "report/layout.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tokki {
namespace layout_test {

using namespace internal;

// The beginnings of a text's lines, at every width.
template <class Visit>
void each_line(std::string_view text, Visit&& visit) {
  for (std::size_t width = 20; width < 100; ++width) {
    const std::string lines = wrapped(text, width, 0, Language::ja);
    for (std::size_t at = lines.find('\n'); at + 1 < lines.size(); at = lines.find('\n', at + 1)) {
      visit(std::string_view(lines).substr(at + 1), width);
    }
  }
}

TEST(Layout, EndingsOfVerbsAreNotTorn) {
  constexpr std::string_view kText =
      "委託元の届出書に名称と業務内容を加えて再度届け出てください。承諾を得ていません。期間が過ぎま"
      "した。"
      "人が確認します。誤りです。記録がある。再委託先に求める。契約の後に始まる。";
  each_line(kText, [](std::string_view line, std::size_t width) {
    for (const std::string_view torn :
         {"ださい", "さい。", "い。", "す。", "せん", "ん。", "した。", "た。", "る。", "ました",
          "ません", "ます。", "です。"}) {
      const bool whole = torn == "ました" || torn == "ません" || torn == "ます。" ||
                         torn == "です。" || torn == "した。";
      EXPECT_TRUE(whole || !line.starts_with(torn)) << width << ": " << line.substr(0, 30);
    }
  });
}

TEST(Layout, NothingIsLost) {
  constexpr std::string_view kText = "お確かめください。ます";
  std::string joined;
  for (const char c : wrapped(kText, 22, 0, Language::ja)) {
    if (c != '\n') joined += c;
  }
  EXPECT_EQ(joined, kText);
}

}  // namespace layout_test
}  // namespace tokki
