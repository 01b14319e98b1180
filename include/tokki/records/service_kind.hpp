// service_kind.hpp: what an online service is for.
#pragma once

#include "tokki/describe.hpp"

namespace tokki::inline v0 {

/// What an online service is for. The first six are the kinds that 遵守事項7 names, the next two
/// are the examples of 遵守事項6.
enum class ServiceKind : std::uint8_t {
  map,
  word_processing,
  spreadsheet,
  schedule,
  bookmark,
  data_sharing,
  anonymous_mail,
  file_exchange,
  storage,
  other,
};
template <>
struct Description<ServiceKind> {
  static constexpr std::string_view name = "ServiceKind";
  static constexpr Choice<ServiceKind> choices[] = {
      {ServiceKind::map, "map"},
      {ServiceKind::word_processing, "word_processing"},
      {ServiceKind::spreadsheet, "spreadsheet"},
      {ServiceKind::schedule, "schedule"},
      {ServiceKind::bookmark, "bookmark"},
      {ServiceKind::data_sharing, "data_sharing"},
      {ServiceKind::anonymous_mail, "anonymous_mail"},
      {ServiceKind::file_exchange, "file_exchange"},
      {ServiceKind::storage, "storage"},
      {ServiceKind::other, "other"},
  };
};

}  // namespace tokki::inline v0
