// declaration.hpp: 電子データの保存等に関する届出書 (別記様式), the form on which a contractor
// declares where electronic data is kept.
//
// A Declaration holds whatever can be written on the paper form: blanks, both boxes ticked, details
// under "no". Rules find what is wrong with it. Members marked "ours" are not on the paper
// form.
#pragma once

#include "tokki/describe.hpp"
#include "tokki/records/party.hpp"

namespace tokki::inline v0 {

/// 有 / 無.
enum class Answer : std::uint8_t { yes, no };
template <>
struct Description<Answer> {
  static constexpr std::string_view name = "Answer";
  static constexpr Choice<Answer> choices[] = {{Answer::yes, "yes"}, {Answer::no, "no"}};
};

/// 日本国内のみ / 日本国外（全部又は一部）.
enum class StorageRegion : std::uint8_t { japan_only, abroad };
template <>
struct Description<StorageRegion> {
  static constexpr std::string_view name = "Place";
  static constexpr Choice<StorageRegion> choices[] = {{StorageRegion::japan_only, "japan_only"},
                                                      {StorageRegion::abroad, "abroad"}};
};

/// The contract that the form cites: 令和　年　月　日付け「委託訓練契約書（コース番号　）」.
/// A subcontractor cites the head contract.
struct CitedContract {
  Date concluded_on;
  Str title;          ///< empty: the title printed on the form
  Str course_number;  ///< text: course numbers have hyphens and leading zeros
  Str edition;  ///< ours: the id (or id/version) of the edition of the terms it was made under

  friend bool operator==(const CitedContract&, const CitedContract&) = default;
};
template <>
struct Description<CitedContract> {
  static constexpr std::string_view name = "CitedContract";
  static constexpr Fields fields{
      Field{"concluded_on", &CitedContract::concluded_on, Presence::required, TextKind::common},
      Field{"title", &CitedContract::title, Presence::optional, TextKind::common},
      Field{"course_number", &CitedContract::course_number, Presence::required},
      Field{"edition", &CitedContract::edition},
  };
};

/// Row 1: 電子データの保存に使用する媒体等の名称.
struct StorageMedium {
  Str name;
  friend bool operator==(const StorageMedium&, const StorageMedium&) = default;
};
template <>
struct Description<StorageMedium> {
  static constexpr std::string_view name = "StorageMedium";
  static constexpr Fields fields{
      Field{"name", &StorageMedium::name, Presence::required, TextKind::common}};
};

/// Row 2: 電子データを記憶する記録媒体等の物理的な所在地等. It covers cloud storage too.
struct StorageLocation {
  Ticked<StorageRegion> ticked;
  List<Country> countries;  ///< （国名）
  Str overseas_data;        ///< （日本国外に保存する電子データの概要）

  friend bool operator==(const StorageLocation&, const StorageLocation&) = default;
};
template <>
struct Description<StorageLocation> {
  static constexpr std::string_view name = "StorageLocation";
  static constexpr StorageRegion asks_details = StorageRegion::abroad;
  static constexpr Fields fields{
      Field{"ticked", &StorageLocation::ticked, Presence::required},
      Field{"countries", &StorageLocation::countries, Presence::detail, TextKind::common},
      Field{"overseas_data", &StorageLocation::overseas_data, Presence::detail, TextKind::common},
  };
};

/// One line of row 3: a cloud service in use. A plan is not use.
struct Service {
  Str name;                 ///< ア サービス名称
  Str provider;             ///< イ 利用契約先の名称
  Str data_location;        ///< ウ 電子データの物理的保存先に係る情報等; no address is required
  List<Country> countries;  ///< ours: data_location as countries, when known exactly

  friend bool operator==(const Service&, const Service&) = default;
};
template <>
struct Description<Service> {
  static constexpr std::string_view name = "Service";
  static constexpr Fields fields{
      Field{"name", &Service::name, Presence::required, TextKind::common},
      Field{"provider", &Service::provider, Presence::required, TextKind::public_name},
      Field{"data_location", &Service::data_location, Presence::required, TextKind::common},
      Field{"countries", &Service::countries, Presence::optional, TextKind::common},
  };
};

/// Row 3: クラウドサービス等のオンラインストレージの利用の有無.
struct OnlineStorage {
  Ticked<Answer> ticked;
  List<Service> services;

  friend bool operator==(const OnlineStorage&, const OnlineStorage&) = default;
};
template <>
struct Description<OnlineStorage> {
  static constexpr std::string_view name = "OnlineStorage";
  static constexpr Answer asks_details = Answer::yes;
  static constexpr Fields fields{
      Field{"ticked", &OnlineStorage::ticked, Presence::required},
      Field{"services", &OnlineStorage::services, Presence::detail},
  };
};

/// One line of row 4: a counterparty of 再委託等, at any tier, subsidiaries included.
struct Subcontractor {
  Str name;                        ///< （再委託先等の名称）
  Str work;                        ///< （再委託先等に委託する具体的な業務内容）
  Str corporate_number;            ///< ours: 法人番号 (13 digits)
  std::optional<bool> subsidiary;  ///< ours: 子会社 as 会社法 defines it; declared, never computed

  friend bool operator==(const Subcontractor&, const Subcontractor&) = default;
};
template <>
struct Description<Subcontractor> {
  static constexpr std::string_view name = "Subcontractor";
  static constexpr Fields fields{
      Field{"name", &Subcontractor::name, Presence::required, TextKind::party_name},
      Field{"work", &Subcontractor::work, Presence::required, TextKind::common},
      Field{"corporate_number", &Subcontractor::corporate_number},
      Field{"subsidiary", &Subcontractor::subsidiary},
  };
};

/// Row 4: 再委託等の有無. Planned subcontracting counts as "yes".
struct Subcontracting {
  Ticked<Answer> ticked;
  List<Subcontractor> subcontractors;

  friend bool operator==(const Subcontracting&, const Subcontracting&) = default;
};
template <>
struct Description<Subcontracting> {
  static constexpr std::string_view name = "Subcontracting";
  static constexpr Answer asks_details = Answer::yes;
  static constexpr Fields fields{
      Field{"ticked", &Subcontracting::ticked, Presence::required},
      Field{"subcontractors", &Subcontracting::subcontractors, Presence::detail},
  };
};

/// The whole form (tokki.declaration/1).
struct Declaration {
  Str id;          ///< ours: how documents name this declaration
  Str supersedes;  ///< ours: the id of the declaration that this one replaces (再度届出)
  Date declared_on;
  Party declarant;
  CitedContract contract;
  List<StorageMedium> storage_media;
  StorageLocation storage_location;
  OnlineStorage online_storage;
  Subcontracting subcontracting;
  Raw extensions;  ///< whatever an office adds; kept untouched

  friend bool operator==(const Declaration&, const Declaration&) = default;
};
template <>
struct Description<Declaration> {
  static constexpr std::string_view name = "Declaration";
  static constexpr std::string_view kind = "declaration";
  static constexpr std::string_view format = "tokki.declaration/1";
  static constexpr Fields fields{
      Field{"id", &Declaration::id},
      Field{"supersedes", &Declaration::supersedes},
      Field{"declared_on", &Declaration::declared_on, Presence::required, TextKind::common},
      Field{"declarant", &Declaration::declarant, Presence::required},
      Field{"contract", &Declaration::contract, Presence::required},
      Field{"storage_media", &Declaration::storage_media, Presence::required},
      Field{"storage_location", &Declaration::storage_location, Presence::required},
      Field{"online_storage", &Declaration::online_storage, Presence::required},
      Field{"subcontracting", &Declaration::subcontracting, Presence::required},
      Field{"extensions", &Declaration::extensions},
  };
};

}  // namespace tokki::inline v0
