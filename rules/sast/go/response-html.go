package search

import (
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"
)

var page = template.Must(template.New("page").Parse("<h1>Results for {{.}}</h1>"))

func results(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.response-html
	fmt.Fprintf(w, "<h1>Results for %s</h1>", r.FormValue("term"))
}

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go.injection.response-html
	w.Write([]byte("<b>Hello " + name + "</b>"))
}

func echo(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.response-html
	io.WriteString(w, "<p>"+r.PostFormValue("text")+"</p>")
}

func safeResults(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.response-html
	page.Execute(w, r.FormValue("term"))
}

func safeHello(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.response-html
	fmt.Fprintf(w, "<b>Hello %s</b>", html.EscapeString(r.FormValue("name")))
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain")
	// ok: go.injection.response-html
	fmt.Fprintln(w, r.FormValue("text"))
}
