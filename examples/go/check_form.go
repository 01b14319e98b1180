// Checks a form from Go, through cgo: check_form FILE. Needs tokki.h and libtokki-c where the C
// compiler finds them, or CGO_CFLAGS and CGO_LDFLAGS.
package main

// #cgo LDFLAGS: -ltokki-c
// #include <stdlib.h>
// #include <tokki/tokki.h>
import "C"

import (
	"errors"
	"fmt"
	"os"
	"unsafe"
)

func text(t C.tokki_text) string { return C.GoStringN(t.data, C.int(t.size)) }

func check(path string) error {
	json, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	data := C.CBytes(json)
	defer C.free(data)
	var failure C.tokki_error
	var report *C.tokki_report
	input := C.tokki_text{data: (*C.char)(data), size: C.size_t(len(json))}
	if C.tokki_check(nil, input, C.tokki_text{}, 0, &report, &failure) != C.TOKKI_OK {
		return errors.New(C.GoString(&failure.en[0]))
	}
	defer C.tokki_report_free(report)
	for i := C.size_t(0); i < C.tokki_report_size(report); i++ {
		finding := C.tokki_finding{size: C.size_t(unsafe.Sizeof(C.tokki_finding{}))}
		at := C.tokki_location{size: C.size_t(unsafe.Sizeof(C.tokki_location{}))}
		words := C.tokki_words{size: C.size_t(unsafe.Sizeof(C.tokki_words{}))}
		if C.tokki_report_finding(report, i, &finding, &failure) != C.TOKKI_OK ||
			C.tokki_report_location(report, i, 0, &at, &failure) != C.TOKKI_OK ||
			C.tokki_report_words(report, i, C.TOKKI_EN, &words, &failure) != C.TOKKI_OK {
			return errors.New(C.GoString(&failure.en[0]))
		}
		severity := text(C.tokki_severity_name(finding.severity, C.TOKKI_EN))
		fmt.Printf("%d:%d %s [%s] %s\n  -> %s\n", at.line, at.column, severity,
			text(words.citation), text(words.message), text(words.remedy))
	}
	return nil
}

func main() {
	if err := check(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
