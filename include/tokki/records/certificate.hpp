// certificate.hpp: a third party's certification on which 甲 relies instead of inspecting.
#pragma once

#include "tokki/describe.hpp"

namespace tokki::inline v0 {

/// 国際的なセキュリティの第三者認証 (特記事項10). The terms do not say how long one is valid:
/// reports show its validity, and one that had expired when it was relied on gets a review.
struct Certificate {
  Str party;                          ///< who holds it: by id, corporate number or name
  Str standard;                       ///< ISO/IEC 27001
  Str reference;                      ///< its number
  Str scope;                          ///< the sites and the work that it covers
  std::optional<bool> international;  ///< 国際的な: under an international standard
  Date issued_on;
  Date valid_until;  ///< the last day
  Date relied_on;    ///< when 甲 relied on it; empty: on the day of the check
  friend bool operator==(const Certificate&, const Certificate&) = default;
};
template <>
struct Description<Certificate> {
  static constexpr std::string_view name = "Certificate";
  static constexpr Fields fields{
      Field{"party", &Certificate::party},
      Field{"standard", &Certificate::standard},
      Field{"reference", &Certificate::reference},
      Field{"scope", &Certificate::scope},
      Field{"international", &Certificate::international},
      Field{"issued_on", &Certificate::issued_on},
      Field{"valid_until", &Certificate::valid_until},
      Field{"relied_on", &Certificate::relied_on},
  };
};

}  // namespace tokki::inline v0
