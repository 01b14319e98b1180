/* tokki.h: the C interface of tokki. C99; this header is its manual.
 *
 *   JSON  ->  tokki_check          ->  tokki_report    what is wrong, where, under which clause
 *   JSON  ->  tokki_document_read  ->  tokki_record    what is written, by JSON Pointer
 *   JSON… ->  tokki_dossier_checker -> tokki_reports   the same of many documents, joined
 *   JSON… ->  tokki_chain_builder  ->  tokki_chain     who must file, where the data lies
 *   path  ->  tokki_check_path     ->  tokki_report …  of all documents in a file or a folder
 *   JSON… ->  tokki_assessor       ->  tokki_assessment  how each duty stands at an instant
 *   path  ->  tokki_assess_path    ->  tokki_assessment …  of each contract in a file or a folder
 *   forms ->  tokki_compare        ->  tokki_changes   what changed in what was declared
 *
 *   tokki_report *report;
 *   tokki_error error;
 *   if (tokki_check(NULL, tokki_text_of(json), tokki_text_of("form.json"), 0, &report, &error)) {
 *     fprintf(stderr, "%s\n", error.en);
 *     return 1;
 *   }
 *   for (size_t i = 0; i < tokki_report_size(report); ++i) {
 *     tokki_words words = {.size = sizeof words};
 *     tokki_report_words(report, i, TOKKI_EN, &words, &error);
 *     printf("%.*s\n", (int)words.message.size, words.message.data);
 *   }
 *   tokki_report_free(report);
 *
 * Text      is UTF-8, data and length; it is not terminated, and what a document writes as \u0000
 *           is a NUL in it. Text that a function gives is borrowed from the handle that it was
 *           asked of.
 * Handles   are opaque. Whoever gets one through an `out` argument owns it and frees it once with
 *           its own _free, which takes NULL. A handle keeps alive whatever it needs: a report may
 *           outlive its checker, a checker its editions.
 * Threads   One rule: any number of threads may use any handle at the same time; it is freed when
 *           none of them uses it any more. Checkers, reports, documents, editions, chains,
 *           assessments and changes never change; a chain builder, a dossier checker and an
 *           assessor are locked while they take something in.
 * Failure   A function that can fail returns a tokki_status and fills in the caller's tokki_error,
 *           which may be NULL; then every handle it should have given is NULL. Bad input is a
 *           finding, not a failure. No exception leaves a function, and what was given before
 *           stays whole, even when memory runs out (TOKKI_NO_MEMORY). The one exception: the
 *           library that holds an edition's `extensions_schema` ends the program then.
 * Structs   that start with `size` may grow. Set all of one to zero, its size to sizeof, then what
 *           is wanted: {.size = sizeof options}. A caller built against an older header has a
 *           shorter struct, which is understood. One that sets a member this library does not know
 *           is refused; one that offers room for it finds zeros there.
 * Files     are read by tokki_check_path and tokki_assess_path alone. Nothing else is read from or
 *           written to anywhere but memory.
 */
#ifndef TOKKI_TOKKI_H
#define TOKKI_TOKKI_H

/* This is C99, whatever reads it. NOLINTBEGIN(modernize-use-using,modernize-deprecated-headers) */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifdef __GNUC__
#define TOKKI_API __attribute__((visibility("default")))
#else
#define TOKKI_API
#endif

/* ---- Basics ---- */

/* The generation of this interface: the number in the library's soname. It rises when a program
 * built against an older header would no longer work. */
#define TOKKI_ABI 1
/* The library's, to be compared with TOKKI_ABI by those who load it at run time. */
TOKKI_API uint32_t tokki_abi(void);

typedef struct {
  const char* data; /* NULL with size 0: nothing is there */
  size_t size;      /* bytes */
} tokki_text;

/* "0.1.0"; lives as long as the program. */
TOKKI_API tokki_text tokki_version(void);

/* A terminated string as text; NULL is nothing. */
static inline tokki_text tokki_text_of(const char* terminated) {
  tokki_text text;
  text.data = terminated;
  text.size = terminated ? strlen(terminated) : 0;
  return text;
}

typedef enum {
  TOKKI_OK = 0,
  TOKKI_INVALID_ARGUMENT = 1, /* wrong use: the error says of what */
  TOKKI_NO_MEMORY = 2,
  TOKKI_INTERNAL = 3,   /* a defect of tokki or of a library that it uses */
  TOKKI_FAULTY = 4,     /* the input cannot be used; its faults are given as a report */
  TOKKI_NOT_FOUND = 5,  /* nothing of that name, pointer or index */
  TOKKI_WRONG_TYPE = 6, /* the member or the document is of another type */
  TOKKI_NO_VALUE = 7    /* the cell is blank, or its text has no definite value */
} tokki_status;

/* What went wrong, in both languages; terminated. */
typedef struct {
  int32_t status;
  char ja[254];
  char en[254];
} tokki_error;

typedef enum { TOKKI_JA = 0, TOKKI_EN = 1 } tokki_language;

/* From least to most. */
typedef enum {
  TOKKI_NOTE = 0,         /* nothing to do, or a fix that is offered */
  TOKKI_UNDETERMINED = 1, /* the terms leave it open, or evidence is wanting */
  TOKKI_REVIEW = 2,       /* a person must decide */
  TOKKI_WARNING = 3,      /* probably wrong */
  TOKKI_ERROR = 4         /* the document must be corrected */
} tokki_severity;

/* Its word: "error", 誤り; lives as long as the program. Nothing for other numbers. */
TOKKI_API tokki_text tokki_severity_name(int32_t severity, tokki_language language);

/* A day of the Gregorian calendar; all 0: no day. */
typedef struct {
  int32_t year, month, day;
} tokki_day;

/* The seconds at which something may have happened, from the first to the last: seconds since
 * 1970-01-01T00:00:00Z. Equal when the time is known to the second. */
typedef struct {
  int64_t earliest, latest;
} tokki_interval;

/* Beyond a limit there is a finding. 0: the default. */
typedef struct {
  size_t size;
  size_t document_bytes; /* 16 MiB */
  size_t depth;          /* 64; at most 1,024 */
  size_t string_bytes;   /* 64 KiB */
  size_t key_bytes;      /* 256 */
  size_t array_items;    /* 100,000 */
  size_t findings;       /* 1,000; then the finding "findings-truncated" */
} tokki_limits;

typedef struct tokki_edition tokki_edition;
typedef struct tokki_checker tokki_checker;
typedef struct tokki_report tokki_report;
typedef struct tokki_reports tokki_reports;
typedef struct tokki_dossier_checker tokki_dossier_checker;
typedef struct tokki_string tokki_string;
typedef struct tokki_document tokki_document;
typedef struct tokki_record tokki_record;
typedef struct tokki_chain_builder tokki_chain_builder;
typedef struct tokki_chain tokki_chain;
typedef struct tokki_assessor tokki_assessor;
typedef struct tokki_assessment tokki_assessment;
typedef struct tokki_changes tokki_changes;

/* ---- Editions: the terms of one office ---- */

/* The edition that comes with tokki. */
TOKKI_API tokki_status tokki_edition_builtin(tokki_edition** out, tokki_error* error);

/* Loads an edition (tokki.edition/1). `known`, `known_count`: the editions it may extend, besides
 * the built-in one. All faults of the file at once are in *faults, which may be asked for in any
 * case (NULL: not wanted); when one of them is an error the status is TOKKI_FAULTY. */
TOKKI_API tokki_status tokki_edition_load(tokki_text json, const tokki_edition* const* known,
                                          size_t known_count, tokki_edition** out,
                                          tokki_report** faults, tokki_error* error);

/* "id/version". */
TOKKI_API tokki_text tokki_edition_reference(const tokki_edition* edition);

/* All that it says, for the getters below; lives as long as the edition. */
TOKKI_API const tokki_record* tokki_edition_record(const tokki_edition* edition);

TOKKI_API void tokki_edition_free(tokki_edition* edition);

/* ---- Checking ---- */

#define TOKKI_KEEP_VALUES 1u /* keep what is written at each finding (personal data!) */
/* For a dossier checker: remember what each 乙 answered in rows 2 to 4, and say where the same firm
 * answers otherwise in a later dossier. */
#define TOKKI_ACROSS_DOSSIERS 2u

typedef struct {
  size_t size;
  const tokki_edition* const* editions; /* those documents may refer to; the first is the default */
  size_t edition_count;                 /* 0: the built-in one */
  const tokki_limits* limits;           /* NULL: the defaults */
  tokki_day as_of; /* the day of the check; none: today in Japan, at each check (for a dossier:
                      when its first document is added) */
  uint32_t flags;  /* TOKKI_KEEP_VALUES, TOKKI_ACROSS_DOSSIERS */
} tokki_check_options;

/* A checker keeps its storage from one document to the next. `options` may be NULL. */
TOKKI_API tokki_status tokki_checker_new(const tokki_check_options* options, tokki_checker** out,
                                         tokki_error* error);

/* Checks a document of any kind that tokki knows (its member "format" says which). `uri` names it
 * in the report. `line`: its line in an NDJSON file, from 1; 0: it is a file of its own.
 * `checker` may be NULL: as by a new one without options. */
TOKKI_API tokki_status tokki_check(const tokki_checker* checker, tokki_text json, tokki_text uri,
                                   uint64_t line, tokki_report** out, tokki_error* error);

TOKKI_API void tokki_checker_free(tokki_checker* checker);

/* ---- Reports: the findings on one document ---- */

/* What the report is about: the name given to it, the line (0: none), the kind ("declaration";
 * empty when it is not known), and the reference of the edition it was checked with. */
TOKKI_API tokki_text tokki_report_uri(const tokki_report* report);
TOKKI_API uint64_t tokki_report_line(const tokki_report* report);
TOKKI_API tokki_text tokki_report_kind(const tokki_report* report);
TOKKI_API tokki_text tokki_report_edition(const tokki_report* report);

/* The number of findings, in the order of the form, and the gravest severity (-1: no finding). */
TOKKI_API size_t tokki_report_size(const tokki_report* report);
TOKKI_API int32_t tokki_report_gravest(const tokki_report* report);

typedef struct {
  size_t size;
  tokki_text rule;        /* its id, public and permanent */
  int32_t severity;       /* a tokki_severity */
  uint32_t related_count; /* further places that it refers to */
} tokki_finding;

TOKKI_API tokki_status tokki_report_finding(const tokki_report* report, size_t index,
                                            tokki_finding* out, tokki_error* error);

typedef struct {
  size_t size;
  tokki_text pointer;    /* RFC 6901, into the document as supplied; empty: all of it */
  tokki_text cell;       /* "declaration.online_storage.services.name"; nothing outside a cell */
  tokki_text value;      /* what is written there, if values were kept and it is UTF-8 */
  tokki_text document;   /* its name, where it is not the report's own */
  uint64_t offset;       /* bytes from the start, from 0 */
  uint32_t line, column; /* from 1, the column in characters; 0: no position */
} tokki_location;

/* Where a finding points: `place` 0; the places related to it: 1 to related_count. */
TOKKI_API tokki_status tokki_report_location(const tokki_report* report, size_t index, size_t place,
                                             tokki_location* out, tokki_error* error);

typedef struct {
  size_t size;
  tokki_text message;  /* what is wrong */
  tokki_text remedy;   /* what to do */
  tokki_text place;    /* the cell's position on the form; empty without a cell */
  tokki_text label;    /* the cell's printed label */
  tokki_text clause;   /* the clause's key, the same in every language; nothing without a clause */
  tokki_text citation; /* the clause as cited */
} tokki_words;

/* A finding in words, which are made when they are first asked for in that language. */
TOKKI_API tokki_status tokki_report_words(const tokki_report* report, size_t index,
                                          tokki_language language, tokki_words* out,
                                          tokki_error* error);

#define TOKKI_COLOUR 1u      /* ANSI colours */
#define TOKKI_QUOTE 2u       /* quote the clause under each finding */
#define TOKKI_SHOW_VALUES 4u /* show what is written in the cells, if it was kept */

typedef struct {
  size_t size;
  size_t width;     /* columns; 0: 80 */
  int32_t language; /* a tokki_language, where the format has but one */
  uint32_t flags;   /* TOKKI_COLOUR, TOKKI_QUOTE, TOKKI_SHOW_VALUES */
} tokki_style;

/* Writes the report as `tokki check` does for one document, in any of its formats: "text" (without
 * the closing count; nothing without findings), "json" (one object, both languages), "ndjson",
 * "sarif", "junit", "github", "csv". An error is a failure. `style` may be NULL. */
TOKKI_API tokki_status tokki_report_render(const tokki_report* report, tokki_text format,
                                           const tokki_style* style, tokki_string** out,
                                           tokki_error* error);

TOKKI_API void tokki_report_free(tokki_report* report);

TOKKI_API tokki_text tokki_string_text(const tokki_string* string);
TOKKI_API void tokki_string_free(tokki_string* string);

/* ---- Documents: what is written ---- */

/* Reads a document of any kind. Its structural faults are in *faults (NULL: not wanted); a member
 * at fault reads as blank. TOKKI_FAULTY: it is no JSON, or of no format that tokki knows. `limits`
 * may be NULL. */
TOKKI_API tokki_status tokki_document_read(tokki_text json, const tokki_limits* limits,
                                           tokki_document** out, tokki_report** faults,
                                           tokki_error* error);

/* Lives as long as the document. */
TOKKI_API const tokki_record* tokki_document_record(const tokki_document* document);

TOKKI_API void tokki_document_free(tokki_document* document);

typedef enum {
  TOKKI_NO_MEMBER = 0, /* no such member, or no such entry of a list */
  TOKKI_TEXT = 1,
  TOKKI_DAY = 2,
  TOKKI_COUNTRY = 3,
  TOKKI_CHOICE = 4, /* one of several keys */
  TOKKI_BOOLEAN = 5,
  TOKKI_NUMBER = 6,
  TOKKI_LIST = 7, /* what is ticked in a group of boxes is a list of choices, in the form's order */
  TOKKI_GROUP = 8,   /* a record with members */
  TOKKI_JSON = 9,    /* any JSON, byte for byte as it stands in the document */
  TOKKI_INSTANT = 10 /* a time, or a day: from one second to another */
} tokki_type;

/* "declaration", "dossier", "dossier-record", "edition" … */
TOKKI_API tokki_text tokki_record_kind(const tokki_record* record);

/* The getters take a JSON Pointer (RFC 6901) into the record: "/online_storage/services/0/name".
 * What is described can be read, whether or not the document holds it; `schemas/` lists it all. */
TOKKI_API tokki_type tokki_record_type(const tokki_record* record, tokki_text pointer);

/* What is written in a cell (text, day, country), a choice's key, or JSON. Blank: size 0. */
TOKKI_API tokki_status tokki_record_text(const tokki_record* record, tokki_text pointer,
                                         tokki_text* out, tokki_error* error);
/* The day that the written date means. TOKKI_NO_VALUE: none is written, or not exactly one is
 * meant. */
TOKKI_API tokki_status tokki_record_day(const tokki_record* record, tokki_text pointer,
                                        tokki_day* out, tokki_error* error);
/* The seconds that a written time can mean: 59 apart to the minute, a whole day in Japan for a day.
 * TOKKI_NO_VALUE: none is written, or not exactly one is meant. */
TOKKI_API tokki_status tokki_record_interval(const tokki_record* record, tokki_text pointer,
                                             tokki_interval* out, tokki_error* error);
/* The ISO 3166-1 alpha-2 code of the written country. TOKKI_NO_VALUE: likewise. */
TOKKI_API tokki_status tokki_record_country(const tokki_record* record, tokki_text pointer,
                                            tokki_text* out, tokki_error* error);
TOKKI_API tokki_status tokki_record_boolean(const tokki_record* record, tokki_text pointer,
                                            int32_t* out, tokki_error* error);
TOKKI_API tokki_status tokki_record_number(const tokki_record* record, tokki_text pointer,
                                           int64_t* out, tokki_error* error);
/* The number of entries of a list. */
TOKKI_API tokki_status tokki_record_size(const tokki_record* record, tokki_text pointer,
                                         size_t* out, tokki_error* error);

/* ---- Dossiers of many documents ---- */

/* A dossier (案件) whose contract, parties, subcontracts and forms stand in documents of their own,
 * or a record a line. Takes the flag TOKKI_ACROSS_DOSSIERS besides. `options` may be NULL. */
TOKKI_API tokki_status tokki_dossier_checker_new(const tokki_check_options* options,
                                                 tokki_dossier_checker** out, tokki_error* error);

/* Adds a document of any kind, copied; a declaration counts as filed under this contract. After
 * TOKKI_NO_MEMORY the checker is of no further use but to be freed. */
TOKKI_API tokki_status tokki_dossier_checker_add(tokki_dossier_checker* checker, tokki_text json,
                                                 tokki_text uri, uint64_t line, tokki_error* error);

/* Joins what was added: one report for each document, in the order of adding, and the chain (NULL:
 * not wanted). The checker is empty afterwards, and takes in the next dossier. */
TOKKI_API tokki_status tokki_dossier_checker_finish(tokki_dossier_checker* checker,
                                                    tokki_reports** out, tokki_chain** chain,
                                                    tokki_error* error);

TOKKI_API void tokki_dossier_checker_free(tokki_dossier_checker* checker);

TOKKI_API size_t tokki_reports_size(const tokki_reports* reports);
/* Lives as long as `reports`; NULL: there is none of that index. */
TOKKI_API const tokki_report* tokki_reports_at(const tokki_reports* reports, size_t index);
TOKKI_API void tokki_reports_free(tokki_reports* reports);

/* ---- Chains: who works for whom ---- */

typedef struct {
  size_t size;
  const tokki_edition* const* editions; /* each form is read with the one it refers to; */
  size_t edition_count;                 /* the first is the default. 0: the built-in one */
  const tokki_limits* limits;           /* of each document; NULL: the defaults */
  tokki_day as_of; /* the day for which the chain is computed; none: today in Japan */
  uint32_t flags;  /* none yet: 0 */
} tokki_chain_options;

/* Takes in dossiers and their records, in any order. `options` may be NULL. */
TOKKI_API tokki_status tokki_chain_builder_new(const tokki_chain_options* options,
                                               tokki_chain_builder** out, tokki_error* error);

/* Adds a dossier (tokki.dossier/1) or a record of one (tokki.dossier-record/1). Faults as by
 * tokki_document_read; after TOKKI_FAULTY nothing of the document was added, and the builder goes
 * on. After TOKKI_NO_MEMORY it is of no further use but to be freed. */
TOKKI_API tokki_status tokki_chain_builder_add(tokki_chain_builder* builder, tokki_text json,
                                               tokki_report** faults, tokki_error* error);

/* The chain of what was added. The builder is empty afterwards. */
TOKKI_API tokki_status tokki_chain_builder_build(tokki_chain_builder* builder, tokki_chain** out,
                                                 tokki_error* error);

TOKKI_API void tokki_chain_builder_free(tokki_chain_builder* builder);

#define TOKKI_NOBODY UINT32_MAX

/* Whether a party must have filed. */
typedef enum {
  TOKKI_FILED = 0,               /* a declaration is in force */
  TOKKI_MISSING = 1,             /* it must file, and has not */
  TOKKI_NOT_YET = 2,             /* its work is only planned, or that of the contract ahead */
  TOKKI_FILING_UNDETERMINED = 3, /* not recorded: handles it electronic data, has work begun */
  TOKKI_NOT_IN_CHAIN = 4         /* no path leads to it from the contractor */
} tokki_expected;

typedef enum { TOKKI_NOT_SAID = 0, TOKKI_YES = 1, TOKKI_NO = 2 } tokki_said;

/* The contract, for the getters; lives as long as the chain. */
TOKKI_API const tokki_record* tokki_chain_contract(const tokki_chain* chain);
/* 乙, or TOKKI_NOBODY when it is not known. */
TOKKI_API uint32_t tokki_chain_contractor(const tokki_chain* chain);
/* The party of that id, corporate number or name, or TOKKI_NOBODY. */
TOKKI_API tokki_status tokki_chain_find(const tokki_chain* chain, tokki_text reference,
                                        uint32_t* out, tokki_error* error);

typedef struct {
  size_t size;
  tokki_text id, name, corporate_number;
  int32_t tier;     /* edges from 乙 by the shortest way, 0 for 乙; -1: no way leads there */
  int32_t expected; /* a tokki_expected */
} tokki_party;

TOKKI_API uint32_t tokki_chain_party_count(const tokki_chain* chain);
TOKKI_API tokki_status tokki_chain_party(const tokki_chain* chain, uint32_t index, tokki_party* out,
                                         tokki_error* error);

typedef struct {
  size_t size;
  uint32_t from, to;        /* `from` entrusts work to `to`; TOKKI_NOBODY: not known */
  uint32_t document, entry; /* where it stands: in which document added, which of its entries */
  tokki_day starts_on;      /* no day: not said, here and below */
  tokki_day consent_on;     /* 甲's consent, the best of those recorded */
  tokki_day flow_down_on;   /* when the terms were passed on */
  int32_t consent;   /* 0 none, 1 in another form, 2 in one not said, 3 electronic, 4 written */
  int32_t flow_down; /* 0 not recorded, 1 incomplete, 2 complete */
  int32_t planned, subsidiary; /* a tokki_said */
  int32_t handles_data;        /* electronic data; a tokki_said */
  int32_t begun;               /* whether work has begun; a tokki_said */
  uint32_t reserved;           /* 0 */
} tokki_edge;

TOKKI_API uint32_t tokki_chain_edge_count(const tokki_chain* chain);
TOKKI_API tokki_status tokki_chain_edge(const tokki_chain* chain, uint32_t index, tokki_edge* out,
                                        tokki_error* error);

/* The shortest path from 乙 to a party, as edges from 乙 on: along it 乙 is liable for the party's
 * acts. Writes at most `capacity` of them to `edges`, and to *length how many there are: 0 for 乙
 * and for parties that cannot be reached. */
TOKKI_API tokki_status tokki_chain_path(const tokki_chain* chain, uint32_t party, uint32_t* edges,
                                        size_t capacity, size_t* length, tokki_error* error);

/* A location of the contract's data, by the declarations in force. */
typedef struct {
  size_t size;
  uint32_t party;           /* who keeps it */
  uint32_t document, entry; /* where the declaration stands that says so */
  int32_t certain;          /* 1: it says so in as many words; 0: it suggests it */
  tokki_text country;       /* an ISO 3166-1 code; nothing: abroad, or not said */
  tokki_text service;       /* row 3; nothing: row 1 or 2 says so */
  tokki_text medium;        /* row 1 */
} tokki_exposure;

TOKKI_API size_t tokki_chain_exposure_count(const tokki_chain* chain);
TOKKI_API tokki_status tokki_chain_exposure(const tokki_chain* chain, size_t index,
                                            tokki_exposure* out, tokki_error* error);

TOKKI_API void tokki_chain_free(tokki_chain* chain);

/* ---- Files and folders ---- */

/* What is called while files are checked, each with `context`; NULL: not wanted. A report, a chain
 * or a path that is given lives until the function returns. */
typedef struct {
  size_t size;
  void* context;
  /* The report on the next document. Returns 0 to go on, anything else to stop. */
  int32_t (*report)(void* context, const tokki_report* report);
  /* The chain of a dossier, after the reports on its documents; returns likewise. Where this is
   * given, a document by itself is a dossier too. */
  int32_t (*chain)(void* context, const tokki_chain* chain);
  /* A file or folder that cannot be read; the others go on. `error` is an errno. ENODATA: a folder
   * without documents. ENOTSUP: a pipe or a device in a folder. */
  void (*unreadable)(void* context, tokki_text path, int32_t error);
} tokki_file_visitor;

/* Checks a file: JSON, or NDJSON (a document a line; recognised by the name, else by the first
 * line); or a folder: its *.json, *.ndjson and *.jsonl and those of the folders below, in the order
 * of their paths. Documents make up one dossier when they are lines of a file that begins with a
 * record of one; or files of a folder that holds dossiers, with the declarations in it and in those
 * folders below that hold no dossier. Takes the flag TOKKI_ACROSS_DOSSIERS besides. `options` may
 * be NULL. TOKKI_OK also when the visitor stopped, or nothing could be read. */
TOKKI_API tokki_status tokki_check_path(tokki_text path, const tokki_check_options* options,
                                        const tokki_file_visitor* visitor, tokki_error* error);

/* ---- Assessments: how each duty stands ---- */

/* Joins the documents of one contract. `limits`: of each document; NULL: the defaults. */
TOKKI_API tokki_status tokki_assessor_new(const tokki_limits* limits, tokki_assessor** out,
                                          tokki_error* error);

/* Adds a document of any kind, copied; a declaration counts as filed under this contract. Of
 * several contracts the first one counts. Bad input becomes a finding of the assessment. Refused
 * once tokki_assess was called with this assessor: assessments share its records. After
 * TOKKI_NO_MEMORY it is of no further use but to be freed. */
TOKKI_API tokki_status tokki_assessor_add(tokki_assessor* assessor, tokki_text json, tokki_text uri,
                                          uint64_t line, tokki_error* error);

/* Likewise, a dossier that was read: TOKKI_WRONG_TYPE for a document of another kind. */
TOKKI_API tokki_status tokki_assessor_add_document(tokki_assessor* assessor,
                                                   const tokki_document* document, tokki_text uri,
                                                   tokki_error* error);

/* Assessments that were made do not need it. */
TOKKI_API void tokki_assessor_free(tokki_assessor* assessor);

typedef struct {
  size_t size;
  const tokki_edition* const* editions; /* those documents may refer to; the first is the default */
  size_t edition_count;                 /* 0: the built-in one */
  tokki_text as_of;    /* the instant, written as in documents: "2025-04-01T09:30:00+09:00",
                          "2025-04-01"; its last second in Japan. Nothing: now */
  tokki_text known_at; /* leaves out what was recorded later; likewise. Nothing: all counts */
} tokki_assess_options;

/* How the duties stand, as often as wanted: at other instants, by other editions. TOKKI_FAULTY: no
 * document is a dossier or a record of one, so that nothing is known of a contract; why, is in
 * *faults, which may be asked for in any case (NULL: not wanted). `options` may be NULL. */
TOKKI_API tokki_status tokki_assess(tokki_assessor* assessor, const tokki_assess_options* options,
                                    tokki_assessment** out, tokki_report** faults,
                                    tokki_error* error);

TOKKI_API void tokki_assessment_free(tokki_assessment* assessment);

/* No time; no delay. */
#define TOKKI_NO_TIME INT64_MIN

/* The reference of the edition; the instants, in seconds since 1970-01-01T00:00:00Z. known_at:
 * TOKKI_NO_TIME when none was given. */
TOKKI_API tokki_text tokki_assessment_edition(const tokki_assessment* assessment);
TOKKI_API int64_t tokki_assessment_as_of(const tokki_assessment* assessment);
TOKKI_API int64_t tokki_assessment_known_at(const tokki_assessment* assessment);

/* "sha256:…" of what went in: documents, editions, instants, version. The same input gives the same
 * one everywhere; docs/assessment.md says what exactly is hashed. */
TOKKI_API tokki_text tokki_assessment_digest(const tokki_assessment* assessment);

typedef enum {
  TOKKI_DUTY_BREACHED = 0,      /* not done, or done too late */
  TOKKI_DUTY_DUE = 1,           /* to be done, and still in time */
  TOKKI_DUTY_UNDETERMINED = 2,  /* the records or the wording leave it open */
  TOKKI_DUTY_FULFILLED = 3,     /* done; of a continuing duty: so far */
  TOKKI_DUTY_WAIVED = 4,        /* the client (甲) does without it */
  TOKKI_DUTY_NOT_TRIGGERED = 5, /* nothing on record sets it off */
  TOKKI_POWER_EXERCISABLE = 6,
  TOKKI_POWER_NOT_EXERCISABLE = 7
} tokki_duty_status;

/* Its word: "breached", 違反; lives as long as the program. Nothing for other numbers. */
TOKKI_API tokki_text tokki_duty_status_name(int32_t status, tokki_language language);

/* One duty, what set it off, and who bears it. */
typedef struct {
  size_t size;
  tokki_text key;      /* "B2.time@inc-3/hibari"; stable when other records are added */
  tokki_text duty;     /* the duty's key in the edition */
  tokki_text clause;   /* the clause's key */
  tokki_text trigger;  /* the id of the record that set it off; nothing: the contract */
  tokki_text bearer;   /* the id of the party, else its name; nothing: 甲 */
  int64_t since;       /* of one that is due: since when. TOKKI_NO_TIME here and below: none */
  int64_t until;       /* until when, where a time is set */
  int64_t remedied_at; /* of a breach: when it was done after all */
  int64_t delay;       /* seconds from the trigger to the performance, at most */
  int32_t status;      /* a tokki_duty_status */
  int32_t underlying;  /* beneath a waiver; else the status */
  int32_t mirror;      /* 1: a subcontractor's own, by the terms that flow down to it */
  int32_t overdue;     /* 1: undetermined, and its time has run out */
  uint32_t reason_count, fact_count;
} tokki_instance;

/* In the order of the edition. */
TOKKI_API size_t tokki_assessment_size(const tokki_assessment* assessment);
TOKKI_API tokki_status tokki_assessment_instance(const tokki_assessment* assessment, size_t index,
                                                 tokki_instance* out, tokki_error* error);

/* Why an instance has its status, in words, which are made when they are first asked for in that
 * language. */
typedef struct {
  size_t size;
  tokki_text id;      /* public and permanent */
  tokki_text reading; /* the id of the open reading of the wording that it is about, if any */
  tokki_text message;
  tokki_text settles; /* what would settle it; nothing where nothing is open */
} tokki_reason;

TOKKI_API tokki_status tokki_assessment_reason(const tokki_assessment* assessment, size_t index,
                                               size_t reason, tokki_language language,
                                               tokki_reason* out, tokki_error* error);

/* A place that an instance rests on. */
typedef struct {
  size_t size;
  tokki_text document; /* its name and line: "records.ndjson:3" */
  tokki_text pointer;  /* RFC 6901, into that document */
  tokki_text kind;     /* of the record: "incident" */
  tokki_text id;       /* of the record, if it has one */
} tokki_fact;

TOKKI_API tokki_status tokki_assessment_fact(const tokki_assessment* assessment, size_t index,
                                             size_t fact, tokki_fact* out, tokki_error* error);

/* For whose acts 乙 is liable, jointly and severally with them: of which something is on record. */
typedef struct {
  size_t size;
  tokki_text party;        /* the id of a counterparty at any tier, else its name */
  uint32_t path_count;     /* the shortest way of subcontracts to it; 0: none is shown */
  uint32_t breach_count;   /* duties that it breached */
  uint32_t incident_count; /* incidents and breaches on record that occurred there */
  uint32_t reserved;       /* 0 */
} tokki_liability;

/* In the order of the chain. None where the edition has no such clause. */
TOKKI_API size_t tokki_assessment_liability_count(const tokki_assessment* assessment);
TOKKI_API tokki_status tokki_assessment_liability(const tokki_assessment* assessment, size_t index,
                                                  tokki_liability* out, tokki_error* error);
/* A party on the way, from 乙 to the one in question, both included: as tokki_instance names it. */
TOKKI_API tokki_status tokki_assessment_liability_path(const tokki_assessment* assessment,
                                                       size_t index, size_t step, tokki_text* out,
                                                       tokki_error* error);
/* The key of the instance that was breached. */
TOKKI_API tokki_status tokki_assessment_liability_breach(const tokki_assessment* assessment,
                                                         size_t index, size_t breach,
                                                         tokki_text* out, tokki_error* error);
TOKKI_API tokki_status tokki_assessment_liability_incident(const tokki_assessment* assessment,
                                                           size_t index, size_t incident,
                                                           tokki_fact* out, tokki_error* error);

/* In which order the duties of one status are listed; what is due, always by its time. */
typedef enum { TOKKI_BY_CLAUSE = 0, TOKKI_BY_PARTY = 1, TOKKI_BY_DUE = 2 } tokki_assessment_order;

#define TOKKI_ALL 8u /* text, Markdown, HTML: also list what is fulfilled or not triggered */

typedef struct {
  size_t size;
  size_t width;        /* columns; 0: 80 */
  size_t next;         /* only what is due, at most so many; 0: everything */
  tokki_text party;    /* only this one's duties: its id, corporate number or name; 甲 */
  tokki_text incident; /* only what this incident set off, as a timeline; its id */
  int32_t language;    /* a tokki_language, where the format has but one */
  uint32_t flags;      /* TOKKI_COLOUR, TOKKI_SHOW_VALUES, TOKKI_ALL */
  int32_t order;       /* a tokki_assessment_order, of text, Markdown and HTML */
  uint32_t reserved;   /* 0 */
} tokki_assessment_style;

/* Writes it as `tokki status --format` does, in any of its formats: "text", "json" … The error
 * names all that there are. TOKKI_NOT_FOUND: no such party or incident. `style` may be NULL. */
TOKKI_API tokki_status tokki_assessment_write(const tokki_assessment* assessment, tokki_text format,
                                              const tokki_assessment_style* style,
                                              tokki_string** out, tokki_error* error);

/* What is called while files are assessed, each with `context`; NULL: not wanted. What is given
 * lives until the function returns. */
typedef struct {
  size_t size;
  void* context;
  /* How the duties of the next contract stand. Returns 0 to go on, anything else to stop. */
  int32_t (*assessment)(void* context, const tokki_assessment* assessment);
  /* What could not be read of documents that belong together, before their assessment; without one
   * when none of them is a dossier or a record of one. Returns likewise. */
  int32_t (*faults)(void* context, const tokki_report* faults);
  /* A file or folder that cannot be read, as for tokki_check_path. */
  void (*unreadable)(void* context, tokki_text path, int32_t error);
} tokki_assess_visitor;

/* Assesses the contracts of a file or a folder, one after the other, in constant memory. What
 * makes up one dossier is as for tokki_check_path: in NDJSON, a line that is a dossier
 * (tokki.dossier/1) is a contract of its own; the lines of a file that begins with a record of one
 * (tokki.dossier-record/1) are one contract. `limits` and `options` may be NULL. */
TOKKI_API tokki_status tokki_assess_path(tokki_text path, const tokki_limits* limits,
                                         const tokki_assess_options* options,
                                         const tokki_assess_visitor* visitor, tokki_error* error);

/* ---- Changes: of what was declared ---- */

/* What differs between two declarations, by what their cells mean. TOKKI_WRONG_TYPE: a document is
 * no declaration. The edition is that of `after`; `editions`: as in tokki_check_options. */
TOKKI_API tokki_status tokki_compare(const tokki_document* before, const tokki_document* after,
                                     const tokki_edition* const* editions, size_t edition_count,
                                     tokki_changes** out, tokki_error* error);

/* Of each party that has filed a declaration: the facts on record that its newest one does not
 * state. The assessor takes in nothing more, as by tokki_assess, which also tells what could not be
 * read. TOKKI_FAULTY: no document is a dossier or a record of one. `options` may be NULL. */
TOKKI_API tokki_status tokki_compare_facts(tokki_assessor* assessor,
                                           const tokki_assess_options* options, tokki_changes** out,
                                           tokki_error* error);

TOKKI_API void tokki_changes_free(tokki_changes* changes);

/* The reference of the edition. */
TOKKI_API tokki_text tokki_changes_edition(const tokki_changes* changes);
/* 1 unless nothing changed, or only the way of writing. */
TOKKI_API int32_t tokki_changes_found(const tokki_changes* changes);

typedef enum {
  TOKKI_ADDED = 0,
  TOKKI_REMOVED = 1,
  TOKKI_CHANGED = 2,
  TOKKI_REWRITTEN = 3 /* written differently, with the same meaning: nothing changed */
} tokki_change_kind;

/* A difference: of a cell, or of a whole entry that was added or removed. What is written there can
 * be read in the documents. */
typedef struct {
  size_t size;
  tokki_text filer;  /* of facts: the id of the party that declared, else its name */
  tokki_text matter; /* which declared matter: "service"; nothing for what is none */
  tokki_text cell;   /* its key: "declaration.online_storage.services.provider" */
  tokki_text before; /* where it is declared (RFC 6901); nothing: nowhere */
  tokki_text after;  /* where it is in the later form, or in the record of the fact */
  tokki_text before_document, after_document; /* of facts: their names and lines */
  tokki_interval since;                       /* when a fact came about; TOKKI_NO_TIME: not known */
  int32_t kind;                               /* a tokki_change_kind */
  int32_t planned;                            /* 1: a fact that has not come about yet */
  int32_t certain;                            /* 0: the records leave open whether it is a change */
  int32_t older;       /* 1: older than all that was declared: an omission, no change */
  uint32_t duty_count; /* of the duties that it sets off: to report it, to declare again */
  uint32_t reserved;   /* 0 */
} tokki_change;

/* In the order of the form; of facts, one party after the other. */
TOKKI_API size_t tokki_changes_size(const tokki_changes* changes);
TOKKI_API tokki_status tokki_changes_change(const tokki_changes* changes, size_t index,
                                            tokki_change* out, tokki_error* error);
/* The key, in the edition, of a duty that a change sets off. */
TOKKI_API tokki_status tokki_changes_duty(const tokki_changes* changes, size_t index, size_t duty,
                                          tokki_text* out, tokki_error* error);

typedef struct {
  size_t size;
  size_t width;             /* columns; 0: 80 */
  tokki_text before, after; /* how two declarations are called */
  int32_t language;         /* a tokki_language, where the format has but one */
  uint32_t flags;           /* TOKKI_COLOUR; TOKKI_SHOW_VALUES: what is written in the cells */
} tokki_changes_style;

/* Writes them as `tokki diff --format` does, in any of its formats: "text", "json", "csv",
 * "markdown". `style` may be NULL. */
TOKKI_API tokki_status tokki_changes_write(const tokki_changes* changes, tokki_text format,
                                           const tokki_changes_style* style, tokki_string** out,
                                           tokki_error* error);

#ifdef __cplusplus
}
#endif

/* NOLINTEND(modernize-use-using,modernize-deprecated-headers) */

#endif
