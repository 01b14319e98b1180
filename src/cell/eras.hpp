// eras.hpp: the Japanese eras that ICU knows, from Meiji on.
#pragma once

#include <chrono>
#include <span>
#include <string>

namespace tokki::inline v0::internal {

struct Era {
  std::string name;    // 令和
  std::string letter;  // r, as folded text has it
  std::string romaji;  // reiwa
  std::chrono::sys_days first;
  std::chrono::sys_days
      next;  // the first day of the era after it; far in the future for the present one
};

/// Oldest first. Read from ICU once.
std::span<const Era> eras();

}  // namespace tokki::inline v0::internal
