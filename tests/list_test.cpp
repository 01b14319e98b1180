#include "tokki/list.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tokki {
namespace list_test {

TEST(List, KeepsItsStorageWhenCleared) {
  List<List<std::string>> list;
  list.append().push_back(std::string(100, 'x'));
  const void* inner = list[0].begin();
  const char* text = list[0][0].data();
  list.clear();
  EXPECT_TRUE(list.empty());
  List<std::string>& again = list.append();
  again.clear();
  again.append().assign(100, 'y');
  EXPECT_EQ(list[0].begin(), inner);
  EXPECT_EQ(list[0][0].data(), text);
}

TEST(List, CopiesOnlyWhatIsThere) {
  List<int> list{1, 2, 3};
  list.clear();
  list.push_back(4);
  const List<int> copy = list;
  EXPECT_EQ(copy, (List<int>{4}));
  EXPECT_EQ(copy.size(), 1U);
}

TEST(List, Moves) {
  List<int> list{1, 2};
  const List<int> moved = std::move(list);
  EXPECT_EQ(moved.size(), 2U);
  EXPECT_TRUE(list.empty());  // NOLINT(bugprone-use-after-move): a moved-from List is empty
  EXPECT_NE(moved, (List<int>{1, 3}));
  List<int> same{1, 2};
  List<int>& itself = same;
  same = std::move(itself);
  EXPECT_EQ(same, (List<int>{1, 2}));
}

}  // namespace list_test
}  // namespace tokki
