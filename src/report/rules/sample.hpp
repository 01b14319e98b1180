// sample.hpp: the declaration and the edition on which the examples of the rules are patched.
#pragma once

#include <chrono>
#include <string_view>

namespace tokki::inline v0::internal {

inline constexpr std::string_view kSampleDeclaration = R"({
  "format": "tokki.declaration/1",
  "id": "2025-0001",
  "declared_on": "令和7年4月1日",
  "declarant": {
    "name": "株式会社みどり職業訓練センター",
    "address": "東京都八王子市明神町1-2-3"
  },
  "contract": {
    "concluded_on": "令和7年4月1日",
    "title": "委託訓練契約書",
    "course_number": "5-07-13-001-02-0001"
  },
  "storage_media": [{"name": "USBメモリ"}, {"name": "社内ファイルサーバー"}],
  "storage_location": {"ticked": ["japan_only"]},
  "online_storage": {
    "ticked": ["yes"],
    "services": [
      {
        "name": "さくらのクラウド",
        "provider": "さくらインターネット株式会社",
        "data_location": "日本国内（石狩リージョン）"
      }
    ]
  },
  "subcontracting": {
    "ticked": ["yes"],
    "subcontractors": [
      {"name": "有限会社あおば情報", "work": "受講者名簿の入力及び修了証の印刷"}
    ]
  }
})";

inline constexpr std::string_view kSampleDossier = R"({
  "format": "tokki.dossier/1",
  "contract": {
    "client": "そよかぜ県",
    "contractor": "midori",
    "concluded_on": "令和7年4月1日",
    "title": "委託訓練契約書",
    "course_number": "5-07-13-001-02-0001",
    "starts_on": "令和7年4月7日",
    "ends_on": "令和8年3月31日"
  },
  "parties": [
    {"id": "midori", "name": "株式会社みどり職業訓練センター"},
    {"id": "aoba", "name": "有限会社あおば情報"},
    {"id": "sora", "name": "合同会社そら印刷"}
  ],
  "subcontracts": [
    {
      "from": "midori",
      "to": "aoba",
      "work": "受講者名簿の入力",
      "starts_on": "令和7年4月14日",
      "handles_electronic_data": true,
      "consents": [{"form": "written", "given_on": "令和7年4月7日", "reference": "7職能第1号"}],
      "flow_down": {"special_terms": true, "compliance_items": true, "agreed_on": "令和7年4月8日"},
      "materials": [
        {"name": "受講者名簿", "passed_on": "令和7年4月14日", "approved_on": "令和7年4月10日"}
      ]
    },
    {
      "from": "aoba",
      "to": "sora",
      "work": "修了証の印刷",
      "starts_on": "令和7年6月2日",
      "handles_electronic_data": true,
      "consents": [{"form": "written", "given_on": "令和7年5月20日", "reference": "7職能第9号"}],
      "flow_down": {"special_terms": true, "compliance_items": true, "agreed_on": "令和7年5月26日"}
    }
  ],
  "declarations": [
    {
      "party": "midori",
      "declaration": {
        "id": "d1",
        "declared_on": "令和7年4月1日",
        "declarant": {"name": "株式会社みどり職業訓練センター", "address": "東京都八王子市明神町1-2-3"},
        "contract": {
          "concluded_on": "令和7年4月1日",
          "title": "委託訓練契約書",
          "course_number": "5-07-13-001-02-0001"
        },
        "storage_media": [{"name": "社内ファイルサーバー"}],
        "storage_location": {"ticked": ["japan_only"]},
        "online_storage": {"ticked": ["no"]},
        "subcontracting": {
          "ticked": ["yes"],
          "subcontractors": [
            {"name": "有限会社あおば情報", "work": "受講者名簿の入力"},
            {"name": "合同会社そら印刷", "work": "修了証の印刷"}
          ]
        }
      }
    },
    {
      "party": "aoba",
      "declaration": {
        "id": "d2",
        "declared_on": "令和7年4月8日",
        "declarant": {"name": "有限会社あおば情報", "address": "東京都立川市曙町2-3-4"},
        "contract": {
          "concluded_on": "令和7年4月1日",
          "title": "委託訓練契約書",
          "course_number": "5-07-13-001-02-0001"
        },
        "storage_media": [{"name": "業務用ノートパソコン"}],
        "storage_location": {"ticked": ["japan_only"]},
        "online_storage": {"ticked": ["no"]},
        "subcontracting": {
          "ticked": ["yes"],
          "subcontractors": [{"name": "合同会社そら印刷", "work": "修了証の印刷"}]
        }
      }
    },
    {
      "party": "sora",
      "declaration": {
        "id": "d3",
        "declared_on": "令和7年5月26日",
        "declarant": {"name": "合同会社そら印刷", "address": "東京都日野市多摩平1-1-1"},
        "contract": {
          "concluded_on": "令和7年4月1日",
          "title": "委託訓練契約書",
          "course_number": "5-07-13-001-02-0001"
        },
        "storage_media": [{"name": "印刷機の内蔵ディスク"}],
        "storage_location": {"ticked": ["japan_only"]},
        "online_storage": {"ticked": ["no"]},
        "subcontracting": {"ticked": ["no"]}
      }
    }
  ]
})";

/// The day as of which the examples are checked.
inline constexpr std::chrono::year_month_day kSampleDay{
    std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

/// The edition on which RuleInfo::under is patched: the default one under another name.
inline constexpr std::string_view kSampleEdition = R"({
  "format": "tokki.edition/1",
  "id": "example",
  "version": "1",
  "extends": "itaku-kunren",
  "title": {"ja": "例", "en": "Example"},
  "issuer": {"ja": "例", "en": "Example"},
  "revised_on": "2026-11-24"
})";

}  // namespace tokki::inline v0::internal
