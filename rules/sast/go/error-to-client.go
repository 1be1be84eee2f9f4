package errors

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"runtime/debug"
)

func recovered(w http.ResponseWriter) {
	if recover() != nil {
		// ruleid: go.logging.error-to-client
		http.Error(w, string(debug.Stack()), http.StatusInternalServerError)
	}
}

func raw(w http.ResponseWriter) {
	// ruleid: go.logging.error-to-client
	w.Write(debug.Stack())
}

func page(w http.ResponseWriter, failure any) {
	// ruleid: go.logging.error-to-client
	http.Error(w, fmt.Sprintf("%v\n%s", failure, debug.Stack()), http.StatusInternalServerError)
}

func safe(w http.ResponseWriter) {
	if failure := recover(); failure != nil {
		// ok: go.logging.error-to-client
		log.Printf("request failed: %v\n%s", failure, debug.Stack())
		http.Error(w, "the request failed", http.StatusInternalServerError)
	}
}

func dump(file *os.File) {
	// ok: go.logging.error-to-client
	file.Write(debug.Stack())
}

func missing(w http.ResponseWriter) {
	// ok: go.logging.error-to-client
	http.Error(w, "not found", http.StatusNotFound)
}
