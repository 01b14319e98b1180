// duty.hpp: what the terms ask of whom, and when, as an edition's file holds it.
//
// The library knows the kinds of duty; an edition says which duties there are.
#pragma once

#include "tokki/describe.hpp"
#include "tokki/records/assent.hpp"
#include "tokki/records/clause.hpp"
#include "tokki/records/declared_change.hpp"

namespace tokki::inline v0 {

/// Who bears a duty, or holds a power.
enum class Bearer : std::uint8_t {
  client,         ///< 甲
  contractor,     ///< 乙, 受託者
  filer,          ///< 届出者: whoever files the form
  subcontractor,  ///< 再委託先等
  nobody,         ///< a definition or a statement
};
template <>
struct Description<Bearer> {
  static constexpr std::string_view name = "Bearer";
  static constexpr Choice<Bearer> choices[] = {{Bearer::client, "client"},
                                               {Bearer::contractor, "contractor"},
                                               {Bearer::filer, "filer"},
                                               {Bearer::subcontractor, "subcontractor"},
                                               {Bearer::nobody, "nobody"}};
};

/// Whether the sentence obliges, forbids, permits or defines.
enum class Modality : std::uint8_t {
  shall,      ///< しなければならない, するものとする
  shall_not,  ///< してはならない
  may,        ///< することができる: a power
  defines,    ///< a definition or a statement
};
template <>
struct Description<Modality> {
  static constexpr std::string_view name = "Modality";
  static constexpr Choice<Modality> choices[] = {{Modality::shall, "shall"},
                                                 {Modality::shall_not, "shall_not"},
                                                 {Modality::may, "may"},
                                                 {Modality::defines, "defines"}};
};

/// When a duty is to be done, by the words of the clause. Only `within` is a span of time.
enum class Promptness : std::uint8_t {
  beforehand,     ///< あらかじめ, 事前に: before the act
  at_once,        ///< 直ちに
  promptly,       ///< 速やかに: less strict than 直ちに
  each_time,      ///< 都度
  always,         ///< 常に, 常時
  within,         ///< a duration, which is a parameter
  at_conclusion,  ///< 本契約に際して
  at_return,      ///< 持ち帰り時
  as_instructed,  ///< 指示により
  none,           ///< no word says when
};
template <>
struct Description<Promptness> {
  static constexpr std::string_view name = "Promptness";
  static constexpr Choice<Promptness> choices[] = {{Promptness::beforehand, "beforehand"},
                                                   {Promptness::at_once, "at_once"},
                                                   {Promptness::promptly, "promptly"},
                                                   {Promptness::each_time, "each_time"},
                                                   {Promptness::always, "always"},
                                                   {Promptness::within, "within"},
                                                   {Promptness::at_conclusion, "at_conclusion"},
                                                   {Promptness::at_return, "at_return"},
                                                   {Promptness::as_instructed, "as_instructed"},
                                                   {Promptness::none, "none"}};
};

/// The kinds of record that can show whether a duty was done.
enum class RecordType : std::uint8_t {
  declaration,     ///< 届出書
  contract,        ///< 契約
  subcontract,     ///< 再委託等
  consent,         ///< 承諾
  approval,        ///< 承認
  permission,      ///< 許可
  flow_down,       ///< the terms agreed with a subcontractor
  asset,           ///< 資料, 情報資産
  transfer,        ///< 提供
  training,        ///< 教育
  incident,        ///< 情報セキュリティインシデント, a breach, or its likelihood
  contact,         ///< 連絡
  report_request,  ///< 報告の求め
  report,          ///< 報告
  inspection,      ///< 立ち入り検査, 監査
  certificate,     ///< 第三者認証
  instruction,     ///< 指示
  handback,        ///< 返還
  recall,          ///< 回収
  device,          ///< ノートPC, 携帯電話・スマートフォン
  carry_out,       ///< 持ち出し
  email,           ///< 電子メール
  service_use,     ///< サービスの利用
  attestation,     ///< a statement of the person responsible
  cost,            ///< 経費
  publication,     ///< 公表
  termination,     ///< 解除
};
template <>
struct Description<RecordType> {
  static constexpr std::string_view name = "RecordType";
  static constexpr Choice<RecordType> choices[] = {{RecordType::declaration, "declaration"},
                                                   {RecordType::contract, "contract"},
                                                   {RecordType::subcontract, "subcontract"},
                                                   {RecordType::consent, "consent"},
                                                   {RecordType::approval, "approval"},
                                                   {RecordType::permission, "permission"},
                                                   {RecordType::flow_down, "flow_down"},
                                                   {RecordType::asset, "asset"},
                                                   {RecordType::transfer, "transfer"},
                                                   {RecordType::training, "training"},
                                                   {RecordType::incident, "incident"},
                                                   {RecordType::contact, "contact"},
                                                   {RecordType::report_request, "report_request"},
                                                   {RecordType::report, "report"},
                                                   {RecordType::inspection, "inspection"},
                                                   {RecordType::certificate, "certificate"},
                                                   {RecordType::instruction, "instruction"},
                                                   {RecordType::handback, "return"},
                                                   {RecordType::recall, "recall"},
                                                   {RecordType::device, "device"},
                                                   {RecordType::carry_out, "carry_out"},
                                                   {RecordType::email, "email"},
                                                   {RecordType::service_use, "service_use"},
                                                   {RecordType::attestation, "attestation"},
                                                   {RecordType::cost, "cost"},
                                                   {RecordType::publication, "publication"},
                                                   {RecordType::termination, "termination"}};
};

/// How a duty is decided from what is on record. The library knows these kinds; which duty is of
/// which, an edition says.
enum class DecisionKind : std::uint8_t {
  prior_assent,    ///< an assent before the act
  within,          ///< to be done within a span of time, which is the duty's parameter
  at_once,         ///< to be reported, 直ちに or 速やかに, once it is recognised
  contact_window,  ///< to be told to the window of 甲
  obey,            ///< an instruction to be followed
  answer,          ///< a request to be answered
  handback,        ///< material to be returned once the work is completed
  recall,          ///< material to be recovered when 甲 instructs it
  per_person,      ///< to be done for each person who does the work
  filing,          ///< a declaration to be filed
  redeclare,       ///< a change in what was declared to be reported, or to be declared again
  flow_down,       ///< subcontractors to be bound to the terms
  ban,             ///< conduct that is forbidden on an occasion
  state,           ///< a setting that must be on all the time
  checked,         ///< to be checked before it is done
  bear_cost,       ///< a cost to be borne
  attested,        ///< shown by statements only
  aggregate,       ///< follows from how other duties stand
  liability,       ///< for whose acts 乙 is liable, too; has no status
  power,           ///< 甲 may
  same_as,         ///< the same duty as another, stated again
};
template <>
struct Description<DecisionKind> {
  static constexpr std::string_view name = "DecisionKind";
  static constexpr Choice<DecisionKind> choices[] = {
      {DecisionKind::prior_assent, "prior_assent"},
      {DecisionKind::within, "within"},
      {DecisionKind::at_once, "at_once"},
      {DecisionKind::contact_window, "contact_window"},
      {DecisionKind::obey, "obey"},
      {DecisionKind::answer, "answer"},
      {DecisionKind::handback, "return"},
      {DecisionKind::recall, "recall"},
      {DecisionKind::per_person, "per_person"},
      {DecisionKind::filing, "filing"},
      {DecisionKind::redeclare, "redeclare"},
      {DecisionKind::flow_down, "flow_down"},
      {DecisionKind::ban, "ban"},
      {DecisionKind::state, "state"},
      {DecisionKind::checked, "checked"},
      {DecisionKind::bear_cost, "bear_cost"},
      {DecisionKind::attested, "attested"},
      {DecisionKind::aggregate, "aggregate"},
      {DecisionKind::liability, "liability"},
      {DecisionKind::power, "power"},
      {DecisionKind::same_as, "same_as"}};
};

/// What sets a duty off, or what a power is about.
enum class Occasion : std::uint8_t {
  contract,           ///< the contract as a whole
  handling,           ///< the first handling of information on record
  form,               ///< a declaration in force
  subcontract,        ///< 再委託等
  subcontractor,      ///< each party of the chain below 乙
  information,        ///< use for another purpose, or provision, of what was learnt in the work
  supplied_asset,     ///< carrying out, provision or copying of what 甲 supplied
  asset,              ///< what was obtained, from whomever
  outing,             ///< anything carried out, on whatever medium
  carry_out,          ///< a notebook carried out
  notebook_secret,    ///< a notebook carried out with secret information on it
  carry_out_secret,   ///< secret information carried out, on whatever medium
  carry_out_return,   ///< the return of what was carried out
  breach,             ///< a breach of the terms, or the fear of one
  incident,           ///< a security incident, or the fear of one
  incident_occurred,  ///< a security incident that occurred
  mail,               ///< an e-mail
  mail_attachment,    ///< an e-mail with an attachment
  image,              ///< カメラ画像
  phone,              ///< a phone used for the work
  service,            ///< an online service used
  party,              ///< 乙, and each party of the chain
  inspected_party,    ///< 乙, and 再委託先の事業者
  substitute,         ///< the same, where 甲's own inspection is difficult
};
template <>
struct Description<Occasion> {
  static constexpr std::string_view name = "Occasion";
  static constexpr Choice<Occasion> choices[] = {{Occasion::contract, "contract"},
                                                 {Occasion::handling, "handling"},
                                                 {Occasion::form, "form"},
                                                 {Occasion::subcontract, "subcontract"},
                                                 {Occasion::subcontractor, "subcontractor"},
                                                 {Occasion::information, "information"},
                                                 {Occasion::supplied_asset, "supplied_asset"},
                                                 {Occasion::asset, "asset"},
                                                 {Occasion::outing, "outing"},
                                                 {Occasion::carry_out, "carry_out"},
                                                 {Occasion::notebook_secret, "notebook_secret"},
                                                 {Occasion::carry_out_secret, "carry_out_secret"},
                                                 {Occasion::carry_out_return, "carry_out_return"},
                                                 {Occasion::breach, "breach"},
                                                 {Occasion::incident, "incident"},
                                                 {Occasion::incident_occurred, "incident_occurred"},
                                                 {Occasion::mail, "mail"},
                                                 {Occasion::mail_attachment, "mail_attachment"},
                                                 {Occasion::image, "image"},
                                                 {Occasion::phone, "phone"},
                                                 {Occasion::service, "service"},
                                                 {Occasion::party, "party"},
                                                 {Occasion::inspected_party, "inspected_party"},
                                                 {Occasion::substitute, "substitute"}};
};

/// Which setting must be on, or which conduct is forbidden.
enum class Conduct : std::uint8_t {
  two_factor,          ///< 二要素認証方式
  encryption,          ///< データ暗号化
  lock,                ///< セキュリティロック
  remote_lock,         ///< 遠隔ロック
  unneeded_on_device,  ///< what is not needed, on a notebook
  unneeded_carried,    ///< what is not needed, carried out
  drinking,            ///< 酒席の参加
  losing,              ///< 置き忘れ, 紛失
  leaving_data,        ///< data left on a notebook at its return
  anonymous_exchange,  ///< a tool that does not identify the other party
  secret_in_service,   ///< 秘密情報 in a listed service
};
template <>
struct Description<Conduct> {
  static constexpr std::string_view name = "Conduct";
  static constexpr Choice<Conduct> choices[] = {{Conduct::two_factor, "two_factor"},
                                                {Conduct::encryption, "encryption"},
                                                {Conduct::lock, "lock"},
                                                {Conduct::remote_lock, "remote_lock"},
                                                {Conduct::unneeded_on_device, "unneeded_on_device"},
                                                {Conduct::unneeded_carried, "unneeded_carried"},
                                                {Conduct::drinking, "drinking"},
                                                {Conduct::losing, "losing"},
                                                {Conduct::leaving_data, "leaving_data"},
                                                {Conduct::anonymous_exchange, "anonymous_exchange"},
                                                {Conduct::secret_in_service, "secret_in_service"}};
};

/// How a duty is decided, with what its kind asks for.
struct Decision {
  std::optional<DecisionKind> kind;
  std::optional<Occasion> occasion;
  std::optional<AssentKind> assent;  ///< of prior_assent: which …
  std::optional<Giver> giver;        ///< … whose …
  std::optional<AssentForm> form;    ///< … and in what form; absent: in any
  std::optional<Conduct> conduct;    ///< of ban and state
  Ticked<DeclaredMatter> matters;    ///< of redeclare: what must change to set it off
  std::optional<bool> mirrored;  ///< true: subcontractors bear it too, by the terms that flow down
  /// Of aggregate, power and at_once on a breach: what follows from how these duties stand, by
  /// their keys, or by the keys of parts for all of a part. Of same_as: of which one.
  List<Str> duties;
  List<Str> perhaps;  ///< further ones, of which it is open whether they count
  List<Str> except;   ///< but not these
  friend bool operator==(const Decision&, const Decision&) = default;
};
template <>
struct Description<Decision> {
  static constexpr std::string_view name = "Decision";
  static constexpr Fields fields{Field{"kind", &Decision::kind, Presence::required},
                                 Field{"occasion", &Decision::occasion},
                                 Field{"assent", &Decision::assent},
                                 Field{"giver", &Decision::giver},
                                 Field{"form", &Decision::form},
                                 Field{"conduct", &Decision::conduct},
                                 Field{"matters", &Decision::matters},
                                 Field{"mirrored", &Decision::mirrored},
                                 Field{"duties", &Decision::duties},
                                 Field{"perhaps", &Decision::perhaps},
                                 Field{"except", &Decision::except}};
};

/// One duty, prohibition, power or definition that a clause holds.
struct Duty {
  Str key;                           ///< stable and semantic: "A5.consent"
  Str clause;                        ///< the clause's key
  List<Str> also;                    ///< further clauses that state it
  std::optional<Bearer> bearer;      ///< never absent in a loaded edition
  std::optional<Modality> modality;  ///< never absent in a loaded edition
  Wording summary;                   ///< the duty by itself, close to the wording
  Wording trigger;                   ///< the event by which it begins
  Ticked<Promptness> promptness;     ///< when, by the words of the clause
  List<Str> promptness_words;        ///< those words, as printed
  Str parameter;                     ///< the key of the parameter that `within` means
  std::optional<bool> survives;      ///< true when it expressly outlives the contract
  Wording exception;                 ///< when it does not hold: prior 承認 …; blank without one
  Wording evidence;                  ///< what shows whether it was done
  Ticked<RecordType> records;        ///< the kinds of record that hold this evidence
  List<Str> rules;                   ///< ids of the rules that check it, or a part of it
  Decision decision;                 ///< how it is decided from records; empty: it is not
  Wording not_machine_checkable;     ///< what no rule can check, and why
  Wording doubts;                    ///< where the reading is not certain
  friend bool operator==(const Duty&, const Duty&) = default;
};
template <>
struct Description<Duty> {
  static constexpr std::string_view name = "Duty";
  static constexpr Fields fields{
      Field{"key", &Duty::key, Presence::required},
      Field{"clause", &Duty::clause, Presence::required},
      Field{"also", &Duty::also},
      Field{"bearer", &Duty::bearer, Presence::required},
      Field{"modality", &Duty::modality, Presence::required},
      Field{"summary", &Duty::summary, Presence::required},
      Field{"trigger", &Duty::trigger, Presence::required},
      Field{"promptness", &Duty::promptness, Presence::required},
      Field{"promptness_words", &Duty::promptness_words},
      Field{"parameter", &Duty::parameter},
      Field{"survives", &Duty::survives},
      Field{"exception", &Duty::exception},
      Field{"evidence", &Duty::evidence, Presence::required},
      Field{"records", &Duty::records},
      Field{"rules", &Duty::rules},
      Field{"decision", &Duty::decision},
      Field{"not_machine_checkable", &Duty::not_machine_checkable},
      Field{"doubts", &Duty::doubts},
  };
};

/// The unit of a parameter.
enum class Unit : std::uint8_t {
  minutes,        ///< 分
  hours,          ///< 時間
  days,           ///< 日
  business_days,  ///< 営業日, 開庁日; 日 of which holidays are taken out
  weeks,          ///< 週間
  months,         ///< か月, 箇月
};
template <>
struct Description<Unit> {
  static constexpr std::string_view name = "Unit";
  static constexpr Choice<Unit> choices[] = {
      {Unit::minutes, "minutes"}, {Unit::hours, "hours"},
      {Unit::days, "days"},       {Unit::business_days, "business_days"},
      {Unit::weeks, "weeks"},     {Unit::months, "months"}};
};

/// A number that the wording holds: the 60 of 60分以内. A number that no clause prints is refused.
struct Parameter {
  Str key;                            ///< stable: what duties refer to
  Str clause;                         ///< the key of the clause that prints it
  std::optional<std::int64_t> value;  ///< never absent in a loaded edition
  std::optional<Unit> unit;           ///< never absent in a loaded edition
  Str text;                           ///< the words that hold it, as printed: 60分以内
  Wording label;                      ///< what it bounds
  friend bool operator==(const Parameter&, const Parameter&) = default;
};
template <>
struct Description<Parameter> {
  static constexpr std::string_view name = "Parameter";
  static constexpr Fields fields{Field{"key", &Parameter::key, Presence::required},
                                 Field{"clause", &Parameter::clause, Presence::required},
                                 Field{"value", &Parameter::value, Presence::required},
                                 Field{"unit", &Parameter::unit, Presence::required},
                                 Field{"text", &Parameter::text, Presence::required},
                                 Field{"label", &Parameter::label, Presence::required}};
};

}  // namespace tokki::inline v0
