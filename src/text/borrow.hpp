// borrow.hpp: texts that are not copied, for records that borrow from their document.
#pragma once

#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

struct BorrowedText {
  static Str of(std::string_view text) noexcept {
    Str borrowed;
    borrowed.data_ = text.data();
    borrowed.size_ = static_cast<std::uint32_t>(text.size());
    return borrowed;
  }
};

/// A view of `text`, which must outlive the result and be at most 4 GiB long: neither is checked.
inline Str borrow(std::string_view text) noexcept { return BorrowedText::of(text); }

}  // namespace tokki::inline v0::internal
