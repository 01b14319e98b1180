#include "config.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>
#include <tokki/closest.hpp>
#include <tokki/rule.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <span>

#include "did_you_mean.hpp"
#include "output.hpp"
#include "rule_selection.hpp"

namespace tokki::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kName = "tokki.toml";

using Names = std::span<const std::string_view>;
constexpr std::array<std::string_view, 7> kMembers{"edition", "lang",  "fail_on", "select",
                                                   "ignore",  "rules", "waivers"};
constexpr std::array<std::string_view, 5> kWaiverMembers{"rule", "path", "reason", "approver",
                                                         "expires"};

template <Enumeration E>
std::vector<std::string_view> keys_with(std::initializer_list<std::string_view> more) {
  std::vector<std::string_view> keys;
  for (const auto& choice : Description<E>::choices) keys.push_back(choice.key);
  keys.insert(keys.end(), more);
  return keys;
}

// Collects every fault of the file with its line.
class ConfigReader {
 public:
  ConfigReader(std::string file, Language language) : language_(language) {
    config_.file = std::move(file);
    config_.folder = fs::absolute(config_.file).parent_path().string();
  }

  std::optional<Config> read() {
    const fs::path path(config_.file);
    std::ifstream stream(path, std::ios::binary);
    std::error_code error;
    if (!stream.is_open() || fs::is_directory(path, error)) {
      print_error(
          fmt::format("{}: {}", config_.file,
                      localized("設定ファイルを読めません", "the configuration cannot be read")));
      return std::nullopt;
    }
    try {
      table(toml::parse(stream, config_.file));
    } catch (const toml::parse_error& fault) {
      fault_at(fault.source().begin.line, std::string(fault.description()));
    }
    std::ranges::stable_sort(faults_, {}, &Fault::line);
    for (const Fault& fault : faults_) {
      print_error(fmt::format("{}:{}: {}", config_.file, fault.line, fault.text));
    }
    return faults_.empty() ? std::optional(std::move(config_)) : std::nullopt;
  }

 private:
  struct Fault {
    unsigned line;
    std::string text;
  };

  [[nodiscard]] std::string localized(const char* ja, const char* en) const {
    return language_ == Language::ja ? ja : en;
  }
  static unsigned line_of(const toml::node& node) { return node.source().begin.line; }
  void fault_at(unsigned line, std::string text) { faults_.push_back({line, std::move(text)}); }

  void unknown(const toml::key& key, Names names) {
    fault_at(key.source().begin.line,
             fmt::format("{}: {}{}", key.str(), localized("この項目はありません", "unknown key"),
                         did_you_mean(closest(key.str(), names), language_)));
  }
  void expected(const toml::node& node, std::string_view key, const char* ja, const char* en) {
    fault_at(line_of(node), fmt::format("{}: {}", key, localized(ja, en)));
  }

  std::optional<std::string> text(const toml::node& node, std::string_view key) {
    auto value = node.value_exact<std::string>();
    if (value && value->find_first_not_of(" \t\n") != std::string::npos) return value;
    expected(node, key, "空でない文字列を書いてください", "expected a string that is not blank");
    return std::nullopt;
  }

  std::optional<std::string> choice(const toml::node& node, std::string_view key,
                                    const std::vector<std::string_view>& choices) {
    auto given = text(node, key);
    if (!given || std::ranges::find(choices, *given) != choices.end()) return given;
    fault_at(line_of(node), fmt::format("{}: {} ({}){}", key, *given, fmt::join(choices, ", "),
                                        did_you_mean(closest(*given, choices), language_)));
    return std::nullopt;
  }

  // One text or a list of them.
  template <class Take>
  void texts(const toml::node& node, std::string_view key, Take&& take) {
    const auto one = [&](const toml::node& item) {
      if (auto given = text(item, key)) take(item, *std::move(given));
    };
    if (const toml::array* list = node.as_array()) {
      for (const toml::node& item : *list) one(item);
    } else {
      one(node);
    }
  }

  void table(const toml::table& root) {
    for (const auto& [key, node] : root) {
      const std::string_view name = key.str();
      if (name == "edition") {
        texts(node, name, [&](const toml::node&, std::string path) { edition(std::move(path)); });
      } else if (name == "lang") {
        if (const auto given = choice(node, name, keys_with<Language>({}))) {
          config_.language = value_of<Language>(*given);
        }
      } else if (name == "fail_on") {
        config_.fail_on = choice(node, name, keys_with<Severity>({"never"}));
      } else if (name == "select" || name == "ignore") {
        selection(node, name);
      } else if (name == "rules") {
        rules(node);
      } else if (name == "waivers") {
        waivers(node);
      } else {
        unknown(key, kMembers);
      }
    }
  }

  void edition(std::string path) {
    const bool builtin = Edition::builtin()->matches_reference(path);
    config_.editions.push_back(builtin ? std::move(path)
                                       : (fs::path(config_.folder) / path).string());
  }

  void selection(const toml::node& node, std::string_view key) {
    const bool ignored = key == "ignore";
    const RuleUse use = ignored ? RuleUse::changed : RuleUse::selected;
    texts(node, key, [&](const toml::node& item, std::string rule) {
      const std::string fault = rule_fault(rule, use, language_);
      if (!fault.empty()) fault_at(line_of(item), fmt::format("{}: {}", key, fault));
      (ignored ? config_.ignore : config_.select).push_back(std::move(rule));
    });
  }

  // [rules]: an id, and "off" or a severity.
  void rules(const toml::node& node) {
    const toml::table* settings = node.as_table();
    if (settings == nullptr) {
      return expected(node, "rules", "[rules] の表にしてください", "expected a table, [rules]");
    }
    for (const auto& [key, value] : *settings) {
      const auto given = choice(value, key.str(), keys_with<Severity>({"off"}));
      const std::string fault = rule_fault(key.str(), RuleUse::changed, language_);
      if (!fault.empty()) fault_at(key.source().begin.line, fault);
      if (!given) continue;
      RuleSetting setting{.rule = key.str(),
                          .severity = value_of<Severity>(*given),
                          .enabled = {},
                          .after_days = {}};
      if (*given == "off") setting.enabled = false;
      config_.rules.push_back(std::move(setting));
    }
  }

  void waivers(const toml::node& node) {
    const toml::array* list = node.as_array();
    if (list == nullptr || !list->is_homogeneous(toml::node_type::table)) {
      return expected(node, "waivers", "[[waivers]] の表にしてください",
                      "expected tables, [[waivers]]");
    }
    for (const toml::node& one : *list) waiver(*one.as_table());
  }

  void waiver(const toml::table& given) {
    FindingWaiver waiver;
    for (const std::string_view member : kWaiverMembers) {
      if (given.contains(member)) continue;
      fault_at(line_of(given),
               fmt::format("waivers: {} {}", member, localized("がありません", "is missing")));
    }
    for (const auto& [key, node] : given) {
      const std::string_view name = key.str();
      if (name == "expires") {
        waiver.expires = day(node);
      } else if (std::ranges::find(kWaiverMembers, name) == kWaiverMembers.end()) {
        unknown(key, kWaiverMembers);
      } else if (auto value = text(node, name)) {
        if (name == "rule") {
          const std::string fault = rule_fault(*value, RuleUse::changed, language_);
          if (!fault.empty()) fault_at(line_of(node), fault);
          waiver.rule = *std::move(value);
        } else if (name == "path") {
          waiver.path = *std::move(value);
        } else if (name == "reason") {
          waiver.reason = *std::move(value);
        } else {
          waiver.approver = *std::move(value);
        }
      }
    }
    config_.waivers.push_back(std::move(waiver));
    config_.waiver_lines.push_back(line_of(given));
  }

  Day day(const toml::node& node) {
    std::optional<Day> read;
    if (const auto date = node.value_exact<toml::date>()) {
      read = Day{std::chrono::year(date->year), std::chrono::month(date->month),
                 std::chrono::day(date->day)};
    } else if (const auto written = node.value_exact<std::string>()) {
      read = Date{Str(*written)}.value;
    }
    if (!read) {
      expected(node, "expires", "日付を書いてください（例：2027-03-31）",
               "expected a date, as 2027-03-31");
    }
    return read.value_or(Day{});
  }

  Language language_;
  Config config_;
  std::vector<Fault> faults_;
};

}  // namespace

std::string nearest_config() {
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !error; folder = folder.parent_path()) {
    const fs::path file = folder / kName;
    if (fs::exists(file, error)) {
      const fs::path here = fs::current_path(error);
      return folder == here ? std::string(kName) : file.string();
    }
    if (folder == folder.root_path()) break;
    error.clear();
  }
  return {};
}

std::optional<Config> read_config(const std::string& file, Language language) {
  return ConfigReader(file, language).read();
}

std::vector<FindingWaiver> valid_waivers(const Config& config, Day day, Language language) {
  std::vector<FindingWaiver> valid;
  for (std::size_t i = 0; i < config.waivers.size(); ++i) {
    const FindingWaiver& waiver = config.waivers[i];
    if (day <= waiver.expires) {
      valid.push_back(waiver);
      continue;
    }
    print_error(fmt::format(
        fmt::runtime(language == Language::ja
                         ? "{}:{}: {} の免除（{}）は {} で期限が切れており、適用しません"
                         : "{}:{}: the waiver of {} ({}) expired on {} and is not applied"),
        config.file, config.waiver_lines[i], waiver.rule, waiver.path, iso(waiver.expires)));
  }
  return valid;
}

std::string path_in(const Config& config, std::string_view name) {
  std::error_code error;
  const fs::path path = fs::weakly_canonical(fs::path(name), error);
  if (error) return std::string(name);
  const fs::path folder = fs::weakly_canonical(config.folder, error);
  return path.lexically_relative(folder).generic_string();
}

}  // namespace tokki::cli
