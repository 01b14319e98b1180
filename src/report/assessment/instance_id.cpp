#include "report/assessment/instance_id.hpp"

#include "text/uuid.hpp"

namespace tokki::inline v0::internal {

std::string contract_uuid(const Assessor* records, std::string_view kind, std::string_view name) {
  std::string text(kind);
  const auto add = [&](std::string_view part) { text.append("\n").append(part); };
  if (records != nullptr) {
    const Contract& contract = records->dossier().contract;
    const Date& day = contract.concluded_on;
    add(contract.client);
    add(contract.contractor);
    add(contract.course_number);
    // However the day is written.
    add(day.value ? iso(*day.value) : day.written.str());
  }
  add(name);
  return named_uuid(text);
}

}  // namespace tokki::inline v0::internal
