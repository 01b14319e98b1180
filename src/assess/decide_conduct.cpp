// The kind of decision about conduct that is forbidden on an occasion: an outing (遵守事項3, 4), or
// the use of an online service (遵守事項6, 7).
//
// Silence is never fulfilled: that it did not happen, a record or an attestation has to say.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "assess/outing.hpp"
#include "ruleset/cell_reading.hpp"
#include "ruleset/rule_set.hpp"

namespace tokki::inline v0::internal {
namespace {

// Outings.

// 必要な情報のみ, 不要な情報: what was carried is marked as needed or not, item by item or as a
// whole. Only the items that are listed can be known to be needed for a purpose that is stated.
Showing only_needed(const CarryOut& outing, bool for_purpose) {
  Truth items = outing.items.empty() ? Truth::open : Truth::yes;
  for (const CarriedItem& item : outing.items) items = items & truth(item.needed);
  const Truth whole = truth(outing.all_needed);
  if ((items == Truth::no && whole == Truth::yes) || (items == Truth::yes && whole == Truth::no)) {
    return {Truth::open, &reason("records-conflict")};
  }
  if (items == Truth::no || whole == Truth::no) return {Truth::no, &reason("recorded-against")};
  if (items == Truth::open && whole == Truth::open) return {Truth::open, &reason("not-stated")};
  if (for_purpose && outing.purpose.empty()) return {Truth::open, &reason("not-stated")};
  return {Truth::yes, &reason("recorded-kept")};
}

// 酒席の参加: that it was not attended is certain only once the outing is over.
Showing no_drinking(const Outing& outing) {
  const CarryOut& record = outing.record();
  if (record.drinking == true) return {Truth::no, &reason("recorded-against")};
  if (outing.returned != Truth::yes) return {Truth::open, &reason("occasion-not-over")};
  if (!record.drinking) return {Truth::open, &reason("not-stated")};
  const auto& recorded = record.recorded_at.value;
  if (recorded && recorded->hi < outing.back.lo) {
    return {Truth::open, &reason("occasion-not-over")};
  }
  return {Truth::yes, &reason("recorded-kept")};
}

// 置き忘れ, 紛失: even when it was found again. What was stolen or destroyed is neither.
Showing not_lost(const Context& context, const Outing& outing) {
  bool lost = false, open = false;
  context.incidents.each(outing.entry.id, [&](std::size_t i) {
    const Entry<Incident>& entry = context.ledger.all<Incident>()[i];
    const Incident& incident = *entry.record;
    if (incident.occurred == false || context.lies_ahead(moment(incident.at, context.as_of))) {
      return;
    }
    if (!incident.cause || incident.cause == IncidentCause::stolen ||
        incident.cause == IncidentCause::destroyed) {
      open = true;
    } else if (incident.cause == IncidentCause::lost ||
               incident.cause == IncidentCause::left_behind) {
      const bool certain = incident.occurred.value_or(false) && !entry.conflict;
      lost = lost || certain;
      open = open || !certain;
    } else {
      return;
    }
    outing.instance.facts.push_back(fact_in<Incident>(entry.source));
  });
  if (lost) return {Truth::no, &reason("recorded-against")};
  if (outing.returned != Truth::yes) return {Truth::open, &reason("occasion-not-over")};
  if (open || outing.record().complete != true) return {Truth::open, &reason("not-stated")};
  return {Truth::yes, &reason("recorded-kept")};
}

Showing shown_by(const Context& context, const Outing& outing, Conduct conduct) {
  switch (conduct) {
    case Conduct::unneeded_on_device: return only_needed(outing.record(), false);
    case Conduct::unneeded_carried: return only_needed(outing.record(), true);
    case Conduct::drinking: return no_drinking(outing);
    case Conduct::losing: return not_lost(context, outing);
    default: return {};
  }
}

void decide_outing_ban(const Cases& cases, const Outing& outing, Conduct conduct) {
  const Context& context = cases.context;
  DutyInstance& instance = outing.instance;
  // What is carried is settled at the leaving, and 必要 is for people to judge; how one behaves on
  // the way is a fact that is known at the return.
  const bool at_leaving =
      conduct == Conduct::unneeded_on_device || conduct == Conduct::unneeded_carried;
  if (outing.happened == Truth::no) {
    if (!at_leaving) {
      return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
    }
    if (outing.left.known) instance.until = outing.left.lo;
    return conclude(instance, Status::due, reason("occasion-planned"));
  }
  if (outing.happened == Truth::open) return leave_open(instance, reason("act-uncertain"));
  const Showing showing = shown_by(context, outing, conduct);
  const Moment until = at_leaving ? outing.left : outing.until(context.as_of);
  const Vouching vouching{
      .anybody = false,
      .person = at_leaving ? std::string_view() : std::string_view(outing.record().person)};
  Attested attested =
      context.attested(cases.duty.key, outing.entry.id, outing.left.lo, until.hi, vouching);
  // Still out: what was attested so far is not the end of it.
  if (!at_leaving && outing.returned != Truth::yes && attested.observed == Truth::yes) {
    attested.observed = Truth::open;
  }
  decide_by_showing(cases, instance, showing, attested, at_leaving);
  open_unless_secret(outing);
  open_after_end(cases, instance, outing.left);
}

// 決められたサーバ等に保存し、持ち帰り時は残さず削除する: whether what is to be kept was saved.
Truth saved(const CarryOut& outing) {
  if (outing.saved == true) return Truth::yes;
  if (outing.created_data == false) return Truth::yes;
  return outing.saved == false && outing.created_data == true ? Truth::no : Truth::open;
}

void decide_left_data(const Cases& cases, const Outing& outing) {
  const Context& context = cases.context;
  const CarryOut& record = outing.record();
  DutyInstance& instance = outing.instance;
  const Moment saved_at = moment(record.saved_at, context.as_of);
  const Moment deleted_at = moment(record.deleted_at, context.as_of);
  const bool late_deletion = given(record.deleted_at) && !context.lies_ahead(deleted_at);
  Showing showing{Truth::open, &reason("not-stated")};
  const bool left = record.deleted == Deleted::partly || record.deleted == Deleted::none;
  if (left || saved(record) == Truth::no) {
    showing = {Truth::no, &reason("recorded-against")};
    if (left && late_deletion && deleted_at.known) instance.remedied_at = deleted_at.lo;
  } else if (record.deleted == Deleted::all && saved(record) == Truth::yes) {
    const bool saved_later = given(record.saved_at) && given(record.deleted_at) &&
                             before(deleted_at, saved_at) != Truth::no &&
                             not_after(saved_at, deleted_at) != Truth::yes;
    if (!given(record.deleted_at)) {
      showing = {Truth::yes, &reason("recorded-kept")};
    } else if (!saved_later && context.lies_ahead(deleted_at)) {
      showing.reason = &reason("awaited");
    } else if (!saved_later && not_after(deleted_at, outing.back) == Truth::yes) {
      showing = {Truth::yes, &reason("done-at-trigger")};
    } else {
      showing.reason = &reason("time-open");
    }
  }
  if (outing.returned == Truth::open) showing = {Truth::open, &reason("time-open")};
  const Attested attested =
      context.attested(cases.duty.key, outing.entry.id, outing.back.lo, outing.back.hi,
                       {.anybody = false, .person = record.person});
  const bool nothing_said =
      showing.observed == Truth::open && attested.observed == Truth::open && !attested.contradicted;
  const bool deleted = late_deletion || (record.deleted && !given(record.deleted_at));
  if (nothing_said && outing.returned == Truth::yes && !deleted) {
    // Returned, and no deletion on record.
    if (decide_by_judgement(cases, instance, instance.trigger)) return;
    if (outing.back.known) instance.since = outing.back.lo;
    return conclude(instance, Status::due, reason("awaited"));
  }
  if (nothing_said && late_deletion && outing.back.known && deleted_at.known) {
    instance.delay = most_between(outing.back, deleted_at);
  }
  decide_by_showing(cases, instance, showing, attested, true);
}

// Services.

// Whether the party has declared the service on its form, perhaps by when its use began. A later
// declaration changes nothing in what was used before it.
bool is_declared(const Context& context, const Actor& party, std::string_view service,
                 const Moment& from) {
  if (party.party == kNoIndex || service.empty()) return false;
  std::string one, other;
  const std::string_view wanted = folded(service, one);
  return std::ranges::any_of(context.chain.filed(party.party), [&](ChainIndex index) {
    const ChainFiling& filing = context.chain.filings()[index];
    const CompactDay day = filing.declared_on;
    if (from.known && day.known() && day_in_japan(day.day()).lo > from.hi) return false;
    return std::ranges::any_of(filing.services, [&](std::string_view declared) {
      return folded(declared, other) == wanted;
    });
  });
}

// Whether secret information is kept there. What no record says, 甲 may have settled.
Truth keeps_secret(const Context& context, const Entry<ServiceUse>& entry) {
  const Truth secret = truth(entry.record->secret);
  if (secret != Truth::open) return secret;
  for (const Str& id : entry.record->assets) {
    const Asset* const asset = context.asset(id);
    if (asset != nullptr && asset->secret == true) return Truth::yes;
  }
  return context.settled(reading("is-secret"), entry.id);
}

// The kinds that 遵守事項7 names.
constexpr bool is_named(ServiceKind kind) {
  switch (kind) {
    case ServiceKind::map:
    case ServiceKind::word_processing:
    case ServiceKind::spreadsheet:
    case ServiceKind::schedule:
    case ServiceKind::bookmark:
    case ServiceKind::data_sharing: return true;
    default: return false;
  }
}

// 秘密情報の登録、保持. A service that was declared (特記事項3(4)) is never counted as one of those
// by itself: declared use is accepted there.
std::optional<Showing> no_secret_in_service(const Context& context, const Entry<ServiceUse>& entry,
                                            const Actor& party) {
  const ServiceUse& use = *entry.record;
  if (use.internet == false) return std::nullopt;
  switch (keeps_secret(context, entry)) {
    case Truth::yes: break;
    case Truth::no: return Showing{Truth::yes, &reason("recorded-kept")};
    case Truth::open: return Showing{Truth::open, &reason("reading-open"), &reading("is-secret")};
  }
  if (!use.internet || !use.kind) return Showing{Truth::open, &reason("not-stated")};
  if (!is_named(*use.kind)) return Showing{Truth::open, &reason("service-not-named")};
  if (is_declared(context, party, use.service, moment(use.at, context.as_of))) {
    return Showing{Truth::open, &reason("service-declared")};
  }
  return Showing{Truth::no, &reason("recorded-against")};
}

// The kinds that 遵守事項6 names.
constexpr bool is_made_for_exchange(std::optional<ServiceKind> kind) {
  return kind == ServiceKind::anonymous_mail || kind == ServiceKind::file_exchange;
}

// 相手先を確実に特定できないツールを用いた情報の送受信. Nothing where no exchange is on record.
std::optional<Showing> no_anonymous_exchange(std::optional<ServiceKind> kind,
                                             std::optional<bool> exchanged,
                                             std::optional<bool> identifies) {
  if (exchanged == false) return std::nullopt;
  if (identifies == true) return Showing{Truth::yes, &reason("recorded-kept")};
  if (identifies == false && exchanged == true) {
    return Showing{Truth::no, &reason("recorded-against")};
  }
  if (!exchanged && !is_made_for_exchange(kind) && !identifies) return std::nullopt;
  return Showing{Truth::open, &reason("not-stated")};
}

// The services in use, by the ids of their records and by their names.
class Tools {
 public:
  explicit Tools(const Context& context) : context_(context) {
    std::string scratch;
    for (const Entry<ServiceUse>& entry : context.ledger.all<ServiceUse>()) {
      by_id_.emplace(entry.id, &entry);
      if (!entry.record->service.empty()) {
        by_name_.emplace(folded(entry.record->service, scratch), &entry);
      }
    }
  }
  /// The use of the tool that a mail names; null where none is on record.
  [[nodiscard]] const Entry<ServiceUse>* use_of(std::string_view tool) const {
    if (const auto known = by_id_.find(context_.ledger.root(tool)); known != by_id_.end()) {
      return known->second;
    }
    std::string scratch;
    const auto known = by_name_.find(std::string(folded(tool, scratch)));
    return known == by_name_.end() ? nullptr : known->second;
  }

 private:
  const Context& context_;
  std::unordered_map<std::string_view, const Entry<ServiceUse>*> by_id_;
  std::unordered_map<std::string, const Entry<ServiceUse>*> by_name_;  // folded
};

// Whether the tool of a mail identifies the other party; the mail itself is the exchange. Nothing
// where no record and no edition knows the tool.
std::optional<Showing> no_anonymous_mail(const Context& context, const Mail& mail,
                                         const Tools& tools, DutyInstance& instance) {
  if (const Entry<ServiceUse>* const used = tools.use_of(mail.tool)) {
    instance.facts.push_back(fact_in<ServiceUse>(used->source));
    if (used->conflict) return Showing{Truth::open, &reason("records-conflict")};
    return no_anonymous_exchange(used->record->kind, true, used->record->identifies);
  }
  std::string scratch;
  const Ticked<ServiceKind> kinds =
      read_cell(rule_set_of(context.edition), mail.tool, scratch).kinds;
  if (!kinds.has(ServiceKind::anonymous_mail) && !kinds.has(ServiceKind::file_exchange)) {
    return std::nullopt;
  }
  return Showing{Truth::open, &reason("not-stated")};
}

void decide_mail_tool(Cases& cases, const Entry<Mail>& entry, const Tools& tools) {
  const Context& context = cases.context;
  const Mail& mail = *entry.record;
  if (mail.tool.empty()) return;
  DutyInstance* const instance =
      cases.add(entry.id, context.actors.of(mail.party), fact_in<Mail>(entry.source, &Mail::tool));
  if (instance == nullptr) return;
  if (entry.conflict) return leave_open(*instance, reason("records-conflict"));
  const Moment sent = moment(mail.at, context.as_of);
  const Truth was_sent = happened(context, mail.queued, sent);
  const std::optional<Showing> showing = no_anonymous_mail(context, mail, tools, *instance);
  if (was_sent == Truth::no || !showing) {
    return conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
  }
  if (was_sent == Truth::open) return leave_open(*instance, reason("act-uncertain"));
  decide_by_showing(cases, *instance, *showing,
                    context.attested(cases.duty.key, entry.id, sent.lo, sent.hi), true);
  open_after_end(cases, *instance, sent);
}

void decide_service_use(Cases& cases, const Entry<ServiceUse>& entry, Conduct conduct) {
  const Context& context = cases.context;
  const ServiceUse& use = *entry.record;
  const Actor party = context.actors.of(use.party);
  DutyInstance* const instance = cases.add(entry.id, party, fact_in<ServiceUse>(entry.source));
  if (instance == nullptr) return;
  if (entry.conflict) return leave_open(*instance, reason("records-conflict"));
  const Moment from = moment(use.at, context.as_of);
  const Truth begun = happened(context, use.planned, from);
  const std::optional<Showing> showing =
      conduct == Conduct::secret_in_service
          ? no_secret_in_service(context, entry, party)
          : no_anonymous_exchange(use.kind, use.exchanged, use.identifies);
  if (begun == Truth::no || !showing) {
    return conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
  }
  if (begun == Truth::open) return leave_open(*instance, reason("act-uncertain"));
  const Moment ended = moment(use.through, context.as_of);
  const Second until = given(use.through) && ended.hi <= context.as_of ? ended.hi : context.as_of;
  decide_by_showing(cases, *instance, *showing,
                    context.attested(cases.duty.key, entry.id, from.lo, until), {from.lo, until});
  open_after_end(cases, *instance, from);
}

}  // namespace

void decide_ban(Cases& cases) {
  const Conduct conduct = cases.duty.decision.conduct.value_or(Conduct::drinking);
  switch (cases.duty.decision.occasion.value_or(Occasion::contract)) {
    case Occasion::outing:
    case Occasion::carry_out:
    case Occasion::notebook_secret:
    case Occasion::carry_out_secret:
      return each_outing(cases,
                         [&](const Outing& outing) { decide_outing_ban(cases, outing, conduct); });
    case Occasion::carry_out_return:
      return each_outing(cases, [&](const Outing& outing) {
        decide_left_data(cases, outing);
        open_after_end(cases, outing.instance, outing.left);
      });
    case Occasion::service:
      for (const Entry<ServiceUse>& entry : cases.context.ledger.all<ServiceUse>()) {
        decide_service_use(cases, entry, conduct);
      }
      if (conduct == Conduct::anonymous_exchange) {
        const Tools tools(cases.context);
        for (const Entry<Mail>& entry : cases.context.ledger.all<Mail>()) {
          decide_mail_tool(cases, entry, tools);
        }
      }
      return;
    default: return;
  }
}

}  // namespace tokki::inline v0::internal
