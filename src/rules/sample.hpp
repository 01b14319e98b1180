// sample.hpp: the declaration and the edition on which the examples of the rules are patched.
#pragma once

#include <string_view>

namespace tokki {

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

}  // namespace tokki
