// The kinds of decision about how people behave with devices, mails and services.
#include "assess/decide.hpp"

namespace tokki::inline v0::internal {

void decide_ban(Cases&) {}
void decide_state(Cases&) {}
void decide_checked(Cases&) {}
void decide_bear_cost(Cases&) {}
void decide_attested(Cases&) {}

}  // namespace tokki::inline v0::internal
