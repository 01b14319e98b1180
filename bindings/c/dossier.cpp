// dossier.cpp: dossiers made of several documents.
#include <utility>

#include "guard.hpp"
#include "handles.hpp"

using namespace tokki::c;

namespace {

/// Runs `change`. A checker in which an exception interrupted it is not used again.
template <class Change>
void change(tokki_dossier_checker* checker, const Change& with) {
  given(checker);
  const std::scoped_lock held(checker->lock);
  if (!checker->whole) refuse(TOKKI_NO_MEMORY, kNoMemory);
  checker->whole = false;
  with(checker->checker);
  checker->whole = true;
}

}  // namespace

tokki_status tokki_dossier_checker_new(const tokki_check_options* options,
                                       tokki_dossier_checker** out, tokki_error* error) {
  return guarded(error, [&] {
    tokki_dossier_checker*& made = emptied(out);
    made = new tokki_dossier_checker(
        options_given(options, TOKKI_KEEP_VALUES | TOKKI_ACROSS_DOSSIERS));
  });
}

tokki_status tokki_dossier_checker_add(tokki_dossier_checker* checker, tokki_text json,
                                       tokki_text uri, uint64_t line, tokki_error* error) {
  return guarded(error, [&] {
    const std::string_view text = given(json);
    const std::string_view name = given(uri);
    const auto in_file = line == 0 ? std::nullopt : std::optional(line);
    change(checker, [&](tokki::DossierChecker& with) { with.add(text, name, in_file); });
  });
}

tokki_status tokki_dossier_checker_finish(tokki_dossier_checker* checker, tokki_reports** out,
                                          tokki_chain** chain, tokki_error* error) {
  return guarded(error, [&] {
    if (chain != nullptr) *chain = nullptr;
    tokki_reports*& reports = emptied(out);
    change(checker, [&](tokki::DossierChecker& with) {
      auto made = std::make_unique<tokki_reports>();
      tokki::Chain joined = with.finish([&](const tokki::Report& report) {
        made->reports.push_back(std::make_unique<tokki_report>(report));
        return true;
      });
      if (chain != nullptr) *chain = new tokki_chain(std::move(joined));
      reports = made.release();
    });
  });
}

void tokki_dossier_checker_free(tokki_dossier_checker* checker) { delete checker; }

size_t tokki_reports_size(const tokki_reports* reports) {
  return reports == nullptr ? 0 : reports->reports.size();
}
const tokki_report* tokki_reports_at(const tokki_reports* reports, size_t index) {
  return index < tokki_reports_size(reports) ? reports->reports[index].get() : nullptr;
}
void tokki_reports_free(tokki_reports* reports) { delete reports; }
