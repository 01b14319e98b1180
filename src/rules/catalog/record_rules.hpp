// record_rules.hpp: rules on the records of a dossier as records: their ids, what they correct,
// whom they cite, and when they happened.
#pragma once

#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

inline constexpr RuleInfo kRecordCatalog[] = {
    {.id = "record-repeated",
     .title = {"記録のidの重複", "Two records with one id"},
     .severity = Severity::error,
     .about = "contract",
     .message = {"同じ種類の記録に、同じidで内容の異なるものがあります。",
                 "Another record has the same id and says something else."},
     .remedy =
         {"別の記録であれば異なるidを付け、訂正であれば corrects に元の記録のidを記載してくださ"
          "い。",
          "Give it an id of its own if it is another record; if it is a correction, name the "
          "first record under corrects."},
     .why = {"どちらの記録が正しいか、どちらが引かれているかが定まらないため。",
             "Nobody can tell which of the two is right, or is cited."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [
                           {"id": "inc-1", "at": "2025-07-01T09:00+09:00"},
                           {"id": "inc-1", "at": "2025-07-02T09:00+09:00"}]}])",
     .near_miss = R"([{"op": "add", "path": "/incidents", "value": [
                               {"id": "inc-1", "at": "2025-07-01T09:00+09:00"},
                               {"id": "inc-1", "at": "2025-07-01T09:00+09:00"}]}])"},
    {.id = "record-corrects-nothing",
     .title = {"訂正される記録がない", "A correction of nothing"},
     .severity = Severity::error,
     .about = "contract",
     .message = {"訂正し、又は取り消す記録が見当たりません。",
                 "There is no record of that id to correct or withdraw."},
     .remedy =
         {"元の記録のidを確認してください。元の記録は、訂正や取消しの後も残しておくものです。",
          "Look up the id of the first record. It stays on file, corrected or withdrawn or "
          "not."},
     .why = {"記録は加えるだけで、書き換えや削除をしないものであるため。",
             "Records are only added: none is rewritten or removed."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [
                           {"id": "inc-2", "corrects": "inc-1"}]}])",
     .near_miss = R"([{"op": "add", "path": "/incidents", "value": [
                               {"id": "inc-1"}, {"id": "inc-2", "corrects": "inc-1"}]}])"},
    {.id = "record-corrects-itself",
     .title = {"自らを訂正する記録", "A record that corrects itself"},
     .severity = Severity::error,
     .about = "contract",
     .message = {"自らを訂正し、又は取り消す記録になっています。",
                 "This record says that it corrects or withdraws itself."},
     .remedy =
         {"訂正し、又は取り消す元の記録のidを記載してください。この記録には別のidが要ります。",
          "Name the earlier record that is meant. This one needs an id of its own."},
     .why = {"訂正や取消しは、先にある別の記録について行うものであるため。",
             "What is corrected or withdrawn is another record, and an earlier one."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [
                           {"id": "inc-1", "corrects": "inc-1"}]}])",
     .near_miss = R"([{"op": "add", "path": "/incidents", "value": [
                               {"id": "inc-1"}, {"id": "inc-2", "corrects": "inc-1"}]}])"},
    {.id = "record-corrections-circle",
     .title = {"循環する訂正", "Corrections in a circle"},
     .severity = Severity::error,
     .about = "contract",
     .message = {"記録の訂正が循環しています。どの記録も判断の根拠にしません。",
                 "Records correct one another in a circle. None of them decides anything."},
     .remedy = {"最初の記録がどれかを確認し、その corrects を除いてください。",
                "Find out which record was the first, and remove its corrects."},
     .why = {"訂正は先にある記録について行うもので、循環すれば最後の内容が定まらないため。",
             "A correction is of an earlier record; in a circle nobody can tell what holds."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [
                           {"id": "inc-1", "corrects": "inc-2"},
                           {"id": "inc-2", "corrects": "inc-1"}]}])",
     .near_miss = R"([{"op": "add", "path": "/incidents", "value": [
                               {"id": "inc-1"}, {"id": "inc-2", "corrects": "inc-1"},
                               {"id": "inc-3", "corrects": "inc-2"}]}])"},
    {.id = "record-corrected-twice",
     .title = {"二重に訂正された記録", "A record that two others correct"},
     .severity = Severity::undetermined,
     .about = "contract",
     .message = {"同じ記録がほかでも訂正されており、どちらが後か分かりません。",
                 "Another record corrects the same one, and neither is certainly later."},
     .remedy =
         {"recorded_at に記録した日時を記載するか、後の訂正の corrects に先の訂正のidを記載して"
          "ください。",
          "Say under recorded_at when each was put on record, or let the later one correct "
          "the earlier."},
     .why = {"後に記録された訂正によるもので、先後が分からなければ内容が定まらないため。",
             "The later correction counts; without the order nobody can tell what holds."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [
                           {"id": "inc-1"}, {"id": "inc-2", "corrects": "inc-1"},
                           {"id": "inc-3", "corrects": "inc-1"}]}])",
     .near_miss = R"([{"op": "add", "path": "/incidents", "value": [
                       {"id": "inc-1"},
                       {"id": "inc-2", "corrects": "inc-1", "recorded_at": "2025-07-01"},
                       {"id": "inc-3", "corrects": "inc-1", "recorded_at": "2025-07-02"}]}])"},
    {.id = "record-cites-unknown",
     .title = {"見当たらない記録の引用", "A record that cites an unknown id"},
     .severity = Severity::warning,
     .about = "contract",
     .message = {"ここに引かれたidの記録が、この案件にありません。",
                 "No record of this dossier has the id that is cited here."},
     .remedy = {"idの誤りがないか確認し、漏れている記録があれば加えてください。",
                "See whether the id is misspelt, or add the record that is missing."},
     .why = {"引かれた記録がなければ、何についての記録か確認できないため。",
             "Without the record that is cited nobody can tell what this one is about."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [{"id": "inc-1"}]},
                  {"op": "add", "path": "/recognitions", "value": [{"incident": "inc-l"}]}])",
     .near_miss = R"([{"op": "add", "path": "/incidents", "value": [{"id": "inc-1"}]},
                      {"op": "add", "path": "/recognitions", "value": [{"incident": "inc-1"}]}])"},
    {.id = "record-cites-withdrawn",
     .title = {"取り消された記録の引用", "A record that cites a withdrawn one"},
     .severity = Severity::warning,
     .about = "contract",
     .message = {"ここに引かれた記録は、取り消されています。",
                 "The record that is cited here was withdrawn."},
     .remedy = {"取り消されていない記録を引くように訂正するか、この記録も取り消してください。",
                "Correct this record so that it cites one that counts, or withdraw it, too."},
     .why = {"取り消された記録は判断の根拠にならず、それについての記録も役に立たないため。",
             "A withdrawn record decides nothing, and no more does a record about it."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [
                           {"id": "inc-1"}, {"id": "inc-2", "withdraws": "inc-1"}]},
                  {"op": "add", "path": "/recognitions", "value": [{"incident": "inc-1"}]}])",
     .near_miss = R"([{"op": "add", "path": "/incidents", "value": [
                               {"id": "inc-1"}, {"id": "inc-2", "corrects": "inc-1"}]},
                      {"op": "add", "path": "/recognitions", "value": [{"incident": "inc-1"}]}])"},
    {.id = "record-names-unknown",
     .title = {"見当たらない義務等の名", "A duty or the like that there is not"},
     .severity = Severity::warning,
     .about = "contract",
     .message =
         {"{what, select, duty {この版に、このキーの義務はありません} basis "
          "{この版に、このキーの義務も条項もありません} reading {このidの問い（文言の読み方）"
          "はありません} other {この名前の記録の種類はありません}}。{suggestion, select, none {} "
          "other {「{suggestion}」の誤りではありませんか。}}",
          "{what, select, duty {The edition has no duty of this key} basis {The edition has no "
          "duty or clause of this key} reading {There is no open reading of this id} other "
          "{There is no kind of record of this name}}.{suggestion, select, none {} other { Did "
          "you mean \"{suggestion}\"?}}"},
     .remedy = {"つづりを確かめてください。義務と条項のキーは tokki terms で確認できます。",
                "Check the spelling; tokki terms shows the keys of duties and clauses."},
     .why = {"何についての記録か分からなければ、どの義務の判断にも用いられないため。",
             "A record decides nothing when nobody can tell what it is about."},
     .fires = R"([{"op": "add", "path": "/judgements", "value": [
                           {"question": "recognized-fear", "answer": true}]}])",
     .near_miss = R"([{"op": "add", "path": "/judgements", "value": [
                               {"question": "recognised-fear", "answer": true}]}])"},
    {.id = "record-span-reversed",
     .title = {"始まりより前に終わる期間", "A span that ends before it begins"},
     .severity = Severity::error,
     .about = "contract",
     .message = {"期間の終わり（through）が、始まり（from）より前です。",
                 "The span ends (through) before it begins (from)."},
     .remedy = {"始まりと終わりの日時を確かめてください。", "Check both times."},
     .why = {"終わりが始まりより前の期間は、どの時点も含まないため。",
             "Such a span holds no time at all, and nothing is decided by it."},
     .fires = R"([{"op": "add", "path": "/coverages", "value": [{"kinds": ["incident"],
                           "span": {"from": "2025-07-02", "through": "2025-07-01"}}]}])",
     .near_miss = R"([{"op": "add", "path": "/coverages", "value": [{"kinds": ["incident"],
                               "span": {"from": "2025-07-01", "through": "2025-07-01"}}]}])"},
    {.id = "record-before-contract",
     .title = {"契約日より前の記録", "A record older than the contract"},
     .severity = Severity::review,
     .about = "contract",
     .message = {"記録された日時が、契約日（{contract}）より前です。",
                 "This is recorded as having happened before the contract was concluded "
                 "({contract})."},
     .remedy = {"日時に誤りがないか、本契約についての記録であるかを確認してください。",
                "Make sure of the time, and that the record belongs to this contract."},
     .why = {"この契約による業務のできごとが、契約より前に起きることは考えにくいため。",
             "What happens in the work of this contract can hardly have happened before it."},
     .fires = R"([{"op": "add", "path": "/incidents", "value": [{"at": "2025-03-01"}]}])",
     .near_miss = R"([{"op": "add", "path": "/trainings", "value": [{"at": "2025-03-01"}]},
                      {"op": "add", "path": "/incidents", "value": [{"at": "2025-04-01"}]}])"},
};

}  // namespace tokki::inline v0::internal
