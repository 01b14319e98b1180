// device.hpp: notebooks and phones, what is carried out on them, and images (遵守事項3 to 5).
#pragma once

#include "tokki/records/assent.hpp"

namespace tokki::inline v0 {

enum class DeviceKind : std::uint8_t {
  notebook,  ///< ノートPC
  phone,     ///< 業務用携帯電話・スマートフォン
};
template <>
struct Description<DeviceKind> {
  static constexpr std::string_view name = "DeviceKind";
  static constexpr Choice<DeviceKind> choices[] = {{DeviceKind::notebook, "notebook"},
                                                   {DeviceKind::phone, "phone"}};
};

/// Whether a setting was on during a span.
struct Setting {
  std::optional<bool> on;
  Span during;
  friend bool operator==(const Setting&, const Setting&) = default;
};
template <>
struct Description<Setting> {
  static constexpr std::string_view name = "Setting";
  static constexpr Fields fields{Field{"on", &Setting::on}, Field{"during", &Setting::during}};
};

/// A device and how it was set, over time.
struct Device : Recorded {
  Str party;  ///< whose; empty: the contractor's
  Str name;
  std::optional<DeviceKind> kind;
  std::optional<bool> for_work;  ///< 業務用
  Span in_use;
  List<Setting> two_factor;   ///< 二要素認証方式
  List<Setting> encryption;   ///< データ暗号化
  List<Setting> lock;         ///< セキュリティロック（端末ロック等）
  List<Setting> remote_lock;  ///< 遠隔ロック等
  friend bool operator==(const Device&, const Device&) = default;
};
template <>
struct Description<Device> {
  static constexpr std::string_view name = "Device";
  static constexpr bool may_precede_contract = true;
  static constexpr auto fields = recorded_fields<Device>(
      Field{"party", &Device::party}, Field{"name", &Device::name}, Field{"kind", &Device::kind},
      Field{"for_work", &Device::for_work}, Field{"in_use", &Device::in_use},
      Field{"two_factor", &Device::two_factor}, Field{"encryption", &Device::encryption},
      Field{"lock", &Device::lock}, Field{"remote_lock", &Device::remote_lock});
};

/// One thing that was carried out.
struct CarriedItem {
  Str asset;                   ///< by id; empty for information that is no asset of the record
  Str what;                    ///< in words
  std::optional<bool> needed;  ///< 必要な情報
  std::optional<bool> secret;  ///< 秘密情報
  friend bool operator==(const CarriedItem&, const CarriedItem&) = default;
};
template <>
struct Description<CarriedItem> {
  static constexpr std::string_view name = "CarriedItem";
  static constexpr Fields fields{
      refers("asset", &CarriedItem::asset), Field{"what", &CarriedItem::what},
      Field{"needed", &CarriedItem::needed}, Field{"secret", &CarriedItem::secret}};
};

/// How much was deleted from a notebook at its return.
enum class Deleted : std::uint8_t { all, partly, none };
template <>
struct Description<Deleted> {
  static constexpr std::string_view name = "Deleted";
  static constexpr Choice<Deleted> choices[] = {
      {Deleted::all, "all"}, {Deleted::partly, "partly"}, {Deleted::none, "none"}};
};

/// 持ち出し (特記事項3(3), 遵守事項3 and 4). `at` is when it left.
struct CarryOut : Recorded {
  Str party;   ///< whose; empty: the contractor's
  Str person;  ///< who carried it, by id
  Str device;  ///< the notebook, by id; empty: without one
  Str purpose;
  List<CarriedItem> items;
  std::optional<bool> planned;       ///< true: not begun
  std::optional<bool> all_needed;    ///< everything carried is needed
  List<AssentToAct> assents;         ///< before leaving
  List<AssentToAct> return_assents;  ///< at the return
  Instant returned_at;
  std::optional<bool> complete;      ///< everything came back, counted
  std::optional<bool> created_data;  ///< データ was made on the way
  std::optional<bool> saved;         ///< saved to the designated server (決められたサーバ等)
  Instant saved_at;
  std::optional<Deleted> deleted;  ///< from the notebook
  Instant deleted_at;
  std::optional<bool> drinking;          ///< 酒席: attended while carrying it
  List<Str> measures;                    ///< 情報漏えい防止のための措置
  std::optional<bool> protected_at_all;  ///< false: no measures were taken
  friend bool operator==(const CarryOut&, const CarryOut&) = default;
};
template <>
struct Description<CarryOut> {
  static constexpr std::string_view name = "CarryOut";
  static constexpr auto fields = recorded_fields<CarryOut>(
      Field{"party", &CarryOut::party}, refers("person", &CarryOut::person),
      refers("device", &CarryOut::device), Field{"purpose", &CarryOut::purpose},
      Field{"items", &CarryOut::items}, Field{"planned", &CarryOut::planned},
      Field{"all_needed", &CarryOut::all_needed}, Field{"assents", &CarryOut::assents},
      Field{"return_assents", &CarryOut::return_assents},
      Field{"returned_at", &CarryOut::returned_at}, Field{"complete", &CarryOut::complete},
      Field{"created_data", &CarryOut::created_data}, Field{"saved", &CarryOut::saved},
      Field{"saved_at", &CarryOut::saved_at}, Field{"deleted", &CarryOut::deleted},
      Field{"deleted_at", &CarryOut::deleted_at}, Field{"drinking", &CarryOut::drinking},
      Field{"measures", &CarryOut::measures}, Field{"protected", &CarryOut::protected_at_all});
};

/// カメラ画像 (遵守事項5). `at` is when it was taken.
struct Image : Recorded {
  Str party;                    ///< whose; empty: the contractor's
  Str device;                   ///< by id
  std::optional<bool> planned;  ///< true: not taken yet
  Instant confirmed_at;         ///< 撮影や取り扱いの確認
  Str confirmed_by;
  std::optional<bool> shooting_confirmed;  ///< false: not confirmed
  std::optional<bool> handling_confirmed;  ///< false: not confirmed
  Instant saved_at;                        ///< サーバ等への保存
  Instant deleted_at;
  std::optional<bool> kept;  ///< true: it was not deleted, and will not be
  friend bool operator==(const Image&, const Image&) = default;
};
template <>
struct Description<Image> {
  static constexpr std::string_view name = "Image";
  static constexpr auto fields = recorded_fields<Image>(
      Field{"party", &Image::party}, refers("device", &Image::device),
      Field{"planned", &Image::planned}, Field{"confirmed_at", &Image::confirmed_at},
      Field{"confirmed_by", &Image::confirmed_by},
      Field{"shooting_confirmed", &Image::shooting_confirmed},
      Field{"handling_confirmed", &Image::handling_confirmed}, Field{"saved_at", &Image::saved_at},
      Field{"deleted_at", &Image::deleted_at}, Field{"kept", &Image::kept});
};

}  // namespace tokki::inline v0
