// terms.hpp: the words of tokki's own vocabulary in both languages.
#pragma once

#include <array>
#include <string_view>

#include "tokki/describe.hpp"

namespace tokki {

struct TermText {
  std::string_view key;
  Text text;
};

inline constexpr std::array kTerms = std::to_array<TermText>({
    // JSON types
    {"string", {"文字列", "a string"}},
    {"array", {"配列", "an array"}},
    {"object", {"オブジェクト", "an object"}},
    {"boolean", {"真偽値", "true or false"}},
    {"number", {"数値", "a number"}},
    {"null", {"null", "null"}},
    // limits
    {"limit-document", {"文書の大きさ（バイト）", "The size of the document (bytes)"}},
    {"limit-depth", {"入れ子の深さ", "The depth of nesting"}},
    {"limit-string", {"文字列の長さ（バイト）", "The length of a text (bytes)"}},
    {"limit-key", {"項目名の長さ（バイト）", "The length of a member's name (bytes)"}},
    {"limit-array", {"一覧の件数", "The number of entries"}},
    // malformed JSON
    {"truncated", {"途中で終わっています", "it ends too early"}},
    {"trailing-content",
     {"文書の後に余分な文字があります", "something follows after the end of the document"}},
    {"control-in-string",
     {"文字列の中に改行などの制御文字がそのまま入っています",
      "there is a raw control character, such as a newline, inside a string"}},
    {"bad-escape", {"文字列の中の \\ の使い方が正しくありません", "a backslash escape is wrong"}},
    {"bad-number",
     {"数値の書き方が正しくないか、大きすぎます", "a number is malformed or too large"}},
    {"syntax", {"書き方が正しくありません", "a syntax error"}},
    // formats
    {"other-format", {"届出書ではない形式です", "This is another kind of document"}},
    {"older-format", {"古い版の形式です", "This is an older version of the format"}},
    {"newer-format", {"このtokkiより新しい版の形式です", "This is a newer version of the format"}},
    // kinds of services
    {"map", {"地図情報", "maps"}},
    {"word_processing", {"ワープロ", "word processing"}},
    {"spreadsheet", {"表計算", "spreadsheets"}},
    {"schedule", {"スケジュール管理", "scheduling"}},
    {"bookmark", {"オンラインブックマーク", "online bookmarks"}},
    {"data_sharing", {"データ共有", "data sharing"}},
    {"anonymous_mail", {"匿名で利用できるメール", "mail that can be used anonymously"}},
    {"file_exchange", {"ファイル交換", "file exchange"}},
    {"storage", {"データ保存", "storage"}},
});

/// The text of a term; null when the vocabulary lacks it, which a test forbids.
constexpr const Text* term_text(std::string_view key) {
  for (const TermText& term : kTerms) {
    if (term.key == key) return &term.text;
  }
  return nullptr;
}

}  // namespace tokki
