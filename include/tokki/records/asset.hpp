// asset.hpp: 資料, データ, 情報資産: what was obtained, passed on, recalled and returned.
#pragma once

#include "tokki/records/assent.hpp"

namespace tokki::inline v0 {

/// Who an asset was obtained from.
enum class AssetSource : std::uint8_t {
  client,            ///< 甲 itself: 特記事項7 asks for it back
  client_associate,  ///< 甲の関係者
  other,
};
template <>
struct Description<AssetSource> {
  static constexpr std::string_view name = "AssetSource";
  static constexpr Choice<AssetSource> choices[] = {
      {AssetSource::client, "client"},
      {AssetSource::client_associate, "client_associate"},
      {AssetSource::other, "other"}};
};

/// A measure that protects an asset (特記事項3(2): 暗号化, パスワード設定 … are examples).
struct Measure {
  Str what;
  Span during;
  friend bool operator==(const Measure&, const Measure&) = default;
};
template <>
struct Description<Measure> {
  static constexpr std::string_view name = "Measure";
  static constexpr Fields fields{Field{"what", &Measure::what}, Field{"during", &Measure::during}};
};

/// How an asset came to be held no longer.
enum class AssetEnd : std::uint8_t { returned, destroyed, lost, given_away, kept };
template <>
struct Description<AssetEnd> {
  static constexpr std::string_view name = "AssetEnd";
  static constexpr Choice<AssetEnd> choices[] = {{AssetEnd::returned, "returned"},
                                                 {AssetEnd::destroyed, "destroyed"},
                                                 {AssetEnd::lost, "lost"},
                                                 {AssetEnd::given_away, "given_away"},
                                                 {AssetEnd::kept, "kept"}};
};

/// 資料や情報資産. `at` is when it was obtained (入手, 提供を受けた).
struct Asset : Recorded {
  Str name;
  std::optional<AssetSource> origin;
  Str obtained_from;               ///< the person or firm
  Str holder;                      ///< who holds it: a party; empty: the contractor
  std::optional<bool> important;   ///< 個人情報等の重要な情報
  std::optional<bool> personal;    ///< 個人情報
  std::optional<bool> secret;      ///< 秘密情報, which is nowhere defined
  std::optional<bool> electronic;  ///< 電子データ
  List<Measure> measures;
  std::optional<bool> protected_at_all;  ///< false: there were no measures
  List<Span> in_use;
  std::optional<bool> lockable_store;  ///< 施錠ができる書庫等, when not in use
  std::optional<AssetEnd> ended;
  Instant ended_at;
  friend bool operator==(const Asset&, const Asset&) = default;
};
template <>
struct Description<Asset> {
  static constexpr std::string_view name = "Asset";
  static constexpr bool may_precede_contract = true;
  static constexpr auto fields = recorded_fields<Asset>(
      Field{"name", &Asset::name}, Field{"origin", &Asset::origin},
      Field{"obtained_from", &Asset::obtained_from}, Field{"holder", &Asset::holder},
      Field{"important", &Asset::important}, Field{"personal", &Asset::personal},
      Field{"secret", &Asset::secret}, Field{"electronic", &Asset::electronic},
      Field{"measures", &Asset::measures}, Field{"protected", &Asset::protected_at_all},
      Field{"in_use", &Asset::in_use}, Field{"lockable_store", &Asset::lockable_store},
      Field{"ended", &Asset::ended}, Field{"ended_at", &Asset::ended_at});
};

/// What was done with information or assets.
enum class TransferKind : std::uint8_t {
  provision,  ///< 第三者に提供, by e-mail too
  copy,       ///< 複写若しくは複製
  use,        ///< 使用
};
template <>
struct Description<TransferKind> {
  static constexpr std::string_view name = "TransferKind";
  static constexpr Choice<TransferKind> choices[] = {{TransferKind::provision, "provision"},
                                                     {TransferKind::copy, "copy"},
                                                     {TransferKind::use, "use"}};
};

/// Whether an act is for the work of the contract.
enum class Purpose : std::uint8_t {
  work,   ///< 業務遂行の目的
  other,  ///< 業務遂行の目的以外の目的
};
template <>
struct Description<Purpose> {
  static constexpr std::string_view name = "Purpose";
  static constexpr Choice<Purpose> choices[] = {{Purpose::work, "work"}, {Purpose::other, "other"}};
};

/// 提供, 複写, 使用 of assets or information (特記事項3(1), 3(3), 8).
struct Transfer : Recorded {
  std::optional<TransferKind> kind;
  List<Str> assets;  ///< by id
  Str information;   ///< what else, in words
  Str from;          ///< who did it: a party; empty: the contractor
  Str to;            ///< who received it: a party or person, or 甲
  Str subcontract;   ///< the subcontract under which it was handed over, by id
  std::optional<Purpose> purpose;
  std::optional<bool> learnt_in_work;    ///< 本契約に係る業務の遂行に当たって知り得た
  std::optional<bool> online_service;    ///< it was put into an online service
  std::optional<bool> planned;           ///< true: not done yet
  List<Str> measures;                    ///< 情報漏えい防止のための措置
  std::optional<bool> protected_at_all;  ///< false: no measures were taken
  List<AssentToAct> assents;
  friend bool operator==(const Transfer&, const Transfer&) = default;
};
template <>
struct Description<Transfer> {
  static constexpr std::string_view name = "Transfer";
  static constexpr auto fields = recorded_fields<Transfer>(
      Field{"kind", &Transfer::kind}, refers("assets", &Transfer::assets),
      Field{"information", &Transfer::information}, Field{"from", &Transfer::from},
      Field{"to", &Transfer::to}, refers("subcontract", &Transfer::subcontract),
      Field{"purpose", &Transfer::purpose}, Field{"learnt_in_work", &Transfer::learnt_in_work},
      Field{"online_service", &Transfer::online_service}, Field{"planned", &Transfer::planned},
      Field{"measures", &Transfer::measures}, Field{"protected", &Transfer::protected_at_all},
      Field{"assents", &Transfer::assents});
};

/// 返還 (特記事項7): an asset given back to 甲.
struct Return : Recorded {
  Str asset;                  ///< by id
  Str from;                   ///< a party; empty: the contractor
  Str to;                     ///< empty: 甲
  std::optional<bool> whole;  ///< false: only a part of it
  Str method;
  friend bool operator==(const Return&, const Return&) = default;
};
template <>
struct Description<Return> {
  static constexpr std::string_view name = "Return";
  static constexpr auto fields = recorded_fields<Return>(
      refers("asset", &Return::asset), Field{"from", &Return::from}, Field{"to", &Return::to},
      Field{"whole", &Return::whole}, Field{"method", &Return::method});
};

/// 回収 (特記事項8): an asset taken back from a subcontractor.
struct Recall : Recorded {
  Str asset;                       ///< by id
  Str subcontract;                 ///< under which it had been handed over, by id
  Str from;                        ///< the subcontractor, where the subcontract has no id
  std::optional<bool> whole;       ///< false: only a part of it
  std::optional<bool> refused;     ///< true: it was refused
  std::optional<bool> impossible;  ///< true: it cannot be had back any more
  friend bool operator==(const Recall&, const Recall&) = default;
};
template <>
struct Description<Recall> {
  static constexpr std::string_view name = "Recall";
  static constexpr auto fields = recorded_fields<Recall>(
      refers("asset", &Recall::asset), refers("subcontract", &Recall::subcontract),
      Field{"from", &Recall::from}, Field{"whole", &Recall::whole},
      Field{"refused", &Recall::refused}, Field{"impossible", &Recall::impossible});
};

}  // namespace tokki::inline v0
