// Builds a declaration in C++, checks it, and writes it as JSON.
#include <iostream>
#include <tokki/tokki.hpp>

int main() {
  tokki::Declaration form;
  form.declared_on = tokki::Date("令和7年4月1日");
  form.declarant = {.name = "株式会社みどり職業訓練センター",
                    .address = "東京都八王子市明神町1-2-3"};
  form.contract = {.concluded_on = tokki::Date("2025-04-01"),
                   .course_number = "5-07-13-001-02-0001"};
  form.storage_media = {{.name = "USBメモリ"}};
  form.storage_location = {.ticked = {tokki::StorageRegion::japan_only}};
  form.online_storage = {.ticked = {tokki::Answer::yes},
                         .services = {{.name = "Amazon S3",
                                       .provider = "Amazon Web Services, Inc.",
                                       .data_location = "us-east-1"}}};
  form.subcontracting = {.ticked = {tokki::Answer::no}};

  const tokki::Report report = tokki::check(form);
  std::cout << tokki::to_json(form) << '\n' << tokki::to_text(report, {.width = 80});
}
