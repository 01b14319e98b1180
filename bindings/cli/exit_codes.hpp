// exit_codes.hpp: the exit codes, the same for every format and language.
#pragma once

namespace tokki::cli {

inline constexpr int kClean = 0;       // nothing at or above the fail level
inline constexpr int kFindings = 1;    // findings at or above the fail level
inline constexpr int kUsage = 2;       // the command line or a configuration file is wrong
inline constexpr int kUnreadable = 3;  // an input could not be read
inline constexpr int kInternal = 70;   // a defect of tokki, or the output could not be written

}  // namespace tokki::cli
