// incident.hpp: incidents and breaches, who knew of them when, and whom they told.
#pragma once

#include "tokki/records/recorded.hpp"

namespace tokki::inline v0 {

enum class IncidentKind : std::uint8_t {
  breach,    ///< この特記事項に違反する行為 (特記事項9(2))
  security,  ///< 情報セキュリティインシデント (特記事項9(3), 遵守事項2)
};
template <>
struct Description<IncidentKind> {
  static constexpr std::string_view name = "IncidentKind";
  static constexpr Choice<IncidentKind> choices[] = {{IncidentKind::breach, "breach"},
                                                     {IncidentKind::security, "security"}};
};

enum class IncidentCause : std::uint8_t {
  left_behind,  ///< 置き忘れ
  lost,         ///< 紛失
  stolen,
  destroyed,
  leaked,
  intrusion,
  other,
};
template <>
struct Description<IncidentCause> {
  static constexpr std::string_view name = "IncidentCause";
  static constexpr Choice<IncidentCause> choices[] = {{IncidentCause::left_behind, "left_behind"},
                                                      {IncidentCause::lost, "lost"},
                                                      {IncidentCause::stolen, "stolen"},
                                                      {IncidentCause::destroyed, "destroyed"},
                                                      {IncidentCause::leaked, "leaked"},
                                                      {IncidentCause::intrusion, "intrusion"},
                                                      {IncidentCause::other, "other"}};
};

/// An incident or a breach, or the fear of one.
struct Incident : Recorded {
  Ticked<IncidentKind> kinds;
  Str party;                         ///< where it occurred; empty: at the contractor
  Str caused_by;                     ///< a party or person
  std::optional<bool> occurred;      ///< true: it occurred; false: it did not; absent: only feared
  std::optional<bool> anticipated;   ///< true: it is feared to occur yet, not to have occurred
  List<Str> assets;                  ///< by id
  std::optional<bool> touches_work;  ///< 本契約に係る業務で取り扱う情報資産に対して
  std::optional<IncidentCause> cause;
  Str carry_out;                  ///< the outing on which it happened, by id
  std::optional<bool> contacted;  ///< false: nobody contacted 甲
  std::optional<bool> reported;   ///< false: nobody reported it to 甲
  Instant closed_at;              ///< when the matter was closed
  friend bool operator==(const Incident&, const Incident&) = default;
};
template <>
struct Description<Incident> {
  static constexpr std::string_view name = "Incident";
  static constexpr auto fields = recorded_fields<Incident>(
      Field{"kinds", &Incident::kinds}, Field{"party", &Incident::party},
      Field{"caused_by", &Incident::caused_by}, Field{"occurred", &Incident::occurred},
      Field{"anticipated", &Incident::anticipated}, refers("assets", &Incident::assets),
      Field{"touches_work", &Incident::touches_work}, Field{"cause", &Incident::cause},
      refers("carry_out", &Incident::carry_out), Field{"contacted", &Incident::contacted},
      Field{"reported", &Incident::reported}, Field{"closed_at", &Incident::closed_at});
};

/// What was recognised.
enum class Recognised : std::uint8_t {
  fear,        ///< that it may have happened, or may happen
  occurrence,  ///< that it happened
};
template <>
struct Description<Recognised> {
  static constexpr std::string_view name = "Recognised";
  static constexpr Choice<Recognised> choices[] = {{Recognised::fear, "fear"},
                                                   {Recognised::occurrence, "occurrence"}};
};

/// 認識 (遵守事項2): somebody came to know of an incident. `at` is when.
struct Recognition : Recorded {
  Str incident;  ///< by id
  Str party;     ///< whose person; empty: the contractor's
  Str person;    ///< by id
  std::optional<Recognised> of;
  std::optional<bool> first;  ///< true: nobody in the chain knew of it before
  friend bool operator==(const Recognition&, const Recognition&) = default;
};
template <>
struct Description<Recognition> {
  static constexpr std::string_view name = "Recognition";
  static constexpr auto fields = recorded_fields<Recognition>(
      refers("incident", &Recognition::incident), Field{"party", &Recognition::party},
      refers("person", &Recognition::person), Field{"of", &Recognition::of},
      Field{"first", &Recognition::first});
};

/// What a communication was. None is inferred from another.
enum class CommunicationAct : std::uint8_t {
  contact,  ///< 連絡
  report,   ///< 報告
  notice,   ///< 申し出
};
template <>
struct Description<CommunicationAct> {
  static constexpr std::string_view name = "CommunicationAct";
  static constexpr Choice<CommunicationAct> choices[] = {{CommunicationAct::contact, "contact"},
                                                         {CommunicationAct::report, "report"},
                                                         {CommunicationAct::notice, "notice"}};
};

/// 連絡, 報告 or 申し出. `at` is when it was sent.
struct Communication : Recorded {
  Ticked<CommunicationAct> acts;
  Str by;              ///< a party or person; empty: the contractor
  Str on_behalf_of;    ///< for whom it was made
  Str to;              ///< a person or firm; 甲
  Str window;          ///< the window of 甲 that it went to, by name (甲の窓口)
  Instant reached_at;  ///< when it reached them; absent: whether it did is not said
  List<Str> about;     ///< incidents, changes, requests …, by id
  Str channel;         ///< 電話, 電子メール …
  friend bool operator==(const Communication&, const Communication&) = default;
};
template <>
struct Description<Communication> {
  static constexpr std::string_view name = "Communication";
  static constexpr auto fields = recorded_fields<Communication>(
      Field{"acts", &Communication::acts}, Field{"by", &Communication::by},
      Field{"on_behalf_of", &Communication::on_behalf_of}, Field{"to", &Communication::to},
      Field{"window", &Communication::window}, Field{"reached_at", &Communication::reached_at},
      refers("about", &Communication::about), Field{"channel", &Communication::channel});
};

}  // namespace tokki::inline v0
