#include "tokki/tokki.hpp"

namespace tokki {

std::string_view version() noexcept { return TOKKI_VERSION; }

}  // namespace tokki
