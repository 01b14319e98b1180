// contract.hpp: the contract to which the terms are attached.
//
// A record of tokki's own: the paper form only cites the contract.
#pragma once

#include "tokki/records/recorded.hpp"

namespace tokki::inline v0 {

/// 甲の窓口 (遵守事項2): where an incident is to be told, while it is that.
struct Window {
  Str name;
  Str address;  ///< an e-mail or postal address
  Str number;   ///< a telephone number
  Span during;
  friend bool operator==(const Window&, const Window&) = default;
};
template <>
struct Description<Window> {
  static constexpr std::string_view name = "Window";
  static constexpr Fields fields{Field{"name", &Window::name}, Field{"address", &Window::address},
                                 Field{"number", &Window::number},
                                 Field{"during", &Window::during}};
};

/// The head contract between 甲 and 乙.
struct Contract {
  Str client;      ///< 甲, by name
  Str contractor;  ///< 乙: a party, by id, corporate number or name; may be left out when only one
                   ///< party is nobody's subcontractor
  Date concluded_on;
  Str title;              ///< 委託訓練契約書
  Str course_number;      ///< text: course numbers have hyphens and leading zeros
  Str edition;            ///< the id (or id/version) of the edition of the terms; empty: see
                          ///< Editions::choose()
  Date starts_on;         ///< the first day of its period
  Date ends_on;           ///< the last day of its period
  Instant completed_at;   ///< 業務完了: when the work was completed, which `ends_on` does not say
  Instant terminated_at;  ///< 解除
  List<Window> windows;   ///< 甲の窓口
  friend bool operator==(const Contract&, const Contract&) = default;
};
template <>
struct Description<Contract> {
  static constexpr std::string_view name = "Contract";
  static constexpr Fields fields{
      Field{"client", &Contract::client},
      Field{"contractor", &Contract::contractor},
      Field{"concluded_on", &Contract::concluded_on},
      Field{"title", &Contract::title},
      Field{"course_number", &Contract::course_number},
      Field{"edition", &Contract::edition},
      Field{"starts_on", &Contract::starts_on},
      Field{"ends_on", &Contract::ends_on},
      Field{"completed_at", &Contract::completed_at},
      Field{"terminated_at", &Contract::terminated_at},
      Field{"windows", &Contract::windows},
  };
};

}  // namespace tokki::inline v0
