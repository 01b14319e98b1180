// any_json.hpp: JSON values of any kind, for properties.
#pragma once

#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

namespace tokki {

inline nlohmann::json any_json(int depth = 0) {
  const int kind = *rc::gen::inRange(0, depth > 3 ? 4 : 6);
  switch (kind) {
    case 0: return nullptr;
    case 1: return *rc::gen::arbitrary<int>();
    case 2:
      return *rc::gen::elementOf(
          std::vector<std::string>{"", "a/b", "~\"\\", "日本", "{[,:]}", "yY_\x7F"});
    case 3: return true;
    case 4: {
      nlohmann::json array = nlohmann::json::array();
      for (int i = 0, n = *rc::gen::inRange(0, 4); i < n; ++i) array.push_back(any_json(depth + 1));
      return array;
    }
    default: {
      nlohmann::json object = nlohmann::json::object();
      for (const char* key : {"a", "b/c", "日~", "\"q\""}) {
        if (*rc::gen::arbitrary<bool>()) object[key] = any_json(depth + 1);
      }
      return object;
    }
  }
}

}  // namespace tokki
