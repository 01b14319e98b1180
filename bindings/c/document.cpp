// document.cpp: documents, and the typed getters of all records.
#include "guard.hpp"
#include "handles.hpp"

using namespace tokki::c;

namespace {

Member member_of(const tokki_record* record, tokki_text pointer) {
  const tokki_record& asked = given(record);
  Member found = asked.at(asked.object, given(pointer));
  if (found.type == TOKKI_NO_MEMBER) {
    refuse(TOKKI_NOT_FOUND,
           {"その位置に項目はありません", "the record has no member at that pointer"});
  }
  return found;
}

Member member_of(const tokki_record* record, tokki_text pointer, tokki_type type) {
  Member found = member_of(record, pointer);
  if (found.type != type) {
    refuse(TOKKI_WRONG_TYPE, {"その項目は別の型です。tokki_record_typeで確認できます",
                              "the member is of another type; tokki_record_type tells which"});
  }
  return found;
}

[[noreturn]] void no_value() {
  refuse(TOKKI_NO_VALUE, {"空欄か、書かれた内容が一つに定まりません",
                          "the cell is blank, or what is written there cannot be told"});
}

}  // namespace

tokki_status tokki_document_read(tokki_text json, const tokki_limits* limits, tokki_document** out,
                                 tokki_report** faults, tokki_error* error) {
  return guarded(error, [&] {
    if (faults != nullptr) *faults = nullptr;
    tokki_document*& made = emptied(out);
    auto read = std::make_unique<tokki_document>();
    read->document.read(given(json), adopted_limits(limits));
    const auto record = record_of(read->document);
    if (faults != nullptr) {
      *faults = report_of(read->document.findings(), read->document.kind()).release();
    }
    if (!record) {
      refuse(TOKKI_FAULTY, {"tokkiの文書として読めません", "this is no document that tokki reads"});
    }
    read->record = *record;
    made = read.release();
  });
}

const tokki_record* tokki_document_record(const tokki_document* document) {
  return document == nullptr ? nullptr : &document->record;
}

void tokki_document_free(tokki_document* document) { delete document; }

tokki_text tokki_record_kind(const tokki_record* record) {
  return record == nullptr ? tokki_text{nullptr, 0} : lent(record->kind);
}

tokki_type tokki_record_type(const tokki_record* record, tokki_text pointer) {
  tokki_type type = TOKKI_NO_MEMBER;
  guarded(nullptr, [&] { type = member_of(record, pointer).type; });
  return type;
}

tokki_status tokki_record_text(const tokki_record* record, tokki_text pointer, tokki_text* out,
                               tokki_error* error) {
  return guarded(error, [&] {
    const Member found = member_of(record, pointer);
    switch (found.type) {
      case TOKKI_TEXT:
      case TOKKI_DAY:
      case TOKKI_INSTANT:
      case TOKKI_COUNTRY:
      case TOKKI_CHOICE:
      case TOKKI_JSON: wanted(out) = lent(found.text); break;
      default:
        refuse(TOKKI_WRONG_TYPE,
               {"その項目は文字ではありません", "nothing is written in a member of that type"});
    }
  });
}

tokki_status tokki_record_day(const tokki_record* record, tokki_text pointer, tokki_day* out,
                              tokki_error* error) {
  return guarded(error, [&] {
    const auto day = member_of(record, pointer, TOKKI_DAY).day;
    if (!day) no_value();
    wanted(out) = lent(day);
  });
}

tokki_status tokki_record_interval(const tokki_record* record, tokki_text pointer,
                                   tokki_interval* out, tokki_error* error) {
  return guarded(error, [&] {
    const auto interval = member_of(record, pointer, TOKKI_INSTANT).interval;
    if (!interval) no_value();
    wanted(out) = {interval->lo.time_since_epoch().count(),
                   interval->hi.time_since_epoch().count()};
  });
}

tokki_status tokki_record_country(const tokki_record* record, tokki_text pointer, tokki_text* out,
                                  tokki_error* error) {
  return guarded(error, [&] {
    const std::string_view country = member_of(record, pointer, TOKKI_COUNTRY).country;
    if (country.empty()) no_value();
    wanted(out) = lent(country);
  });
}

tokki_status tokki_record_boolean(const tokki_record* record, tokki_text pointer, int32_t* out,
                                  tokki_error* error) {
  return guarded(error, [&] {
    const auto value = member_of(record, pointer, TOKKI_BOOLEAN).boolean;
    if (!value) no_value();
    wanted(out) = *value ? 1 : 0;
  });
}

tokki_status tokki_record_number(const tokki_record* record, tokki_text pointer, int64_t* out,
                                 tokki_error* error) {
  return guarded(error, [&] {
    const auto value = member_of(record, pointer, TOKKI_NUMBER).number;
    if (!value) no_value();
    wanted(out) = *value;
  });
}

tokki_status tokki_record_size(const tokki_record* record, tokki_text pointer, size_t* out,
                               tokki_error* error) {
  return guarded(error, [&] { wanted(out) = member_of(record, pointer, TOKKI_LIST).size; });
}
