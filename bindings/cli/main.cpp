// tokki: the command line. Reaches only what include/tokki offers to everyone.
#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <tokki/rule_reference.hpp>

#include <csignal>
#include <fstream>
#include <iterator>

#include "chain_command.hpp"
#include "check_command.hpp"
#include "edition_files.hpp"
#include "exit_codes.hpp"
#include "output.hpp"
#include "terms_command.hpp"

namespace tokki::cli {
namespace {

// The help is written before the options are parsed, so its language is looked up first.
Language asked_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument(argv[i]);
    if (argument == "--lang=en") return Language::en;
    if (argument == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en")
      return Language::en;
  }
  return Language::ja;
}

template <class E>
using Keys = std::vector<std::pair<std::string_view, E>>;

template <Enumeration E>
Keys<E> keys_of() {
  Keys<E> keys;
  for (const auto& choice : Description<E>::choices) keys.emplace_back(choice.key, choice.value);
  return keys;
}

// Takes one of the keys for its value; anything else is answered with all of them.
template <class E>
CLI::Validator one_of(Keys<E> keys) {
  return {[keys = std::move(keys)](std::string& given) {
            std::string all;
            for (const auto& [key, value] : keys) {
              if (given == key) {
                given = std::to_string(static_cast<int>(value));
                return std::string();
              }
              all.append(all.empty() ? "" : ", ").append(key);
            }
            return fmt::format("{} ({})", given, all);
          },
          ""};
}

class CommandLine {
 public:
  explicit CommandLine(Language language)
      : language_(language),
        app_(
            say("委託契約の情報セキュリティ特記事項にもとづく届出書を確かめます。",
                "Checks declarations under the information-security special terms of contracts.")) {
    app_.name("tokki");
    app_.get_formatter()->label("Usage", say("使い方", "Usage"));
    app_.get_formatter()->label("Positionals", say("引数", "Positionals"));
    app_.option_defaults()->group(say("オプション", "Options"));
    app_.require_subcommand(1);
    app_.set_version_flag("--version", fmt::format("tokki {}", version()),
                          say("版を表示します", "Print the version"));
    app_.set_help_flag("-h,--help", say("使い方を表示します", "Print this help"));
    app_.footer(
        say("例：\n  tokki check 届出書.json\n  tokki check 届出書フォルダー --lang en\n"
            "  cat forms.ndjson | tokki check - --format json\n"
            "終了コード：0 指摘なし、1 指摘あり、2 使い方の誤り、3 読めない入力あり、\n"
            "            70 内部エラー",
            "Examples:\n  tokki check form.json\n  tokki check forms/ --lang en\n"
            "  cat forms.ndjson | tokki check - --format json\n"
            "Exit codes: 0 nothing to report, 1 findings, 2 usage, 3 unreadable input,\n"
            "            70 internal"));
    add_check();
    add_chain();
    add_explain();
    add_rules();
    add_terms();
    add_schema();
  }

  int run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return report_usage(error);
    }
    return command_();
  }

 private:
  [[nodiscard]] std::string say(const char* ja, const char* en) const {
    return language_ == Language::ja ? ja : en;
  }

  int report_usage(const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      std::ostringstream text;
      app_.exit(error, text, text);
      return put(text.str()) || reader_is_gone() ? kClean : kInternal;
    }
    complain(usage_problem(error));
    complain(say("使い方は tokki --help を見てください", "see tokki --help"));
    return kUsage;
  }

  std::string usage_problem(const CLI::ParseError& error) {
    const auto unknown = app_.remaining();
    if (!command_ && !unknown.empty()) {
      return say("知らないコマンドです：", "no such command: ") + unknown.front();
    }
    std::string what = error.what();
    if (language_ == Language::en) return what;
    // CLI11 speaks English; of "inputs is required" only the name is needed.
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError)) {
      if (app_.get_subcommands().empty()) return "コマンドを指定してください";
      what = what.substr(0, what.find(" is required"));
    }
    return usage_fault(error) + what;
  }

  static const char* usage_fault(const CLI::ParseError& error) {
    switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
      case CLI::ExitCodes::RequiredError: return "足りないものがあります：";
      case CLI::ExitCodes::ExtrasError: return "知らない指定があります：";
      case CLI::ExitCodes::ValidationError:
      case CLI::ExitCodes::ConversionError: return "指定できない値です：";
      default: return "使い方の誤りです：";
    }
  }

  CLI::App& add_command(const char* name, const std::string& purpose) {
    CLI::App& command = *app_.add_subcommand(name, purpose);
    command.group(say("コマンド", "Subcommands"));
    command.set_help_flag("-h,--help", say("使い方を表示します", "Print this help"));
    return command;
  }

  void add_language(CLI::App& command) {
    command.add_option("--lang", style_.language, say("ことば", "Language"))
        ->transform(one_of(keys_of<Language>()))
        ->option_text(say("ja|en（既定：ja）", "ja|en (default: ja)"));
  }
  void add_edition(CLI::App& command) {
    command
        .add_option("--edition", edition_paths_,
                    say("特記事項の版のファイル（既定：組み込みの版）",
                        "An edition's file (default: the built-in one)"))
        ->allow_extra_args(false)
        ->option_text("FILE ...");
  }

  // What is read, and how its findings count.
  void add_inputs(CLI::App& command, std::vector<std::string>& inputs, InputKind& kind) {
    command
        .add_option("inputs", inputs,
                    say("ファイル、フォルダー、または - （標準入力）",
                        "Files, directories, or - for standard input"))
        ->required()
        ->option_text("FILE|DIR|- ...");
    command.add_option("--input", kind, say("入力の形式", "Input format"))
        ->transform(one_of(Keys<InputKind>{{"auto", InputKind::automatic},
                                           {"json", InputKind::json},
                                           {"ndjson", InputKind::ndjson}}))
        ->option_text(say("auto|json|ndjson（既定：auto）", "auto|json|ndjson (default: auto)"));
    add_language(command);
    command
        .add_option(
            "--fail-on", fail_on_,
            say("終了コードを1にする重さ：error、warning、review、\nundetermined、note、never",
                "Exit with 1 on a finding this grave: error,\nwarning, review, undetermined, note, "
                "never"))
        ->check(CLI::IsMember({"error", "warning", "review", "undetermined", "note", "never"}))
        ->option_text(say("WHICH（既定：error）", "WHICH (default: error)"));
    command
        .add_option("--as-of", as_of_,
                    say("確認の基準日（既定：日本の今日）",
                        "The day of the check (default: today in Japan)"))
        ->option_text("DATE");
    add_edition(command);
    command.add_flag("--show-values", style_.show_values,
                     say("欄の記載も示します（個人情報にご注意ください）",
                         "Show what is written in the cells: personal data"));
  }

  void add_check() {
    CLI::App& command =
        add_command("check", say("届出書や案件を確かめます", "Check declarations and dossiers"));
    add_inputs(command, check_.inputs, check_.input);
    command
        .add_option("--format", check_.format,
                    say("出力の形式：text、json、ndjson、sarif、\njunit、github、csv",
                        "Output format: text, json, ndjson, sarif,\njunit, github, csv"))
        ->transform(one_of(keys_of<ReportFormat>()))
        ->option_text(say("WHICH（既定：text）", "WHICH (default: text)"));
    command.add_flag(
        "--quote", style_.quote,
        say("指摘ごとに条項の文言を示します", "Quote the wording of each finding's clause"));
    command.callback([this] { command_ = [this] { return check(); }; });
  }

  void add_chain() {
    CLI::App& command = add_command("chain", say("再委託等の連なりと届出、承諾、所在を示します",
                                                 "Show who works for whom and has filed"));
    add_inputs(command, chain_.inputs, chain_.input);
    command.add_option("--format", chain_.format, say("出力の形式", "Output format"))
        ->transform(one_of(keys_of<ChainFormat>()))
        ->option_text(say("text|json|dot|mermaid|svg|html（既定：text）",
                          "text|json|dot|mermaid|svg|html (default: text)"));
    command
        .add_option("--party", chain_.party,
                    say("一つの事業者について示します（id、法人番号又は名称）",
                        "Tell of one party: by id, corporate number or name"))
        ->option_text("PARTY");
    command.callback([this] { command_ = [this] { return chain(); }; });
  }

  void add_explain() {
    CLI::App& command =
        add_command("explain", say("規則の目的、根拠、例、直し方を示します",
                                   "Show a rule's purpose, clause, examples and remedy"));
    command
        .add_option("rule", rule_,
                    say("規則の名前（tokki rules で一覧）", "The rule's id (see tokki rules)"))
        ->required()
        ->option_text("RULE");
    add_language(command);
    add_edition(command);
    command.callback([this] { command_ = [this] { return explain_rule(); }; });
  }

  void add_rules() {
    CLI::App& command = add_command("rules", say("規則の一覧を示します", "List all rules"));
    command.add_option("--format", rules_format_, say("出力の形式", "Output format"))
        ->check(CLI::IsMember({"text", "markdown"}))
        ->option_text(say("text|markdown（既定：text）", "text|markdown (default: text)"));
    add_language(command);
    add_edition(command);
    command.callback([this] { command_ = [this] { return list_rules(); }; });
  }

  // An option that takes one of an enumeration's values, which the command's footer lists.
  template <Enumeration E>
  void add_choice(CLI::App& command, const std::string& name, std::optional<E>& chosen,
                  const std::string& purpose) {
    command.add_option(name, chosen, purpose)
        ->transform(one_of(keys_of<E>()))
        ->option_text("WHICH");
    constexpr std::size_t kWidth = 76;
    std::string lines;
    std::string line = "  " + name + " ";
    for (const auto& choice : Description<E>::choices) {
      if (line.size() + choice.key.size() > kWidth) lines += std::exchange(line, "    ") + "\n";
      line.append(choice.key).append(" ");
    }
    command.footer(command.get_footer() + "\n" + lines + line);
  }

  void add_terms() {
    CLI::App& command = add_command(
        "terms", say("特記事項の条項と義務を示します", "Show the terms: clauses, duties"));
    command
        .add_option("citation", terms_.citations,
                    say("条項の引用又はキー（特記事項3(4)、A3.4）",
                        "Citations or keys (Special Terms 3(4), A3.4)"))
        ->option_text("CLAUSE ...");
    command
        .add_option("--search", terms_.search,
                    say("文言、訳、用語、義務からさがします",
                        "Search wording, translation, terms and duties"))
        ->option_text("TEXT");
    command.add_flag("--duties", terms_.duties, say("義務の一覧を示します", "List the duties"));
    command.footer(
        say("例：\n  tokki terms \"特記事項3(4)\"\n  tokki terms --search 承認\n"
            "  tokki terms --duties --bearer client\n値：",
            "Examples:\n  tokki terms \"Special Terms 3(4)\" --lang en\n"
            "  tokki terms --search 承認\n  tokki terms --duties --bearer client\nValues:"));
    const std::string narrowing = say("--duties をしぼります", "With --duties");
    add_choice(command, "--bearer", terms_.bearer, narrowing);
    add_choice(command, "--modality", terms_.modality, narrowing);
    add_choice(command, "--promptness", terms_.promptness, narrowing);
    add_choice(command, "--record", terms_.record, narrowing);
    command.add_option("--clause", terms_.clause, narrowing)->option_text("CLAUSE");
    command.add_option("--rule", terms_.rule, narrowing)->option_text("RULE");
    command
        .add_option("--diff", terms_.diff,
                    say("二つの版を比べます（組み込みの版は itaku-kunren）",
                        "Compare two editions (built-in: itaku-kunren)"))
        ->expected(2)
        ->option_text("EDITION EDITION");
    command.add_option("--format", terms_.format, say("出力の形式", "Output format"))
        ->transform(one_of(Keys<TermsOutput>{{"text", TermsOutput::text},
                                             {"json", TermsOutput::json},
                                             {"markdown", TermsOutput::markdown},
                                             {"oscal", TermsOutput::oscal}}))
        ->option_text(say("text|json|markdown|oscal（既定：text）",
                          "text|json|markdown|oscal (default: text)"));
    add_language(command);
    add_edition(command);
    command.callback([this] { command_ = [this] { return show_terms(); }; });
  }

  void add_schema() {
    CLI::App& command =
        add_command("schema", say("JSON Schemaを出力します", "Print a JSON Schema"));
    command.add_option("document", schema_document_, say("文書の種類", "The kind of document"))
        ->required()
        ->check(CLI::IsMember({"declaration", "dossier", "dossier-record", "edition", "report"}))
        ->option_text("declaration|dossier|dossier-record|edition|report");
    command
        .add_option("--draft", schema_.draft, say("JSON Schemaの版", "The draft of JSON Schema"))
        ->transform(one_of(Keys<SchemaDraft>{{"7", SchemaDraft::draft_07},
                                             {"2020-12", SchemaDraft::draft_2020_12}}))
        ->option_text(say("7|2020-12（既定：2020-12）", "7|2020-12 (default: 2020-12)"));
    command.add_flag("--complete", schema_.complete,
                     say("様式が求める欄を必須にします", "Also require what the form asks for"));
    add_language(command);
    add_edition(command);
    command.callback([this] { command_ = [this] { return print_schema(); }; });
  }

  // The editions asked for, the first of them first, or nothing after complaining.
  std::optional<Editions> editions() {
    return load_editions(edition_paths_, with_terminal(style_));
  }

  // What checking needs, or nothing after complaining.
  std::optional<CheckOptions> check_options() {
    CheckOptions options;
    if (!as_of_.empty()) {
      const Date date{Str(as_of_)};
      if (!date.value) {
        complain(fmt::format("--as-of {}: {}", as_of_,
                             say("日付として読み取れません（例：2025-04-01、令和7年4月1日）",
                                 "not a date (as in 2025-04-01 or 令和7年4月1日)")));
        return std::nullopt;
      }
      options.as_of = date.value;
    }
    const auto loaded = editions();
    if (!loaded) return std::nullopt;
    options.editions = *loaded;
    options.keep_values = style_.show_values;
    options.across = std::make_shared<AcrossContracts>();
    return options;
  }

  [[nodiscard]] std::optional<Severity> fail_level() const {
    for (const auto& choice : Description<Severity>::choices) {
      if (choice.key == fail_on_) return choice.value;
    }
    return std::nullopt;
  }

  int check() {
    auto options = check_options();
    if (!options) return kUsage;
    check_.options = std::move(*options);
    check_.fail_on = fail_level();
    check_.style = with_terminal(style_);
    return run_check(check_);
  }

  int chain() {
    auto options = check_options();
    if (!options) return kUsage;
    chain_.options = std::move(*options);
    chain_.fail_on = fail_level();
    chain_.style = with_terminal(style_);
    return run_chain(chain_);
  }

  int explain_rule() {
    const RuleInfo* rule = find_rule(rule_);
    if (rule == nullptr) {
      const std::string_view near = closest_rule(rule_);
      complain(fmt::format("{}: {}{}", rule_, say("そのような規則はありません", "no such rule"),
                           near.empty()
                               ? std::string()
                               : say("。もしかして：", "; did you mean ") + std::string(near)));
      return kUsage;
    }
    const auto known = editions();
    if (!known) return kUsage;
    return written(explain(*rule, *known->first(), with_terminal(style_)));
  }

  int list_rules() {
    const auto known = editions();
    if (!known) return kUsage;
    if (rules_format_ == "markdown") return written(rule_reference(*known->first()));
    std::string text;
    for (const RuleInfo* rule : all_rules()) {
      text += fmt::format("{:<36}{}\n", rule->id,
                          severity_name(known->first()->severity(*rule), style_.language));
    }
    return written(text);
  }

  int show_terms() {
    terms_.style = with_terminal(style_);
    if (!terms_.diff.empty()) return run_terms_diff(terms_);
    const bool narrowed = terms_.bearer || terms_.modality || terms_.promptness || terms_.record ||
                          !terms_.clause.empty() || !terms_.rule.empty();
    terms_.duties = terms_.duties || narrowed;
    const auto known = editions();
    return known ? run_terms(terms_, *known) : kUsage;
  }

  int print_schema() {
    if (schema_document_ == "report") return written(report_schema(schema_.draft));
    const auto known = editions();
    if (!known) return kUsage;
    const Edition& terms = *known->first();
    if (schema_document_ == "dossier") return written(dossier_schema(terms, schema_));
    if (schema_document_ == "dossier-record") return written(dossier_record_schema(terms, schema_));
    if (schema_document_ == "edition") return written(edition_schema(terms, schema_));
    return written(declaration_schema(terms, schema_));
  }

  static TextStyle with_terminal(TextStyle style) {
    style.width = terminal_width();
    style.colour = colour_is_welcome();
    return style;
  }

  static int written(const std::string& text) {
    return put(text) || reader_is_gone() ? kClean : kInternal;
  }

  Language language_;
  CLI::App app_;
  std::function<int()> command_;
  CheckArguments check_;
  ChainArguments chain_;
  TermsArguments terms_;
  TextStyle style_;
  SchemaOptions schema_;
  std::vector<std::string> edition_paths_;
  std::string as_of_, rule_, schema_document_;
  std::string rules_format_ = "text";
  std::string fail_on_ = "error";
};

}  // namespace
}  // namespace tokki::cli

int main(int argc, char** argv) {
  using namespace tokki::cli;
  reserve_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is seen when writing
  try {
    return CommandLine(asked_language(argc, argv)).run(argc, argv);
  } catch (const std::exception& error) {
    complain(fmt::format("internal error: {}", error.what()));
  } catch (...) {
    complain("internal error");
  }
  return kInternal;
}
