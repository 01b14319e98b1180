#include <algorithm>

#include "decode/reading.hpp"
#include "tokki/decode.hpp"

namespace tokki {

struct Document::State {
  Reading<Declaration> reading;
};

Document::Document() : state_(std::make_unique<State>()) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

void Document::read(std::string_view json, const Limits& limits) {
  state_->reading.read(json, limits);
}

const Declaration* Document::declaration() const noexcept {
  return state_->reading.decoded ? &state_->reading.record : nullptr;
}
const std::vector<Finding>& Document::findings() const noexcept { return state_->reading.findings; }
Traits Document::traits() const noexcept { return state_->reading.traits; }

bool Document::faulty_at(std::string_view pointer) const noexcept {
  const auto covers = [](std::string_view above, std::string_view below) {
    return below.starts_with(above) && (below.size() == above.size() || below[above.size()] == '/');
  };
  return std::ranges::any_of(state_->reading.faulty, [&](const std::string& fault) {
    return covers(fault, pointer) || covers(pointer, fault);
  });
}

}  // namespace tokki
