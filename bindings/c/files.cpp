// files.cpp: checks files and folders.
#include "tokki/file_checker.hpp"

#include <string>
#include <utility>

#include "guard.hpp"
#include "handles.hpp"

using namespace tokki::c;

namespace {

/// The caller's functions, as a FileVisitor of the library.
tokki::FileVisitor visitor_given(const tokki_file_visitor* visitor) {
  if (visitor == nullptr) refuse({"visitorがNULLです", "the visitor is NULL"});
  const tokki_file_visitor asked = adopted(visitor);
  tokki::FileVisitor made;
  if (asked.report != nullptr) {
    made.report = [asked](const tokki::Report& report) {
      const tokki_report lent(report);
      return asked.report(asked.context, &lent) == 0;
    };
  }
  if (asked.chain != nullptr) {
    made.chain = [asked](tokki::Chain chain) {
      const tokki_chain lent(std::move(chain));
      return asked.chain(asked.context, &lent) == 0;
    };
  }
  if (asked.unreadable != nullptr) {
    made.unreadable = [asked](const tokki::UnreadableFile& file) {
      asked.unreadable(asked.context, lent(file.path), file.error);
    };
  }
  return made;
}

}  // namespace

tokki_status tokki_check_path(tokki_text path, const tokki_check_options* options,
                              const tokki_file_visitor* visitor, tokki_error* error) {
  return guarded(error, [&] {
    const std::string name = path_given(path);
    tokki::FileChecker checker(options_given(options, TOKKI_KEEP_VALUES | TOKKI_ACROSS_DOSSIERS),
                               visitor_given(visitor));
    checker.check(name);
  });
}
