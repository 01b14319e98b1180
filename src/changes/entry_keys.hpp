// entry_keys.hpp: what identifies an entry of a declaration's lists, whatever its position.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "text/corporate_number.hpp"
#include "tokki/records/declaration.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

/// A text as a key: folded for comparison; empty for a blank one.
inline std::string text_key(std::string_view text) {
  if (is_blank(text)) return {};
  std::string scratch;
  return std::string(folded(text, scratch));
}
/// The name of a firm, a service or a medium as a key.
inline std::string key_of_name(std::string_view name) {
  return is_blank(name) ? std::string() : name_key(name);
}
/// Two keys as one; empty unless both are given.
inline std::string both_keys(std::string first, std::string_view second) {
  if (first.empty() || second.empty()) return {};
  return std::move(first.append("\n").append(second));
}

/// The keys of an entry, the most exact one first. Two entries are the same one where the first of
/// their keys that leads to a partner agrees; an empty key leads to none.
inline std::array<std::string, 1> entry_keys(const StorageMedium& medium) {
  return {key_of_name(medium.name)};
}
inline std::array<std::string, 2> entry_keys(const Service& service) {
  const std::string name = key_of_name(service.name);
  return {both_keys(name, key_of_name(service.provider)), name};
}
inline std::array<std::string, 4> entry_keys(const Subcontractor& subcontractor) {
  const std::string number = digits_of(subcontractor.corporate_number);
  const std::string name = key_of_name(subcontractor.name);
  const std::string work = text_key(subcontractor.work);
  return {both_keys(number, work), both_keys(name, work), number, name};
}

/// Whether entries with equal keys are certainly different ones.
inline bool contradict(const StorageMedium&, const StorageMedium&) { return false; }
inline bool contradict(const Service&, const Service&) { return false; }
/// Firms of one name that have different corporate numbers.
inline bool contradict(const Subcontractor& a, const Subcontractor& b) {
  const std::string first = digits_of(a.corporate_number);
  const std::string second = digits_of(b.corporate_number);
  return !first.empty() && !second.empty() && first != second;
}

}  // namespace tokki::inline v0::internal
