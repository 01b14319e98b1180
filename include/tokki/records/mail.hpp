// mail.hpp: e-mails that were sent, and online services that were used (遵守事項6 and 7).
#pragma once

#include "tokki/records/assent.hpp"
#include "tokki/records/service_kind.hpp"

namespace tokki::inline v0 {

enum class AttachmentProtection : std::uint8_t {
  encrypted,  ///< 暗号化
  password,   ///< パスワード付き圧縮形式
  none,
};
template <>
struct Description<AttachmentProtection> {
  static constexpr std::string_view name = "AttachmentProtection";
  static constexpr Choice<AttachmentProtection> choices[] = {
      {AttachmentProtection::encrypted, "encrypted"},
      {AttachmentProtection::password, "password"},
      {AttachmentProtection::none, "none"}};
};

/// How the password of an attachment was told.
enum class PasswordRoute : std::uint8_t {
  another_route,  ///< 別途, by other means
  second_mail,    ///< in a second mail: whether that is 別途 is open
  same_mail,      ///< in the same mail
  not_needed,     ///< there is none: a public key
  not_yet,        ///< not told yet
};
template <>
struct Description<PasswordRoute> {
  static constexpr std::string_view name = "PasswordRoute";
  static constexpr Choice<PasswordRoute> choices[] = {
      {PasswordRoute::another_route, "another_route"},
      {PasswordRoute::second_mail, "second_mail"},
      {PasswordRoute::same_mail, "same_mail"},
      {PasswordRoute::not_needed, "not_needed"},
      {PasswordRoute::not_yet, "not_yet"}};
};

/// An e-mail. `at` is when it was sent.
struct Mail : Recorded {
  Str party;                               ///< whose; empty: the contractor's
  Str to;                                  ///< a person or firm; 甲
  std::optional<bool> queued;              ///< true: not sent yet
  std::optional<bool> attachment;          ///< 添付ファイルがある
  std::optional<bool> checked;             ///< false: nothing was checked
  Instant checked_at;                      ///< 送信前に確認
  std::optional<bool> addressee_checked;   ///< 宛先
  std::optional<bool> body_checked;        ///< メール本文
  std::optional<bool> attachment_checked;  ///< 添付ファイルの中身
  std::optional<AttachmentProtection> protection;
  std::optional<PasswordRoute> password_route;
  List<Str> assets;          ///< supplied assets that it holds, by id
  std::optional<bool> link;  ///< a link instead of an attachment
  Str tool;                  ///< the service that it was sent by: the id of its use, else its name
  List<AssentToAct> assents;
  friend bool operator==(const Mail&, const Mail&) = default;
};
template <>
struct Description<Mail> {
  static constexpr std::string_view name = "Mail";
  static constexpr auto fields = recorded_fields<Mail>(
      Field{"party", &Mail::party}, Field{"to", &Mail::to}, Field{"queued", &Mail::queued},
      Field{"attachment", &Mail::attachment}, Field{"checked", &Mail::checked},
      Field{"checked_at", &Mail::checked_at}, Field{"addressee_checked", &Mail::addressee_checked},
      Field{"body_checked", &Mail::body_checked},
      Field{"attachment_checked", &Mail::attachment_checked},
      Field{"protection", &Mail::protection}, Field{"password_route", &Mail::password_route},
      refers("assets", &Mail::assets), Field{"link", &Mail::link}, Field{"tool", &Mail::tool},
      Field{"assents", &Mail::assents});
};

/// サービスの利用 (特記事項3(4), 遵守事項6, 7). `at` is when it began.
struct ServiceUse : Recorded {
  Str party;  ///< whose; empty: the contractor's
  Str service;
  Str provider;  ///< 利用契約先
  std::optional<ServiceKind> kind;
  std::optional<bool> online_storage;  ///< クラウド等のオンラインストレージ
  std::optional<bool> internet;        ///< インターネット上で提供されている
  std::optional<bool> planned;         ///< true: not begun
  Instant through;                     ///< the last of it
  std::optional<bool> secret;          ///< 秘密情報 is registered or kept there
  std::optional<bool> exchanged;       ///< 情報の送受信
  std::optional<bool> identifies;      ///< 相手先を確実に特定できる
  List<Str> assets;                    ///< by id
  friend bool operator==(const ServiceUse&, const ServiceUse&) = default;
};
template <>
struct Description<ServiceUse> {
  static constexpr std::string_view name = "ServiceUse";
  static constexpr bool may_precede_contract = true;
  static constexpr auto fields = recorded_fields<ServiceUse>(
      Field{"party", &ServiceUse::party}, Field{"service", &ServiceUse::service},
      Field{"provider", &ServiceUse::provider}, Field{"kind", &ServiceUse::kind},
      Field{"online_storage", &ServiceUse::online_storage},
      Field{"internet", &ServiceUse::internet}, Field{"planned", &ServiceUse::planned},
      Field{"through", &ServiceUse::through}, Field{"secret", &ServiceUse::secret},
      Field{"exchanged", &ServiceUse::exchanged}, Field{"identifies", &ServiceUse::identifies},
      refers("assets", &ServiceUse::assets));
};

}  // namespace tokki::inline v0
