// instruction.hpp: what 甲 instructed or asked for, and what was done.
#pragma once

#include "tokki/records/recorded.hpp"

namespace tokki::inline v0 {

/// 指示 (特記事項7, 8, 9, 12). `at` is when it was given.
struct Instruction : Recorded {
  Str by;                       ///< a person; empty: 甲
  Str to;                       ///< a party; empty: the contractor
  Str basis;                    ///< the duty or clause that it rests on, by its key in the edition
  std::optional<bool> request;  ///< true: only asked for (求め), no 指示
  List<Str> items;              ///< what is to be done, item by item
  Str method;
  List<Str> about;  ///< incidents, assets, subcontracts, by id
  Instant due;
  Instant withdrawn_at;
  friend bool operator==(const Instruction&, const Instruction&) = default;
};
template <>
struct Description<Instruction> {
  static constexpr std::string_view name = "Instruction";
  static constexpr auto fields = recorded_fields<Instruction>(
      Field{"by", &Instruction::by}, Field{"to", &Instruction::to},
      refers("basis", &Instruction::basis, TextKind::duty_or_clause),
      Field{"request", &Instruction::request}, Field{"items", &Instruction::items},
      Field{"method", &Instruction::method}, refers("about", &Instruction::about),
      Field{"due", &Instruction::due}, Field{"withdrawn_at", &Instruction::withdrawn_at});
};

/// That an instruction, or an item of it, was carried out. `at` is when.
struct Completion : Recorded {
  Str instruction;                   ///< by id
  std::optional<std::int64_t> item;  ///< which of the items, from 1; absent: all of it
  Str attested_by;
  std::optional<bool> partly;     ///< true: only in part
  std::optional<bool> refused;    ///< true: it was refused
  std::optional<bool> otherwise;  ///< true: done otherwise than instructed
  friend bool operator==(const Completion&, const Completion&) = default;
};
template <>
struct Description<Completion> {
  static constexpr std::string_view name = "Completion";
  static constexpr auto fields = recorded_fields<Completion>(
      refers("instruction", &Completion::instruction), Field{"item", &Completion::item},
      Field{"attested_by", &Completion::attested_by}, Field{"partly", &Completion::partly},
      Field{"refused", &Completion::refused}, Field{"otherwise", &Completion::otherwise});
};

/// 報告の求め (特記事項9(1)). `at` is when it was made.
struct Request : Recorded {
  Str to;  ///< a party; empty: the contractor
  Str subject;
  Instant due;
  Span period;                  ///< the period that it asks about, where it is periodic
  std::optional<bool> refused;  ///< true: an answer was refused
  Instant withdrawn_at;
  friend bool operator==(const Request&, const Request&) = default;
};
template <>
struct Description<Request> {
  static constexpr std::string_view name = "Request";
  static constexpr auto fields = recorded_fields<Request>(
      Field{"to", &Request::to}, Field{"subject", &Request::subject}, Field{"due", &Request::due},
      Field{"period", &Request::period}, Field{"refused", &Request::refused},
      Field{"withdrawn_at", &Request::withdrawn_at});
};

}  // namespace tokki::inline v0
