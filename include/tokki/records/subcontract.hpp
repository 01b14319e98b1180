// subcontract.hpp: 再委託等: who entrusts work to whom, with whose consent.
//
// Subcontracts are a flat list of edges between parties, never nested, so that
// a firm may stand in several branches and a chain may be as deep as it is.
#pragma once

#include "tokki/describe.hpp"
#include "tokki/instant.hpp"

namespace tokki::inline v0 {

/// In what form a consent was given. 特記事項5 asks for 書面; the terms do not say whether an
/// electronic one is 書面.
enum class ConsentForm : std::uint8_t { written, electronic, other };
template <>
struct Description<ConsentForm> {
  static constexpr std::string_view name = "ConsentForm";
  static constexpr Choice<ConsentForm> choices[] = {{ConsentForm::written, "written"},
                                                    {ConsentForm::electronic, "electronic"},
                                                    {ConsentForm::other, "other"}};
};

/// 甲's consent (承諾) to a subcontract. One writing may cover several; then each repeats it.
struct Consent {
  std::optional<ConsentForm> form;  ///< absent: not known
  Date given_on;
  Str reference;  ///< the writing's number
  friend bool operator==(const Consent&, const Consent&) = default;
};
template <>
struct Description<Consent> {
  static constexpr std::string_view name = "Consent";
  static constexpr Fields fields{Field{"form", &Consent::form},
                                 Field{"given_on", &Consent::given_on},
                                 Field{"reference", &Consent::reference}};
};

/// What the subcontractor was bound to (特記事項5: 遵守させなければならない).
struct FlowDown {
  std::optional<bool> special_terms;     ///< 特記事項; absent: not known
  std::optional<bool> compliance_items;  ///< 遵守事項; absent: not known
  Date agreed_on;                        ///< when the subcontractor agreed to them
  friend bool operator==(const FlowDown&, const FlowDown&) = default;
};
template <>
struct Description<FlowDown> {
  static constexpr std::string_view name = "FlowDown";
  static constexpr Fields fields{Field{"special_terms", &FlowDown::special_terms},
                                 Field{"compliance_items", &FlowDown::compliance_items},
                                 Field{"agreed_on", &FlowDown::agreed_on}};
};

/// Material of 甲's that was passed on (特記事項8). Consent to subcontract is not 承認 for it.
struct PassedMaterial {
  Str name;                   ///< 資料等の名称
  Date passed_on;             ///< when it was given to the subcontractor
  Date approved_on;           ///< 甲の承認; empty when there was none
  Date recall_instructed_on;  ///< 甲の指示; empty when there was none
  Date recalled_on;           ///< empty when it has not been recalled
  friend bool operator==(const PassedMaterial&, const PassedMaterial&) = default;
};
template <>
struct Description<PassedMaterial> {
  static constexpr std::string_view name = "PassedMaterial";
  static constexpr Fields fields{
      Field{"name", &PassedMaterial::name},
      Field{"passed_on", &PassedMaterial::passed_on},
      Field{"approved_on", &PassedMaterial::approved_on},
      Field{"recall_instructed_on", &PassedMaterial::recall_instructed_on},
      Field{"recalled_on", &PassedMaterial::recalled_on},
  };
};

/// One edge of the chain: `from` entrusts work to `to`. A subsidiary counts like any other firm.
struct Subcontract {
  Str id;             ///< ours: how other records name it
  Str from;           ///< a party, by id, corporate number or name
  Str to;             ///< likewise
  Str work;           ///< the work entrusted
  Instant agreed_at;  ///< when the two agreed on it
  Date starts_on;
  Date ends_on;                                 ///< the last day of its work
  std::optional<bool> planned;                  ///< true: not begun yet
  std::optional<bool> subsidiary;               ///< 子会社; declared, never computed
  std::optional<bool> handles_electronic_data;  ///< absent: not known
  List<Consent> consents;                       ///< 甲's consents to it (特記事項5)
  FlowDown flow_down;                           ///< what the subcontractor is bound to
  List<PassedMaterial> materials;               ///< 甲's materials that it was given
  friend bool operator==(const Subcontract&, const Subcontract&) = default;
};
template <>
struct Description<Subcontract> {
  static constexpr std::string_view name = "Subcontract";
  static constexpr Fields fields{
      Field{"id", &Subcontract::id},
      Field{"from", &Subcontract::from},
      Field{"to", &Subcontract::to},
      Field{"work", &Subcontract::work},
      Field{"agreed_at", &Subcontract::agreed_at},
      Field{"starts_on", &Subcontract::starts_on},
      Field{"ends_on", &Subcontract::ends_on},
      Field{"planned", &Subcontract::planned},
      Field{"subsidiary", &Subcontract::subsidiary},
      Field{"handles_electronic_data", &Subcontract::handles_electronic_data},
      Field{"consents", &Subcontract::consents},
      Field{"flow_down", &Subcontract::flow_down},
      Field{"materials", &Subcontract::materials},
  };
};

}  // namespace tokki::inline v0
