#include <algorithm>

#include "report/changes/view.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

template <std::string (*write)(const ChangesView& view)>
constexpr ChangesFormat changes_format(std::string_view name) {
  return {name,
          [](const FormDiff& diff, const ChangesReportOptions& options) {
            return write(ChangesView(diff, options));
          },
          [](const FactsDiff& diff, const ChangesReportOptions& options) {
            return write(ChangesView(diff, options));
          }};
}

constexpr ChangesFormat kChangesFormats[] = {
    changes_format<changes_text>("text"),
    changes_format<changes_json>("json"),
    changes_format<changes_csv>("csv"),
    changes_format<changes_markdown>("markdown"),
};

}  // namespace

std::span<const ChangesFormat> changes_formats() { return kChangesFormats; }

const ChangesFormat* find_changes_format(std::string_view name) {
  const auto* const found = std::ranges::find(kChangesFormats, name, &ChangesFormat::name);
  return found == std::end(kChangesFormats) ? nullptr : found;
}

}  // namespace tokki::inline v0
