// check.cpp: version, editions, checking.
#include <utility>

#include "guard.hpp"
#include "handles.hpp"
#include "tokki/tokki.hpp"

using namespace tokki::c;

namespace {

std::unique_ptr<tokki::Checker> take(const tokki_checker& checker) {
  {
    const std::scoped_lock held(checker.lock);
    if (!checker.idle.empty()) {
      auto taken = std::move(checker.idle.back());
      checker.idle.pop_back();
      return taken;
    }
  }
  return std::make_unique<tokki::Checker>(checker.options);
}

void give_back(const tokki_checker& checker, std::unique_ptr<tokki::Checker> taken) {
  const std::scoped_lock held(checker.lock);
  checker.idle.push_back(std::move(taken));
}

}  // namespace

namespace tokki::c {

Editions editions_given(const tokki_edition* const* editions, std::size_t count) {
  if (count == 0) return {};
  given(editions);
  Editions made(given(editions[0]).edition);
  for (std::size_t i = 1; i < count; ++i) made.add(given(editions[i]).edition);
  return made;
}

CheckOptions options_given(const tokki_check_options* options, std::uint32_t known_flags) {
  const tokki_check_options asked = adopted(options);
  only_flags(asked.flags, known_flags);
  CheckOptions made;
  made.editions = editions_given(asked.editions, asked.edition_count);
  made.limits = adopted_limits(asked.limits);
  made.as_of = given(asked.as_of);
  made.keep_values = (asked.flags & TOKKI_KEEP_VALUES) != 0;
  if ((asked.flags & TOKKI_ACROSS_DOSSIERS) != 0) made.across = std::make_shared<AcrossContracts>();
  return made;
}

}  // namespace tokki::c

uint32_t tokki_abi(void) { return TOKKI_ABI; }
tokki_text tokki_version(void) { return lent(tokki::version()); }

tokki_status tokki_edition_builtin(tokki_edition** out, tokki_error* error) {
  return guarded(error, [&] { emptied(out) = new tokki_edition(tokki::Edition::builtin()); });
}

tokki_status tokki_edition_load(tokki_text json, const tokki_edition* const* known,
                                size_t known_count, tokki_edition** out, tokki_report** faults,
                                tokki_error* error) {
  return guarded(error, [&] {
    if (faults != nullptr) *faults = nullptr;
    tokki_edition*& loaded = emptied(out);
    const tokki::Editions others = editions_given(known, known_count);
    auto [edition, found] = tokki::Edition::load(given(json), others.all());
    auto made = edition ? std::make_unique<tokki_edition>(std::move(edition)) : nullptr;
    if (faults != nullptr) {
      *faults = report_of(std::move(found), tokki::Description<tokki::EditionFile>::kind).release();
    }
    if (!made) refuse(TOKKI_FAULTY, {"版のファイルに誤りがあります", "the edition is faulty"});
    loaded = made.release();
  });
}

tokki_text tokki_edition_reference(const tokki_edition* edition) {
  return edition == nullptr ? tokki_text{nullptr, 0} : lent(edition->reference);
}

const tokki_record* tokki_edition_record(const tokki_edition* edition) {
  return edition == nullptr ? nullptr : &edition->record;
}

void tokki_edition_free(tokki_edition* edition) { delete edition; }

tokki_status tokki_checker_new(const tokki_check_options* options, tokki_checker** out,
                               tokki_error* error) {
  return guarded(error, [&] {
    tokki_checker*& made = emptied(out);
    auto checker = std::make_unique<tokki_checker>();
    checker->options = options_given(options, TOKKI_KEEP_VALUES);
    made = checker.release();
  });
}

tokki_status tokki_check(const tokki_checker* checker, tokki_text json, tokki_text uri,
                         uint64_t line, tokki_report** out, tokki_error* error) {
  return guarded(error, [&] {
    tokki_report*& made = emptied(out);
    auto taken = checker == nullptr ? std::make_unique<tokki::Checker>() : take(*checker);
    const auto in_file = line == 0 ? std::nullopt : std::optional(line);
    auto report = std::make_unique<tokki_report>(taken->check(given(json), given(uri), in_file));
    // Not reached after an exception: a checker that was interrupted is not reused.
    if (checker != nullptr) give_back(*checker, std::move(taken));
    made = report.release();
  });
}

void tokki_checker_free(tokki_checker* checker) { delete checker; }
