// tokki: the command line. Reaches only what include/tokki offers to everyone.
#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <tokki/rule_reference.hpp>

#include <csignal>
#include <fstream>
#include <iterator>

#include "chain_command.hpp"
#include "check_command.hpp"
#include "command_table.hpp"
#include "completions.hpp"
#include "config.hpp"
#include "edition_files.hpp"
#include "exit_codes.hpp"
#include "man_page.hpp"
#include "options.hpp"
#include "output.hpp"
#include "rule_selection.hpp"
#include "terms_command.hpp"
#include "usage_fault.hpp"

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
    add_completions();
    add_man();
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
      return written(text.str());
    }
    complain(usage_fault(app_, error, language_));
    complain(say("使い方は tokki --help を見てください", "see tokki --help"));
    return kUsage;
  }

  void show_examples(CLI::App& command, const char* ja, const char* en) const {
    command.footer(say("例：\n", "Examples:\n") + say(ja, en));
  }

  CLI::App& add_command(const char* name, const std::string& purpose) {
    CLI::App& command = *app_.add_subcommand(name, purpose);
    command.group(say("コマンド", "Subcommands"));
    command.set_help_flag("-h,--help", say("使い方を表示します", "Print this help"));
    return command;
  }

  // The options of everything that speaks: and with them tokki.toml, which settles some of them.
  void add_manners(CLI::App& command) {
    add_own_language(command);
    take_one_of(
        command.add_option("--color", colour_, say("色", "Colour")),
        Keys<Colour>{
            {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}})
        ->option_text(say("auto|always|never（既定：auto）", "auto|always|never (default: auto)"));
    command
        .add_option("--config", config_file_,
                    say("設定ファイル（既定：上へさがした tokki.toml）",
                        "Configuration (default: the nearest\ntokki.toml upward)"))
        ->type_name("FILE")
        ->option_text("FILE");
    command.add_flag("--no-config", no_config_,
                     say("設定ファイルを用いません", "Use no configuration"));
  }

  // Of a command that heeds no tokki.toml; asked_language() has already looked.
  void add_own_language(CLI::App& command) {
    take_one_of(command.add_option("--lang", asked_language_, say("ことば", "Language")),
                keys_of<Language>())
        ->option_text(say("ja|en（既定：ja）", "ja|en (default: ja)"));
  }

  void runs(CLI::App& command, int (CommandLine::*job)()) {
    command.callback(
        [this, job] { command_ = [this, job] { return configure() ? (this->*job)() : kUsage; }; });
  }

  // The command line wins over the file.
  bool configure() {
    if (asked_language_) language_ = *asked_language_;
    if (!no_config_) {
      const std::string file = config_file_.empty() ? nearest_config() : config_file_;
      if (!file.empty()) {
        auto config = read_config(file, language_);
        if (!config) return false;
        config_ = *std::move(config);
      }
    }
    if (!asked_language_) language_ = config_.language.value_or(Language::ja);
    style_.language = language_;
    if (edition_paths_.empty()) edition_paths_ = config_.editions;
    return true;
  }

  void add_edition(CLI::App& command) {
    command
        .add_option("--edition", edition_paths_,
                    say("特記事項の版のファイル（既定：組み込みの版）",
                        "An edition's file (default: the built-in one)"))
        ->allow_extra_args(false)
        ->type_name("FILE")
        ->option_text("FILE ...");
  }

  // What every command that checks documents takes.
  void add_documents(CLI::App& command) {
    add_checking(command, checking_, language_);
    add_manners(command);
    add_edition(command);
    command.add_flag("--show-values", style_.show_values,
                     say("欄の記載も示します（個人情報にご注意ください）",
                         "Show what is written in the cells: personal data"));
  }

  void add_check() {
    CLI::App& command =
        add_command("check", say("届出書や案件を確かめます", "Check declarations and dossiers"));
    add_documents(command);
    take_one_of(
        command.add_option("--format", check_.format,
                           say("出力の形式：text、json、ndjson、sarif、\njunit、github、csv",
                               "Output format: text, json, ndjson, sarif,\njunit, github, "
                               "csv")),
        keys_of<ReportFormat>())
        ->option_text(say("WHICH（既定：text）", "WHICH (default: text)"));
    command.add_flag(
        "--quote", style_.quote,
        say("指摘ごとに条項の文言を示します", "Quote the wording of each finding's clause"));
    command.add_flag("--statistics", check_.statistics,
                     say("指摘の代わりに、規則ごとの件数を多い順に示します",
                         "Instead of findings, count them by rule"));
    runs(command, &CommandLine::check);
  }

  void add_chain() {
    CLI::App& command = add_command("chain", say("再委託等の連なりと届出、承諾、所在を示します",
                                                 "Show who works for whom and has filed"));
    add_documents(command);
    take_one_of(command.add_option("--format", chain_.format, say("出力の形式", "Output format")),
                keys_of<ChainFormat>())
        ->option_text(say("text|json|dot|mermaid|svg|html（既定：text）",
                          "text|json|dot|mermaid|svg|html (default: text)"));
    command
        .add_option("--party", chain_.party,
                    say("一つの事業者について示します\n（id、法人番号又は名称）",
                        "Tell of one party: by id, corporate number or name"))
        ->option_text("PARTY");
    show_examples(command,
                  "  tokki chain 案件フォルダー\n  tokki chain 案件.json --format svg > 案件.svg",
                  "  tokki chain dossier/ --lang en\n"
                  "  tokki chain dossier.json --format svg > dossier.svg");
    runs(command, &CommandLine::chain);
  }

  void add_explain() {
    CLI::App& command =
        add_command("explain", say("規則の目的、根拠、例、直し方を示します",
                                   "Show a rule's purpose, clause, examples and remedy"));
    command
        .add_option("rule", rule_,
                    say("規則の名前（tokki rules で一覧）", "The rule's id (see tokki rules)"))
        ->required()
        ->type_name("RULE")
        ->option_text("RULE");
    show_examples(command, "  tokki explain japan-only-contradicted",
                  "  tokki explain japan-only-contradicted --lang en");
    add_manners(command);
    add_edition(command);
    runs(command, &CommandLine::explain_rule);
  }

  void add_rules() {
    CLI::App& command = add_command("rules", say("規則の一覧を示します", "List all rules"));
    take_one_of(command.add_option("--format", rules_format_, say("出力の形式", "Output format")),
                {"text", "markdown"})
        ->option_text(say("text|markdown（既定：text）", "text|markdown (default: text)"));
    show_examples(command, "  tokki rules\n  tokki rules --format markdown > 規則.md",
                  "  tokki rules --lang en\n  tokki rules --format markdown > rules.md");
    add_manners(command);
    add_edition(command);
    runs(command, &CommandLine::list_rules);
  }

  // An option that takes one of an enumeration's values, which the command's footer lists.
  template <Enumeration E>
  void add_choice(CLI::App& command, const std::string& name, std::optional<E>& chosen,
                  const std::string& purpose) {
    take_one_of(command.add_option(name, chosen, purpose), keys_of<E>())->option_text("WHICH");
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
    command.add_option("--rule", terms_.rule, narrowing)->type_name("RULE")->option_text("RULE");
    command
        .add_option("--diff", terms_.diff,
                    say("二つの版を比べます（組み込みの版は itaku-kunren）",
                        "Compare two editions (built-in: itaku-kunren)"))
        ->expected(2)
        ->type_name("FILE")
        ->option_text("EDITION EDITION");
    take_one_of(command.add_option("--format", terms_.format, say("出力の形式", "Output format")),
                Keys<TermsOutput>{{"text", TermsOutput::text},
                                  {"json", TermsOutput::json},
                                  {"markdown", TermsOutput::markdown},
                                  {"oscal", TermsOutput::oscal}})
        ->option_text(say("text|json|markdown|oscal（既定：text）",
                          "text|json|markdown|oscal (default: text)"));
    add_manners(command);
    add_edition(command);
    runs(command, &CommandLine::show_terms);
  }

  void add_schema() {
    CLI::App& command =
        add_command("schema", say("JSON Schemaを出力します", "Print a JSON Schema"));
    take_one_of(
        command.add_option("document", schema_document_, say("文書の種類", "The kind of document")),
        {"declaration", "dossier", "dossier-record", "edition", "report"})
        ->required()
        ->option_text("declaration|dossier|dossier-record|edition|report");
    take_one_of(
        command.add_option("--draft", schema_.draft,
                           say("JSON Schemaの版", "The draft of JSON Schema")),
        Keys<SchemaDraft>{{"7", SchemaDraft::draft_07}, {"2020-12", SchemaDraft::draft_2020_12}})
        ->option_text(say("7|2020-12（既定：2020-12）", "7|2020-12 (default: 2020-12)"));
    command.add_flag("--complete", schema_.complete,
                     say("様式が求める欄を必須にします", "Also require what the form asks for"));
    show_examples(command,
                  "  tokki schema declaration > declaration.schema.json\n"
                  "  tokki schema dossier --draft 7 > dossier.schema.json",
                  "  tokki schema declaration > declaration.schema.json\n"
                  "  tokki schema dossier --draft 7 > dossier.schema.json");
    add_manners(command);
    add_edition(command);
    runs(command, &CommandLine::print_schema);
  }

  void add_completions() {
    CLI::App& command = add_command(
        "completions", say("シェルの補完を出力します", "Print completions for a shell"));
    take_one_of(command.add_option("shell", shell_, say("シェル", "The shell")),
                Keys<Shell>{{"bash", Shell::bash}, {"zsh", Shell::zsh}, {"fish", Shell::fish}})
        ->required()
        ->option_text("bash|zsh|fish");
    show_examples(command,
                  "  source <(tokki completions bash)\n"
                  "  tokki completions fish > ~/.config/fish/completions/tokki.fish",
                  "  source <(tokki completions bash --lang en)\n"
                  "  tokki completions fish > ~/.config/fish/completions/tokki.fish");
    add_own_language(command);
    command.callback([this] {
      command_ = [this] { return written(completions(command_table(app_), shell_)); };
    });
  }

  void add_man() {
    CLI::App& command = add_command("man", say("マニュアルを出力します", "Print the manual page"));
    add_own_language(command);
    show_examples(command, "  tokki man > /usr/local/share/man/ja/man1/tokki.1",
                  "  tokki man --lang en > /usr/local/share/man/man1/tokki.1");
    command.callback([this] {
      command_ = [this] { return written(man_page(command_table(app_), language_)); };
    });
  }

  // The editions asked for, the first of them first, or nothing after complaining.
  std::optional<Editions> editions() {
    return load_editions(edition_paths_, with_terminal(style_));
  }

  // The same with the rules set as tokki.toml says, as checking applies them.
  std::optional<Editions> configured_editions() {
    const auto loaded = editions();
    if (!loaded) return std::nullopt;
    return with_rules(
        *loaded, {.settings = config_.rules, .select = config_.select, .ignore = config_.ignore});
  }

  // What checking needs, or false after complaining.
  bool settle(Checking& checking) {
    const auto loaded = editions();
    return loaded && cli::settle(checking_, config_, *loaded, with_terminal(style_), checking);
  }

  int check() {
    if (!settle(check_)) return kUsage;
    if (check_.statistics && check_.format != ReportFormat::text) {
      complain(say("--statistics は --format text と用います（jsonの集計は summary にあります）",
                   "--statistics goes with --format text (json has the counts in its summary)"));
      return kUsage;
    }
    return run_check(check_);
  }

  int chain() { return settle(chain_) ? run_chain(chain_) : kUsage; }

  int explain_rule() {
    const RuleInfo* rule = find_rule(rule_);
    if (rule == nullptr) {
      complain(rule_fault(rule_, RuleUse::selected, style_.language));
      return kUsage;
    }
    const auto known = configured_editions();
    if (!known) return kUsage;
    return written(explain(*rule, *known->first(), with_terminal(style_)));
  }

  int list_rules() {
    const auto known = configured_editions();
    if (!known) return kUsage;
    const Edition& edition = *known->first();
    if (rules_format_ == "markdown") return written(rule_reference(edition));
    std::string text;
    for (const RuleInfo* rule : all_rules()) {
      const std::string_view severity = severity_name(edition.severity(*rule), style_.language);
      text += fmt::format("{:<36}{}\n", rule->id,
                          edition.enabled(*rule) ? severity : say("（用いません）", "(off)"));
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

  [[nodiscard]] TextStyle with_terminal(TextStyle style) const {
    style.width = terminal_width();
    style.colour = colour_is_welcome(colour_);
    return style;
  }

  [[nodiscard]] int written(const std::string& text) const {
    return cli::written(text, kClean, language_);
  }

  Language language_;
  CLI::App app_;
  std::function<int()> command_;
  std::optional<Language> asked_language_;
  Colour colour_ = Colour::automatic;
  std::string config_file_;
  bool no_config_ = false;
  Config config_;
  CheckingRequest checking_;
  CheckArguments check_;
  ChainArguments chain_;
  TermsArguments terms_;
  TextStyle style_;
  SchemaOptions schema_;
  Shell shell_ = Shell::bash;
  std::vector<std::string> edition_paths_;
  std::string rule_, schema_document_;
  std::string rules_format_ = "text";
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
