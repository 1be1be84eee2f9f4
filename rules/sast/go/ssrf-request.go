package previews

import (
	"io"
	"net/http"
	"net/url"
	"strings"
)

func preview(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.ssrf-request
	page, err := http.Get(r.FormValue("url"))
	if err == nil {
		io.Copy(w, page.Body)
	}
}

func hook(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("target")
	// ruleid: go.injection.ssrf-request
	answer, err := http.Post(target, "application/json", strings.NewReader("{}"))
	if err == nil {
		w.WriteHeader(answer.StatusCode)
	}
}

func avatar(w http.ResponseWriter, r *http.Request) {
	address := r.PostFormValue("address")
	// ruleid: go.injection.ssrf-request
	request, _ := http.NewRequest(http.MethodGet, address, nil)
	image, err := http.DefaultClient.Do(request)
	if err == nil {
		io.Copy(w, image.Body)
	}
}

func stock(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.ssrf-request
	answer, err := http.Get("https://stock.example.com/v1?sku=" + url.QueryEscape(r.FormValue("sku")))
	if err == nil {
		io.Copy(w, answer.Body)
	}
}

func checked(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if !strings.HasPrefix(target, "https://partner.example.com/") {
		http.Error(w, "bad target", http.StatusBadRequest)
		return
	}
	// ok: go.injection.ssrf-request
	answer, err := http.Get(target)
	if err == nil {
		io.Copy(w, answer.Body)
	}
}

func health(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.ssrf-request
	answer, err := http.Get("https://status.example.com/health")
	if err == nil {
		w.WriteHeader(answer.StatusCode)
	}
}
