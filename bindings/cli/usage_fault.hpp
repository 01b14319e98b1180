// usage_fault.hpp: what is wrong with a command line, and what was probably meant.
#pragma once

#include <tokki/report.hpp>

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace tokki::cli {

/// One line. `app` is the program that could not parse its arguments.
[[nodiscard]] std::string usage_fault(const CLI::App& app, const CLI::ParseError& error,
                                      Language language);

}  // namespace tokki::cli
