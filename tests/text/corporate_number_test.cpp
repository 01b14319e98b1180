#include "text/corporate_number.hpp"

#include <gtest/gtest.h>

namespace tokki {
namespace corporate_number_test {

using internal::digits;
using internal::read_corporate_number;

TEST(CorporateNumbers, AreReadWithTheirLabel) {
  for (const char* text :
       {"2999912345678", "２９９９－９１２３－４５６７８", "2 9999 1234 5678",
        "法人番号 2999912345678", "法人番号：2999912345678", "法人番号は2999912345678",
        "（法人番号）2999912345678", "2999912345678（法人番号）", "法人番号No.2999912345678",
        "№2999912345678", "Corporate Number: 2999912345678", "【法人番号】2999-9123-45678",
        "（2999912345678）"}) {
    const auto number = read_corporate_number(text);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(digits(*number), "2999912345678") << text;
  }
}

TEST(CorporateNumbers, AreNotReadFromOtherTexts) {
  for (const char* text :
       {"", "299991234567", "29999123456789", "T2999912345678", "会社法人等番号 2999912345678",
        "2999912345678（親会社）", "2999912（法人番号）345678", "法人番号", "法人番号 申請中",
        "2999912345678、2999912345678", "法人番号 2999912345678 番号"}) {
    EXPECT_FALSE(read_corporate_number(text)) << text;
  }
}

}  // namespace corporate_number_test
}  // namespace tokki
