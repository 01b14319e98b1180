// The kind of decision about what is to be checked or protected before it is done: e-mails
// (遵守事項6) and images (遵守事項5).
#include "assess/outing.hpp"

namespace tokki::inline v0::internal {
namespace {

// A check that is to precede an act.
struct Check {
  Truth complete;       // every part that was to be checked was
  bool denied = false;  // it is on record that there was none
  const Instant& at;    // when
  Moment act;           // what it is to precede
  Truth act_happened;   // no: planned
};

Showing checked_before(const Context& context, const Check& check) {
  if (check.denied) return {Truth::no, &reason("not-done-stated")};
  if (!given(check.at)) return {Truth::open, &reason("not-stated")};
  // Without a time that can be read it is never timely: what is in time stays so.
  const Moment at = moment(check.at, Second::max());
  if (context.lies_ahead(at)) return {Truth::open, &reason("awaited")};
  const Truth in_time = before(at, check.act);
  if (in_time == Truth::no) return {Truth::no, &reason("checked-after")};
  if (check.complete != Truth::yes) {
    return {Truth::open,
            check.complete == Truth::no ? &reason("partly-done") : &reason("not-stated")};
  }
  if (in_time == Truth::open) return {Truth::open, &reason("time-open")};
  return {Truth::yes, &reason("done-in-time")};
}

void decide_check(const Cases& cases, DutyInstance& instance, const Check& check) {
  const Context& context = cases.context;
  const Showing showing = checked_before(context, check);
  if (check.act_happened == Truth::no) {
    if (showing.observed == Truth::yes) {
      return conclude(instance, Status::fulfilled, *showing.reason);
    }
    if (check.act.known) instance.until = check.act.lo;
    conclude(instance, Status::due, reason("occasion-planned"));
    return open_after_end(cases, instance, check.act);
  }
  if (check.act_happened == Truth::open && showing.observed != Truth::yes) {
    return leave_open(instance, reason("act-uncertain"));
  }
  decide_by_showing(cases, instance, showing,
                    context.attested(cases.duty.key, instance.trigger, check.act.lo, check.act.hi),
                    false);
  open_after_end(cases, instance, check.act);
}

// When an act is done: a planned one without a time, at some time to come.
Moment act_at(const Context& context, const Instant& at, const std::optional<bool>& planned) {
  Moment when = moment(at, context.as_of);
  if (!when.known && planned.value_or(false)) {
    when = {plus(context.as_of, std::chrono::seconds(1)), Second::max(), false};
  }
  return when;
}

// The instance of a record of an act; null where none is to be decided.
template <class T>
DutyInstance* instance_of(Cases& cases, const Entry<T>& entry, const Actor& actor,
                          std::string_view aspect = {}) {
  DutyInstance* const instance =
      cases.add(std::string(entry.id).append(aspect), actor, fact_in<T>(entry.source));
  if (instance == nullptr || !entry.conflict) return instance;
  leave_open(*instance, reason("records-conflict"));
  return nullptr;
}

// 宛先、メール本文、添付ファイルの中身: all that a mail has.
void decide_mail_check(Cases& cases, const Entry<Mail>& entry) {
  const Context& context = cases.context;
  const Mail& mail = *entry.record;
  DutyInstance* const instance = instance_of(cases, entry, context.actors.of(mail.party));
  if (instance == nullptr) return;
  Truth attachment = truth(mail.attachment_checked) | !truth(mail.attachment);
  if (mail.attachment == false) attachment = Truth::yes;
  const Truth complete = truth(mail.addressee_checked) & truth(mail.body_checked) & attachment;
  Check check{.complete = complete,
              .at = mail.checked_at,
              .act = act_at(context, mail.at, mail.queued),
              .act_happened = Truth::yes};
  check.denied = mail.checked == false || complete == Truth::no;
  check.act_happened = happened(context, mail.queued, check.act);
  decide_check(cases, *instance, check);
}

// How the attachment of a mail is protected, and its password told.
Showing protection_of(const Context& context, const Entry<Mail>& entry) {
  const Mail& mail = *entry.record;
  if (mail.protection == AttachmentProtection::none) {
    return {Truth::no, &reason("recorded-against")};
  }
  if (mail.password_route == PasswordRoute::same_mail) {
    return {Truth::no, &reason("recorded-against")};
  }
  if (!mail.protection || !mail.password_route) return {Truth::open, &reason("not-stated")};
  switch (*mail.password_route) {
    case PasswordRoute::another_route: return {Truth::yes, &reason("done")};
    case PasswordRoute::not_needed:
      if (mail.protection == AttachmentProtection::encrypted) {
        return {Truth::yes, &reason("done")};
      }
      return {Truth::open, &reason("records-conflict")};
    case PasswordRoute::second_mail: {
      const ReadingInfo& separate = reading("second-mail-is-separate");
      const Truth counts = context.settled(separate, entry.id);
      if (counts == Truth::open) return {counts, &reason("reading-open"), &separate};
      return {counts, counts == Truth::yes ? &reason("done") : &reason("recorded-against")};
    }
    default: return {Truth::open, &reason("awaited")};
  }
}

void decide_mail_protection(Cases& cases, const Entry<Mail>& entry) {
  const Context& context = cases.context;
  const Mail& mail = *entry.record;
  DutyInstance* const instance = instance_of(cases, entry, context.actors.of(mail.party));
  if (instance == nullptr) return;
  const bool speaks_of_one = mail.protection || mail.password_route || mail.attachment_checked;
  const bool linked = mail.link.value_or(false);
  if (!linked && (mail.attachment == false || (!mail.attachment && !speaks_of_one))) {
    return conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
  }
  const Moment sent = act_at(context, mail.at, mail.queued);
  const Truth was_sent = happened(context, mail.queued, sent);
  if (was_sent == Truth::no) {
    return conclude(*instance, Status::not_triggered, reason("nothing-on-record"));
  }
  if (was_sent == Truth::open) return leave_open(*instance, reason("act-uncertain"));
  if (mail.attachment != true) return leave_open(*instance, reason("not-stated"));
  const Showing showing = protection_of(context, entry);
  const Attested attested = context.attested(cases.duty.key, entry.id, sent.lo, sent.hi);
  const bool awaited = mail.protection && mail.password_route == PasswordRoute::not_yet;
  if (awaited && showing.observed == Truth::open && attested.observed == Truth::open) {
    // Protected, and the password not told yet: no word says when.
    if (sent.known) instance->since = sent.lo;
    conclude(*instance, Status::due, *showing.reason);
    return open_after_end(cases, *instance, sent);
  }
  decide_by_showing(cases, *instance, showing, attested, true);
  open_after_end(cases, *instance, sent);
}

// 事前に撮影や取り扱いの確認の上: both; with whom is not said.
void decide_confirmation(Cases& cases, const Entry<Image>& entry) {
  const Context& context = cases.context;
  const Image& image = *entry.record;
  DutyInstance* const instance = instance_of(cases, entry, context.actors.of(image.party));
  if (instance == nullptr) return;
  const Truth both = truth(image.shooting_confirmed) & truth(image.handling_confirmed);
  Check check{.complete = both,
              .at = image.confirmed_at,
              .act = act_at(context, image.at, image.planned),
              .act_happened = Truth::yes};
  check.denied = image.shooting_confirmed == false && image.handling_confirmed == false;
  check.act_happened = happened(context, image.planned, check.act);
  decide_check(cases, *instance, check);
}

// サーバ等への保存後は速やかに削除すること.
void decide_deletion(Cases& cases, const Entry<Image>& entry) {
  const Context& context = cases.context;
  const Image& image = *entry.record;
  const Moment saved_at = moment(image.saved_at, context.as_of);
  if (!given(image.saved_at) || context.lies_ahead(saved_at)) return;
  const Actor actor = context.actors.of(image.party);
  DutyInstance* const instance = instance_of(cases, entry, actor, "/deletion");
  if (instance == nullptr) return;
  const Moment deleted_at = moment(image.deleted_at, context.as_of);
  const bool deleted = given(image.deleted_at) && !context.lies_ahead(deleted_at);
  if (image.kept.value_or(false)) {
    if (deleted) {
      leave_open(*instance, reason("records-conflict"));
    } else {
      conclude(*instance, Status::breached, reason("recorded-against"));
    }
  } else {
    Performance performance{.trigger = saved_at, .kind = name_of_kind<Image>(), .actor = actor};
    if (deleted) performance.done = deleted_at;
    decide_unbounded(cases, *instance, performance);
  }
  open_after_end(cases, *instance, saved_at);
}

// Without any mail of 乙 on record nobody knows whether there were none; that all of them are on
// file, a statement has to say.
void decide_send_log(Cases& cases) {
  const Context& context = cases.context;
  const Actor contractor = context.actors.contractor();
  const Date& concluded = context.chain.contract().concluded_on;
  const Moment from = moment(concluded, context.as_of);
  if (!concluded.value || context.lies_ahead(from)) return;
  for (const Entry<Mail>& mail : context.ledger.all<Mail>()) {
    if (context.actors.of(mail.record->party) == contractor) return;
  }
  DutyInstance& instance = cases.add_own("send-log", Fact());
  instance.facts.clear();
  if (context.covered.covers(name_of_kind<Mail>(), contractor, from.lo, context.as_of)) {
    return conclude(instance, Status::not_triggered, reason("nothing-on-record"));
  }
  leave_open(instance, reason("no-send-log"));
}

}  // namespace

void decide_checked(Cases& cases) {
  const Ledger& ledger = cases.context.ledger;
  switch (cases.duty.decision.occasion.value_or(Occasion::contract)) {
    case Occasion::mail:
      for (const auto& mail : ledger.all<Mail>()) decide_mail_check(cases, mail);
      return decide_send_log(cases);
    case Occasion::mail_attachment:
      for (const auto& mail : ledger.all<Mail>()) decide_mail_protection(cases, mail);
      return;
    case Occasion::image:
      for (const auto& image : ledger.all<Image>()) {
        decide_confirmation(cases, image);
        if (cases.duty.promptness.has(Promptness::promptly)) decide_deletion(cases, image);
      }
      return;
    default: return;
  }
}

}  // namespace tokki::inline v0::internal
