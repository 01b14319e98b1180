// The kind of decision about a setting that must be on for a whole time: 二要素認証方式 and
// データ暗号化 while a notebook is out (遵守事項3), セキュリティロック and 遠隔ロック while a phone
// is used (遵守事項5).
#include <algorithm>
#include <utility>
#include <vector>

#include "assess/outing.hpp"
#include "assess/phone.hpp"
#include "assess/stretches.hpp"

namespace tokki::inline v0::internal {
namespace {

struct SettingRow {
  Conduct conduct;
  List<Setting> Device::* settings;
};
constexpr SettingRow kSettings[] = {{Conduct::two_factor, &Device::two_factor},
                                    {Conduct::encryption, &Device::encryption},
                                    {Conduct::lock, &Device::lock},
                                    {Conduct::remote_lock, &Device::remote_lock}};

// When a setting was certainly and when it was perhaps on, or off.
struct Times {
  Stretches on, off, perhaps_off;
  std::vector<std::pair<Second, Second>> off_within;  // off at some second of each of these
  bool contradicted = false;                          // certainly on and certainly off at once
};

Times times_of(const List<Setting>& settings, Second as_of) {
  Times times;
  for (const Setting& setting : settings) {
    if (!setting.on) continue;
    // Without a begin it is not said since when: it is certain at its end only, if that is said.
    const Moment from = moment(setting.during.from, as_of);
    Moment through{Second::max(), Second::max(), true};
    if (given(setting.during.through)) {
      through = moment(setting.during.through, as_of);
    } else {
      // It lasts, until another setting follows.
      for (const Setting& next : settings) {
        if (!next.on || !given(next.during.from)) continue;
        const Moment then = moment(next.during.from, as_of);
        if (before(from, then) != Truth::yes || then.lo == Second::min()) continue;
        constexpr std::chrono::seconds kSecond(1);
        through = earlier(through, {plus(then.lo, -kSecond), plus(then.hi, -kSecond), then.known});
      }
    }
    Second certain_from = from.known ? from.hi : Second::max();
    if (!from.known && setting.during.through.value) certain_from = through.lo;
    const bool certain = certain_from != Second::max();
    if (*setting.on) {
      if (certain) times.on.add(certain_from, through.lo);
    } else {
      if (certain) times.off.add(certain_from, through.lo);
      times.perhaps_off.add(from.lo, through.hi);
      times.off_within.emplace_back(from.lo, through.hi);
    }
  }
  for (const Setting& setting : settings) {
    if (setting.on != false || !setting.during.from.value) continue;
    const Second from = setting.during.from.value->hi;
    const Second through = setting.during.through.value ? setting.during.through.value->lo : from;
    if (from <= through && times.on.touch(from, through)) times.contradicted = true;
  }
  return times;
}

// Whether it was on from `from` through `through`, at every second.
Showing on_throughout(const Times& times, const Moment& from, const Moment& through) {
  const bool off =
      times.off.touch(from.hi, through.lo) ||
      std::ranges::any_of(times.off_within, [&](const auto& span) {
        return span.first <= span.second && span.first >= from.hi && span.second <= through.lo;
      });
  if (times.contradicted && off) return {Truth::open, &reason("records-conflict")};
  if (off) return {Truth::no, &reason("setting-off")};
  if (times.perhaps_off.touch(from.lo, through.hi)) return {Truth::open, &reason("time-open")};
  if (times.on.cover(from.lo, through.hi)) return {Truth::yes, &reason("setting-on")};
  return {Truth::open,
          times.on.touch(from.lo, through.hi) ? &reason("setting-gap") : &reason("not-stated")};
}

void decide_outing_setting(const Cases& cases, const Outing& outing,
                           List<Setting> Device::* settings) {
  const Context& context = cases.context;
  DutyInstance& instance = outing.instance;
  const OneDevice device(context, outing.record().device);
  if (device.fact) instance.facts.push_back(*device.fact);
  if (device.conflict) return leave_open(instance, reason("records-conflict"));
  Times times;
  if (device.record != nullptr) times = times_of(device.record->*settings, context.as_of);
  if (outing.happened == Truth::no) {
    // What is owed beforehand is fulfilled where it is on now and lasts; else it is owed as long as
    // the outing lasts.
    if (cases.duty.promptness.has(Promptness::beforehand) &&
        times.on.cover(context.as_of, outing.left.known ? outing.left.hi : context.as_of)) {
      return conclude(instance, Status::fulfilled, reason("setting-on"));
    }
    if (outing.left.known) instance.until = outing.left.lo;
    return conclude(instance, Status::due, reason("occasion-planned"));
  }
  if (outing.happened == Truth::open) return leave_open(instance, reason("act-uncertain"));
  const Moment until = outing.until(context.as_of);
  Showing showing = on_throughout(times, outing.left, until);
  if (device.record == nullptr) showing.reason = &reason("device-unknown");
  decide_by_showing(cases, instance, showing,
                    context.attested(cases.duty.key, outing.entry.id, outing.left.lo, until.hi),
                    false);
  // Protected is protected, whatever it was; without protection it turns on whether it was secret.
  if (instance.status == Status::breached) open_unless_secret(outing);
}

}  // namespace

void decide_state(Cases& cases) {
  const SettingRow* const row =
      std::ranges::find(kSettings, cases.duty.decision.conduct,
                        [](const SettingRow& each) { return std::optional(each.conduct); });
  if (row == std::end(kSettings)) return;
  if (cases.duty.decision.occasion == Occasion::phone) {
    return each_phone(cases, [&](const Phone& phone) {
      const Times times = times_of(phone.record().*row->settings, cases.context.as_of);
      decide_by_showing(cases, phone.instance, on_throughout(times, phone.from, phone.until),
                        phone.attested(cases), false);
    });
  }
  each_outing(cases, [&](const Outing& outing) {
    decide_outing_setting(cases, outing, row->settings);
    open_after_end(cases, outing.instance, outing.left);
  });
}

}  // namespace tokki::inline v0::internal
