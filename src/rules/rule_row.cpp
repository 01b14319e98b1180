#include "rules/rule_row.hpp"

namespace tokki {

void Emit::operator()(const Path& where, More more) const {
  Finding& finding = out_->emplace_back();
  finding.rule = rule_;
  finding.severity = severity_;
  const auto location = [this](const Path& path) {
    return Location{path.pointer(), path.cell(kind_), false, std::nullopt};
  };
  finding.at = location(where);
  for (const Path& path : more.related) finding.related.push_back(location(path));
  finding.arguments = std::move(more.arguments);
  finding.fix = std::move(more.fix);
}

void Emit::inside(const Path& where, std::string_view pointer, More more) const {
  (*this)(where, std::move(more));
  out_->back().at.pointer += pointer;
}

}  // namespace tokki
