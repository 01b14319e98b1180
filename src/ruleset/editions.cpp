#include "tokki/editions.hpp"

namespace tokki::inline v0 {

Editions::Editions(std::shared_ptr<const Edition> first) {
  editions_.push_back(first ? std::move(first) : Edition::builtin());
}

void Editions::add(std::shared_ptr<const Edition> edition) {
  editions_.push_back(edition ? std::move(edition) : Edition::builtin());
}

std::size_t Editions::choose(std::string_view reference,
                             std::optional<Day> contract_day) const noexcept {
  const std::size_t none = editions_.size();
  const auto in_force = [&](std::size_t i) {
    return !contract_day || editions_[i]->in_force_on(*contract_day);
  };
  if (!reference.empty()) {
    std::size_t found = none;
    for (std::size_t i = 0; i < editions_.size(); ++i) {
      if (!editions_[i]->matches_reference(reference)) continue;
      if (found == none || !in_force(found)) found = i;
    }
    return found == none ? 0 : found;
  }
  if (in_force(0)) return 0;
  // At most as many steps as there are editions, so that a cycle of successors ends.
  const auto follow = [&](auto&& next) {
    std::size_t at = 0;
    for (std::size_t step = 0; step < editions_.size(); ++step) {
      at = next(at);
      if (at == none || in_force(at)) return at;
    }
    return none;
  };
  const std::size_t later = follow([&](std::size_t at) {
    const Str& successor = editions_[at]->file().successor;
    for (std::size_t i = 0; i < editions_.size() && !successor.empty(); ++i) {
      if (editions_[i]->matches_reference(successor) && i != at) return i;
    }
    return none;
  });
  if (later != none) return later;
  const std::size_t earlier = follow([&](std::size_t at) {
    for (std::size_t i = 0; i < editions_.size(); ++i) {
      const Str& successor = editions_[i]->file().successor;
      if (!successor.empty() && editions_[at]->matches_reference(successor) && i != at) return i;
    }
    return none;
  });
  return earlier != none ? earlier : 0;
}

}  // namespace tokki::inline v0
