#include "tokki/tokki.hpp"

namespace tokki::inline v0 {

std::string_view version() noexcept { return TOKKI_VERSION; }

}  // namespace tokki::inline v0
