#include "guard.hpp"

namespace tokki::c {
namespace {

// As much of a text as fits into `Room` bytes, cut between characters.
template <std::size_t Room>
void write(char (&to)[Room], std::string_view text) noexcept {
  std::size_t size = std::min(text.size(), Room - 1);
  const auto within = [&] { return (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U; };
  while (size > 0 && size < text.size() && within()) --size;
  to[text.copy(to, size)] = '\0';
}

}  // namespace

void fill(tokki_error* error, tokki_status status, Text why) noexcept {
  if (error == nullptr) return;
  error->status = status;
  write(error->ja, why.ja);
  write(error->en, why.en);
}

Limits adopted_limits(const tokki_limits* limits) {
  const tokki_limits asked = adopted(limits);
  Limits set;
  const auto adopt = [](std::size_t& limit, std::size_t wanted) {
    if (wanted != 0) limit = wanted;
  };
  adopt(set.document_bytes, asked.document_bytes);
  adopt(set.depth, asked.depth);
  adopt(set.string_bytes, asked.string_bytes);
  adopt(set.key_bytes, asked.key_bytes);
  adopt(set.array_items, asked.array_items);
  adopt(set.findings, asked.findings);
  return set;
}

}  // namespace tokki::c
